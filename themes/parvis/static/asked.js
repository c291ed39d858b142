/* What an address asks for: the pairs of its query, without the empty ones and without what others hang on to links. */

const OF_OTHERS = /^(?:_|at_|hsa_|mc_|mtm_|pk_|utm_)|^(?:dclid|fbclid|gbraid|gclid|igshid|lang|msclkid|ref|source|v|wbraid|yclid)$/i;
const MOST_CHOICES = 8;
const LONGEST = 40;

/* [name, value] in the order of the address. */
export const asked = () =>
  [...new URLSearchParams(location.search)].filter(([name, value]) => value.trim() && !OF_OTHERS.test(name));

/* A word of the address as a sentence quotes it. */
export const quoted = (word) => (word.length > LONGEST ? `${word.slice(0, LONGEST)}…` : word);

/* « a, b, c », the first of many. */
export const firstOf = (choices) =>
  choices.slice(0, MOST_CHOICES).join(", ") + (choices.length > MOST_CHOICES ? "…" : "");
