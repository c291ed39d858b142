/* The sentences and patterns of the page: every word comes from the HTML, so that a translation reaches it too. */

/* The sentence in data-none, data-one or data-many of an element, with its blanks filled in. */
export const counted = (element, n, values = {}) => {
  const { none, one, many } = element.dataset;
  return filled(n === 0 && none ? none : n === 1 ? one : many, { ...values, n });
};

/* The list in the <template> of an element, put at its beginning without items, and a pattern of an item. */
export const listAndItem = (part) => {
  const pattern = part.querySelector("template").content.firstElementChild;
  const list = pattern.cloneNode();
  part.prepend(list);
  return [list, pattern.firstElementChild];
};

export const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
