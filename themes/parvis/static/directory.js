/* The directory at work: what each step of the visitor does to the form, the address and the list. */

import { unpacked, matching, ordered, around, passes } from "./finder.js";
import { textSearch } from "./text.js";
import { distances, ownPosition } from "./places.js";
import { listingOf } from "./listing.js";
import { formOf } from "./form.js";
import { chosenOf } from "./chosen.js";
import { troubleOf } from "./trouble.js";
import { questionsOf } from "./questions.js";
import { heardOf } from "./heard.js";

const PAUSE = 300; // milliseconds: browsers refuse to rewrite the address at every key

/* The steps a visitor can take, by name (filters.js). */
export const open = async (element, dir) => {
  const told = await columns(element.dataset.source);
  const data = unpacked(told);
  const { stop, interns } = element.dataset;
  const text = textSearch(data, { language: document.documentElement.lang, stop, interns }); // a promise: boxes need not wait for the index
  const form = formOf(element);
  const listing = listingOf(element, dir, data);
  const showChosen = chosenOf(element, dir, (name, value) => steps.tookBack(name, value));
  const heard = heardOf(dir, element.dataset.root, data, (word, other) => steps.reworded(word, other));
  const locate = element.querySelector("[data-locate]");
  const note = element.querySelector(".where [role=status]");
  const trouble = troubleOf(document.querySelector(".trouble"), form);
  const suggest = questionsOf(dir.querySelector(".answered"), element.dataset.root, told.question, element.dataset.stop);
  let own; // where the visitor is, once they have asked for it
  let latest = 0;
  let writing;

  const show = async () => {
    const turn = ++latest;
    const q = form.text();
    suggest(q);
    const search = q ? await text : null;
    if (turn !== latest) return; // somebody has typed on meanwhile
    const choices = form.choices();
    const wanted = values(choices);
    const meant = search?.answer(q);
    const chosen = meant && search.chosen(meant, (one) => passes(data.members[one], wanted));
    const { found, counts } = matching(data.members, wanted, chosen);
    form.count(counts);
    showChosen(labelled(q, choices));
    form.sayOrder();
    heard(meant, { isFound: found.length > 0, isPartial: chosen?.isPartial }, search, q);
    if (!form.asked().length && !own) return listing.rest();
    const place = placeOf(choices);
    const how = { order: form.order(), day: data.day, better: meant && search.order(meant), away: place?.away };
    const isAround = place?.town !== undefined && how.order === (form.town() ? "distance" : "jour");
    const parts = isAround ? around(place.town, found, data.members, how) : [["", ordered(found, how)]];
    listing.show(parts, place, { choices, q });
  };

  /* What distances are measured from: the visitor, the town they chose, or else the only town they ticked. */
  const placeOf = (choices) => {
    if (own) return { away: distances(data.members, data.commune, own) };
    const ticked = choices.commune ?? [];
    const asked = form.town() || (ticked.length === 1 ? ticked[0].value : "");
    const town = data.commune.findIndex(({ id }) => id === asked);
    if (town < 0) return undefined;
    return { town, away: distances(data.members, data.commune, data.commune[town].position) };
  };

  /* [name, value, label] of all that can be taken back. */
  const labelled = (q, choices) => [
    ...(q ? [["q", q, q]] : []),
    ...Object.entries(choices).flatMap(([name, chosen]) => chosen.map(({ value, dataset }) => [name, value, dataset.label])),
    ...(own ? [["autour", "", locate.dataset.locate]] : []),
    ...(form.town() ? [["autour", form.town(), form.townName()]] : []),
  ];

  const write = (how) => {
    clearTimeout(writing);
    const query = form.query();
    const address = location.pathname + (query && `?${query}`);
    if (address !== location.pathname + location.search) history[how](null, "", address);
  };

  const update = (how) => {
    trouble.over();
    write(how);
    return show();
  };

  const leave = () => {
    own = undefined;
    if (note) note.textContent = "";
  };

  const steps = {
    typed: () => {
      clearTimeout(writing);
      writing = setTimeout(write, PAUSE, "replaceState");
      trouble.over();
      return show();
    },
    paused: () => write("replaceState"),
    chose: (control) => {
      if (form.isPlace(control)) {
        leave();
        form.place();
      }
      return update("pushState");
    },
    submitted: async () => {
      await update("pushState");
      dir.scrollIntoView();
    },
    wentTo: async (town) => {
      form.goTo(town);
      await update("pushState");
      dir.scrollIntoView();
    },
    reworded: async (word, other) => {
      form.reword(word, other);
      await update("pushState");
      listing.count.focus();
    },
    tookBack: (name, value) => {
      if (name === "autour") leave();
      form.takeBack(name, value);
      return update("pushState");
    },
    cleared: async () => {
      leave();
      form.clear();
      await update("pushState");
      listing.count.focus();
    },
    /* The address has changed, or was there first. */
    followed: () => {
      const { dropped, kept } = form.read();
      if (form.town()) leave();
      form.settle(Boolean(own), form.order()); // one's own position is in no address, and stays
      trouble.tell(dropped, kept);
      return show();
    },
    located: async () => {
      note.textContent = note.dataset.asking;
      try {
        own = await ownPosition();
      } catch (reason) {
        note.textContent = note.dataset[reason];
        return;
      }
      note.textContent = note.dataset.found;
      form.settle(true);
      await update("pushState");
    },
  };

  form.place(form.order()); // both may have been chosen while all this was loaded
  return steps;
};

const columns = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};

/* Of boxes that are ticked. */
const values = (choices) =>
  Object.fromEntries(Object.entries(choices).map(([name, boxes]) => [name, new Set(boxes.map(({ value }) => value))]));
