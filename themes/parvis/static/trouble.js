/* What the address asks for and the directory does not have: said in a sentence, with what there is instead. */

import { filled } from "./phrases.js";
import { quoted, firstOf } from "./asked.js";

export const troubleOf = (part, form) => {
  const [sentence, detail] = part.children;

  const say = (shown, text) => {
    shown.textContent = text;
    shown.hidden = !text;
  };

  /* « Service : « nope » n’existe pas ici. Au choix : … » */
  const told = ([name, value]) => {
    const filter = form.filter(name);
    if (!filter) return withChoices(filled(detail.dataset.noFilter, { found: quoted(name) }), form.filters());
    const words = filter.label ? detail.dataset.noValue : detail.dataset.noChoice;
    return withChoices(filled(words, { filter: filter.label, found: quoted(value) }), filter.choices);
  };

  const withChoices = (words, choices) =>
    choices.length ? `${words} ${filled(detail.dataset.choices, { choices: firstOf(choices) })}`.replace("….", "…") : words;

  return {
    over: () => {
      say(sentence, "");
      say(detail, "");
    },
    /* dropped: [name, value] of what is unknown; kept: whether anything else is asked for. */
    tell: (dropped, kept) => {
      say(sentence, dropped.length ? sentence.dataset[kept ? "ignored" : "unknown"] : "");
      say(detail, [...new Set(dropped.map(told))].join(" "));
    },
  };
};
