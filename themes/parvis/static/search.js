/* The search of the whole site: what each step of the visitor does to the page. The index is read in pieces (site_index.js). */

import { openIndex, OtherVersion } from "./site_index.js";
import { asked, quoted } from "./asked.js";
import { counted, filled } from "./phrases.js";

const FEW = 4; // results of a kind at first
const AT_A_TIME = 40;
const PAUSE = 300; // milliseconds: browsers refuse to rewrite the address at every key

const form = document.querySelector(".within form");
const root = new URL(form.dataset.root || "./", location.href);
const field = form.querySelector("input");
const status = document.querySelector(".within [role=status]");
const found = document.querySelector(".results");
const nothing = document.querySelector(".within .empty");
const still = document.querySelector(".still");
const [blank, ...names] = document.querySelectorAll(".within template");
const nameOf = new Map(names.map((name) => [name.dataset.kind, name.content.textContent]));
/* The sections of the site, which need no text to be found. */
const rubrics = [...document.querySelectorAll(".rubrics a, [aria-labelledby=p-ce-site] a")].map((link) => ({ title: link.textContent.trim(), url: link.href }));
let index; // a promise
let latest = 0;
let writing;

const read = async (name, known) => {
  const first = new URL(form.dataset.index, location.href);
  const address = name ? new URL(`index/${name}.json?v=${known}`, first) : first;
  const answer = await fetch(address, name ? {} : { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};

const begin = () => (index ??= openIndex(read, document.documentElement.lang).catch((error) => (begin.again(), Promise.reject(error))));
begin.again = () => (index = undefined);

/* Where the site was published meanwhile, once more with the new index. */
const answerTo = async (query) => {
  try {
    return await answer(query, await begin());
  } catch (error) {
    if (!(error instanceof OtherVersion)) throw error;
    begin.again();
    return answer(query, await begin());
  }
};

const answer = async (query, opened) => {
  const told = await opened.search(query);
  if (!told) return null;
  const groups = await Promise.all(told.groups.map(async (group) => ({ ...group, first: await opened.shown(numbers(group.hits.slice(0, FEW))) })));
  const others = new Map(Object.entries(opened.sections).map(([url, words]) => [new URL(url, root).href, words]));
  const isNew = ({ url }) => !groups.some(({ first }) => first.some((one) => new URL(one.url, root).href === url));
  const named = rubrics.filter(({ title }) => opened.says(query, title));
  const sections = (named.length ? named : rubrics.filter(({ url }) => opened.says(query, others.get(url) ?? ""))).filter(isNew);
  const total = told.total + sections.length;
  const isFirst = named.length > 0 || !told.isNamed; // what a page is called says more than what a section is called elsewhere
  if (sections.length) groups.splice(isFirst ? 0 : groups.length, 0, { kind: "HOME", hits: sections, first: sections });
  const unknown = told.total || !sections.length ? told.unknown : [];
  const isMet = told.isMet || !told.total;
  return { ...told, opened, groups, total, unknown, isMet, near: total ? [] : await opened.nearest(query) };
};

const numbers = (hits) => hits.map(({ id }) => id);

const show = async () => {
  const turn = ++latest;
  const query = field.value.trim();
  if (query && !index) status.textContent = status.dataset.reading;
  try {
    const told = query ? await answerTo(query) : null;
    if (turn === latest) put(query, told); // else somebody has typed on meanwhile
  } catch {
    begin.again(); // the next touch tries again
    if (turn === latest) status.textContent = status.dataset.failed;
  }
};

const put = (query, told) => {
  still.hidden = Boolean(told);
  nothing.hidden = !told || told.total > 0;
  found.replaceChildren(...(told?.groups ?? []).map((group) => section(group, told)));
  status.textContent = told ? said(query, told) : "";
  if (told && !told.total) help(query, told.near);
};

const said = (query, { total, unknown, instead, isMet }) => {
  const { without, corrected, some, word } = status.dataset;
  const quote = (words) => words.map((one) => filled(word, { word: quoted(one) })).join(", ");
  return [
    counted(status, total, { q: quoted(query) }),
    ...instead.map(([one, other]) => filled(corrected, { word: quoted(one), other })),
    ...(total && unknown.length ? [filled(without, { words: quote(unknown) })] : []),
    ...(total && !isMet ? [some] : []),
  ].join(" ");
};

const section = ({ kind, hits, first }, { opened, terms }) => {
  const part = blank.content.firstElementChild.cloneNode(true);
  const [title, list, more] = ["h2", ".rows", "button"].map((name) => part.querySelector(name));
  const pattern = list.firstElementChild;
  const add = (told) => list.append(...told.map((one) => item(pattern, one, terms, opened)));
  title.id = `p-${kind.toLowerCase()}`;
  part.setAttribute("aria-labelledby", title.id);
  title.textContent = nameOf.get(kind) ?? kind;
  part.querySelector(".meta").textContent = hits.length;
  list.replaceChildren();
  add(first);
  const label = () => {
    const left = hits.length - list.children.length;
    more.textContent = filled(left > AT_A_TIME ? more.dataset.more : more.dataset.all, { n: hits.length });
    more.hidden = !left;
  };
  label();
  more.addEventListener("click", async () => {
    const at = list.children.length;
    add(await opened.shown(numbers(hits.slice(at, at + AT_A_TIME))));
    label();
    list.children[at].querySelector("a").focus();
  });
  return part;
};

const item = (pattern, { url, title, about = "", excerpt = "", state = "" }, terms, { forms }) => {
  const entry = pattern.cloneNode(true);
  const [link, mark, meta, text] = ["a", ".state", "span + span", "p + p"].map((name) => entry.querySelector(name));
  link.append(...marked(title, terms, forms));
  link.href = new URL(url, root);
  if (state) mark.textContent = mark.dataset[state];
  else mark.remove();
  meta.textContent = about;
  if (!about && !state) meta.parentElement.remove();
  if (excerpt) text.append(...marked(excerpt, terms, forms));
  else text.remove();
  return entry;
};

/* The words found, in <mark>; everything is put there as text. */
const marked = (text, terms, forms) =>
  text.split(/([\p{L}\p{N}][\p{L}\p{N}\p{M}]*)/u).map((part, place) => {
    if (place % 2 === 0 || !forms(part).some((form) => terms.has(form))) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });

/* Where to look instead. */
const help = (query, near) => {
  const [line, list] = [nothing.querySelector("[data-near]"), nothing.querySelector("[data-near] span")];
  line.hidden = !near.length;
  list.replaceChildren(...near.flatMap((word, place) => [...(place ? [", "] : []), suggestion(word)]));
  for (const link of nothing.querySelectorAll("[data-with]")) link.search = new URLSearchParams({ q: query });
};

const suggestion = (word) => {
  const link = document.createElement("a");
  link.textContent = word;
  link.href = `?${new URLSearchParams({ q: word })}`;
  return link;
};

const write = () => {
  const query = field.value.trim();
  history.replaceState(null, "", query ? `?${new URLSearchParams({ q: query })}` : location.pathname);
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  write();
  show();
});
field.addEventListener("focus", () => begin().catch(() => {}), { once: true });
field.addEventListener("input", () => {
  clearTimeout(writing);
  writing = setTimeout(write, PAUSE);
  show();
});

/* What the address asks for; what somebody has typed while the scripts were coming counts more. */
const told = asked().find(([name]) => name === "q")?.[1] ?? "";
field.value ||= told;
if (field.value.trim() !== told.trim()) write();
if (field.value) await show();
else if (new URLSearchParams(location.search).has("q")) field.focus(); // from a button beside which there was no field
