/* Words of one family that no stem brings together: who does a thing and the thing (« hébergeur », « hébergement »), a thing with a
   beginning and without (« cybersécurité », « sécurité »), and in Dutch the parts of a compound (« boekhoudpakket », « pakket »).
   Nothing here knows what words mean: kin are shown after those who use the word itself. */

const STARTS = ("aero agro anti audio auto bio co crypto cyber eco electro geo hydro info inter macro mega meta micro mini mono multi"
  + " nano neuro photo poly pre pro radio retro semi social super sur sous tele thermo trans ultra video web").split(" ");
const ENDS = {
  en: "ers er ors or ists ist ings ing ments ment",
  fr: "euses euse eurs eur rices rice ements ement ages age istes iste ismes isme iques ique eries erie ies ie antes ante ants ant ieres iere iers ier",
  nl: "eurs eur ers er ingen ing isten ist eren atie",
};
const ROOT = 5; // letters at least of what is left
const PART = 4; // letters at least of one part of a compound, and ROOT of the other
const COMPOUND = ["de", "nl"];

/* A function from a folded word to the keys of its family: two words that share one are kin. */
export const kinOf = (language) => {
  const ends = (ENDS[language] ?? "").split(" ").filter(Boolean);
  const isCompound = COMPOUND.includes(language);

  const root = (word) => {
    const end = ends.find((one) => word.endsWith(one) && word.length - one.length >= ROOT);
    return (end ? word.slice(0, -end.length) : word).replace(/(?<=.{5})(?:[aeo]|es|s|x)$/, "");
  };

  const withoutStart = (word) => {
    const start = STARTS.find((one) => word.startsWith(one) && word.length - one.length >= ROOT);
    return start ? [word.slice(start.length)] : [];
  };

  const parts = (word) => {
    const places = [...word].map((_, place) => place).filter((place) => Math.min(place, word.length - place) >= PART);
    return places.flatMap((place) => [word.slice(0, place), word.slice(place)]).filter((part) => part.length >= ROOT && !isMostlyEnd(part));
  };

  /* « tingen » of « belastingen » is no word. */
  const isMostlyEnd = (part) => ends.some((end) => part.endsWith(end) && part.length - end.length < PART - 1);

  return (word) => {
    if (word.length < ROOT || /\p{N}/u.test(word)) return [];
    return [...new Set([word, ...withoutStart(word), ...(isCompound ? parts(word) : [])].map(root))];
  };
};
