/* How far members are, and where the visitor is if they ask for it. The position stays here: it is in no request and in
   no address. */

const EARTH = 6371; // mean radius in kilometres
const PATIENCE = 10_000; // milliseconds
const RECENT = 300_000;

/* For each member { km, by } to the nearest of its towns and which one that is; Infinity when none has a position.
   Its own town comes first in `communes`, and is meant where others are no nearer. */
export const distances = (members, towns, place) => {
  const away = towns.map(({ position }) => (position ? haversine(position, place) : Infinity));
  return members.map(({ communes }) => {
    const by = communes.reduce((near, town) => (near === undefined || away[town] < away[near] ? town : near), undefined);
    return { km: by === undefined ? Infinity : away[by], by };
  });
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
