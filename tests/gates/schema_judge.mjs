// The JSON Schemas as a validator for ECMAScript sees them: ajv, strict, and patterns with the flag `u`.
//
//     node schema_judge.mjs FOLDER < CASES
//
// CASES: {"documents": [{schema, value}, …], "texts": [[pattern, text], …]}; the answer, as JSON:
//     broken: what is wrong with the schemas themselves;
//     refused: for each document, what its schema has against it, or null;
//     matches: for each text, whether the pattern finds it.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

const folder = process.argv[2];
const { documents, texts } = JSON.parse(readFileSync(0, "utf8"));
const broken = [];
const validators = {};

function* patterns(form) {
  if (form === null || typeof form !== "object") return;
  for (const [key, value] of Object.entries(form)) {
    if (key === "pattern" && typeof value === "string") yield value;
    else yield* patterns(value);
  }
}

for (const file of readdirSync(folder).sort()) {
  const schema = JSON.parse(readFileSync(join(folder, file), "utf8"));
  // Our numbers may be written as texts, which strict types alone would object to.
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: false, unicodeRegExp: true });
  if (schema.$schema !== DIALECT) broken.push(`${file}: dialect ${schema.$schema}`);
  if (!ajv.validateSchema(schema)) broken.push(`${file}: ${ajv.errorsText()}`);
  for (const pattern of patterns(schema)) {
    try {
      new RegExp(pattern, "u");
    } catch (error) {
      broken.push(`${file}: ${error.message}`);
    }
  }
  try {
    validators[file.replace(".schema.json", "")] = ajv.compile(schema);
  } catch (error) {
    broken.push(`${file}: ${error.message}`);
  }
}

const verdict = ({ schema, value }) => {
  const validate = validators[schema];
  if (!validate) return "no such schema";
  return validate(value) ? null : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`).join("; ");
};

console.log(
  JSON.stringify({
    broken,
    refused: documents.map(verdict),
    matches: texts.map(([pattern, text]) => new RegExp(pattern, "u").test(text)),
  }),
);
