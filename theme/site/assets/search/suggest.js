// @ts-check
// When nothing is found: words that people know and are written alike, and what is left without one of the words.

import { HEADING } from "./contract.js";
import { element, say } from "./dom.js";
import { markField } from "./fields.js";
import { editDistance } from "./question.js";
import { search } from "./search.js";
import { answer } from "./widen.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {import("./query.js").Term} Term */

const MOST = 5;
const LONGEST = 12; // characters of a heading that is a word rather than a sentence

/**
 * The query that these clauses were written as.
 * @param {Clause[]} clauses
 */
export function written(clauses) {
  const one = /** @param {Term} term */ ({ field, text, exact }) =>
    (field && `${field}:`) + (exact || /\s|^-/.test(text) ? `"${text}"` : text);
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
 * The query without one of its words, for each word without which something is found; and how many results it has.
 * @param {Corpus} corpus
 * @param {Clause[]} query
 */
export const without = (corpus, query) =>
  query.length < 2
    ? []
    : query
        .map((_, left) => query.filter((_, position) => position !== left))
        .filter((clauses) => clauses.some(({ not }) => !not) && search(corpus, clauses, markField).texts.length)
        .map((clauses) => ({ query: written(clauses), count: answer(corpus, clauses, [], markField).found.texts.length }))
        .filter(({ count }) => count > 0);

/**
 * The query with a word that people know in place of each that does not occur; that word alone where this finds nothing.
 * @param {Corpus} corpus
 * @param {Clause[]} query
 */
export function nearest(corpus, query) {
  const found = /** @type {string[]} */ ([]);
  query.forEach(({ not, any: [term] }, position) => {
    if (not || term.field) return;
    const word = corpus.folding.fold(term.text);
    if (corpus.chunks.some(({ folded }) => folded.includes(word))) return;
    for (const text of /\p{Script=Han}/u.test(word) ? nearTerms(corpus, word, term.text) : nearWords(corpus, word)) {
      const alike = { not, any: [{ ...term, text }] };
      const clauses = query.map((clause, at) => (at === position ? alike : clause));
      found.push(written(search(corpus, clauses, markField).texts.length ? clauses : [alike]));
    }
  });
  return [...new Set(found)].slice(0, MOST);
}

/**
 * Words that people know and the texts hold: topics, headings, departments, synonyms, words of dictionaries; as they are
 * spelt, by what they fold to.
 * @param {Corpus} corpus
 */
function terms(corpus) {
  const { columns, departments, folding, groups, synonyms, textOf, texts, topics, words } = corpus;
  const headings = columns.kind.flatMap((kind, place) => (kind === HEADING ? [texts.values[textOf[place]]] : []));
  const names = [...departments.values, ...groups.values].flat();
  const all = [...words, ...topics.flatMap(([, each]) => each), ...synonyms.flatMap(([each, finds]) => [...finds, ...each]), ...names, ...headings];
  const known = /** @type {Map<string, string>} */ (new Map());
  for (const each of all) {
    const folded = folding.fold(each);
    if (each.length <= LONGEST && !known.has(folded)) known.set(folded, each);
  }
  for (const folded of known.keys())
    if (folded.length < 2 || !corpus.chunks.some((chunk) => chunk.folded.includes(folded))) known.delete(folded);
  return known;
}

/**
 * Those that are nearly the word, or nearly a part of it. Two characters are too few to tell unless the first is the same.
 * @param {Corpus} corpus
 * @param {string} word folded
 * @param {string} typed
 */
function nearTerms(corpus, word, typed) {
  const found = [...terms(corpus)].map(([folded, text]) => {
    const most = folded.length > 4 ? 2 : 1;
    let distance = Math.abs(folded.length - word.length) > most ? Infinity : editDistance(folded, word);
    if (folded.length === 2 && (word.length > 2 || word[0] !== folded[0])) distance = Infinity;
    for (let at = 0; folded.length > 2 && distance > most && at + folded.length < word.length; at++)
      distance = Math.min(distance, 0.5 + changed(folded, word.slice(at, at + folded.length)));
    return { text, length: folded.length, distance: distance > most + 0.5 ? Infinity : distance + Math.min(9, editDistance(text, typed)) / 100 };
  });
  return found
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance || b.length - a.length)
    .slice(0, MOST)
    .map(({ text }) => text);
}

/** How many characters of two words of one length differ. @param {string} a @param {string} b */
const changed = (a, b) => Array.from({ length: a.length }, (_, at) => Number(a[at] !== b[at])).reduce((sum, each) => sum + each, 0);

/** Words of Latin letters that begin like a word and are a slip away; a short one may be any. @param {Corpus} corpus @param {string} word */
function nearWords(corpus, word) {
  if (word.length < 5) return [];
  const counts = /** @type {Map<string, number>} */ (new Map());
  for (const { folded } of corpus.chunks)
    for (const [each] of folded.matchAll(/[\p{Script=Latin}\p{Nd}]+/gu)) counts.set(each, (counts.get(each) ?? 0) + 1);
  for (const [words] of corpus.synonyms) for (const each of words) if (!counts.has(each)) counts.set(each, 0);
  return counts.has(word) ? [] : closest(counts, word, word.length > 8 ? 2 : 1);
}

/** @param {Map<string, number>} counts @param {string} word @param {number} most */
function closest(counts, word, most) {
  return [...counts]
    .filter(([other]) => other[0] === word[0])
    .map(([other, count]) => ({ other, count, distance: editDistance(other, word) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || b.count - a.count)
    .slice(0, MOST)
    .map(({ other }) => other);
}
