/* How far members are, and where the visitor is if they ask for it. The position stays here: it is in no request and in
   no address. */

const EARTH = 6371; // mean radius in kilometres
const PATIENCE = 10_000; // milliseconds
const RECENT = 300_000;

/* For each member the kilometres from a place to its own town, Infinity where one of them has no position:
   to serve a town brings nobody nearer. */
export const distances = (members, towns, place) => {
  const away = towns.map(({ position }) => (position && place ? haversine(position, place) : Infinity));
  return members.map(({ town }) => away[town] ?? Infinity);
};

const haversine = ([lat, lon], [otherLat, otherLon]) => {
  const half = (from, to) => Math.sin(((to - from) * Math.PI) / 360) ** 2;
  const cosines = Math.cos((lat * Math.PI) / 180) * Math.cos((otherLat * Math.PI) / 180);
  return 2 * EARTH * Math.asin(Math.sqrt(half(lat, otherLat) + cosines * half(lon, otherLon)));
};

/* The browser asks the visitor; « refused » or « failed » if it comes to nothing. */
export const ownPosition = () =>
  new Promise((found, lost) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => found([coords.latitude, coords.longitude]),
      ({ code, PERMISSION_DENIED }) => lost(code === PERMISSION_DENIED ? "refused" : "failed"),
      { timeout: PATIENCE, maximumAge: RECENT },
    );
  });
