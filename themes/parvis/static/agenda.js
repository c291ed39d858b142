/* The agenda has a page for each of its filters. Here they combine: the dates of one that all the others have too, for an address
   such as ?commission=reseaux&commune=lens, which can be sent; it works on the page of a filter as well, to which it adds others.
   What is no filter is told, with what there is. Without a query, and before a second filter is chosen, it costs this file alone. */

const groups = [...document.querySelectorAll(".filterline [data-filter]")];
const [sentence, detail, way] = document.querySelector(".trouble").children;
const result = document.querySelector(".filterline + [role=status]");
const isAgenda = document.querySelector("#p-liste") !== null; // else a page of one filter, to which others are added
const whole = partsOf(document);
const place = document.createComment("");
const pages = new Map(); // of filters, once they have been read
let latest = 0;

whole[0]?.before(place);

const words = () => Promise.all([import("./asked.js"), import("./phrases.js")]);

const say = (part, text) => {
  part.textContent = text;
  part.hidden = !text;
};

const anchor = (href, textContent) => Object.assign(document.createElement("a"), { href, textContent });

const show = async () => {
  const turn = ++latest;
  const [{ asked, quoted, firstOf }, { filled, counted }] = await words();
  const pairs = asked();
  const chosen = pairs.map(([name, value]) => linkOf(name, value));
  const unknown = pairs.filter((_, place) => !chosen[place]);
  const links = [...new Set(chosen.filter(Boolean))];
  const found = whole.length && links.length ? await common(links.map(({ href }) => href)).catch(() => null) : null;
  if (turn !== latest) return;
  say(sentence, unknown.length ? filled(sentence.dataset.says, { found: unknown.map((pair) => quoted(pair.join("="))).join(", ") }) : "");
  say(detail, unknown.length && groups.length ? filled(detail.dataset.says, { choices: firstOf(groups.map(({ dataset }) => dataset.label)) }) : "");
  const isAlone = !found || (isAgenda && links.length === 1);
  say(way, links.length && (isAlone || found.isCut) ? way.dataset[isAlone ? "says" : "later"] : "");
  if (!way.hidden) way.append(...links.flatMap(({ href, textContent }) => [" ", anchor(href, textContent)]));
  if (result) result.textContent = found ? counted(result, found.rows) : "";
  if (found) result.append(" ", anchor(location.pathname, result.dataset.clear));
  put(found ? found.parts : whole);
  for (const link of document.querySelectorAll(".filterline a[aria-current]")) link.removeAttribute("aria-current");
  for (const link of links) link.setAttribute("aria-current", "true");
  const filters = document.querySelector(".filterline details");
  if (filters && pairs.length) filters.open = true;
};

const put = (parts) => {
  for (const part of partsOf(document)) part.remove();
  place.after(...parts);
};

/* The link to the page of a filter, from the list of filters. */
const linkOf = (name, value) =>
  groups.find(({ dataset }) => dataset.filter === name || dataset.name === name)?.querySelector(`[data-value="${CSS.escape(value)}"] a`);

/* The months of the first page, with the dates that the others have too; isCut: one of them goes on on pages of its months. */
const common = async (addresses) => {
  const read = await Promise.all(addresses.map(pageAt));
  const [first, ...others] = isAgenda ? read : [told(whole.map((part) => part.cloneNode(true)), document), ...read];
  const last = [first, ...others].filter(({ isCut }) => isCut).map(({ days }) => days.at(-1)).sort()[0];
  const isShown = (row) => others.every(({ keys }) => keys.has(keyOf(row))) && (last === undefined || dayOf(row) <= last);
  const parts = first.parts.map((part) => part.cloneNode(true));
  for (const row of parts.flatMap(rowsOf)) if (!isShown(row)) row.remove();
  const kept = parts.filter((part) => rowsOf(part).length);
  return { parts: kept, rows: kept.flatMap(rowsOf).length, isCut: last !== undefined };
};

/* Months, with their dates. */
function partsOf(tree) {
  return [...tree.querySelectorAll("main section")].filter((part) => part.querySelector(".event"));
}

const rowsOf = (part) => [...part.querySelectorAll(".event")];
const dayOf = (row) => row.querySelector("time").getAttribute("datetime").slice(0, 10);
const keyOf = (row) => [row.querySelector("h3 a")?.href ?? row.querySelector("h3").textContent, ...[...row.querySelectorAll("time")].map((time) => time.dateTime)].join(" ");

const pageAt = async (href) => {
  if (!pages.has(href)) pages.set(href, pageOf(href, await (await fetch(href)).text()));
  return pages.get(href);
};

/* Links of a page begin where it is, and it is shown elsewhere. */
const pageOf = (href, text) => {
  const page = new DOMParser().parseFromString(text, "text/html");
  for (const link of page.querySelectorAll("main a[href]")) link.href = new URL(link.getAttribute("href"), href).href;
  return told(partsOf(page), page);
};

/* Of a page: its months, what its dates are known by, and whether there are more of them elsewhere. */
const told = (parts, page) => {
  const rows = parts.flatMap(rowsOf);
  return { parts, keys: new Set(rows.map(keyOf)), days: rows.map(dayOf), isCut: page.querySelector("#p-suite") !== null };
};

/* A filter of the agenda takes the place of the one of its group; once more, and it is taken back. */
const choose = (link) => {
  const { name } = link.closest("[data-filter]").dataset;
  const { value } = link.closest("[data-value]").dataset;
  const query = new URLSearchParams(location.search);
  if (query.get(name) === value) query.delete(name);
  else query.set(name, value);
  go(query.size ? `?${query}` : "");
};

const go = (query) => {
  history.pushState(null, "", location.pathname + query);
  show();
};

/* The first filter of all leads to its page. */
const combines = (link) => (isAgenda ? location.search : !link.closest("[data-filter]").querySelector("b"));

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest(".filterline [data-value] a");
  const isBack = result && event.target.closest("a")?.parentElement === result;
  if (!isBack && !(link && combines(link))) return;
  event.preventDefault();
  if (link) return choose(link);
  go("");
  document.querySelector(".filterline summary").focus();
});
addEventListener("popstate", show);

if (location.search) show();
