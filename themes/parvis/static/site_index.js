/* The index of the whole site, read in pieces: only those that have the words of a query, and the results that are shown.
   plugins/association/exports/site_index.py makes them; MiniSearch ranks what they say. Nothing here touches the page. */

import MiniSearch from "./vendor/minisearch/minisearch.js";
import { folded, isOneMistakeApart, singular, written as spelt } from "./words.js";
import { formsOf } from "./stems.js";
import { kinOf } from "./kin.js";

const FIELDS = ["title", "words", "text"];
const BOOST = { title: 6, words: 2.5, text: 1 };
const LONG_ENOUGH_FOR_A_MISTAKE = 4; // letters
const SHORTEST_ROOT = 5; // letters of a word that others of its family go on from
const MOST_PIECES = 3; // that hold words which begin alike
const MOST_TERMS = 5; // for each letter that they begin with
const MOST_SUGGESTIONS = 5;
const BEGUN = 0.7; // what a word that has only begun to be typed weighs
const GONE_ON = 0.3; // of that, where the word is one as it is: « AG », « agence »
const OF_KIND = { TAG: 0.2 }; // lists of what is found beside them
const LITTLE = 0.01; // thirds do not add up
const OVER = 0.5; // what is past or closed weighs, where another kind is as good

export class OtherVersion extends Error {}

