/* The directory, searched in place: this module waits until somebody touches the form or comes with a query.
   Only then it loads the others and the data (directory.js); a plain visit costs this file and nothing else. */

const form = document.querySelector(".filters");
const dir = document.querySelector(".dir");
let begun;

const begin = () => (begun ??= import("./directory.js").then(({ open }) => open(form, dir)).catch(failed));

/* The next touch tries again. */
const failed = () => {
  begun = undefined;
  const trouble = document.querySelector(".error");
  trouble.textContent = trouble.dataset.failed;
  trouble.hidden = false;
};

const run = async (step, ...details) => (await begin())?.[step](...details);

/* A link or a button that does its work here, unless the visitor wants it in another tab. */
const take = (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  event.preventDefault();
  return true;
};

const isText = ({ target }) => target.type === "search";

for (const touch of ["focusin", "pointerdown"]) form.addEventListener(touch, begin, { once: true });
form.addEventListener("input", (event) => isText(event) && run("typed"));
for (const part of [form, dir.querySelector(".sort")]) {
  part?.addEventListener("change", (event) => run(isText(event) ? "paused" : "chose", event.target));
}
form.addEventListener("submit", (event) => take(event) && run("submitted"));
form.querySelector(".refine .more")?.addEventListener("click", () => (form.querySelector(".refine").open = false));
form.querySelector("[data-locate]")?.addEventListener("click", () => run("located"));
document.addEventListener("click", (event) => {
  const town = event.target.closest(".map [data-commune]");
  const clear = event.target.closest("[data-clear]");
  if (town && take(event)) run("wentTo", town.dataset.commune);
  if (clear && take(event)) run("cleared");
});
addEventListener("popstate", () => begun && run("followed"));

if (location.search) import("./asked.js").then(({ asked }) => asked().length && run("followed"), failed);
