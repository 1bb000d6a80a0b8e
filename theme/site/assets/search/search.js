// @ts-check
// The search itself: which texts of the corpus answer a query, in which order, and how they divide.

import { KINDS } from "./corpus.js";
import { occurrences, patterns } from "./query.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./corpus.js").Place} Place */
/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {import("./query.js").Term} Term */
/** @typedef {import("./query.js").Pattern} Pattern */

/** What each letter of KINDS is called in an address. */
export const KIND_NAMES = ["plan", "office", "page", "heading", "measure", "text", "file", "note"];
export const SORTS = ["relevance", "newest", "office", "group", "size"];

/**
 * What a clause holds of, as marks by number: a place passes when any of its own is marked.
 * @typedef {object} Marks
 * @property {boolean} not
 * @property {boolean} plain it looks into texts
 * @property {Uint8Array} text
 * @property {Uint8Array} page
 * @property {Uint8Array} who
 * @property {Uint8Array} when
 * @property {Uint8Array} group
 * @property {Uint8Array} kind
 */

/**
 * @param {Corpus} corpus complete, or as far as it is loaded
 * @param {Clause[]} clauses all of which must hold
 * @param {string} sort one of SORTS
 */
export function search(corpus, clauses, sort) {
  const weights = new Float32Array(corpus.texts.length);
  const all = clauses.map((clause) => marked(corpus, clause, weights));
  const plain = all.filter((marks) => marks.plain && !marks.not);
  const counts = new Counts(corpus);
  const texts = /** @type {number[]} */ ([]);
  const best = /** @type {Place[]} */ ([]);

  for (let text = 0; text < corpus.texts.length; text++) {
    if (plain.length && !plain.some((marks) => marks.text[text])) continue;
    const before = best.length;
    for (let place = corpus.places[text]; place; place = place.next) {
      if (!passes(all, text, place)) continue;
      if (best.length === before) best.push(place);
      counts.add(text, place);
    }
    if (best.length > before) texts.push(text);
  }

  const rank = ranking(corpus, sort, weights);
  const order = Float64Array.from(texts, (text, position) => rank(text, best[position]) * texts.length + position);
  return {
    /** Numbers of the texts, best first. */
    texts: Array.from(order.sort(), (key) => texts[key % texts.length]),
    counts,
    /** @param {number} text @returns {Place[]} where it stands, as far as the query allows, newest first */
    places(text) {
      const found = [];
      for (let place = corpus.places[text]; place; place = place.next)
        if (passes(all, text, place)) found.push(place);
      return found;
    },
  };
}

/** @param {Marks[]} all @param {number} text @param {Place} place */
function passes(all, text, place) {
  for (const marks of all) {
    const hit =
      marks.text[text] | marks.page[place.page] | marks.who[place.who] | marks.when[place.when] |
      marks.group[place.group] | marks.kind[place.kind]; // prettier-ignore
    if (Boolean(hit) === marks.not) return false;
  }
  return true;
}

/**
 * How many texts there are of each office, year, group, department, kind of period and kind of content.
 * A text that stands in several places counts once for each value.
 */
class Counts {
  /** @param {Corpus} corpus */
  constructor(corpus) {
    this.corpus = corpus;
    /** Distinct kinds of periods, and which of them each period is. */
    this.periods = [...new Set(corpus.periods.values.map(([kind]) => kind))];
    this.periodOf = corpus.periods.values.map(([kind]) => this.periods.indexOf(kind));
    this.kinds = KIND_NAMES;
    this.office = new Tally(corpus.offices.values.length);
    this.year = new Tally(512);
    this.group = new Tally(corpus.groups.values.length);
    this.department = new Tally(corpus.departments.values.length);
    this.period = new Tally(this.periods.length);
    this.kind = new Tally(KINDS.length);
  }

  /** @param {number} text @param {Place} place */
  add(text, place) {
    const page = this.corpus.pages[place.page];
    this.office.add(page.office, text);
    this.year.add(page.year, text);
    this.group.add(place.group, text);
    this.period.add(this.periodOf[place.when], text);
    this.kind.add(place.kind, text);
    for (const department of this.corpus.together.values[place.who].all) this.department.add(department, text);
  }
}

/** Counts by number, each text once. */
class Tally {
  /** @param {number} size */
  constructor(size) {
    this.counts = new Uint32Array(size);
    this.last = new Int32Array(size).fill(-1);
  }

  /** @param {number} value @param {number} text */
  add(value, text) {
    if (this.last[value] === text) return;
    this.last[value] = text;
    this.counts[value]++;
  }
}

/**
 * Relevance: the kind of text; how much of it the words make up; the newer year.
 * @param {Corpus} corpus
 * @param {string} sort
 * @param {Float32Array} weights how many characters of each text were looked for
 * @returns {(text: number, place: Place) => number} the smaller, the further to the front
 */
