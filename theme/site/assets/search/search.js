// @ts-check
// The search itself: which texts of the corpus answer a query, and which of them come first.

import { HEADING, KINDS, MEASURE, PAGE } from "./contract.js";
import { atMost, hitsAmong, hitsOf, namesWith } from "./hits.js";
import { patterns } from "./query.js";

const [NOWHERE, SOMEWHERE, EVERYWHERE] = [0, 1, 2];

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
 * What terms hold of, as marks by number: a place passes when any of its own is marked.
 * @typedef {Record<"text" | "page" | "who" | "when" | "group" | "kind", Uint8Array>} Marks
 */

/**
 * Marks of what is known of places, with the numbers of all places.
 * @typedef {{marks: Uint8Array, column: number[]}} Known
 */

/**
 * What the terms of a clause hold of that are sought, or what one holds of that is excluded.
 * @typedef {object} Side
 * @property {boolean} not
 * @property {Uint8Array} text marks of texts
 * @property {Known[]} facts what fields hold of
 * @property {Known[]} known the same, and what words hold of as names: these count only beside what is in a text
 * @property {boolean} told whether it has terms that are no words
 * @property {{pattern: Pattern, term: Term}[]} words that are to be looked for in texts
 * @property {number[] | null} only the texts that it can hold of, in the order of the corpus, where they are known already
 */

/**
 * A clause by its sides, one of which must hold: what is sought, if anything is, then what is excluded.
 * @typedef {Side[]} Sides
 */

/**
 * @param {Corpus} corpus complete, or as far as it is loaded
 * @param {Clause[]} clauses all of which must hold; none finds nothing
 * @param {(corpus: Corpus, term: Term, marks: Marks) => void} [markField] of fields.js, where a clause has a field
 * @returns {Answer}
 */
export function search(corpus, clauses, markField) {
  const { first, next } = corpus;
  const weights = new Float32Array(first.length);
  const all = clauses.map((clause) => sidesOf(corpus, clause, weights, markField));
  const candidates = candidatesOf(corpus, all, weights);
  for (const side of all.flat()) look(corpus, side, candidates, side.not ? null : weights);

  /** @param {Side} side @param {number} text @param {number} place */
  const holds = ({ not, text: texts, known }, text, place) => {
    let hit = texts[text] === 1;
    for (let at = 0; !hit && at < known.length; at++) hit = known[at].marks[known[at].column[place]] === 1;
    return hit !== not;
  };
  /** @param {number} text @param {number} place */
  const passes = (text, place) => all.every((sides) => sides.some((side) => holds(side, text, place)));
  /** Whether a text is in no place, or may be in some, or passes wherever it stands. @param {number} text */
  const verdict = (text) => {
    let found = EVERYWHERE;
    for (const sides of all) {
      let best = NOWHERE;
      for (const { not, text: texts, known } of sides) {
        const hit = texts[text] === 1;
        const isSure = hit || !known.length;
        best = Math.max(best, !isSure ? SOMEWHERE : hit === not ? NOWHERE : EVERYWHERE);
      }
      if (best < found) found = best;
    }
    return found;
  };

  const places = new Int32Array(first.length).fill(-1);
  const texts = /** @type {number[]} */ ([]);
  const put = /** @param {number} text */ (text) => {
    const found = verdict(text); // most texts need no look at their places
    if (found === NOWHERE) return;
    let place = first[text];
    if (found === SOMEWHERE) while (place >= 0 && !passes(text, place)) place = next[place];
    places[text] = place;
    if (place >= 0) texts.push(text);
  };
  const tiers = new Uint8Array(first.length);
  if (candidates && all.length === 1 && all[0].length === 1 && !all[0][0].told) {
    // They hold the words.
    for (const text of candidates) places[text] = first[text];
    return { texts: candidates, places, weights, tiers, passes };
  }
  if (candidates) for (const text of candidates) put(text);
  else for (let text = 0; all.length && text < first.length; text++) put(text);
  return { texts, places, weights, tiers, passes };
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
  const years = Int32Array.from(corpus.pages, ({ year }) => year);
  const sign = reversed ? -1 : 1;
  const rank = /** @param {number} text */ (text) => {
    const place = places[text];
    const other = Math.max(0, 255 - Math.round(255 * weights[text]));
    const year = years[page[place]];
    const isMeant = tiers[text] > 0 && kind[place] === MEASURE;
    const order = isMeant ? 0 : kind[place] === HEADING && !year ? PAGE : kind[place];
    const likeness = tiers[text] > 1 ? other * 8 + order : order * 256 + other;
    const relevance = likeness * 512 + 511 - year;
    return tiers[text] * 2 ** 44 + (lead ? sign * lead(place) * 2 ** 21 + relevance : sign * relevance);
  };
  // Of many results only the first are put in order.
  const first = /** @type {[number, number][]} */ ([]);
  let last = Infinity;
  for (const text of texts) {
    if (!lead && !reversed && !tiers[text] && kind[places[text]] * 2 ** 17 > last) continue;
    const own = rank(text);
    if (own >= last) continue;
    first.splice(first.findLastIndex(([other]) => other <= own) + 1, 0, [own, text]);
    if (first.length > end) first.pop();
    if (first.length === end) last = first[end - 1][0];
  }
  return first.slice(start).map(([, text]) => text);
}

