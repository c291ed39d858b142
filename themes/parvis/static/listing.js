/* What was found, written into the page: entries, how many, numbers of the options, why there is nobody.
   Names and texts of the data become text and nothing else; links lead below the root of the site. */

const version = new URL(import.meta.url).search;
const { counted, filled, listAndItem } = await import(`./phrases.js${version}`);

const AT_A_TIME = 40; // entries: what a key has to draw before the next one

export const listingOf = (form, root, data) => {
  const still = root.querySelector(".still");
  const found = root.querySelector(".found");
  const [list, blank] = listAndItem(found);
  const more = found.querySelector("button");
  const count = root.querySelector(".count");
  const empty = root.querySelector(".empty");
  const atFirst = count.textContent;
  const entry = entriesOf(blank, form.dataset.root, data.commune);
  let ahead = [];

  /* Returns the first entry it adds. */
  const add = () => {
    const entries = ahead.splice(0, AT_A_TIME).map(({ member, distance }) => entry(member, distance));
    list.append(...entries);
    more.hidden = !ahead.length;
    return entries[0];
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
    /* results: { member, distance? } in order. */
    show: (results, reason) => {
      ahead = [...results];
      list.replaceChildren();
      add();
      count.textContent = counted(count, results.length);
      reveal(results.length ? found : empty);
      if (!results.length) explain(empty, reason);
    },
    count,
  };

  function reveal(shown) {
    for (const part of [still, found, empty]) part.hidden = part !== shown;
  }
};

const entriesOf = (blank, root, towns) => {
  const kilometres = new Intl.NumberFormat(document.documentElement.lang, {
    style: "unit",
    unit: "kilometer",
    maximumFractionDigits: 0,
  });

  return (member, distance) => {
    const entry = blank.cloneNode(true);
    const part = (name) => entry.querySelector(`[data-part=${name}]`);
    const say = (name, text) => (text ? (part(name).textContent = text) : part(name).remove());
    name(entry.querySelector("h3"), member);
    mark(entry.querySelector("svg"), member);
    say("distance", distance && howFar(part("distance").dataset, member, distance));
    say("summary", member.summary);
    say("town", isInside(member, distance) ? "" : member.townName);
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

  /* asked: the town that was chosen, or nothing for a position of one's own. */
  function howFar(words, member, { km, by, asked }) {
    if (km === Infinity) return "";
    const comesTo = (town) => filled(member.town === town ? words.at : words.serves, { commune: towns[town].at });
    if (member.communes.includes(asked)) return comesTo(asked);
    const away = km < 0.5 ? words.less : filled(words.away, { distance: kilometres.format(km) });
    return member.town === by ? away : `${comesTo(by)}, ${away}`; // measured from a town it comes to, which is named
  }
};

/* « à Arras » need not be followed by « Arras ». */
const isInside = (member, distance) => distance && member.town === distance.asked;

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
