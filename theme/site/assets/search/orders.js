// @ts-check
// Other orders of the results than by relevance.

import { AUTHORITATIVE } from "./contract.js";
import { word } from "./query.js";
import { search } from "./search.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */

/**
 * What an order goes by before relevance.
 * @param {Corpus} corpus
 * @param {string} sort
 * @returns {(place: number) => number} the smaller, the further to the front
 */
export function leading(corpus, sort) {
  const { columns: { page, group, size }, pages, offices, groups, textOf } = corpus; // prettier-ignore
  const ranks = ranksOf(sort === "office" ? offices.values.map(({ names }) => names) : groups.values);
  switch (sort) {
    case "newest":
      return (place) => 511 - pages[page[place]].year;
    case "topic": {
      const topics = topicsOfTexts(corpus);
      return (place) => topics[textOf[place]];
    }
    case "office":
      return (place) => ranks[pages[page[place]].office];
    case "group":
      return (place) => ranks[group[place]];
    case "size":
      return (place) => 2 ** 20 - size[place];
    default:
      return () => 0;
  }
}

/** The first topic of each text, by its words; texts of none come last. @param {Corpus} corpus */
function topicsOfTexts(corpus) {
  const found = new Uint16Array(corpus.texts.values.length).fill(corpus.topics.length);
  corpus.topics.forEach(([, words], topic) => {
    for (const text of search(corpus, [words.map(word)]).texts) found[text] = Math.min(found[text], topic);
  });
  return found;
}

/** @param {string[][]} values names @returns {number[]} the place of each in their order; nameless ones come last */
function ranksOf(values) {
  const { compare } = new Intl.Collator(AUTHORITATIVE);
  const ranks = /** @type {number[]} */ ([]);
  values
    .map((names, number) => ({ name: names[names.length - 1], number }))
    .sort((a, b) => Number(!a.name) - Number(!b.name) || compare(a.name, b.name))
    .forEach(({ number }, rank) => (ranks[number] = rank));
  return ranks;
}
