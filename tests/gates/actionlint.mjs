// Judges the workflows that are named, as actionlint does; a line for each finding, and nothing if there is none.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [library, ...files] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(library));
const lint = await createLinter();
for (const file of files) {
  for (const { line, column, message } of lint(await readFile(file, "utf-8"), file)) {
    console.log(`${file}:${line}:${column}: ${message}`);
  }
}
