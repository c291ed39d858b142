/* How a search reads words: without case, accents and plurals, and with one typing mistake. Nothing here touches the page. */

const LIGATURES = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l" };

/* Without ligatures, then without accents, then without capitals: in the order of `fold` of domain/text.py. */
export const folded = (text) =>
  text
    .replace(/[œæßøł]/giu, (letter) => LIGATURES[letter.toLowerCase()])
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();

/* As they are written, in small letters: what stems are made of (stems.js). An apostrophe ends a word. */
export const written = (text) => text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];

/* « l’hébergement » is « l » and « hebergement »: an apostrophe ends a word. */
export const words = (text) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/* A query with another word in the place of one, or with none. */
export const reworded = (query, word, other = "") =>
  query
    .normalize("NFC")
    .replace(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu, (one) => (one.toLowerCase() === word ? other : one))
    .replace(/\s+/g, " ")
    .trim();

/* French, and good enough for Dutch and English: the same rule on both sides of a comparison does no harm. */
export const singular = (word) => {
  if (word.length < 4) return word;
  if (word.endsWith("aux") && !word.endsWith("eaux")) return `${word.slice(0, -3)}al`;
  return word.replace(/[sx]$/, "");
};

/* One letter added, left out or changed, or two neighbours swapped. */
export const isOneMistakeApart = (one, other) => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return short.slice(at + 1) === long.slice(at + 1) || (isSwapped && short.slice(at + 2) === long.slice(at + 2));
};
