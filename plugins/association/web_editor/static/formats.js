// How the files are read and written: every value as the text that it is, `01000`, `NO` and `50.2910` too.
// What a file says is what counts; its comments and its order come back with `tidy`.

const FENCE = "---";

export function registerFormats() {
  window.CMS.registerCustomFormat("assosite-yaml", "yaml", {fromFile: read, toFile: write});
  window.CMS.registerCustomFormat("assosite-text", "md", {fromFile: readText, toFile: writeText});
}

export function read(text) {
  return window.jsyaml.load(text.replace(/^\uFEFF/, ""), {schema: window.jsyaml.FAILSAFE_SCHEMA}) ?? {};
}

export function write(value) {
  const options = {schema: window.jsyaml.FAILSAFE_SCHEMA, lineWidth: -1, noRefs: true, noCompatMode: true};
  return window.jsyaml.dump(written(value), options);
}

function readText(text) {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim());
  const last = lines.findIndex((line, number) => number > first && line.trimEnd() === FENCE);
  if (first < 0 || lines[first].trimEnd() !== FENCE || last < 0) return {...headers(lines)};
  return {...read(lines.slice(first + 1, last).join("\n")), body: lines.slice(last + 1).join("\n").replace(/^\n+/, "")};
}

// As Pelican's own files begin, `Title: …`, up to the first empty line.
function headers(lines) {
  const fields = {};
  let at = 0;
  for (; at < lines.length && lines[at].trim(); at += 1) {
    const [, key, value] = /^([A-Za-z_]+):\s*(.*)$/.exec(lines[at]) ?? [];
    if (!key) return {body: lines.join("\n")};
    fields[key.toLowerCase()] = value;
  }
  return {...fields, body: lines.slice(at).join("\n").replace(/^\n+/, "")};
}

function writeText({body = "", ...fields}) {
  return `${FENCE}\n${write(fields)}${FENCE}\n\n${body.replace(/^\n+|\s+$/g, "")}\n`;
}

// Without what is empty, which means absent; an empty list may mean that there are none.
function written(value) {
  if (Array.isArray(value)) return value.map(written);
  if (value === null || typeof value !== "object") return typeof value === "string" ? value : `${value ?? ""}`;
  const kept = Object.entries(value).filter(([, one]) => one !== null && one !== undefined && one !== "");
  return Object.fromEntries(kept.map(([key, one]) => [key, written(one)]));
}
