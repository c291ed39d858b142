/* The forms of words as the scripts of the theme make them: node word_forms.mjs STATIC < {language: [texts]} */

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const place = (name) => pathToFileURL(`${process.argv[2]}/${name}.js`);
const { written } = await import(place("words"));
const { formsOf } = await import(place("stems"));

const made = async ([language, texts]) => {
  const forms = await formsOf(language);
  return [language, Object.fromEntries(texts.flatMap(written).map((word) => [word, forms(word)]))];
};

const asked = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(Object.fromEntries(await Promise.all(Object.entries(asked).map(made)))));