/**
 * A clause, its words not yet looked for in texts.
 * @param {Corpus} corpus
 * @param {Clause} clause
 * @param {Float32Array} weights of texts, which a term may set that marks by itself
 * @param {(corpus: Corpus, term: Term, marks: Marks) => void} [markField]
 * @returns {Sides}
 */
function sidesOf(corpus, clause, weights, markField) {
  const sought = clause.filter(({ not }) => !not);
  const excluded = clause.filter(({ not }) => not).map((term) => [term]);
  return [sought, ...excluded].filter((terms) => terms.length).map((terms) => sideOf(corpus, terms, weights, markField));
}

/** @param {Corpus} corpus @param {Term[]} terms @param {Float32Array} weights @param {(corpus: Corpus, term: Term, marks: Marks) => void} [markField] @returns {Side} */
function sideOf(corpus, terms, weights, markField) {
  const [told, named] = [marksOf(corpus, weights.length), marksOf(corpus, 0)];
  const words = /** @type {Side["words"]} */ ([]);
  let only = null;
  for (const term of terms)
    if (term.mark) only = term.mark(told, weights) ?? null;
    else if (term.field) markField?.(corpus, term, told);
    else
      for (const pattern of patternsOf(corpus, term)) {
        words.push({ pattern, term });
        if (!term.meant) markNames(corpus, pattern, named);
      }
  const facts = knownBy(corpus, told);
  const known = [...facts, ...knownBy(corpus, named)];
  return { not: terms[0].not, text: told.text, facts, known, told: terms.some(({ field }) => field), words, only };
}

/** No marks yet. @param {Corpus} corpus @param {number} texts how many there are @returns {Marks} */
function marksOf({ pages, together, periods, groups }, texts) {
  const none = /** @param {ArrayLike<unknown>} values */ ({ length }) => new Uint8Array(length);
  const { values: who } = together;
  return { text: new Uint8Array(texts), page: none(pages), who: none(who), when: none(periods.values), group: none(groups.values), kind: none(KINDS) };
}

/** What of places is marked. @param {Corpus} corpus @param {Marks} marks @returns {Known[]} */
const knownBy = ({ columns }, { text: _, ...others }) =>
  /** @type {(keyof typeof others)[]} */ (Object.keys(others))
    .filter((name) => others[name].includes(1))
    .map((name) => ({ marks: others[name], column: columns[name] }));

