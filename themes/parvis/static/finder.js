/* Who matches the choices, in which order, and how many there would be with another choice. Nothing here touches the page. */

export const FACETS = ["service", "commune", "type", "langue", "stages"];

/* The columns of the search data (plugins/association/exports/search_index.py) as things with names. */
export const unpacked = (data) => {
  const types = rows(data.type);
  const places = { service: rows(data.service), commune: rows(data.commune), type: types, langue: rows(data.langue) };
  const members = rows(data.members).map((row) => {
    const communes = [...new Set([row.town, ...row.serves])].filter((place) => place >= 0);
    const services = row.service;
    const line = lineage(row.type, types);
    const ids = (name, numbers) => numbers.map((number) => places[name][number].id);
    return {
      ...row,
      motif: data.motifs[row.motif],
      services,
      langues: row.langue,
      communes,
      types: line,
      service: ids("service", services),
      commune: ids("commune", communes),
      type: ids("type", line),
      langue: ids("langue", row.langue),
      stages: row.interns ? ["1"] : [],
      townName: data.commune.name[row.town] ?? "",
      typeName: data.type.name[row.type] ?? "",
    };
  });
  return { ...places, day: data.day, members };
};

const rows = (columns) => {
  const names = Object.keys(columns);
  return columns[names[0]].map((_, place) => Object.fromEntries(names.map((name) => [name, columns[name][place]])));
};

/* A type and the wider ones it belongs to. */
const lineage = (type, types) => {
  const line = [];
  for (let at = type; at >= 0 && !line.includes(at); at = types[at].parent) line.push(at);
  return line;
};

/* Numbers of the members that match, in the order of their names, and how many each option would give.
   Or inside a facet, and between facets: who fails one facet only counts for the other options of that facet. */
export const matching = (members, choices, text) => {
  const asked = FACETS.filter((name) => choices[name]?.size);
  const counts = Object.fromEntries(FACETS.map((name) => [name, new Map()]));
  const found = [];
  members.forEach((member, number) => {
    if (text && !text.members.has(number)) return;
    const failed = asked.filter((name) => !member[name].some((id) => choices[name].has(id)));
    if (!failed.length) found.push(number);
    if (failed.length > 1) return;
    for (const name of failed.length ? failed : FACETS)
      for (const id of member[name]) counts[name].set(id, (counts[name].get(id) ?? 0) + 1);
  });
  return { found, counts };
};

/* Whether a member is one of the chosen, whatever the text. */
export const passes = (member, choices) =>
  FACETS.every((name) => !choices[name]?.size || member[name].some((id) => choices[name].has(id)));

/* By name; by turns, each day another one first (domain/directory.py); the nearest first, or who answers a text best (`better`
   compares two), by turns where it is equal. */
export const ordered = (found, { order, day, better, away }) => {
  if (order === "nom") return found;
  const turns = inTurn(found, day);
  if (order === "distance" && away) return nearestFirst(turns, away);
  return better ? turns.sort(better) : turns;
};

/* Around a town, as domain/directory.py has it: who is there, who comes there, and then who does neither.
   [kind, numbers of members] of each part that has somebody. */
export const around = (town, found, members, { day, better, away }) => {
  const isHere = (one) => members[one].town === town;
  const isComing = (one) => !isHere(one) && members[one].communes.includes(town);
  const isElsewhere = (one) => !isHere(one) && !isComing(one);
  const parts = [
    ["here", ordered(found.filter(isHere), { day, better })],
    ["coming", nearestFirst(found.filter(isComing), away)],
    ["elsewhere", nearestFirst(inTurn(found.filter(isElsewhere), day), away)],
  ];
  return parts.filter(([, numbers]) => numbers.length);
};

const inTurn = (found, day) => {
  const first = found.length ? day % found.length : 0;
  return [...found.slice(first), ...found.slice(0, first)];
};

const nearestFirst = (found, away) => [...found].sort((one, other) => away[one] - away[other] || 0);