/* read(name, version): a promise of a piece, "" being the first one. */
export const openIndex = async (read, language) => {
  const [first, forms] = await Promise.all([read(""), formsOf(language)]);
  const small = new Set(first.small.split(" "));
  const places = first.places.map((name) => name.split(" ")).sort((one, other) => other.length - one.length);
  const kinds = kindsOf(first.kinds);
  const total = first.lengths[0].length;
  const size = Math.ceil(total / first.pieces);
  const pieces = new Map();
  const found = new Map();

  const piece = (name) => {
    if (!pieces.has(name)) pieces.set(name, checked(name).catch((error) => (pieces.delete(name), Promise.reject(error))));
    return pieces.get(name);
  };

  const checked = async (name) => {
    const told = await read(name, first.v);
    if (told.v !== first.v) throw new OtherVersion(name);
    return told;
  };

  const pieceOf = (term) => first.beginnings.filter((beginning) => beginning <= term).length;
  const termsIn = async (number) => (await piece(`t${number}`)).terms;

  /* The terms of the index that a word means, each with what it weighs, as pairs. */
  const meant = async (word, isBegun) => {
    const [plain] = forms(word);
    const exact = await there(forms(word));
    if (!isBegun || plain.length < 2) return exact;
    const share = exact.length ? GONE_ON : 1;
    return [...new Map([...(await begunBy(plain)).map(([term, weight]) => [term, share * weight]), ...exact])];
  };

  const there = async (terms) => {
    const found = await Promise.all(terms.map(async (term) => [term, (await termsIn(pieceOf(term)))[term]]));
    return found.filter(([, postings]) => postings).map(([term]) => [term, 1]);
  };

  /* Also the one that a word still being typed goes on from: « formati » from the stem of « formation ». */
  const begunBy = async (plain) => {
    const [from, to] = [pieceOf(plain), pieceOf(`${plain}\uffff`)];
    const numbers = Array.from({ length: Math.min(MOST_PIECES, to - from + 1) }, (_, step) => from + step);
    const found = (await Promise.all(numbers.map(termsIn))).flatMap(Object.keys);
    const after = found.filter((term) => term.startsWith(plain)).slice(0, MOST_TERMS * plain.length);
    if (after.length) return after.map((term) => [term, (BEGUN * plain.length) / term.length]);
    const before = found.filter((term) => term.length > 3 && plain.startsWith(term));
    return before.slice(-1).map((term) => [term, (BEGUN * term.length) / plain.length]);
  };

  const vocabulary = async () => (await piece("mots")).words.split(" ");

  /* [what was meant, its terms] of a word that nothing has as it is written: one of its family, else one with a mistake; another
     number is another thing. */
  const mistaken = async (word) => {
    const plain = folded(word);
    if (plain.length < LONG_ENOUGH_FOR_A_MISTAKE || /\p{N}/u.test(plain)) return [[], []];
    const kin = await kinIn(plain);
    const near = kin.length ? kin : (await vocabulary()).filter((other) => isNear(plain, folded(other))).slice(0, MOST_SUGGESTIONS);
    return [near, await there([...new Set(near.flatMap((other) => forms(other)))])];
  };

  /* « coiffure » for « coiffeuse », « bijouterie » for « bijoux ». */
  const kinIn = async (plain) => {
    const keys = kinOf(language.split("-")[0]);
    const [own, root] = [new Set(keys(plain)), singular(plain)];
    const isKin = (other) => keys(other).some((key) => own.has(key)) || (root.length >= SHORTEST_ROOT && other.startsWith(root));
    return (await vocabulary()).filter((other) => isKin(folded(other))).slice(0, MOST_SUGGESTIONS);
  };

  /* What MiniSearch finds of one term: [number of a document, score, whether its title has it]. Asked once for each: what is
     typed next means most of the same. */
  const hits = (term) => {
    if (!found.has(term)) found.set(term, termsIn(pieceOf(term)).then((terms) => scored(term, terms[term])));
    return found.get(term);
  };

  /* An index of all documents without a term, which is told terms one by one, as its own loadJS does: to begin anew with each
     would take as long as all the rest. */
  const engine = MiniSearch.loadJS(
    {
      documentCount: total,
      nextId: total,
      documentIds: Object.fromEntries(Array.from({ length: total }, (_, number) => [number, number])),
      fieldIds: Object.fromEntries(FIELDS.map((field, place) => [field, place])),
      fieldLength: Object.fromEntries(Array.from({ length: total }, (_, number) => [number, first.lengths.map((own, place) => length(own, number, place))])),
      averageFieldLength: first.mean,
      storedFields: {},
      dirtCount: 0,
      index: [],
      serializationVersion: 2,
    },
    { fields: FIELDS, tokenize: (text) => [text], processTerm: (text) => text },
  );

  const scored = (term, fields) => {
    engine._index.set(term, new Map(fields.map((own, place) => [place, unfolded(own)]).filter(([, own]) => own.size)));
    return engine.search(term, { boost: BOOST }).map(({ id, score, match }) => [id, score, match[term].includes("title")]);
  };

  /* Every word, and how it is known: { word, terms, instead, share }. One sign that nothing has tells nothing. */
  const understood = async (query) => {
    const asked = askedBy(query, small);
    const shares = sharesOf(asked.map(([word]) => folded(word)));
    const told = await Promise.all(
      asked.map(async ([word, isBegun], place) => {
        const terms = await meant(word, isBegun);
        if (terms.length) return { word, terms, instead: [], share: shares[place] };
        const [instead, others] = await mistaken(word);
        return { word, terms: others, instead, share: shares[place] };
      }),
    );
    return told.filter(({ word, terms }) => terms.length || word.length > 1);
  };

  /* What each word counts: those of the name of a town are one thing together. */
  const sharesOf = (asked) => {
    const shares = asked.map(() => 1);
    for (const name of places) {
      const at = asked.findIndex((_, place) => name.every((word, step) => asked[place + step] === word && shares[place + step] === 1));
      if (at >= 0) shares.fill(1 / name.length, at, at + name.length);
    }
    return shares;
  };

  /* null where the query has no word; else the groups of what is found, and what has to be said of its words. */
  const search = async (query) => {
    const asked = await understood(query);
    if (!asked.length) return null;
    const known = asked.filter(({ terms }) => terms.length);
    const exact = known.filter(({ instead }) => !instead.length);
    let [told, ranked] = [known, await rankedBy(known)]; // a word that was corrected counts where others have it too
    if (exact.length && exact.length < known.length && ranked[0] && !isAll(ranked[0], known)) [told, ranked] = [exact, await rankedBy(exact)];
    const rest = asked.filter((one) => !told.includes(one));
    return {
      groups: grouped(ranked),
      total: ranked.length,
      terms: new Set(told.flatMap(({ terms }) => terms.map(([term]) => term))),
      unknown: rest.map(({ word }) => word),
      instead: told.flatMap(({ word, instead }) => (instead.length ? [[word, instead[0]]] : [])),
      isMet: ranked.length > 0 && isAll(ranked[0], told),
      isNamed: ranked.some(({ isNamed }) => isNamed),
    };
  };

  const rankedBy = async (told) =>
    rank(await Promise.all(told.map(async ({ terms, share }) => [share, await Promise.all(terms.map(async ([term, weight]) => [weight, await hits(term)]))])));

  /* Those that have the most of the words, each by its score: more for a title that has them, and more for one that has no others. */
  const rank = (asked) => {
    const [scores, met, titled] = [new Float64Array(total), new Float32Array(total), new Uint8Array(total)];
    asked.forEach(([share, terms]) => {
      const [has, isTitled] = [new Uint8Array(total), new Uint8Array(total)];
      for (const [weight, own] of terms) {
        for (const [id, score, isInTitle] of own) {
          scores[id] += weight * score;
          has[id] = 1;
          if (isInTitle) isTitled[id] = 1;
        }
      }
      has.forEach((one, id) => {
        met[id] += one * share;
        titled[id] += isTitled[id];
      });
    });
    const most = met.reduce((one, other) => Math.max(one, other), 0);
    const ranked = [];
    met.forEach((own, id) => {
      if (!own || own < most - LITTLE) return;
      const isNamed = titled[id] === asked.length;
      const isWhole = isNamed && length(first.lengths[0], id, 0) <= asked.length;
      ranked.push({ id, ...kinds(id), isNamed, met: own, score: scores[id] * (1 + titled[id] / asked.length) * (isWhole ? 2 : 1) });
    });
    return ranked;
  };

  const shown = async (ids) => {
    const own = await Promise.all(ids.map((id) => piece(`d${Math.floor(id / size)}`)));
    return own.map(({ documents }, place) => {
      const [url, title, about = "", excerpt = "", state = ""] = documents[ids[place] % size];
      return { url, title, about, excerpt, state };
    });
  };

  /* Words of the site that look like one of the query. */
  const nearest = async (query) => {
    const asked = spelt(query).map(folded).filter((word) => word.length >= LONG_ENOUGH_FOR_A_MISTAKE);
    if (!asked.length) return [];
    const looksLike = (other) => asked.some((word) => isNear(word, other) || alike(word, other) > Math.max(3, word.length * 0.6));
    return (await vocabulary()).filter((other) => looksLike(folded(other))).slice(0, MOST_SUGGESTIONS);
  };

  /* Whether a line has all words of a query. */
  const says = (query, line) => {
    const own = spelt(line).flatMap(forms);
    const has = ([word, isBegun]) => forms(word).some((form) => own.includes(form)) || (isBegun && word.length > 2 && own.some((form) => form.startsWith(folded(word))));
    return askedBy(query, small).every(has);
  };

  return { search, shown, nearest, says, forms, sections: first.sections };
};

