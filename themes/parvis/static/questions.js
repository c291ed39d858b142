/* Questions that the site answers, as far as what is typed may be one of them: all its words stand there. */

import { words, singular } from "./words.js";

const MOST = 3;
const LONG_ENOUGH = 3; // letters

/* A function from a query to the list that `part` shows; questions: { name, url }, from the root of the site. */
export const questionsOf = (part, root, { name, url }, stopWords) => {
  const list = Object.assign(document.createElement("ul"), { className: "plain" });
  const pattern = part.querySelector("template").content.firstElementChild;
  const stops = new Set(words(stopWords));
  const known = name.map((text) => words(text).map(singular));
  part.append(list);

  /* The last word may go on. */
  const asks = (asked) => (own) =>
    asked.every((word, place) => own.includes(singular(word)) || (place === asked.length - 1 && own.some((one) => one.startsWith(word))));

  const item = (number) => {
    const entry = pattern.cloneNode(true);
    const link = entry.querySelector("a");
    link.textContent = name[number];
    link.href = root + url[number];
    return entry;
  };

  return (query) => {
    const asked = words(query).filter((word) => !stops.has(word));
    const isEnough = asked.some((word) => word.length >= LONG_ENOUGH);
    const found = isEnough ? [...known.keys()].filter((number) => asks(asked)(known[number])) : [];
    list.replaceChildren(...found.slice(0, MOST).map(item));
    part.hidden = !found.length;
  };
};
