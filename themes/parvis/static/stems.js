/* The stems of words: « référencement », « référencer » and « referencements » are one. Snowball knows the languages; only that
   of the page is loaded. As plugins/association/exports/stems.py has it, which makes the same of the same words. */

import { folded } from "./words.js";

const STEMMERS = { en: ["english", "EnglishStemmer"], fr: ["french", "FrenchStemmer"], nl: ["dutch", "DutchStemmer"] };

/* A promise of a function from a word, as it is written, to its forms: folded; the stem of that; and the stem that its accents
   tell, folded. Two words are one where they share a form, so that « securite » finds « sécurité », and « sécurisée » finds both
   « sécurisé » and « securisee ». Of a language that nobody here knows, a word has its folded form alone. */
export const formsOf = async (language) => {
  const stem = await stemOf(language);
  const known = new Map();

  const made = (word) => {
    const plain = folded(word);
    return [...new Set([plain, stem(plain), folded(stem(word.normalize("NFC").toLowerCase()))])];
  };

  return (word) => {
    if (!known.has(word)) known.set(word, made(word));
    return known.get(word);
  };
};

const stemOf = async (language) => {
  const [file, name] = STEMMERS[language.split("-")[0]] ?? [];
  if (!file) return (word) => word;
  const stemmer = new (await import(`./vendor/snowball/${file}-stemmer.js`))[name]();
  return (word) => stemmer.stemWord(word);
};
