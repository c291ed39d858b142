/* The text search: which members a query means. MiniSearch finds the words; what they belong to is worked out here. */

const version = new URL(import.meta.url).search;
const [{ default: MiniSearch }, { words, singular, isOneMistakeApart }] = await Promise.all([
  import(`./vendor/minisearch/minisearch.js${version}`),
  import(`./words.js${version}`),
]);

const AT_A_TIME = 400; // documents, between which the browser may answer a key
const LONG_ENOUGH_FOR_A_MISTAKE = 4; // letters

/* A function from a query to { members, named }: who has all its words, and whose name alone has them.
   Null when the query has no word. Words of services, types and towns are indexed once, not once a member. */
export const textSearch = async (data, stopWords) => {
  const { documents, membersOf } = indexed(data);
  const index = new MiniSearch({ fields: ["name", "text"], tokenize: words, processTerm: forms });
  await index.addAllAsync(documents, { chunkSize: AT_A_TIME });
  const stops = new Set(words(stopWords));
  const known = new Map();

  const meant = (word, isLast) => {
    const key = word + (isLast ? "*" : "");
    if (!known.has(key)) known.set(key, expanded(hits(index, word, isLast), membersOf));
    return known.get(key);
  };

  /* One letter begins too many words to tell anything, unless it is a word: C, R. */
  const isEnough = ([word, isLast]) => !isLast || word.length > 1 || meant(word, false).members.size > 0;

  return (query) => {
    const asked = askedBy(query, stops).filter(isEnough);
    if (!asked.length) return null;
    return asked.map(([word, isBegun]) => meant(word, isBegun && word.length > 1)).reduce(both);
  };
};

/* [word, whether it may go on] of a query; words that tell nothing only where there are no others. */
export const askedBy = (query, stops) => {
  const all = words(query);
  const isOpen = /[\p{L}\p{N}]$/u.test(query);
  const pairs = all.map((word, place) => [word, isOpen && place === all.length - 1]);
  const telling = pairs.filter(([word]) => !stops.has(word));
  return telling.length ? telling : pairs;
};

/* Each word as it is and in the singular. */
export const forms = (word) => [...new Set([word, singular(word)])];

/* Members come first, so that their documents have their own numbers. */
const indexed = ({ members, service, commune, type }) => {
  const documents = members.map(({ name, summary }, id) => ({ id, name, text: summary }));
  const membersOf = members.map((_, id) => [id]);
  for (const [vocabulary, key] of [[service, "services"], [commune, "communes"], [type, "types"]]) {
    const first = documents.length;
    for (const { name, words: others = "" } of vocabulary) {
      documents.push({ id: documents.length, name: "", text: `${name} ${others}` });
      membersOf.push([]);
    }
    members.forEach((member, id) => member[key].forEach((place) => membersOf[first + place].push(id)));
  }
  return { documents, membersOf };
};

/* Results of MiniSearch for one word: exactly, or as a beginning while it is typed; with a mistake only if there is
   nothing else, so that a word that exists never means another one. */
export const hits = (index, word, isBegun) => {
  const search = (term, options) => index.search(term, { tokenize: (text) => [text], processTerm: (text) => text, ...options });
  const found = [...search(word, { prefix: isBegun }), ...search(singular(word), {})];
  if (found.length || word.length < LONG_ENOUGH_FOR_A_MISTAKE) return found;
  const isNear = (term) => forms(word).some((form) => isOneMistakeApart(form, term));
  return search(word, { fuzzy: 2 }).filter(({ match }) => Object.keys(match).some(isNear));
};

const expanded = (found, membersOf) => {
  const members = new Set();
  const named = new Set();
  for (const { id, match } of found) {
    for (const member of membersOf[id]) members.add(member);
    if (Object.values(match).some((fields) => fields.includes("name"))) named.add(id);
  }
  return { members, named };
};

const both = (one, other) => ({
  members: intersection(one.members, other.members),
  named: intersection(one.named, other.named),
});

const intersection = (one, other) => new Set([...one].filter((item) => other.has(item)));
