/* Filters the directory in place. It shows, hides and counts what is in the page; every word comes from the HTML
   (templates/directory.html, templates/macros/search.html), so that a translation reaches it too. */
"use strict";
{
  const form = document.querySelector(".filters");
  const list = document.querySelector(".entries");
  const count = document.querySelector(".count");
  const empty = document.querySelector(".empty");
  const unknown = document.querySelector(".error");

  const read = () => {
    const query = new URLSearchParams(location.search);
    const controls = [...form.elements].filter((control) => control.name);
    for (const control of controls) {
      const value = query.get(control.name) ?? "";
      if (control.type === "checkbox") control.checked = value === control.value;
      else control.value = isKnown(control, value) ? value : "";
    }
    unknown.hidden = controls.every((control) => isKnown(control, query.get(control.name) ?? ""));
  };

  const isKnown = (control, value) =>
    control.type === "checkbox" || [...control.options].some((option) => option.value === value);

  const wanted = () => [...new FormData(form)].filter(([, value]) => value);

  const matches = (entry, choices) =>
    choices.every(([name, value]) => (entry.dataset[name] ?? "").split(" ").includes(value));

  const show = () => {
    const choices = wanted();
    for (const entry of list.children) entry.hidden = !matches(entry, choices);
    const shown = [...list.children].filter((entry) => !entry.hidden).length;
    count.textContent = counted(count, shown);
    list.hidden = shown === 0;
    empty.hidden = shown > 0;
    if (shown === 0) explain(Object.fromEntries(choices));
  };

  /* The sentence in data-none, data-one or data-many, with its blanks filled in. */
  const counted = (element, n, words = {}) => {
    const { none, one, many } = element.dataset;
    return filled(n === 0 && none ? none : n === 1 ? one : many, { ...words, n });
  };

  const filled = (sentence, words) => sentence.replace(/\{(\w+)\}/g, (blank, name) => words[name] ?? blank);

  const chosen = (name) => form.elements[name]?.selectedOptions?.[0];

  const explain = ({ type, stages, ...choices }) => {
    const words = { service: chosen("service")?.text, commune: chosen("commune")?.dataset.at };
    const sentence = empty.querySelector(".lead");
    const named = ["service", "commune"].filter((name) => choices[name]);
    const key = type || stages ? "other" : named.length === 2 ? "both" : named[0];
    sentence.textContent = filled(sentence.dataset[key], words);
    for (const link of empty.querySelectorAll("[data-filter]")) lead(link, words);
  };

  /* A way out: the page of the service or of the town, if one is chosen. */
  const lead = (link, words) => {
    const { url, count: number } = chosen(link.dataset.filter)?.dataset ?? {};
    link.parentElement.hidden = !url;
    if (!url) return;
    link.href = url;
    link.textContent = counted(link, Number(number), words);
  };

  const update = () => {
    const query = new URLSearchParams(wanted()).toString();
    const address = location.pathname + (query && `?${query}`);
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
    unknown.hidden = true;
    show();
  };

  const follow = () => {
    read();
    show();
  };

  form.addEventListener("change", update);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    update();
  });
  document.querySelector(".map")?.addEventListener("click", (event) => {
    const town = event.target.closest("[data-commune]");
    if (!town || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    form.elements.commune.value = town.dataset.commune;
    update();
    form.scrollIntoView();
  });
  addEventListener("popstate", follow);
  follow();
}