function ranking(corpus, sort, weights) {
  const age = /** @param {Place} place */ (place) => 511 - corpus.pages[place.page].year;
  const relevance = /** @param {number} text @param {Place} place */ (text, place) =>
    (place.kind * 256 + 255 - Math.min(255, Math.round((255 * weights[text]) / corpus.texts[text].length))) * 512 +
    age(place);
  switch (sort) {
    case "newest":
      return (text, place) => age(place) * 2 ** 20 + relevance(text, place);
    case "office": {
      const ranks = ranksOf(corpus.offices.values.map(({ names }) => names[0]));
      return (text, place) => ranks[corpus.pages[place.page].office] * 2 ** 20 + relevance(text, place);
    }
    case "group": {
      const ranks = ranksOf(corpus.groups.values.map((names) => names[names.length - 1]));
      return (text, place) => ranks[place.group] * 2 ** 20 + relevance(text, place);
    }
    case "size":
      return (text, place) => (2 ** 20 - place.size) * 2 ** 9 + age(place);
    default:
      return relevance;
  }
}

/** @param {string[]} names @returns {number[]} the place of each in the order of names; nameless ones come last */
function ranksOf(names) {
  const { compare } = new Intl.Collator("zh-Hant");
  const sorted = names
    .map((_, number) => number)
    .sort((a, b) => Number(!names[a]) - Number(!names[b]) || compare(names[a], names[b]));
  const ranks = /** @type {number[]} */ ([]);
  sorted.forEach((number, rank) => (ranks[number] = rank));
  return ranks;
}

/**
 * @param {Corpus} corpus
 * @param {Clause} clause
 * @param {Float32Array} weights of texts, to which those of its words are added
 * @returns {Marks}
 */
function marked(corpus, { not, any }, weights) {
  const marks = {
    not,
    plain: any.some((term) => !term.field),
    text: new Uint8Array(corpus.texts.length),
    page: new Uint8Array(corpus.pages.length),
    who: new Uint8Array(corpus.together.values.length),
    when: new Uint8Array(corpus.periods.values.length),
    group: new Uint8Array(corpus.groups.values.length),
    kind: new Uint8Array(KINDS.length),
  };
  for (const term of any)
    if (term.field) markField(corpus, term, marks);
    else for (const pattern of patternsOf(corpus, term)) markWords(corpus, pattern, marks, not ? null : weights);
  return marks;
}

/** @param {Corpus} corpus @param {Term} term */
export const patternsOf = (corpus, term) => patterns(term, corpus.folding.fold(term.text));

/**
 * A word is found in texts, and in what is known of their places: office, year, departments.
 * @param {Corpus} corpus
 * @param {Pattern} pattern
 * @param {Marks} marks
 * @param {Float32Array | null} weights
 */
function markWords(corpus, pattern, marks, weights) {
  for (const { folded, starts, first } of corpus.chunks) {
    let line = 0;
    occurrences(pattern, folded, (at) => {
      while (starts[line + 1] <= at) line++;
      marks.text[first + line] = 1;
      if (weights) weights[first + line] += pattern.text.length;
    });
  }
  const within = /** @param {string[]} names */ (names) => {
    let found = 0;
    occurrences(pattern, corpus.folding.fold(names.join("\n")), () => (found = 1));
    return found;
  };
  const offices = corpus.offices.values.map(({ names }) => within(names));
  const departments = corpus.departments.values.map(within);
  corpus.pages.forEach(({ office, year }, number) => {
    marks.page[number] = offices[office] || (year && within([`${year}年度`, `${year + 1911}`]));
  });
  corpus.together.values.forEach(({ named }, number) => {
    if (named.some((department) => departments[department])) marks.who[number] = 1;
  });
}

/** @param {Corpus} corpus @param {Term} term @param {Marks} marks */
function markField(corpus, { field, text, exact }, marks) {
  const wanted = corpus.folding.fold(text);
  const folded = /** @param {string[]} names */ (names) => names.map((name) => corpus.folding.fold(name));
  const equal = /** @param {string[]} names */ (names) => folded(names).includes(wanted);
  const like = /** @param {string[]} names */ (names) => folded(names).some((name) => name.includes(wanted));
  switch (field) {
    case "office":
      corpus.pages.forEach(({ office }, number) => {
        const { id, names } = corpus.offices.values[office];
        if (id === wanted || (id && (exact ? equal(names) : like(names)))) marks.page[number] = 1;
      });
      break;
    case "year": {
      const [from, to = from] = wanted.split("-").map((year) => Number(year) - (Number(year) > 1911 ? 1911 : 0));
      corpus.pages.forEach(({ year }, number) => {
        if (year && from <= year && year <= to) marks.page[number] = 1;
      });
      break;
    }
    case "department": {
      const { values } = corpus.departments;
      const match = exact || values.some(equal) ? equal : like;
      const wantedOnes = values.map(match);
      corpus.together.values.forEach(({ all }, number) => {
        if (all.some((department) => wantedOnes[department])) marks.who[number] = 1;
      });
      break;
    }
    case "period":
      corpus.periods.values.forEach(([kind, words], number) => {
        if (number && (kind === wanted || (!exact && like([words])))) marks.when[number] = 1;
      });
      break;
    case "group":
      corpus.groups.values.forEach((names, number) => {
        if (number && (exact ? equal(names) : like(names))) marks.group[number] = 1;
      });
      break;
    case "kind":
      KIND_NAMES.forEach((name, number) => {
        if (name === wanted) marks.kind[number] = 1;
      });
  }
}
