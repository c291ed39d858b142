/* The form and the address: each always tells what the other does. */

import { asked as askedFor } from "./asked.js";
import { FACETS } from "./finder.js";
import { reworded } from "./words.js";

const NAMES = ["q", ...FACETS, "autour", "tri"]; // as an address has them
const ANYWHERE = { communes: [], autour: "" };

export const formOf = (form) => {
  const { q, commune, tri } = form.elements;
  const nearby = form.querySelector("[data-nearby]");
  const byDistance = tri.querySelector("[value=distance]");
  const byTurns = tri.querySelector("[value=jour]");
  const { best } = byTurns.dataset;
  byTurns.dataset.turns = byTurns.textContent;
  const boxes = [...form.elements].filter(({ type, name }) => type === "checkbox" && name);
  const towns = [...(commune?.options ?? [])].filter(({ value }) => value);
  const several = commune && new Option(commune.dataset.several, "");
  let where = ANYWHERE; // communes: towns that members are in, or come to; autour: the one that distances are measured from
  let isOwn = false; // the visitor's own position is the place; it is in no address

  const hasPlace = () => isOwn || Boolean(where.autour);

  /* The order one gets without asking for one. */
  const usual = () => (hasPlace() ? "distance" : "jour");

  /* After the place has changed: the nearest come first, unless the visitor wants them by name.
     Without a place there is no distance to sort by. */
  const settle = (own = false, order = tri.value === "nom" ? "nom" : "") => {
    isOwn = own;
    if (own) where = { ...where, autour: "" };
    showWhere();
    if (hasPlace()) tri.append(byDistance);
    else byDistance.remove();
    tri.value = order;
    if (!tri.value) tri.value = usual();
  };

  /* One question for both: a town, and whether around it too. An address may ask for more than the form can show. */
  const showWhere = () => {
    if (!commune) return;
    if (where.communes.length > 1) commune.append(several);
    else several.remove();
    if (where.communes.length > 1 && !where.autour) several.selected = true;
    else commune.value = where.autour || (where.communes[0] ?? "");
    if (!nearby) return;
    nearby.checked = Boolean(where.autour);
    nearby.disabled = !isNear(commune.value);
  };

  const isNear = (id) => towns.some(({ value, dataset }) => value === id && dataset.near !== undefined);

  /* What the form says now; around a town where nobody is, for there is nobody in it. */
  const place = (order) => {
    const value = commune?.value;
    if (!value) where = ANYWHERE;
    else if (isNear(value) && (nearby?.checked || commune.selectedOptions[0].dataset.all === "0")) where = { communes: [], autour: value };
    else where = { communes: [value], autour: "" };
    settle(false, order);
  };

  const ticked = (name) => boxes.filter((box) => box.name === name && box.checked);

  /* The options that are chosen, by the name of their facet. */
  const choices = () =>
    Object.fromEntries(
      FACETS.map((name) => [name, name === "commune" ? towns.filter(({ value }) => where.communes.includes(value)) : ticked(name)]),
    );

  /* [name, value] of all that is asked for. */
  const asked = () => {
    const chosen = choices();
    const of = { q: [q.value.trim()], autour: [where.autour], tri: [tri.value === usual() ? "" : tri.value] };
    return NAMES.flatMap((name) => (of[name] ?? chosen[name].map(({ value }) => value)).filter(Boolean).map((value) => [name, value]));
  };

  const isKnown = ([name, value]) => {
    if (name === "q") return true;
    if (name === "tri") return [byDistance, ...tri.options].some((option) => option.value === value);
    if (name === "autour") return Boolean(nearby) && isNear(value);
    return (name === "commune" ? towns : boxes.filter((box) => box.name === name)).some((choice) => choice.value === value);
  };

  const set = (wanted) => {
    const values = (name) => wanted.filter(([key]) => key === name).map(([, value]) => value);
    q.value = values("q")[0] ?? "";
    for (const box of boxes) box.checked = values(box.name).includes(box.value);
    where = { communes: values("commune"), autour: values("autour")[0] ?? "" };
    settle(false, values("tri")[0] ?? "");
  };

  return {
    asked,
    choices,
    settle,
    place,
    isPlace: (control) => control === commune || control === nearby,
    goTo: (town) => {
      where = { communes: [town], autour: "" };
      settle(isOwn);
    },
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
    town: () => where.autour,
    townName: () => towns.find(({ value }) => value === where.autour).dataset.label,
    query: () => new URLSearchParams(asked()).toString(),
    /* How many members each option would give. */
    count: (counts) => {
      const of = ({ value }, name) => counts[name].get(value) ?? 0;
      for (const box of boxes) box.parentElement.querySelector("[data-count]").textContent = of(box, box.name);
      for (const town of towns) town.textContent = `${town.dataset.label} (${of(town, "commune")})`;
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
      const labels = (options) => options.map(({ dataset }) => dataset.label);
      const called = (control) => control.labels[0].textContent;
      if (name === "q") return { label: called(q), choices: [] };
      if (name === "tri") return { label: called(tri), choices: [...tri.options].map(({ text }) => text) };
      if (commune && name === "commune") return { label: called(commune), choices: labels(towns) };
      if (nearby && name === "autour") return { label: called(commune), choices: labels(towns.filter(({ value }) => isNear(value))) };
      const own = boxes.filter((box) => box.name === name);
      return own.length ? { label: own[0].closest("fieldset")?.querySelector("legend").textContent ?? "", choices: labels(own) } : undefined;
    },
    /* What all filters are called. */
    filters: () => [...form.querySelectorAll("legend, .field label")].map(({ textContent }) => textContent),
    clear: () => set([]),
    takeBack: (name, value) => {
      if (name === "q") q.value = "";
      else if (name === "autour") where = { ...where, autour: "" };
      else if (name === "commune") where = { ...where, communes: where.communes.filter((town) => town !== value) };
      else ticked(name).find((box) => box.value === value).checked = false;
      if (name === "autour" || name === "commune") settle(name === "commune" && isOwn);
    },
  };
};
