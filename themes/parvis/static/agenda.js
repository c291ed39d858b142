/* The agenda has a page for each of its filters, and none for an address such as ?commune=nope: this says so, leads to
   the page that is meant if there is one, and opens the filters there are. Without a query it costs this file alone. */

const version = new URL(import.meta.url).search;

const open = async () => {
  const [{ asked, quoted, firstOf }, { filled }] = await Promise.all(
    ["asked", "phrases"].map((name) => import(`./${name}.js${version}`)),
  );
  const pairs = asked();
  if (!pairs.length) return;
  const [sentence, detail, way] = document.querySelector(".trouble").children;
  const groups = [...document.querySelectorAll(".filterline [data-filter]")];
  const pages = pairs.map(([name, value]) => pageOf(groups, name, value));
  const unknown = pairs.filter((_, place) => !pages[place]);
  const say = (part, values) => {
    part.textContent = filled(part.dataset.says, values);
    part.hidden = false;
  };
  if (unknown.length) say(sentence, { found: unknown.map((pair) => quoted(pair.join("="))).join(", ") });
  if (unknown.length && groups.length) say(detail, { choices: firstOf(groups.map(({ dataset }) => dataset.label)) });
  if (unknown.length < pairs.length) {
    say(way, {});
    way.append(...pages.filter(Boolean).flatMap((page) => [" ", Object.assign(document.createElement("a"), { href: page.href, textContent: page.textContent })]));
  }
  const filters = document.querySelector(".filterline details");
  if (filters) filters.open = true;
};

/* The link to the page of a filter, from the list of filters. */
const pageOf = (groups, name, value) =>
  groups.find(({ dataset }) => dataset.filter === name || dataset.name === name)?.querySelector(`[data-value="${CSS.escape(value)}"] a`);

if (location.search) open();
