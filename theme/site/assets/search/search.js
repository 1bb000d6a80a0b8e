// @ts-check
// The search itself: which texts of the corpus answer a query, and which of them come first.

import { HEADING, KINDS, MEASURE, PAGE, ROC_EPOCH } from "./contract.js";
import { next, patterns } from "./query.js";

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
  const all = clauses.map((clause) => ({ not: clause.not, marks: marked(corpus, clause, weights, markField) }));
  const words = all.flatMap(({ not, marks }, position) => (!not && clauses[position].any.some(({ field }) => !field) ? [marks.text] : []));
  const inText = words.slice(1).reduce((any, marks) => any.map((mark, text) => mark | marks[text]), words[0]);
  const { page, who, when, group, kind } = corpus.columns;

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

  const places = new Int32Array(weights.length).fill(-1);
  const { textOf } = corpus;
  for (let place = 0; place < textOf.length; place++) {
    const text = textOf[place];
    if ((!inText || inText[text]) && places[text] < 0 && passes(text, place)) places[text] = place;
  }
  const texts = /** @type {number[]} */ ([]);
  places.forEach((place, text) => place >= 0 && texts.push(text));
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
    const likeness = tiers[text] > 2 ? other * 8 + order : order * 256 + other;
    const relevance = likeness * 512 + 511 - year;
    const sign = reversed ? -1 : 1;
    return tiers[text] * 2 ** 44 + (lead ? sign * lead(place) * 2 ** 21 + relevance : sign * relevance);
  };
  // Of many results only the first are put in order.
  const first = /** @type {{text: number, rank: number}[]} */ ([]);
  for (const text of texts) {
    const own = rank(text);
    if (first.length === end && own >= first[end - 1].rank) continue;
    first.splice(first.findLastIndex((other) => other.rank <= own) + 1, 0, { text, rank: own });
    first.length = Math.min(first.length, end);
  }
  return first.slice(start).map(({ text }) => text);
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
  if (offices.size || years.size)
    mark(marks.page, corpus.pages, (page) => offices.has(page.office) || page.years.some((year) => years.has(year)));
  if (departments.size) mark(marks.who, corpus.together.values, ({ named }) => named.some((each) => departments.has(each)));
}

/**
 * What holds a pattern: texts, with how much of each it makes up, offices, departments and years.
 * @typedef {{texts: number[], shares: number[], offices: Set<number>, departments: Set<number>, years: Set<number>}} Hits
 */

/**
 * Where a pattern occurs; found once, for a question asks for the same words several times.
 * @param {Corpus} corpus
 * @param {Pattern} pattern
 * @returns {Hits}
 */
export function hitsOf({ asked, chunks, folding, offices, departments, pages }, pattern) {
  const key = [pattern.start, pattern.end, pattern.text].join();
  const known = asked.get(key);
  if (known) return known;
  const texts = /** @type {number[]} */ ([]);
  const shares = /** @type {number[]} */ ([]);
  for (const { folded, starts, first } of chunks) {
    let line = 0;
    for (let at = next(pattern, folded, 0); at >= 0; at = next(pattern, folded, starts[line])) {
      while (starts[line + 1] <= at) line++;
      texts.push(first + line);
      shares.push(pattern.text.length / (starts[line + 1] - starts[line]));
      line++;
    }
  }
  /** @param {number[]} numbers @param {(number: number) => string[]} names */
  const within = (numbers, names) =>
    new Set(numbers.filter((number) => next(pattern, folding.fold(names(number).join("\n")), 0) >= 0));
  const hits = {
    texts,
    shares,
    offices: within([...offices.values.keys()], (office) => offices.values[office].names),
    departments: within([...departments.values.keys()], (department) => departments.values[department]),
    years: within([...new Set(pages.flatMap(({ years }) => years))].filter(Boolean), (year) => [`${year}年度`, `${year + ROC_EPOCH}`]),
  };
  asked.set(key, hits);
  return hits;
}

/** @template Value @param {Uint8Array} marks @param {Value[]} values @param {(value: Value, number: number) => boolean} holds */
export function mark(marks, values, holds) {
  values.forEach((value, number) => {
    if (holds(value, number)) marks[number] = 1;
  });
}
