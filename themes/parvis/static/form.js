/* The form and the address: each always tells what the other does. */

const version = new URL(import.meta.url).search;
const { asked: askedFor } = await import(`./asked.js${version}`);
const { reworded } = await import(`./words.js${version}`);

export const formOf = (form) => {
  const { q, autour, tri } = form.elements;
  const byDistance = tri.querySelector("[value=distance]");
  const byTurns = tri.querySelector("[value=jour]");
  const { best } = byTurns.dataset;
  byTurns.dataset.turns = byTurns.textContent;
  const controls = [...form.elements].filter((control) => control.name);
  const names = new Set(controls.map(({ name }) => name));
  const boxes = controls.filter((control) => control.type === "checkbox");
  let isOwn = false; // the visitor's own position is the place; it is in no address

  const hasPlace = () => isOwn || Boolean(autour?.value);

  /* The order one gets without asking for one. */
  const usual = () => (hasPlace() ? "distance" : "jour");

  /* After the place has changed: the nearest come first, unless the visitor wants them by name.
     Without a place there is no distance to sort by. */
  const settle = (own = false, order = tri.value === "nom" ? "nom" : "") => {
    isOwn = own;
    if (own && autour) autour.value = "";
    if (hasPlace()) tri.append(byDistance);
    else byDistance.remove();
    tri.value = order;
    if (!tri.value) tri.value = usual();
  };

  const isKnown = ([name, value]) => {
    if (name === "q") return true;
    const options = [byDistance, ...controls.flatMap((control) => [...(control.options ?? [control])])];
    return options.some((option) => option.value === value && (option.name ?? option.parentElement?.name ?? "tri") === name);
  };

  /* [name, value] of all that is asked for, in the order of the form. */
  const asked = () =>
    [...new FormData(form)]
      .map(([name, value]) => [name, value.trim()])
      .filter(([name, value]) => value && !(name === "tri" && value === usual()));

  const set = (wanted) => {
    for (const control of controls) {
      const values = wanted.filter(([name]) => name === control.name).map(([, value]) => value);
      if (control.type === "checkbox") control.checked = values.includes(control.value);
      else control.value = values[0] ?? "";
    }
    settle(false, wanted.find(([name]) => name === "tri")?.[1] ?? "");
  };

  const check = (name, value, isChecked = true) => {
    for (const box of boxes) if (box.name === name && box.value === value) box.checked = isChecked;
  };

  return {
    boxes,
    asked,
    settle,
    check,
    text: () => q.value.trim(),
    /* Another word of the text, or none, in the place of one. */
    reword: (word, other) => {
      q.value = reworded(q.value, word, other);
    },
    /* The order one gets without asking for one, as it is called. */
    sayOrder: () => {
      byTurns.textContent = q.value.trim() ? best : byTurns.dataset.turns;
    },
    order: () => tri.value,
    town: () => autour?.value ?? "",
    townName: () => autour.selectedOptions[0].text,
    query: () => new URLSearchParams(asked()).toString(),
    /* The boxes that are ticked, by name. */
    choices: () => {
      const facets = [...new Set(boxes.map(({ name }) => name))];
      return Object.fromEntries(facets.map((name) => [name, boxes.filter((box) => box.name === name && box.checked)]));
    },
    /* From the address; what the form does not know is dropped, and that is told: `dropped` are its [name, value]. */
    read: () => {
      const wanted = askedFor();
      const known = wanted.filter(isKnown);
      set(known);
      return { dropped: wanted.filter((pair) => !isKnown(pair)), kept: known.length > 0 };
    },
    /* What a filter is called and what it offers, in words; nothing for a name that is no filter. */
    filter: (name) => {
      if (!names.has(name)) return undefined;
      const own = controls.filter((control) => control.name === name);
      const [first] = own;
      if (first.type !== "checkbox") return { label: first.labels[0].textContent, choices: [...first.options].filter(({ value }) => value).map(({ text }) => text) };
      return { label: first.closest("fieldset")?.querySelector("legend").textContent ?? "", choices: own.map(({ dataset }) => dataset.label) };
    },
    /* What all filters are called. */
    filters: () => [...form.querySelectorAll("legend, .field label")].map(({ textContent }) => textContent),
    clear: () => set([]),
    takeBack: (name, value) => {
      if (name === "q") q.value = "";
      else if (name !== "autour") check(name, value, false);
      else {
        if (autour) autour.value = "";
        settle();
      }
    },
  };
};
