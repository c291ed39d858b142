/* The text search of the directory: which members the words of a visitor mean, the best first. Nothing here touches the page.

   const search = await textSearch(data, { language, stop, interns })
     data: `unpacked` of finder.js; language: of the page; stop: words that tell nothing; interns: words for who takes interns
   search.answer(query)             null when it has no word, else an answer:
     words                            those that somebody has; `missing`: those that nobody has
     read                             [[typed, taken for]] of those that were read as something else
     count[n], score[n]               of member n: how many of `words` it has, and how well
   search.chosen(answer, isAllowed) { members: a Set of numbers, allowed or not; isPartial: none of the allowed has all `words` }
   search.order(answer)             a comparison of two numbers of members, the better one first
   search.suggestions(query, most)  [{ kind: "service" | "commune" | "type" | "member", number, name, url }], the best first;
                                    `url` from the root of the site, null where there is no page
   search.nearest(word, most)       words of the vocabulary and of names that look like it
   search.services(query, most)     numbers of the services that look like it, else of those that most members offer

   Words are those of words.js and stems.js. A member has a word that it, one of its services, towns, types or languages has; that
   begins with it, while it is typed; or, and less, one of its family (kin.js). Only where nobody has it, it is read as another of
   the trade (lexicon.js), and at last as one with a mistake. Who has more of the words comes first; of these, who has rarer words
   and in a better place. */

import { folded, singular, written } from "./words.js";
import { formsOf } from "./stems.js";
import { termsOf, likeness } from "./terms.js";
import { ASKING, LEXICON } from "./lexicon.js";

/* What it is worth to be named so, by kind and field: who is called so, then what they offer, then what is said of them. */
const WORTH = {
  member: { name: 12, words: 5, summary: 4, about: 2 },
  service: { name: 10, words: 8, about: 3 },
  interns: { words: 9 },
  commune: { name: 8, words: 8 },
  type: { name: 6, words: 6 },
  langue: { name: 4 },
};
const BEGUN = 0.8; // of that, for a word that goes on
const READ = 0.6; // for another word of the trade
const KIN = 0.5; // for one of the family
const PLACE = 16; // for a town beside other words: more than for a name that has it
const ONLY_THERE = 0.1; // of that, for who has none of the other words
const SHORTEST_ROOT = 5; // letters of a word that others of its family go on from
const MISTAKEN = 0.4; // for one mistake
const COMING = 0.7; // for a town where a member comes, and is not
const TOGETHER = 6; // for each word of a thing that has them all

const COLUMNS = { member: "members", service: "service", commune: "commune", type: "type" };