/* [word, whether it may go on]; words that tell nothing only where there are no others. */
const askedBy = (query, small) => {
  const isOpen = /[\p{L}\p{N}]$/u.test(query);
  const pairs = [...new Set(spelt(query))].map((word, place, all) => [word, isOpen && place === all.length - 1]);
  const telling = pairs.filter(([word]) => !small.has(folded(word)));
  return telling.length ? telling : pairs;
};

const isAll = ({ met }, told) => met > told.reduce((sum, { share }) => sum + share, 0) - LITTLE;

/* Of each document its kind, and whether it is over, by its number. */
const kindsOf = (told) => {
  let end = 0;
  const ends = told.map(([kind, number, over]) => ({ kind, end: (end += number), over: end - over }));
  return (id) => {
    const own = ends.find((one) => id < one.end);
    return { kind: own.kind, isOver: id >= own.over };
  };
};

/* How often each document has a term, by its number; site_index.py writes it (narrowed). */
const unfolded = (figures) => {
  const counted = new Map();
  let number = 0;
  for (const figure of figures) {
    if (figure < 0) counted.set(number, -figure);
    else counted.set((number += figure), 1);
  }
  return counted;
};

const length = (told, number, place) => {
  const step = told.charCodeAt(number) - 48;
  return place === 0 ? step : Math.round(2 ** (step / 4) - 1);
};

/* Kinds by their best hit; in each what is to come before what is over, the best first, and where nothing tells the first told,
   which is the latest. */
const grouped = (ranked) => {
  const groups = new Map();
  for (const hit of ranked) {
    const own = groups.get(hit.kind) ?? groups.set(hit.kind, { kind: hit.kind, hits: [], best: 0 }).get(hit.kind);
    own.hits.push(hit);
    own.best = Math.max(own.best, hit.score * (hit.isOver ? OVER : 1) * (OF_KIND[hit.kind] ?? 1));
  }
  for (const hit of ranked) hit.step = Math.round(4 * Math.log2(hit.score));
  for (const { hits } of groups.values()) hits.sort((one, other) => one.isOver - other.isOver || other.step - one.step || one.id - other.id);
  return [...groups.values()].sort((one, other) => other.best - one.best);
};

/* The vocabulary has one word of each stem, in the singular or in the plural. */
const isNear = (one, other) => isOneMistakeApart(one, other) || isOneMistakeApart(singular(one), singular(other));

/* How many letters two words begin with alike. */
const alike = (one, other) => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
};
