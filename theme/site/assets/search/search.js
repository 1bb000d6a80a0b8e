// @ts-check
// The search itself: which texts of the corpus answer a query, and which of them come first.

import { HEADING, KINDS, MEASURE, PAGE } from "./contract.js";
import { hitsOf } from "./hits.js";
import { patterns } from "./query.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {import("./query.js").Term} Term */
/** @typedef {import("./query.js").Pattern} Pattern */

/**
 * What answers a query.
 * @typedef {object} Answer
 * @property {number[]} texts in the order of the corpus
 * @property {Int32Array} places of each of them the first that answers, the newest; -1: none
 * @property {Float32Array} weights how much of each text was looked for
 * @property {Uint8Array} tiers how far below what holds the very words each text comes
 * @property {(text: number, place: number) => boolean} passes whether a place of a text answers
 */

/**
 * What a clause holds of, as marks by number: a place passes when any of its own is marked.
 * @typedef {Record<"text" | "page" | "who" | "when" | "group" | "kind", Uint8Array>} Marks
 */

/**
 * @param {Corpus} corpus complete, or as far as it is loaded
 * @param {Clause[]} clauses all of which must hold; none finds nothing
 * @param {(corpus: Corpus, term: Term, marks: Marks) => void} [markField] of fields.js, where a clause has a field
 * @returns {Answer}
 */
export function search(corpus, clauses, markField) {
  const weights = new Float32Array(corpus.texts.values.length);
  const all = clauses.map((clause) => ({ not: clause.not, marks: marked(corpus, clause, clause.not ? weights.slice() : weights, markField) }));
  const hasWords = clauses.some(({ not, any }) => !not && any.some(({ field }) => !field));
  const { columns: { page, who, when, group, kind }, first, next } = corpus; // prettier-ignore

  /** @param {number} text @param {number} place */
  const passes = (text, place) => {
    for (const { not, marks } of all) {
      const hit =
        marks.text[text] || marks.page[page[place]] || marks.who[who[place]] || marks.when[when[place]] ||
        marks.group[group[place]] || marks.kind[kind[place]]; // prettier-ignore
      if (!hit !== not) return false;
    }
    return all.length > 0;
  };

  // Most texts are ruled out without a look at their places.
  const could = new Uint8Array(weights.length);
  for (let text = 0; text < could.length; text++) could[text] = Number(!hasWords || weights[text] > 0);
  for (const { not, marks } of all) {
    const { text, ...others } = marks;
    if (not || Object.values(others).some((each) => each.includes(1))) continue;
    for (let at = 0; at < could.length; at++) if (!text[at]) could[at] = 0;
  }
  const places = new Int32Array(weights.length).fill(-1);
  const texts = /** @type {number[]} */ ([]);
  for (let text = 0; text < could.length; text++) {
    if (!could[text]) continue;
    let place = first[text];
    while (place >= 0 && !passes(text, place)) place = next[place];
    places[text] = place;
    if (place >= 0) texts.push(text);
  }
  return { texts, places, weights, tiers: new Uint8Array(weights.length), passes };
}

/**
 * A page of what was found, the best first: numbers of texts. Relevance is the kind of text; how much of it the words
 * make up; the newer year. Below what is exact, measures come first: they are what is asked for. What is near goes by how
 * much of the question it covers before its kind.
 * @param {Corpus} corpus
 * @param {Answer} found
 * @param {number} start
 * @param {number} end
 * @param {((place: number) => number) | null} [lead] what the order goes by before relevance: the smaller, the further to
 *   the front
 * @param {boolean} [reversed] whether the order is the other way round; what is exact is first in any case
 */
export function best(corpus, { texts, places, weights, tiers }, start, end, lead, reversed = false) {
  const { page, kind } = corpus.columns;
  const rank = /** @param {number} text */ (text) => {
    const place = places[text];
    const other = Math.max(0, 255 - Math.round(255 * weights[text]));
    const { year } = corpus.pages[page[place]];
    const isMeant = tiers[text] > 0 && kind[place] === MEASURE;
    const order = isMeant ? 0 : kind[place] === HEADING && !year ? PAGE : kind[place];
    const likeness = tiers[text] > 1 ? other * 8 + order : order * 256 + other;
    const relevance = likeness * 512 + 511 - year;
    const sign = reversed ? -1 : 1;
    return tiers[text] * 2 ** 44 + (lead ? sign * lead(place) * 2 ** 21 + relevance : sign * relevance);
  };
  // Of many results only the first are put in order.
  const first = /** @type {[number, number][]} */ ([]);
  for (const text of texts) {
    const own = rank(text);
    if (own >= first[end - 1]?.[0]) continue;
    first.splice(first.findLastIndex(([other]) => other <= own) + 1, 0, [own, text]);
    first.length = Math.min(first.length, end);
  }
  return first.slice(start).map(([, text]) => text);
}

/**
 * @param {Corpus} corpus
 * @param {Clause} clause
 * @param {Float32Array} weights of texts, to which the shares of its words are added
 * @param {(corpus: Corpus, term: Term, marks: Marks) => void} [markField]
 */
function marked(corpus, { any }, weights, markField) {
  const none = /** @param {ArrayLike<unknown>} values */ (values) => new Uint8Array(values.length);
  /** @type {Marks} */
  const marks = {
    text: none(weights),
    page: none(corpus.pages),
    who: none(corpus.together.values),
    when: none(corpus.periods.values),
    group: none(corpus.groups.values),
    kind: none(KINDS),
  };
  for (const term of any)
    if (term.mark) term.mark(marks, weights);
    else if (term.field) markField?.(corpus, term, marks);
    else for (const pattern of patternsOf(corpus, term)) markWords(corpus, pattern, marks, weights, term.share);
  return marks;
}

/** @param {Corpus} corpus @param {Term} term */
export const patternsOf = (corpus, term) => patterns(term, corpus.folding.fold(term.text));

/**
 * A word is found in texts, and in what is known of their places: office, year, departments.
 * @param {Corpus} corpus
 * @param {Pattern} pattern
 * @param {Marks} marks
 * @param {Float32Array} weights
 */
function markWords(corpus, pattern, marks, weights, share = 1) {
  const { texts, shares, offices, departments, years } = hitsOf(corpus, pattern);
  texts.forEach((text, at) => {
    marks.text[text] = 1;
    weights[text] += share * shares[at];
  });
  if (years.length || offices.includes(true))
    mark(marks.page, corpus.pages, (page) => offices[page.office] || years.some((year) => page.years.includes(year)));
  if (departments.includes(true)) mark(marks.who, corpus.together.values, ({ named }) => named.some((department) => departments[department]));
}

/** @template Value @param {Uint8Array} marks @param {Value[]} values @param {(value: Value, number: number) => boolean} holds */
export function mark(marks, values, holds) {
  values.forEach((value, number) => {
    if (holds(value, number)) marks[number] = 1;
  });
}
