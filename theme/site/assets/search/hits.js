// @ts-check
// Where a pattern occurs: in texts, and in what is known of their places. Texts are listed by what they are made of, so
// that a question looks into few of them.

import { ROC_EPOCH } from "./contract.js";
import { isWord, next } from "./query.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./corpus.js").Chunk} Chunk */
/** @typedef {import("./query.js").Pattern} Pattern */

/**
 * What holds a pattern: texts, and how much of each it makes up; whether each office and department does; years.
 * @typedef {{texts: number[], shares: number[], offices: boolean[], departments: boolean[], years: number[]}} Hits
 */

/**
 * The lines that hold each character, and each word of Latin letters or figures.
 * @typedef {{characters: Map<number, number[]>, words: Map<string, number[]>, sorted: string[]}} Contents
 */

/**
 * What offices, departments and years are called, folded.
 * @typedef {{offices: string[], departments: string[], years: [number, string][]}} Names
 */

const FEW = 6; // of so many lines one: to look into each is quicker than to read them all
const kinds = new Uint8Array(0x10000); // what is known of each UTF-16 unit: 1 part of a word, 2 not

/** @param {number} unit */
const isLetter = (unit) => (kinds[unit] ||= isWord(String.fromCharCode(unit)) ? 1 : 2) === 1;

/**
 * Where a pattern occurs; looked for once, since a question asks for the same words several times.
 * @param {Corpus} corpus
 * @param {Pattern} pattern
 * @returns {Hits}
 */
export function hitsOf(corpus, pattern) {
  const key = Object.values(pattern).join();
  const known = corpus.asked.get(key);
  if (known) return known;
  const texts = /** @type {number[]} */ ([]);
  const shares = /** @type {number[]} */ ([]);
  for (const chunk of corpus.chunks) {
    const { starts, first } = chunk;
    for (const line of linesOf(chunk, pattern)) {
      texts.push(first + line);
      shares.push(pattern.text.length / (starts[line + 1] - starts[line]));
    }
  }
  const { offices, departments, years } = namesOf(corpus);
  const within = /** @param {string} names */ (names) => next(pattern, names, 0) >= 0;
  const hits = {
    texts,
    shares,
    offices: offices.map(within),
    departments: departments.map(within),
    years: years.filter(([, names]) => within(names)).map(([year]) => year),
  };
  corpus.asked.set(key, hits);
  return hits;
}

/** List what the texts are made of, before anybody asks. @param {Corpus} corpus */
export function prepare({ chunks }) {
  for (const chunk of chunks) chunk.contents ??= contentsOf(chunk);
}

/** What offices, departments and years are called; folded once. @param {Corpus} corpus @returns {Names} */
export function namesOf(corpus) {
  if (corpus.names) return corpus.names;
  const { folding, offices, departments, pages } = corpus;
  const folded = /** @param {string[]} names */ (names) => folding.fold(names.join("\n"));
  const years = new Set(pages.flatMap(({ years }) => years));
  years.delete(0);
  corpus.names = {
    offices: offices.values.map(({ names }) => folded(names)),
    departments: departments.values.map(folded),
    years: [...years].map((year) => [year, folded([`${year}年度`, `${year + ROC_EPOCH}`])]),
  };
  return corpus.names;
}

/** @param {Chunk} chunk @returns {Contents} */
function contentsOf({ folded, starts }) {
  const characters = /** @type {Map<number, number[]>} */ (new Map());
  const words = /** @type {Map<string, number[]>} */ (new Map());
  /** @template Key @param {Map<Key, number[]>} lists @param {Key} key @param {number} line */
  const put = (lists, key, line) => {
    const list = lists.get(key);
    if (!list) lists.set(key, [line]);
    else if (list[list.length - 1] !== line) list.push(line);
  };
  for (let line = 0; line + 1 < starts.length; line++) {
    const end = starts[line + 1] - 1;
    for (let at = starts[line]; at < end; at++) {
      const unit = folded.charCodeAt(at);
      if (!isLetter(unit)) {
        put(characters, unit, line);
        continue;
      }
      const from = at;
      while (at + 1 < end && isLetter(folded.charCodeAt(at + 1))) at++;
      put(words, folded.slice(from, at + 1), line);
    }
  }
  return { characters, words, sorted: [...words.keys()].sort() };
}

/** The lines of a file's texts that hold a pattern. @param {Chunk} chunk @param {Pattern} pattern */
function linesOf(chunk, pattern) {
  const { folded, starts } = chunk;
  const lists = listsOf((chunk.contents ??= contentsOf(chunk)), pattern);
  const least = lists.reduce((one, other) => (other.length < one.length ? other : one), lists[0]);
  if (!least) return reading(chunk, pattern);
  if (lists.length === 1 && isOne(pattern.text)) return least;
  if (least.length * FEW > starts.length) return reading(chunk, pattern);
  return least.filter((line) => next(pattern, folded.slice(starts[line], starts[line + 1] - 1), 0) >= 0);
}

/** Every line, one after the other. @param {Chunk} chunk @param {Pattern} pattern */
function reading({ folded, starts }, pattern) {
  const found = /** @type {number[]} */ ([]);
  let line = 0;
  for (let at = next(pattern, folded, 0); at >= 0; at = next(pattern, folded, starts[line])) {
    while (starts[line + 1] <= at) line++;
    found.push(line++);
  }
  return found;
}

/** Whether a text is one character or one word, so that what lists it holds it. @param {string} text */
const isOne = (text) => text.length === 1 || Array.from(text, (_, at) => text.charCodeAt(at)).every(isLetter);

/**
 * For each piece of a pattern the lines that hold it; the last word may go on.
 * @param {Contents} contents
 * @param {Pattern} pattern
 */
function listsOf({ characters, words, sorted }, { text, end }) {
  const lists = /** @type {number[][]} */ ([]);
  for (let at = 0; at < text.length; at++) {
    const from = at;
    if (isLetter(text.charCodeAt(at))) {
      while (at + 1 < text.length && isLetter(text.charCodeAt(at + 1))) at++;
      const word = text.slice(from, at + 1);
      lists.push(at + 1 < text.length || end ? (words.get(word) ?? []) : beginning(word, words, sorted));
    } else if (text[at] !== " ") lists.push(characters.get(text.charCodeAt(at)) ?? []);
  }
  return lists;
}

/** The lines that hold a word that begins so. @param {string} start @param {Map<string, number[]>} words @param {string[]} sorted */
function beginning(start, words, sorted) {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < start) low = middle + 1;
    else high = middle;
  }
  const found = /** @type {number[][]} */ ([]);
  for (; sorted[low]?.startsWith(start); low++) found.push(/** @type {number[]} */ (words.get(sorted[low])));
  if (found.length < 2) return found[0] ?? [];
  return [...new Set(found.flat())].sort((a, b) => a - b);
}
