/* What the scripts of the theme answer to queries: node directory_answers.mjs STATIC < [{ data, language, stop, interns, queries }] */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const place = (name) => pathToFileURL(`${process.argv[2]}/${name}.js`);
const { unpacked, ordered } = await import(place("finder"));
const { textSearch } = await import(place("text"));

const answers = async ({ data: told, language, stop, interns, queries }) => {
  const data = unpacked(told);
  const search = await textSearch(data, { language, stop, interns });
  return queries.map((query) => {
    const answer = search.answer(query);
    const found = [...search.chosen(answer, () => true).members].sort((one, other) => one - other);
    const best = ordered(found, { order: "jour", day: data.day, better: search.order(answer) });
    return {
      names: best.map((number) => data.members[number].name),
      missing: answer.missing,
      read: answer.read.map(([, word]) => word),
      suggestions: search.suggestions(query, 4),
      services: search.services(query, 3).map((number) => data.service[number].name),
      nearest: answer.missing.flatMap((word) => search.nearest(word, 3)),
    };
  });
};

const asked = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(await Promise.all(asked.map(answers))));
