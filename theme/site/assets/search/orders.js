// @ts-check
// Other orders of the results than by relevance.

import { AUTHORITATIVE } from "./contract.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */

/**
 * What an order goes by before relevance.
 * @param {Corpus} corpus
 * @param {string} sort
 * @returns {(place: number) => number} the smaller, the further to the front
 */
export function leading({ columns: { page, group, size }, pages, offices, groups }, sort) {
  const ranks = ranksOf(sort === "office" ? offices.values.map(({ names }) => names) : groups.values);
  switch (sort) {
    case "newest":
      return (place) => 511 - pages[page[place]].year;
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
