/* What is chosen, each with a button that takes it back. */

import { counted, filled, listAndItem } from "./phrases.js";

/* take: what to do with the name and the value of what is taken back. */
export const chosenOf = (form, dir, take) => {
  const part = dir.querySelector(".chosen");
  const [list, blank] = listAndItem(part);
  let shown = [];

  /* The keyboard stays where it was: on the next choice, or on the result when there is none left. */
  list.addEventListener("click", async ({ target }) => {
    const place = [...list.children].indexOf(target.closest("li"));
    if (place < 0) return;
    await take(...shown[place]);
    const next = list.children[Math.min(place, list.children.length - 1)];
    (next?.querySelector("button") ?? dir.querySelector(".count")).focus();
  });

  const item = ([name, value, label]) => {
    const entry = blank.cloneNode(true);
    const button = entry.querySelector("button");
    const said = name === "autour" ? filled(button.dataset.near, { choice: label }) : label;
    button.firstElementChild.textContent = said;
    button.setAttribute("aria-label", filled(button.dataset.remove, { choice: said }));
    return entry;
  };

  /* choices: [name, value, label] */
  return (choices) => {
    shown = choices;
    list.replaceChildren(...choices.map(item));
    part.hidden = !choices.length;
    const say = (block, n) => {
      const said = block.querySelector("[data-chosen]");
      said.textContent = n ? counted(said, n) : "";
    };
    for (const facet of form.querySelectorAll(".facet")) say(facet, facet.querySelectorAll(":checked").length);
    say(form.querySelector(".refine"), choices.filter(([name]) => name !== "q").length);
  };
};
