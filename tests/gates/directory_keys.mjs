/* Processor time of each key in a directory of 5,000 members, in milliseconds: node directory_keys.mjs STATIC < recherche.json

   The members of the data return under other names. The first round is for the compiler, which a visitor's first keys pay for. */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const place = (name) => pathToFileURL(`${process.argv[2]}/${name}.js`);
const { unpacked, passes, matching, ordered } = await import(place("finder"));
const { textSearch } = await import(place("text"));

const MEMBERS = 5000;
const QUERIES = ["agence web lens", "cybersécurité", "hebergemnet", "stagiaire", "sauvegarde en ligne", "xyzzy", "communication"];

const told = JSON.parse(readFileSync(0, "utf8"));
const all = Object.fromEntries(
  Object.entries(told.members).map(([name, column]) => [name, Array.from({ length: MEMBERS }, (_, place) => column[place % column.length])]),
);
all.name = all.name.map((name, place) => `${name} ${place.toString(36).replace(/\d/g, "q")}`);
const data = unpacked({ ...told, members: all });
const options = { language: "fr", stop: "de la le en", interns: "stage stagiaire" };

const key = (search, typed) => {
  const before = process.cpuUsage();
  const answer = search.answer(typed);
  if (answer) {
    const { found } = matching(data.members, {}, search.chosen(answer, (one) => passes(data.members[one], {})));
    ordered(found, { order: "jour", day: data.day, better: search.order(answer) });
  }
  return [typed, process.cpuUsage(before).user / 1000];
};

const round = async () => {
  const search = await textSearch(data, options);
  return QUERIES.flatMap((query) => [...query].map((_, place) => key(search, query.slice(0, place + 1))));
};

await round();
console.log(JSON.stringify(await round()));
