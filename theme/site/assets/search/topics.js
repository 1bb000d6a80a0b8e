// @ts-check
// The topics that a question meets: it holds one of their words, or a word that means the same.

import { next, patterns } from "./query.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./query.js").Term} Term */
/** @typedef {import("./question.js").Part} Part */

const MOST = 2;

/**
 * A topic as its page says it.
 * @typedef {object} Topic
 * @property {string} path
 * @property {string} name
 * @property {string} text
 * @property {number[]} own the texts of its page that stand nowhere else, in their order
 */

/**
 * The topics that a question or its alternatives meet, the longest word first.
 * @param {Corpus} corpus
 * @param {{words: Term[], parts: Part[]}[]} senses
 * @returns {Topic[]}
 */
export function topicsOf(corpus, senses) {
  const { columns, first, folding, pages, textOf, texts, topics } = corpus;
  const parts = senses.flatMap((sense) => sense.parts);
  const asked = new Set(parts.flatMap(({ text, finds }) => [text, ...(finds ?? []).map((each) => folding.fold(each))]));
  const typed = [...senses.map(({ words }) => folding.fold(words.map(({ text }) => text).join(" "))), ...parts.map(({ text }) => text)].join("\n");
  const met = topics.map(([path, words]) => {
    const folded = words.map((each) => folding.fold(each));
    const inside = folded.filter((each) => patterns({ exact: true }, each).some((pattern) => next(pattern, typed, 0) >= 0));
    const length = Math.max(0, ...inside.map((each) => each.length), ...folded.map((each) => (asked.has(each) ? 0.5 : 0)));
    return { path, length };
  });
  const best = met.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length).slice(0, MOST);
  return best.map(({ path }) => {
    const page = pages.findIndex((each) => each.path === path);
    const [start, end] = [columns.page.indexOf(page), columns.page.lastIndexOf(page) + 1];
    const all = textOf.slice(start, end);
    const [name = "", text = ""] = all.map((each) => texts.values[each]);
    const isOwn = /** @param {number} each */ (each) => first[each] >= start && first[each] < end && corpus.next[first[each]] < 0;
    return { path, name, text, own: all.filter(isOwn) };
  });
}
