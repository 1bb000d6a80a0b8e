// @ts-check
// The topics that a question meets: it holds one of their words, or a word that means the same.

import { next, patterns } from "./query.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./question.js").Part} Part */

const MOST = 2;

/**
 * A topic as its page says it.
 * @typedef {object} Topic
 * @property {string} path
 * @property {string} name
 * @property {string} text
 */

/**
 * The topics that the parts of a question meet, the longest word first.
 * @param {Corpus} corpus
 * @param {Part[]} parts
 * @returns {Topic[]}
 */
export function topicsOf({ folding, topics, pages, columns, textOf, texts }, parts) {
  const asked = new Set(parts.flatMap(({ text, finds }) => [text, ...(finds ?? []).map((each) => folding.fold(each))]));
  const typed = parts.map(({ text }) => text).join("\n");
  const met = topics.map(([path, words]) => {
    const folded = words.map((each) => folding.fold(each));
    const inside = folded.filter((each) => patterns({ field: "", text: each, exact: false }, each).some((pattern) => next(pattern, typed, 0) >= 0));
    const length = Math.max(0, ...inside.map((each) => each.length), ...folded.map((each) => (asked.has(each) ? 0.5 : 0)));
    return { path, length };
  });
  const best = met.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length).slice(0, MOST);
  return best.map(({ path }) => {
    const page = pages.findIndex((each) => each.path === path);
    const place = columns.page.indexOf(page);
    const said = /** @param {number} at */ (at) => (columns.page[at] === page ? texts.values[textOf[at]] : "");
    return { path, name: said(place), text: said(place + 1) };
  });
}
