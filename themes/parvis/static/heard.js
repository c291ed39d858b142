/* How a search was read, said beside what it found: words that nobody has, each with a button that takes it out, and words read
   as others. Where it finds nobody: words that look like it, services, and the subject of a letter to the association. */

import { filled } from "./phrases.js";

const MOST = 3;

/* reword: what to do with a word and with what takes its place. Returns a function that says it of an answer of text.js, of whether
   anybody is found and has all of its words, and of the query; without an answer there is nothing to say. */
export const heardOf = (dir, root, data, reword) => {
  const said = dir.querySelector(".heard");
  const [without, readAs, partial] = said.querySelectorAll(".note");
  const empty = dir.querySelector(".empty");
  const letter = empty.querySelector("[data-subject]");
  const mail = letter?.querySelector("a");
  const address = mail?.href;
  const quote = (word) => filled(without.dataset.word, { word });
  const listed = (words) => words.map(quote).join(", ");

  const removals = buttonsOf(said, (button, word) => {
    button.textContent = filled(button.dataset.said, { word: quote(word) });
    button.addEventListener("click", () => reword(word));
  });
  const nearest = buttonsOf(empty.querySelector("[data-part=nearest]"), (button, [word, other]) => {
    button.textContent = other;
    button.addEventListener("click", () => reword(word, other));
  });
  const services = buttonsOf(empty.querySelector("[data-part=services]"), (link, number) => {
    link.textContent = data.service[number].name;
    link.href = root + data.service[number].url;
  });

  const say = (part, isSaid, values) => {
    part.hidden = !isSaid;
    if (values) part.textContent = isSaid ? filled(part.dataset.said, values) : "";
  };

  return (answer, { isFound, isPartial }, search, query) => {
    const { missing = [], read = [] } = answer ?? {};
    const isLost = Boolean(answer) && !isFound;
    const others = { words: listed(read.map(([typed]) => typed)), others: listed(read.map(([, meant]) => meant)) };
    say(without, isFound && missing.length, { words: listed(missing) });
    say(readAs, isFound && read.length, others);
    say(partial, Boolean(answer) && isFound && isPartial);
    removals(isFound ? missing : []);
    nearest(isLost ? missing.flatMap((word) => search.nearest(word, MOST).map((other) => [word, other])).slice(0, MOST) : []);
    services(isLost ? search.services(query, MOST).filter((number) => data.service[number].url) : []);
    if (mail) mail.href = query ? `${address}?subject=${encodeURIComponent(filled(letter.dataset.subject, { q: query }))}` : address;
  };
};

/* A function that shows one button or link for each of several things; where there are none, the part is hidden, if it has a name. */
const buttonsOf = (part, fill) => {
  const pattern = part.querySelector("template").content.firstElementChild;
  const list = pattern.cloneNode();
  part.append(list);
  return (things) => {
    const items = things.map((thing) => {
      const item = pattern.firstElementChild.cloneNode(true);
      fill(item.firstElementChild, thing);
      return item;
    });
    list.replaceChildren(...items);
    list.hidden = !items.length;
    if (part.dataset.part) part.hidden = !items.length;
  };
};
