// Texts through the formats of the web editor.
//
//     node editor_formats.mjs FOLDER < TEXTS
//
// FOLDER: the scripts of the editor. TEXTS: a list of [format, text], as JSON; the answer, as JSON:
// what each was read as, and what that was written as.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const folder = process.argv[2];
const formats = {};
const registerCustomFormat = (name, extension, format) => (formats[name] = format);
globalThis.window = {
  jsyaml: createRequire(import.meta.url)(join(folder, "vendor", "js-yaml.min.js")),
  CMS: { registerCustomFormat },
};
const script = readFileSync(join(folder, "formats.js"), "utf8");
const { registerFormats } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
registerFormats();

const answers = JSON.parse(readFileSync(0, "utf8")).map(([name, text]) => {
  const read = formats[name].fromFile(text);
  return [read, formats[name].toFile(read)];
});
process.stdout.write(JSON.stringify(answers));
