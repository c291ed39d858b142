/* Which document has which word, and what that is worth: the index of text.js. Nothing here touches the page. */

import { folded, written, isOneMistakeApart } from "./words.js";
import { kinOf } from "./kin.js";

const AT_A_TIME = 200; // documents, between which the browser may answer a key
const LONG_ENOUGH_FOR_A_MISTAKE = 4; // letters
const ALIKE = 0.5; // of the pairs of letters of two words

/* documents: { worth: { field: value }, field: text… }; forms: of stems.js. `hasName`: whether words of a field may be proposed. */
export const termsOf = async (documents, { forms, language, isProposed }) => {
  const keys = kinOf(language);
  const postings = new Map(); // form: [document, worth, document, worth…], documents in their order
  const said = new Map(); // folded: as it is written
  const proposed = new Map(); // the same, of what has a name of its own
  const families = new Map();

  const put = (form, id, worth) => {
    const list = postings.get(form);
    if (!list) postings.set(form, [id, worth]);
    else if (list.at(-2) !== id) list.push(id, worth);
    else if (list.at(-1) < worth) list[list.length - 1] = worth;
  };

  const meet = (word) => {
    const plain = folded(word);
    if (said.has(plain)) return;
    said.set(plain, word);
    for (const key of keys(plain)) families.has(key) ? families.get(key).push(plain) : families.set(key, [plain]);
  };

  const read = (document, id) => {
    for (const [field, worth] of Object.entries(document.worth))
      for (const word of written(document[field])) {
        meet(word);
        if (isProposed(document, field)) proposed.set(folded(word), word);
        for (const form of forms(word)) put(form, id, worth);
      }
  };

  for (let at = 0; at < documents.length; at += AT_A_TIME) {
    documents.slice(at, at + AT_A_TIME).forEach((document, place) => read(document, at + place));
    await new Promise((next) => setTimeout(next));
  }
  const sorted = [...said.keys()].sort();

  return {
    exact: (form) => postings.get(form) ?? [],
    /* Folded words that begin so. */
    begun: (start) => {
      let [first, end] = [0, sorted.length];
      while (first < end) {
        const middle = (first + end) >> 1;
        if (sorted[middle] < start) first = middle + 1;
        else end = middle;
      }
      while (end < sorted.length && sorted[end].startsWith(start)) end += 1;
      return sorted.slice(first, end);
    },
    /* Folded words of the same family. */
    kin: (word) => [...new Set(keys(word).flatMap((key) => families.get(key) ?? []))].filter((other) => other !== word),
    /* The word that one mistake makes of this one, or of one of its forms: rather one that names something. Another number is
       another thing. */
    mistaken: (word) => {
      const typed = folded(word);
      if (!isLong(typed) || /\p{N}/u.test(word)) return undefined;
      const own = forms(word).filter(isLong);
      const isNear = (one) => isLong(one) && own.some((form) => isOneMistakeApart(form, one));
      const near = [...said].filter(([, other]) => forms(other).some(isNear));
      const worth = ([plain]) => 2 * isOneMistakeApart(typed, plain) + proposed.has(plain);
      return near.sort((one, other) => worth(other) - worth(one))[0]?.[1];
    },
    /* What a word that nobody has may have meant. */
    nearest: (word, most) => {
      const typed = folded(word);
      const near = [...proposed.keys()].filter((one) => one.length > 2 && one !== typed).map((one) => [one, alike(typed, one)]);
      const best = near.filter(([, value]) => value >= ALIKE).sort(([one, value], [other, more]) => more - value || (one < other ? -1 : 1));
      return best.slice(0, most).map(([one]) => proposed.get(one));
    },
  };
};

const isLong = ({ length }) => length >= LONG_ENOUGH_FOR_A_MISTAKE;

/* How much a text is like what somebody typed, by the two words that are most alike; 0 where they are not. */
export const likeness = (typed, text) => {
  const words = written(text).map(folded);
  const value = Math.max(0, ...written(typed).flatMap((word) => words.map((other) => alike(folded(word), other))));
  return value < ALIKE ? 0 : value;
};

/* The share of pairs of letters that two words have in common (Dice). */
const alike = (one, other) => {
  const pairs = pairsOf(one);
  const others = pairsOf(other);
  const common = [...pairs].filter((pair) => others.has(pair)).length;
  return (2 * common) / (pairs.size + others.size);
};

const known = new Map();

const pairsOf = (word) => {
  if (!known.has(word)) known.set(word, new Set([...` ${word}`].map((letter, place) => letter + (`${word} `[place] ?? ""))));
  return known.get(word);
};
