// @ts-check
// Where a pattern occurs: in texts, and in what is known of their places. Texts are listed by what they are made of, so
// that a question looks into few of them.

import { ROC_EPOCH } from "./contract.js";
import { isWord, next } from "./query.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./corpus.js").Chunk} Chunk */
/** @typedef {import("./query.js").Pattern} Pattern */

/**
 * The lines that hold each character, and each word of Latin letters or figures.
 * @typedef {{characters: Map<number, number[]>, words: Map<string, number[]>, sorted: string[]}} Contents
 */

/**
 * What offices, departments, periods and years are called, folded.
 * @typedef {{offices: string[], departments: string[], periods: string[], years: [number, string][]}} Names
 */

const SPARSE = 6; // of so many lines one: to look into each is quicker than to read them all
const kinds = new Uint8Array(0x10000); // what is known of each UTF-16 unit: 1 part of a word, 2 not

/** @param {number} unit */
const isLetter = (unit) => (kinds[unit] ||= isWord(String.fromCharCode(unit)) ? 1 : 2) === 1;

/**
 * The texts that hold a pattern, in their order; looked for once, since a question asks for the same words several times.
 * @param {Corpus} corpus
 * @param {Pattern} pattern
 * @returns {number[]}
 */
export function hitsOf(corpus, pattern) {
  const key = patternKey(pattern);
  const known = corpus.asked.get(key);
  if (known) return known;
  const texts = /** @type {number[]} */ ([]);
  for (const chunk of corpus.chunks) collect(chunk, pattern, texts);
  corpus.asked.set(key, texts);
  return texts;
}

/** Whether each office and department is called so, and the years that are. @param {Corpus} corpus @param {Pattern} pattern */
export function namesWith(corpus, pattern) {
  const { offices, departments, years } = namesOf(corpus);
  const within = /** @param {string} names */ (names) => next(pattern, names, 0) >= 0;
  return { offices: offices.map(within), departments: departments.map(within), years: years.filter(([, names]) => within(names)).map(([year]) => year) };
}

/** List what the texts are made of, before anybody asks. @param {Corpus} corpus */
export function prepare({ chunks }) {
  for (const chunk of chunks) chunk.contents ??= contentsOf(chunk);
}

/** What offices, departments, periods and years are called; folded once. @param {Corpus} corpus @returns {Names} */
export function namesOf(corpus) {
  if (corpus.names) return corpus.names;
  const { folding, offices, departments, periods, pages } = corpus;
  const folded = /** @param {string[]} names */ (names) => folding.fold(names.join("\n"));
  const years = new Set(pages.flatMap(({ years }) => years));
  years.delete(0);
  corpus.names = {
    offices: offices.values.map(({ names }) => folded(names)),
    departments: departments.values.map(folded),
    periods: periods.values.map(([, words]) => folding.fold(words)),
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

/**
 * Which of some texts hold a pattern; quicker than to look for all that do, where these are few.
 * @param {Corpus} corpus
 * @param {Pattern} pattern
 * @param {number[]} texts in the order of the corpus
 */
export function hitsAmong(corpus, pattern, texts) {
  if (texts.length * SPARSE > atMost(corpus, pattern)) return hitsOf(corpus, pattern);
  let at = 0;
  return texts.filter((text) => {
    while (at + 1 < corpus.chunks.length && corpus.chunks[at + 1].first <= text) at++;
    return isIn(corpus.chunks[at], pattern, text - corpus.chunks[at].first);
  });
}

/** How many texts hold a pattern at most. @param {Corpus} corpus @param {Pattern} pattern */
export function atMost({ asked, chunks }, pattern) {
  const known = asked.get(patternKey(pattern));
  if (known) return known.length;
  let most = 0;
  for (const chunk of chunks) most += leastOf(chunk, pattern)?.length ?? chunk.starts.length;
  return most;
}

/** @param {Pattern} pattern */
const patternKey = (pattern) => Object.values(pattern).join();

/** Those of the lines of each piece of a pattern that are fewest. @param {Chunk} chunk @param {Pattern} pattern */
function leastOf(chunk, pattern) {
  const lists = listsOf((chunk.contents ??= contentsOf(chunk)), pattern);
  return lists.reduce((one, other) => (other.length < one.length ? other : one), lists[0]);
}

/** @param {Chunk} chunk @param {Pattern} pattern @param {number} line */
const isIn = ({ folded, starts }, pattern, line) => next(pattern, folded.slice(starts[line], starts[line + 1] - 1), 0) >= 0;

/** Put the texts of a file that hold a pattern behind others. @param {Chunk} chunk @param {Pattern} pattern @param {number[]} texts */
function collect(chunk, pattern, texts) {
  const { folded, starts, first } = chunk;
  const least = leastOf(chunk, pattern);
  const isWhole = least && isOne(pattern.text);
  if (isWhole || (least && least.length * SPARSE <= starts.length)) {
    for (const line of least) if (isWhole || isIn(chunk, pattern, line)) texts.push(first + line);
    return;
  }
  const { text, start, end } = pattern;
  const from = /** @param {number} at */ (at) => (start || end ? next(pattern, folded, at) : folded.indexOf(text, at));
  let line = 0;
  for (let at = from(0); at >= 0; at = from(starts[line])) {
    while (starts[line + 1] <= at) line++;
    texts.push(first + line++);
  }
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
