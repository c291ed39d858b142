/* What was found, written into the page: entries, how many, numbers of the options, why there is nobody.
   Names and texts of the data become text and nothing else; links lead below the root of the site. */

import { counted, filled } from "./phrases.js";

const AT_A_TIME = 40; // entries: what a key has to draw before the next one

export const listingOf = (form, root, data) => {
  const still = root.querySelector(".still");
  const found = root.querySelector(".found");
  const [note, unmeasured, list] = found.children;
  const pattern = found.querySelector("template").content.firstElementChild;
  const more = found.querySelector("button");
  const count = root.querySelector(".count");
  const empty = root.querySelector(".empty");
  const atFirst = count.textContent;
  const entry = entriesOf(pattern.querySelector(".entry"), form.dataset.root, data.commune);
  let ahead = []; // [part, member, place]

  /* Returns the first entry it adds. */
  const add = () => {
    const added = ahead.splice(0, AT_A_TIME).map(([part, member, place]) => {
      const one = entry(member, place, part.dataset.kind);
      part.lastElementChild.append(one);
      list.append(part);
      return one;
    });
    more.hidden = !ahead.length;
    return added[0];
  };

  more.addEventListener("click", () => {
    const first = add();
    const link = first.querySelector("a") ?? first;
    if (link === first) first.tabIndex = -1;
    link.focus();
  });

  return {
    /* The list as the server wrote it. */
    rest: () => {
      ahead = [];
      list.replaceChildren();
      count.textContent = atFirst;
      reveal(still);
    },
    /* parts: [kind, numbers of members] in order; place: { away, town? } that distances are measured from. */
    show: (parts, place, reason) => {
      list.replaceChildren();
      ahead = parts.flatMap(([kind, numbers]) => {
        const part = blankPart(kind, place);
        const isMeasured = kind === "elsewhere" || numbers.some((one) => place?.away[one] < Infinity);
        return numbers.map((one) => [part, data.members[one], place && { ...place, km: place.away[one], isMeasured }]);
      });
      const total = ahead.length;
      add();
      count.textContent = counted(count, total);
      sayWhichNumber(Object.fromEntries(parts), place);
      sayUnmeasured(Object.fromEntries(parts), place);
      reveal(total ? found : empty);
      if (!total) explain(empty, reason);
    },
    count,
  };

  /* A list with its title; one that is not in parts has none. */
  function blankPart(kind, place) {
    const part = pattern.cloneNode(true);
    const [title, entries] = part.children;
    entries.replaceChildren();
    part.dataset.kind = kind;
    if (!kind) title.remove();
    else title.textContent = filled(list.dataset[kind], townWords(place));
    return part;
  }

  function townWords({ town }) {
    const { at } = data.commune[town];
    return { commune: at, at: at[0].toUpperCase() + at.slice(1) };
  }

  /* « 6 à Lens, 13 y interviennent » */
  function sayWhichNumber({ here, coming }, place) {
    note.hidden = !(here && coming);
    if (!note.hidden) note.textContent = counted(note, coming.length, { here: here.length, ...townWords(place) });
  }

  /* Once, where nothing is known of those who come; entries say it of one among others. */
  function sayUnmeasured({ coming }, place) {
    unmeasured.hidden = !coming || coming.some((one) => place.away[one] < Infinity);
    if (!unmeasured.hidden) unmeasured.textContent = counted(unmeasured, coming.length);
  }

  function reveal(shown) {
    for (const part of [still, found, empty]) part.hidden = part !== shown;
  }
};

const entriesOf = (blank, root, towns) => {
  /* kind: of the part of the list that the entry stands in. */
  return (member, place, kind) => {
    const entry = blank.cloneNode(true);
    const part = (name) => entry.querySelector(`[data-part=${name}]`);
    const say = (name, text) => (text ? (part(name).textContent = text) : part(name).remove());
    name(entry.querySelector("h3"), member);
    mark(entry.querySelector("svg"), member);
    say("summary", member.summary);
    say("serves", kind || !comesTo(member, place) ? "" : filled(part("serves").dataset.serves, { commune: towns[place.town].at }));
    say("town", [member.townName, howFar(part("town").dataset, member, place)].filter(Boolean).join(", "));
    say("type", member.typeName);
    if (!member.interns) part("interns").remove();
    if (!entry.querySelector(".meta").children.length) entry.querySelector(".meta").remove();
    return entry;
  };

  function name(heading, member) {
    const link = heading.firstElementChild;
    link.textContent = member.name;
    if (member.url === null) heading.textContent = member.name;
    else link.href = root + member.url;
  }

  function mark(tile, member) {
    if (member.logo) return tile.replaceWith(logo(member.logo));
    tile.classList.add(`tile--${member.tone}`);
    tile.querySelector(".motif").setAttribute("d", member.motif);
    tile.querySelector("text").textContent = member.initials;
  }

  function logo([url, width, height]) {
    const image = Object.assign(new Image(width, height), { alt: "", className: "logo", loading: "lazy", decoding: "async" });
    image.src = root + url;
    return image;
  }

  function comesTo({ town, communes }, place) {
    return place?.town !== undefined && town !== place.town && communes.includes(place.town);
  }

  /* From the place to the member's own town, which is no way at all for who is there. */
  function howFar(words, member, place) {
    if (!place || member.town === place.town || !place.isMeasured) return "";
    if (place.km === Infinity) return words.unknown;
    const km = Math.floor(place.km + 0.5);
    return km ? filled(words.away, { km }) : words.less;
  }
};

/* Which of the choices nobody answers, and ways out: the page of the service or of the town, if one alone is chosen. */
const explain = (empty, { choices, q }) => {
  const only = (name) => (choices[name]?.length === 1 ? choices[name][0].dataset : undefined);
  const values = { q, service: only("service")?.label, commune: only("commune")?.at };
  const asked = Object.keys(choices).filter((name) => choices[name].length);
  const sentence = empty.querySelector(".lead");
  sentence.textContent = filled(sentence.dataset[reason(asked, q, values)], values);
  for (const link of empty.querySelectorAll("[data-filter]")) lead(link, only(link.dataset.filter), values);
};

const reason = (asked, q, { service, commune }) => {
  const key = asked.sort().join(" ");
  if (q) return key ? "other" : "q";
  if (key === "commune service" && service && commune) return "both";
  return (key === "service" && service) || (key === "commune" && commune) ? key : "other";
};

const lead = (link, choice, values) => {
  link.parentElement.hidden = !choice?.url;
  if (!choice?.url) return;
  link.href = choice.url;
  link.textContent = counted(link, Number(choice.all), values);
};
