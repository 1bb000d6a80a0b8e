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
 * What a clause holds of, as marks by number: a place passes when any of its own is marked.
 * @typedef {Record<"text" | "page" | "who" | "when" | "group" | "kind", Uint8Array>} Marks
 */

/**
 * A clause as its marks: those of texts, and those of what is known of places, as far as any of them is marked, each with
 * the numbers of all places.
 * @typedef {object} Marked
 * @property {boolean} not
 * @property {Uint8Array} text
 * @property {{marks: Uint8Array, column: number[]}[]} others
 * @property {{pattern: Pattern, term: Term}[]} words that are to be looked for in texts
 * @property {number[] | null} only the texts that it can hold of, in the order of the corpus, where they are known already
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
  const all = clauses.map((clause) => marked(corpus, clause, weights, markField));
  const candidates = candidatesOf(corpus, all, weights);
  for (const clause of all) look(corpus, clause, candidates, clause.not ? null : weights);

  /** @param {number} text @param {number} place */
  const passes = (text, place) => {
    for (const { not, text: texts, others } of all) {
      let hit = texts[text] === 1;
      for (let at = 0; !hit && at < others.length; at++) hit = others[at].marks[others[at].column[place]] === 1;
      if (hit === not) return false;
    }
    return true;
  };
  /** Whether a text is in no place, or may be in some, or passes wherever it stands. @param {number} text */
  const verdict = (text) => {
    let found = EVERYWHERE;
    for (const { not, text: texts, others } of all) {
      const hit = texts[text] === 1;
      if (hit ? not : !not && !others.length) return NOWHERE;
      if (!hit && others.length) found = SOMEWHERE;
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
  if (candidates && all.length === 1 && !all[0].others.length) {
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
 * @returns {Marked}
 */
function marked(corpus, { not, any }, weights, markField) {
  const { columns, pages, together, periods, groups } = corpus;
  const none = /** @param {ArrayLike<unknown>} values */ (values) => new Uint8Array(values.length);
  const others = {
    page: none(pages),
    who: none(together.values),
    when: none(periods.values),
    group: none(groups.values),
    kind: none(KINDS),
  };
  const marks = { text: none(weights), ...others };
  const words = /** @type {Marked["words"]} */ ([]);
  let only = null;
  for (const term of any)
    if (term.mark) only = term.mark(marks, weights) ?? null;
    else if (term.field) markField?.(corpus, term, marks);
    else
      for (const pattern of patternsOf(corpus, term)) {
        words.push({ pattern, term });
        if (!term.meant) markNames(corpus, pattern, marks);
      }
  const known = /** @type {(keyof typeof others)[]} */ (Object.keys(others)).filter((name) => marks[name].includes(1));
  return { not, text: marks.text, others: known.map((name) => ({ marks: marks[name], column: columns[name] })), words, only };
}

/**
 * The only texts that can answer, in the order of the corpus; null: any. Where there are words, a text holds one of them:
 * the rarest, and the others are then looked for in these texts alone; any, if each may also be known of a place.
 * @param {Corpus} corpus
 * @param {Marked[]} all
 * @param {Float32Array} weights
 */
function candidatesOf(corpus, all, weights) {
  const known = all.find(({ only }) => only)?.only;
  if (known) return known;
  const sought = all.filter(({ not, words }) => !not && words.length);
  const plain = sought.filter(({ others }) => !others.length);
  const most = plain.map(({ words }) => (plain.length < 2 ? 0 : words.reduce((sum, { pattern }) => sum + atMost(corpus, pattern), 0)));
  const needed = plain.length ? [plain[most.indexOf(Math.min(...most))]] : sought;
  if (needed.length) return merged(needed.map((clause) => look(corpus, clause, null, weights)));
  const fact = all.find(({ not, others }) => !not && others.length);
  return fact ? standing(corpus, fact) : null;
}

/** The texts of places that a clause holds of. @param {Corpus} corpus @param {Marked} clause */
function standing({ textOf }, { text, others }) {
  const found = text.slice();
  for (const { marks, column } of others) for (let place = 0; place < column.length; place++) if (marks[column[place]]) found[textOf[place]] = 1;
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
 * Look for the words of a clause in texts, once.
 * @param {Corpus} corpus
 * @param {Marked} clause
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

/** What a term is looked for as; folded once, since a question asks for the same words several times. @param {Corpus} corpus @param {Term} term */
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
  patternsOf(corpus, { field: "", text, exact }).some((pattern) => hitsOf(corpus, pattern).length > 0);

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
