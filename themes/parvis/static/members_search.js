/* Search within the members' section: the index is sealed too, and fetched when somebody first touches the field. */

import MiniSearch from "./vendor/minisearch/minisearch.js";
import { askedBy } from "./text.js";
import { folded, written, isOneMistakeApart } from "./words.js";
import { formsOf } from "./stems.js";
import { counted, listAndItem } from "./phrases.js";
import { unpacked } from "./sealed.js";

const AT_A_TIME = 40; // results
const CHUNK = 100; // texts, between which the browser may answer a key
const LONG_ENOUGH_FOR_A_MISTAKE = 4; // letters

/* read: opens a sealed file; asked: what was looked for when somebody left the page, and came back. */
export const searchIn = async (form, read, asked = "") => {
  const root = new URL(form.dataset.root, location.href);
  const field = form.querySelector("input");
  const part = form.parentElement;
  const status = part.querySelector("[role=status]");
  const clear = part.querySelector("[data-clear]");
  const found = part.querySelector(".found");
  const still = document.querySelector(".still");
  const more = found.querySelector("button");
  const [list, blank] = listAndItem(found);
  let index; // a promise
  let latest = 0;
  let ahead = [];

  const begin = () => (index ??= begun().catch(failed));

  const begun = async () => {
    if (field.value) status.textContent = status.dataset.reading;
    const { content } = await read(form.dataset.source);
    return searchOf(await unpacked(content), form.dataset.stop);
  };

  /* The next touch tries again. */
  const failed = () => {
    index = undefined;
    status.textContent = status.dataset.failed;
  };

  const show = async () => {
    const turn = ++latest;
    const query = field.value.trim();
    const search = query && (await begin());
    if (turn !== latest || (query && !search)) return; // somebody has typed on meanwhile, or it has failed
    const results = query ? search(query) : null;
    clear.hidden = !results;
    still.hidden = Boolean(results);
    found.hidden = !results?.length;
    list.replaceChildren();
    ahead = results ?? [];
    status.textContent = results ? counted(status, results.length) : "";
    add();
  };

  /* Returns the link of the first result it adds. */
  const add = () => {
    const added = ahead.splice(0, AT_A_TIME).map(item);
    list.append(...added);
    more.hidden = !ahead.length;
    return added[0]?.querySelector("a");
  };

  const item = ({ url, title, summary }) => {
    const entry = blank.cloneNode(true);
    const link = entry.querySelector("a");
    link.textContent = title;
    link.href = new URL(url, root);
    if (summary) entry.querySelector("p").textContent = summary;
    else entry.querySelector("p").remove();
    return entry;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  field.addEventListener("focus", begin, { once: true });
  field.addEventListener("input", show);
  more.addEventListener("click", () => add().focus());
  clear.addEventListener("click", () => {
    field.value = "";
    show();
    field.focus();
  });
  field.value ||= asked;
  if (field.value) await show();
};

/* A function from a query to the texts that have all its words, the best first; null where it has no word. */
const searchOf = async (texts, stopWords) => {
  const forms = await formsOf(document.documentElement.lang);
  const index = new MiniSearch({
    fields: ["title", "summary", "text"],
    tokenize: written,
    processTerm: forms,
    searchOptions: { boost: { title: 4, summary: 2 } },
  });
  await index.addAllAsync(
    texts.map((text, id) => ({ id, ...text })),
    { chunkSize: CHUNK },
  );
  const stops = new Set(written(stopWords).map(folded));
  return (query) => {
    const asked = askedBy(query, stops);
    if (!asked.length) return null;
    const scores = asked.map(([word, isBegun]) => best(hits(index, word, isBegun && word.length > 1, forms))).reduce(both);
    const order = [...scores].sort(([one, score], [other, otherScore]) => otherScore - score || one - other);
    return order.map(([id]) => texts[id]);
  };
};

/* Results for one word: by its forms, or as a beginning while it is typed; with a mistake only if there is nothing else, so that a
   word that exists never means another one. */
const hits = (index, word, isBegun, forms) => {
  const search = (term, options) => index.search(term, { tokenize: (text) => [text], processTerm: (text) => text, ...options });
  const found = [...search(folded(word), { prefix: isBegun }), ...forms(word).flatMap((form) => search(form, {}))];
  if (found.length || word.length < LONG_ENOUGH_FOR_A_MISTAKE) return found;
  const isNear = (term) => forms(word).some((form) => isOneMistakeApart(form, term));
  return search(folded(word), { fuzzy: 2 }).filter(({ match }) => Object.keys(match).some(isNear));
};

const best = (found) => {
  const scores = new Map();
  for (const { id, score } of found) scores.set(id, Math.max(score, scores.get(id) ?? 0));
  return scores;
};

const both = (one, other) => new Map([...one].filter(([id]) => other.has(id)).map(([id, score]) => [id, score + other.get(id)]));
