// @ts-check
// When nothing is found: words that do occur and are written alike, and what is left without one of the words.

import { element, say } from "./dom.js";
import { markField } from "./fields.js";
import { search } from "./search.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {import("./query.js").Term} Term */

const MOST = 5;

/**
 * The query that these clauses were written as.
 * @param {Clause[]} clauses
 */
export function written(clauses) {
  const one = /** @param {Term} term */ ({ field, text, exact }) =>
    (field && `${field}:`) + (exact || /\s/.test(text) ? `"${text}"` : text);
  return clauses.map(({ not, any }) => (not ? "-" : "") + any.map(one).join(" OR ")).join(" ");
}

/**
 * Say what to look for instead.
 * @param {Corpus} corpus
 * @param {Clause[]} query
 * @param {HTMLElement} box
 */
export function advise(corpus, query, box) {
  const link = /** @param {string} q @param {string} name */ (q, name) =>
    element("li", {}, element("a", { href: `?${new URLSearchParams({ q })}` }, name));
  const put = /** @param {string} name @param {Node[]} links */ (name, links) => {
    if (links.length) box.append(element("h2", {}, say(name)), element("ul", { class: "links" }, ...links));
  };
  put("nearest", nearest(corpus, query).map((q) => link(q, q)));
  put("without", without(corpus, query).map(({ query: q, count }) => link(q, `${q} (${count})`)));
}

/**
 * The query without one of its words, for each word without which something is found.
 * @param {Corpus} corpus
 * @param {Clause[]} query
 */
export const without = (corpus, query) =>
  query.length < 2
    ? []
    : query
        .map((_, left) => query.filter((_, position) => position !== left))
        .filter((clauses) => clauses.some(({ not }) => !not))
        .map((clauses) => ({ query: written(clauses), count: search(corpus, clauses, markField).texts.length }))
        .filter(({ count }) => count > 0);

/**
 * The query with a word that occurs in place of each that does not; that word alone where this finds nothing.
 * @param {Corpus} corpus
 * @param {Clause[]} query
 */
export function nearest(corpus, query) {
  const found = /** @type {string[]} */ ([]);
  query.forEach(({ not, any: [term] }, position) => {
    if (not || term.field) return;
    const word = corpus.folding.fold(term.text);
    if (corpus.chunks.some(({ folded }) => folded.includes(word))) return;
    for (const other of /\p{Script=Han}/u.test(word) ? nearGrams(corpus, word) : nearWords(corpus, word)) {
      const alike = { not, any: [{ ...term, text: spelt(corpus, other) }] };
      const clauses = query.map((clause, at) => (at === position ? alike : clause));
      found.push(written(search(corpus, clauses, markField).texts.length ? clauses : [alike]));
    }
  });
  return [...new Set(found)].slice(0, MOST);
}

/** How a text of the corpus spells what it folds to. @param {Corpus} corpus @param {string} folded */
function spelt(corpus, folded) {
  const text = corpus.texts.values.find((each) => corpus.folding.fold(each).includes(folded)) ?? folded;
  const offsets = /** @type {number[]} */ ([]);
  const at = corpus.folding.fold(text, offsets).indexOf(folded);
  return text.slice(offsets[at], offsets[at + folded.length]);
}

/** Words of Latin letters within two letters. @param {Corpus} corpus @param {string} word */
function nearWords(corpus, word) {
  const counts = /** @type {Map<string, number>} */ (new Map());
  for (const { folded } of corpus.chunks)
    for (const [each] of folded.matchAll(/[\p{Script=Latin}\p{Nd}]+/gu)) counts.set(each, (counts.get(each) ?? 0) + 1);
  return closest(counts, word, word.length > 4 ? 2 : 1);
}

/** Runs of Han characters, as long as the word or one shorter or longer. @param {Corpus} corpus @param {string} word */
function nearGrams(corpus, word) {
  const counts = /** @type {Map<string, number>} */ (new Map());
  const own = new Set(word);
  const lengths = [word.length, word.length - 1, word.length + 1].filter((length) => length > 1);
  const shared = Math.max(1, word.length - (word.length > 3 ? 2 : 1));
  for (const { folded } of corpus.chunks)
    for (const length of lengths)
      for (let at = 0, inside = 0; at < folded.length; at++) {
        inside += Number(own.has(folded[at])) - Number(at >= length && own.has(folded[at - length]));
        if (inside < shared || at < length - 1) continue;
        const gram = folded.slice(at - length + 1, at + 1);
        if (/^\p{Script=Han}+$/u.test(gram)) counts.set(gram, (counts.get(gram) ?? 0) + 1);
      }
  return closest(counts, word, word.length > 3 ? 2 : 1);
}

/** @param {Map<string, number>} counts @param {string} word @param {number} most */
function closest(counts, word, most) {
  return [...counts]
    .filter(([other]) => Math.abs(other.length - word.length) <= most && other !== word)
    .map(([other, count]) => ({ other, count, distance: editDistance(other, word) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || b.count - a.count)
    .slice(0, MOST)
    .map(({ other }) => other);
}

/**
 * Levenshtein's distance: characters put in, left out or changed.
 * @param {string} a
 * @param {string} b
 */
export function editDistance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, position) => position);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + Number(a[i - 1] !== b[j - 1]));
    row = next;
  }
  return row[b.length];
}
