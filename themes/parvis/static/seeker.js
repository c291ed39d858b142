/* « Je cherche… » of the home page: services, members and places are proposed while one types, as the directory finds them.
   A combobox as the WAI-ARIA practices describe it, whose text never changes by itself: arrows go through the list, Enter goes
   to what is chosen there or else to the results, Escape closes the list. The search comes with the first touch of the field. */

const form = document.querySelector(".says");
const field = form.querySelector("[name=q]");
const list = form.querySelector("[role=listbox]");
const status = form.querySelector("[role=status]");
const MOST = 8;

let opened; // a promise of the search
let proposed = [];
let active = -1;
let latest = 0;

const load = () => (opened ??= open().catch(() => (opened = undefined)));

const open = async () => {
  const [{ unpacked }, { textSearch }, { counted }] = await Promise.all([import("./finder.js"), import("./text.js"), import("./phrases.js")]);
  const answer = await fetch(field.dataset.source, { cache: "no-cache" });
  if (!answer.ok) throw new Error(answer.status);
  const { stop, interns } = field.dataset;
  const search = await textSearch(unpacked(await answer.json()), { language: document.documentElement.lang, stop, interns });
  return { search, counted };
};

const propose = async () => {
  const turn = ++latest;
  const text = field.value.trim();
  const found = text && (await load());
  if (turn !== latest) return; // somebody has typed on, or gone, meanwhile
  proposed = found ? found.search.suggestions(text, 2 * MOST).filter(({ url }) => url !== null).slice(0, MOST) : [];
  list.replaceChildren(...proposed.map(option));
  show(proposed.length > 0);
  status.textContent = found ? found.counted(status, proposed.length) : "";
};

const option = ({ kind, name }, place) => {
  const item = Object.assign(document.createElement("div"), { id: `p-propose-${place}`, role: "option" });
  item.append(name, " ", Object.assign(document.createElement("span"), { className: "meta", textContent: list.dataset[kind] }));
  return item;
};

const show = (isShown) => {
  list.hidden = !isShown;
  field.setAttribute("aria-expanded", isShown);
  activate(-1);
};

const activate = (place) => {
  active = place;
  [...list.children].forEach((item, number) => item.setAttribute("aria-selected", number === place));
  if (place < 0) return field.removeAttribute("aria-activedescendant");
  field.setAttribute("aria-activedescendant", list.children[place].id);
  list.children[place].scrollIntoView({ block: "nearest" });
};

const close = () => {
  latest += 1;
  show(false);
  status.textContent = "";
};

const go = (place) => location.assign(field.dataset.root + proposed[place].url);

/* The next one, from the last to the first; a list that is closed opens on its first or its last. */
const step = async (by) => {
  if (list.hidden) await propose();
  if (list.hidden) return;
  const last = proposed.length - 1;
  if (active < 0) activate(by > 0 ? 0 : last);
  else activate((active + by + proposed.length) % proposed.length);
};

const keys = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  Enter: () => active >= 0 && go(active),
  Escape: () => !list.hidden && close(),
};

/* Whether the key has been answered; a key that moves the cursor leaves the list. */
const pressed = (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  const isOurs = event.key.startsWith("Arrow") ? event.key in keys : event.key === "Enter" ? active >= 0 : !list.hidden;
  if (["Home", "End", "ArrowLeft", "ArrowRight"].includes(event.key)) activate(-1);
  if (!(event.key in keys) || !isOurs) return;
  event.preventDefault();
  keys[event.key]();
};

for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": false }))
  field.setAttribute(name, value);
field.addEventListener("focus", load);
field.addEventListener("input", propose);
field.addEventListener("keydown", pressed);
field.addEventListener("blur", close);
list.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
list.addEventListener("click", ({ target }) => go([...list.children].indexOf(target.closest("[role=option]"))));