export const textSearch = async (data, { language, stop, interns = "" }) => {
  const forms = await formsOf(language);
  const { documents, membersOf } = documentsOf(data, interns);
  const isProposed = ({ kind }, field) => field === "name" || (field === "words" && kind !== "member");
  const terms = await termsOf(documents, { forms, language, isProposed });
  const main = language.split("-")[0];
  const stops = new Set(written(`${stop} ${ASKING[main] ?? ""}`).map(folded));
  const lexicon = LEXICON[main] ?? {};
  const known = new Map();
  const towns = documents
    .map(({ kind, name }, id) => ({ kind, id, name: written(name).map(folded).join(" ") }))
    .filter(({ kind, id, name }) => kind === "commune" && name && membersOf[id].length)
    .map((town) => ({ ...town, own: new Set(town.name.split(" ")) }))
    .sort((one, other) => other.own.size - one.own.size);

  /* Of a word: { found: a Map from documents to how well they have it, members: the same of members, read, telling }. */
  const meant = ([word, isOpen]) => {
    const isBegun = isOpen && word.length > 1;
    const key = word + (isBegun ? "*" : "");
    if (!known.has(key)) known.set(key, weighed(looked(word, isBegun)));
    return known.get(key);
  };

  const looked = (word, isBegun) => {
    const plain = folded(word);
    const found = new Map();
    for (const form of forms(word)) add(found, form, 1);
    if (isBegun) for (const other of terms.begun(plain)) add(found, other, BEGUN);
    for (const other of terms.kin(plain)) add(found, other, KIN);
    if (found.size) return { found };
    for (const phrase of lexicon[plain]?.split(", ") ?? []) {
      const read = together(written(phrase).map(whole(READ)));
      if (read.size) return { found: read, read: phrase };
    }
    const root = singular(plain);
    if (root.length >= SHORTEST_ROOT) for (const other of terms.begun(root)) add(found, other, KIN); // « bijoux », « bijouterie »
    if (found.size) return { found };
    const near = terms.mistaken(word);
    return near ? { found: whole(MISTAKEN)(near), read: near } : { found };
  };

  const whole = (share) => (word) => {
    const found = new Map();
    for (const form of forms(word)) add(found, form, share);
    return found;
  };

  const add = (found, form, share) => {
    const list = terms.exact(form);
    for (let at = 0; at < list.length; at += 2) raise(found, list[at], list[at + 1] * share);
  };

  /* What fewer members have tells more. */
  const weighed = ({ found, read }) => {
    const members = new Map();
    for (const [id, value] of found) for (const member of membersOf[id]) raise(members, member, value * share(id, member));
    return { found, members, read, telling: Math.log(1 + data.members.length / (members.size || 1)) };
  };

  const share = (id, member) => (documents[id].kind === "commune" && data.members[member].town !== documents[id].number ? COMING : 1);

  const isKnown = ({ members }) => members.size > 0;

  /* One letter tells nothing, unless it is a word here: C, R. */
  const asked = (query) => askedBy(query, stops).filter(([word]) => word.length > 1 || isKnown(meant([word])));

  /* Towns that have a name of their own in a query are one part of it each, however many words that takes. */
  const partsOf = (query) => {
    let told = ` ${written(query).map(folded).join(" ")} `;
    let pairs = asked(query);
    const places = [];
    for (const { name, id, own } of towns) {
      const rest = pairs.filter(([word]) => !own.has(folded(word)));
      if (!told.includes(` ${name} `) || (!rest.length && own.size === 1 && !places.length)) continue;
      told = told.replace(` ${name} `, " | ");
      pairs = rest;
      places.push({ word: name, isPlace: true, ...weighed({ found: inTown(id, name) }) });
    }
    return [...pairs.map((pair) => ({ word: pair[0], ...meant(pair) })), ...places];
  };

  const inTown = (id, name) => {
    const [words, telling] = [name.split(" "), name.split(" ").filter((word) => !stops.has(word))];
    return together((telling.length ? telling : words).map((word) => meant([word, false]).found)).set(id, PLACE);
  };

  const answer = (query) => {
    const parts = partsOf(query);
    if (!parts.length) return null;
    const kept = parts.filter(isKnown);
    return {
      words: kept.map(({ word }) => word),
      missing: parts.filter((part) => !isKnown(part)).map(({ word }) => word),
      read: kept.filter(({ read }) => read).map(({ word, read }) => [word, read]),
      ...scored(kept),
    };
  };

  const scored = (parts) => {
    const count = new Uint8Array(data.members.length);
    const score = new Float64Array(data.members.length);
    for (const { members, telling } of parts)
      for (const [member, value] of members) {
        count[member] += 1;
        score[member] += value * telling;
      }
    for (const member of new Set(parts.filter(({ isPlace }) => isPlace).flatMap(({ members }) => [...members.keys()])))
      if (parts.length > 1 && parts.every(({ members, isPlace }) => isPlace || !members.has(member))) score[member] *= ONLY_THERE;
    if (parts.length > 1)
      for (const id of together(parts.map(({ found }) => found)).keys())
        for (const member of membersOf[id]) score[member] += TOGETHER * parts.length;
    return { count, score };
  };

  /* Who has all the words; where nobody of the allowed has, who has at least half of them. */
  const chosen = ({ words, count }, isAllowed) => {
    const able = [...count.keys()].filter((number) => count[number]);
    const most = able.reduce((best, number) => (count[number] > best && isAllowed(number) ? count[number] : best), 0);
    const isPartial = most < words.length;
    const least = isPartial ? Math.min(most, Math.ceil(words.length / 2)) : most;
    return { members: new Set(able.filter((number) => count[number] >= least)), isPartial };
  };

  const order =
    ({ count, score }) =>
    (one, other) =>
      count[other] - count[one] || score[other] - score[one];

  const suggestions = (query, most) => {
    const parts = asked(query).map(meant).filter(isKnown);
    const scores = new Map();
    for (const { found, telling } of parts)
      for (const [id, value] of found) scores.set(id, (scores.get(id) ?? 0) + ONE_MORE + value * telling);
    const offered = [...scores].filter(([id]) => documents[id].kind in COLUMNS && membersOf[id].length);
    offered.sort(([one, score], [other, more]) => more - score || one - other);
    return offered.slice(0, most).map(([id]) => shown(documents[id]));
  };

  const shown = ({ kind, number }) => {
    const { name, url } = data[COLUMNS[kind]][number];
    return { kind, number, name, url };
  };

  const services = (query, most) => {
    const offered = documents.map((document, id) => ({ ...document, offering: membersOf[id].length })).filter(({ kind, offering }) => kind === "service" && offering);
    const alike = offered.map((service) => ({ ...service, value: likeness(query, `${service.name} ${service.words}`) })).filter(({ value }) => value);
    const best = alike.length ? alike : offered.map((service) => ({ ...service, value: service.offering }));
    return best.sort((one, other) => other.value - one.value || one.number - other.number).slice(0, most).map(({ number }) => number);
  };

  return { answer, chosen, order, suggestions, services, nearest: terms.nearest };
};

const ONE_MORE = 1000; // whoever has one more of the words comes first

/* [word, whether it may go on] of a query; words that tell nothing only where there are no others. */
export const askedBy = (query, stops) => {
  const all = [...new Set(written(query))];
  const isOpen = /[\p{L}\p{N}]$/u.test(query);
  const pairs = all.map((word, place) => [word, isOpen && place === all.length - 1]);
  const telling = pairs.filter(([word]) => !stops.has(folded(word)));
  return telling.length ? telling : pairs;
};

/* Members come first, so that their documents have their own numbers; words of a vocabulary stand there once, not once a member. */
const documentsOf = ({ members, ...vocabularies }, interns) => {
  const documents = [];
  const membersOf = [];
  const put = (kind, number, entry) => {
    documents.push({ name: "", words: "", summary: "", about: "", ...entry, kind, number, worth: WORTH[kind] });
    membersOf.push(kind === "member" ? [number] : []);
  };
  members.forEach(({ name, words, summary, about }, number) => put("member", number, { name, words, summary, about }));
  for (const [kind, key] of [["service", "services"], ["commune", "communes"], ["type", "types"], ["langue", "langues"]]) {
    const first = documents.length;
    vocabularies[kind].forEach((entry, number) => put(kind, number, entry));
    members.forEach((member, id) => member[key].forEach((place) => membersOf[first + place].push(id)));
  }
  put("interns", 0, { words: interns });
  members.forEach((member, id) => member.interns && membersOf.at(-1).push(id));
  return { documents, membersOf };
};

const raise = (values, key, value) => {
  if (value > (values.get(key) ?? 0)) values.set(key, value);
};

/* Of several maps from documents: what all of them have. */
const together = ([first, ...others]) => new Map([...first].filter(([id]) => others.every((other) => other.has(id))));