/**
 * The only texts that can answer, in the order of the corpus; null: any. Where there are words, a text holds one of them:
 * the rarest, and the others are then looked for in these texts alone; any, if each may also be known of a place. A field
 * among alternatives is as good as a word.
 * @param {Corpus} corpus
 * @param {Sides[]} all
 * @param {Float32Array} weights
 */
function candidatesOf(corpus, all, weights) {
  const given = all.flat().find(({ only }) => only)?.only;
  if (given) return given;
  const sought = all.filter(([{ not, words }]) => !not && words.length);
  const firm = all.filter((sides) => sides.length === 1 && !sides[0].not).flat();
  const plain = firm.filter(({ words, known }) => words.length && !known.length);
  const most = plain.map(({ words }) => (plain.length < 2 ? 0 : words.reduce((sum, { pattern }) => sum + atMost(corpus, pattern), 0)));
  const needed = plain.length ? [plain[most.indexOf(Math.min(...most))]] : sought.flat();
  if (needed.length && needed.every((side) => firm.includes(side)))
    return merged(
      needed.map((side) => {
        const found = look(corpus, side, null, weights);
        return side.told ? standing(corpus, side) : found;
      }),
    );
  const fact = firm.find(({ facts }) => facts.length);
  return fact ? standing(corpus, fact) : null;
}

/** The texts that a side holds of, not counting names. @param {Corpus} corpus @param {Side} side */
function standing({ textOf }, { text, facts }) {
  const found = text.slice();
  for (const { marks, column } of facts) for (let place = 0; place < column.length; place++) if (marks[column[place]]) found[textOf[place]] = 1;
  const texts = /** @type {number[]} */ ([]);
  for (let text = 0; text < found.length; text++) if (found[text]) texts.push(text);
  return texts;
}

/** The texts of lists, each in the order of the corpus, as one such list. @param {number[][]} lists @returns {number[]} */
export const merged = (lists) =>
  lists.reduce((one, other) => {
    if (!one.length || !other.length) return one.length ? one : other;
    const both = [];
    let at = 0;
    for (const text of one) {
      while (other[at] < text) both.push(other[at++]);
      if (other[at] === text) at++;
      both.push(text);
    }
    while (at < other.length) both.push(other[at++]);
    return both;
  }, []);

/**
 * Look for the words of a side in texts, once.
 * @param {Corpus} corpus
 * @param {Side} side
 * @param {number[] | null} among some texts, or null: all of them
 * @param {Float32Array | null} weights of texts, to which the shares of its words are added
 * @returns {number[]} the texts that it holds of, in the order of the corpus
 */
function look(corpus, { text: marks, words }, among, weights) {
  const lists = words.splice(0).map(({ pattern, term }) => {
    const length = pattern.text.length;
    const texts = among ? hitsAmong(corpus, pattern, among) : hitsOf(corpus, pattern);
    for (const text of texts) {
      marks[text] = 1;
      if (weights) weights[text] = term.meant ? 1 : weights[text] + length / corpus.lengths[text];
    }
    return texts;
  });
  return merged(lists);
}

/** What a term is looked for as; folded once, since a question asks for the same words several times. @param {Corpus} corpus @param {Pick<Term, "text" | "exact">} term */
export function patternsOf(corpus, term) {
  const key = `${term.exact} ${term.text}`;
  const known = corpus.patterns.get(key);
  if (known) return known;
  const found = patterns(term, corpus.folding.fold(term.text));
  corpus.patterns.set(key, found);
  return found;
}

/** Whether a word is in any text. @param {Corpus} corpus @param {string} text @param {boolean} [exact] as a whole word */
export const occurs = (corpus, text, exact = false) =>
  patternsOf(corpus, { text, exact }).some((pattern) => hitsOf(corpus, pattern).length > 0);

/**
 * A word is also found in what is known of places: office, year, departments.
 * @param {Corpus} corpus
 * @param {Pattern} pattern
 * @param {Marks} marks
 */
function markNames(corpus, pattern, marks) {
  const { offices, departments, years } = namesWith(corpus, pattern);
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
