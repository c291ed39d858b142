/* What was sealed, in the place of the form: its title, its scripts, its files, and where the reader was in it. */

import { filled } from "./phrases.js";
import { filesOf } from "./sealed_files.js";

const PAUSE = 300; // milliseconds: browsers refuse to rewrite the history at every step

/* isAsked: somebody has just typed the passphrase, and is told what became of it. leave: forgets the key. */
export const reveal = async ({ title: told, html }, { opener, root, locked, isAsked, leave }) => {
  const bar = document.querySelector(".reserved");
  const status = bar.querySelector("[role=status]");
  const files = filesOf({ opener, root, bar, say: (words) => (status.textContent = words) });
  const content = new DOMParser().parseFromString(`<!doctype html><body>${html}`, "text/html").body;
  const scripts = [...content.querySelectorAll("script"), ...hoursOf(content, bar)].map((script) => runnable(script, root)).filter(Boolean);
  for (const script of content.querySelectorAll("script")) script.remove();
  files.takeOut(content); // before anything of it could be fetched
  locked.replaceWith(...content.childNodes);
  const main = document.querySelector("main");
  const title = main.querySelector("h1")?.textContent.trim() || told; // the theme has words for what has no title
  document.title = filled(bar.dataset.title, { title });
  nameHere(document.querySelector(".crumbs"), title);
  bar.hidden = false;
  bar.querySelector("button").addEventListener("click", leave);
  files.watch(main);
  wholeAddresses(main);
  document.body.append(...scripts);
  const left = history.state ?? {};
  const search = main.querySelector(".within form");
  const ready = search && import("./members_search.js").then(({ searchIn }) => searchIn(search, files.read, left.q));
  if (isAsked) arrive(main, () => (status.textContent = filled(bar.dataset.opened, { title })));
  if (left.q) await ready; // what was found has to be there before its place is
  takePlace(main, left);
  keepPlace(main);
};

/* Whoever has typed the passphrase goes on at the title, and hears that it is there. */
const arrive = (main, tell) => {
  const heading = main.querySelector("h1");
  heading.tabIndex = -1;
  heading.focus();
  requestAnimationFrame(tell); // a region that has just appeared says nothing yet
};

/* The last step of the way from the home page, which only members may know; the section itself has no such way. */
const nameHere = (crumbs, title) => {
  if (!crumbs) return;
  const here = crumbs.querySelector("[aria-current]") ?? crumbs.appendChild(document.createElement("li"));
  here.setAttribute("aria-current", "page");
  here.textContent = title;
};

/* Hours as the clock of the reader shows them (local_time.js), where there are any. */
const hoursOf = (content, bar) =>
  content.querySelector("time[datetime*=T]") ? bar.querySelector("template").content.querySelectorAll("script") : [];

/* A parser of text leaves scripts asleep; those of the theme are woken, and there are no others. */
const runnable = (script, root) => {
  if (!new URL(script.getAttribute("src") ?? "", location.href).href.startsWith(`${root}theme/`)) return undefined;
  const fresh = document.createElement("script");
  for (const { name, value } of script.attributes) fresh.setAttribute(name, value);
  return fresh;
};

/* A calendar is subscribed to by its whole address, which the page knows when it is read. */
const wholeAddresses = (main) => {
  const link = main.querySelector("[data-webcal]");
  if (!link) return;
  main.querySelector("[data-address]").textContent = link.href;
  link.href = link.href.replace(/^https?:/, "webcal:");
};

/* The page was short when the browser looked for the place to go to: what it would have done is done here. */
const takePlace = (main, { y, folds = [] }) => {
  const all = [...main.querySelectorAll("details")];
  for (const fold of folds) if (all[fold]) all[fold].open = true;
  if (y !== undefined) scrollTo(0, y);
  else if (location.hash) location.replace(location.hash);
};

/* For the way back. In the history of the tab, in no address: nobody else learns what is looked for here. */
const keepPlace = (main) => {
  const search = main.querySelector(".within input");
  const here = () => {
    const folds = [...main.querySelectorAll("details")].flatMap(({ open }, number) => (open ? [number] : []));
    history.replaceState({ y: scrollY, folds, q: search?.value }, "");
  };
  let later;
  addEventListener("scroll", () => {
    clearTimeout(later);
    later = setTimeout(here, PAUSE);
  });
  addEventListener("pagehide", here);
  main.addEventListener("click", here, { capture: true });
};
