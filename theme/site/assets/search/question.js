// @ts-check
// What a question is made of: words that have synonyms, filler that says nothing, and the rest.

import { NUMBERS } from "./query.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */

/**
 * A part of a question that says something.
 * @typedef {object} Part
 * @property {string} text folded
 * @property {string} [spelt] as it is known
 * @property {string[] | null} finds what else finds it, as it is spelt; null: nothing is known of it
 */

const FILLER = null; // in a lexicon: a word that says nothing
const BREAK = "";
const FEW = 4;
const ONLY_HAN = /^\p{Script=Han}+$/u; // most words, taken apart quickly

const isHan = /** @param {string} text */ (text) => /^\p{Script=Han}/u.test(text);

/** Words with synonyms and filler by their units, which are Han characters and whole words of other scripts. */
export class Lexicon {
  #known = /** @type {Map<string, string[] | null>} */ (new Map());
  #spelt = /** @type {Map<string, string>} */ (new Map());
  #units = /** @type {Set<string>} */ (new Set());
  #longest = 0;

  /** @param {Pick<Corpus, "folding" | "synonyms" | "filler" | "topics">} corpus */
  constructor({ folding, synonyms, filler, topics }) {
    const folded = /** @param {string[]} words */ (words) => (words.length ? folding.fold(words.join("\n")).split("\n") : []);
    /** @param {string} word @param {string} plain folded @param {string[] | null} finds */
    const learn = (word, plain, finds) => {
      const units = unitsOf(plain);
      const name = joined(units);
      this.#longest = Math.max(this.#longest, units.length);
      for (const unit of units) this.#units.add(unit);
      if (!this.#spelt.has(name)) this.#spelt.set(name, word);
      const known = finds && this.#known.get(name);
      this.#known.set(name, known ? [...new Set([...known, ...finds])] : finds);
    };
    /** @param {string[]} words @param {string[] | null} finds */
    const learnAll = (words, finds) => {
      const found = folded(finds ?? []);
      folded(words).forEach((plain, at) => learn(words[at], plain, finds && finds.filter((_, each) => found[each] !== plain)));
    };
    for (const [, words] of topics) learnAll(words, []);
    for (const [, finds] of synonyms) learnAll(finds, []);
    learnAll(filler, FILLER);
    for (const [words, finds] of synonyms) learnAll(words, finds);
  }

  /**
   * The parts of a question, by the longest words that are known. A single Han character is a part only where it stands
   * alone between them and is known.
   * @param {string} folded
   * @returns {Part[]}
   */
  parts(folded) {
    const isKnown = /** @param {string} unit */ (unit) => this.#units.has(unit);
    const units = unitsOf(folded).map((unit) => (isKnown(unit) ? unit : (stems(unit).find(isKnown) ?? unit)));
    const parts = /** @type {Part[]} */ ([]);
    let rest = /** @type {string[]} */ ([]);
    const close = () => {
      const text = joined(rest);
      rest = [];
      const finds = this.#known.get(text);
      if (finds || (finds !== FILLER && (text.length > 1 || (text && !isHan(text))))) parts.push({ text, spelt: this.#spelt.get(text), finds: finds ?? null });
    };
    for (let at = 0; at < units.length; ) {
      if (units[at] === BREAK) {
        close();
        at++;
        continue;
      }
      const length = this.#at(units, at);
      if (length) {
        close();
        const text = joined(units.slice(at, at + length));
        const finds = this.#known.get(text);
        if (finds) parts.push({ text, spelt: this.#spelt.get(text), finds });
        at += length;
      } else {
        if (!isHan(units[at])) close();
        rest.push(units[at]);
        if (!isHan(units[at])) close();
        at++;
      }
    }
    close();
    return parts.some(({ text, finds }) => finds || text.length > 1) ? parts : [];
  }

  /**
   * Words that are known and are written nearly like one that is not, or like a part of it; with what finds them. One
   * character of two says little: such words must occur, and not be many.
   * @param {string} text
   * @param {(word: string) => boolean} occurs
   */
  alike(text, occurs) {
    const found = [...this.#known].filter(([name, finds]) => finds && isAlike(name, text) && (name.length > 2 || occurs(name)));
    if (text.length < 3 && found.length > FEW) return [];
    return [...new Set(found.flatMap(([name, finds]) => [name, ...(finds ?? [])]))];
  }

  /** How many units from here are a word that is known. @param {string[]} units @param {number} at */
  #at(units, at) {
    for (let length = Math.min(this.#longest, units.length - at); length > 0; length--) {
      const name = joined(units.slice(at, at + length));
      const finds = this.#known.get(name);
      if (finds !== undefined && (length > 1 || !isHan(name) || finds === FILLER)) return length;
    }
    return 0;
  }
}

/**
 * Han characters and words of other scripts, these in the singular; what divides sentences is a unit without text.
 * @param {string} folded
 */
const unitsOf = (folded) =>
  ONLY_HAN.test(folded)
    ? [...folded]
    : Array.from(folded.matchAll(/\p{Script=Han}|((?:(?!\p{Script=Han})[\p{L}\p{N}])+)|[^ '’.&/+_-]/gu), ([text, word]) =>
        word ? singular(word) : isHan(text) ? text : BREAK,
      );

/** A word in the singular, as far as its letters tell. @param {string} word */
export function singular(word) {
  const rule = NUMBERS.find(([number, other]) => other !== "$1ies" && number.test(word));
  return rule ? word.replace(...rule) : word;
}

/** What an English word in -ing or -ed may be a form of: paying, moved, shutting. @param {string} word */
function stems(word) {
  const [, stem] = /^(.{2,})(?:ing|ed)$/.exec(word) ?? [];
  return stem ? [stem, `${stem}e`, stem.replace(/(.)\1$/, "$1")] : [];
}

/** As a text has them. @param {string[]} units */
const joined = (units) =>
  ONLY_HAN.test(units.join(""))
    ? units.join("")
    : units.reduce((text, unit) => text + (isHan(unit) || isHan(text.slice(-1)) ? "" : " ") + unit, "").trim();

/**
 * Whether a word is a slip of another: of three Han characters or more, anywhere in a text, one is another; of two, the
 * second; of a word of five letters or more one, of nine or more two.
 * @param {string} word
 * @param {string} text
 */
export function isAlike(word, text) {
  if (!isHan(text)) return !isHan(word) && word.length > 4 && editDistance(word, text) <= (word.length > 8 ? 2 : 1);
  if (!isHan(word) || word.length > text.length) return false;
  if (word.length < 3) return word.length === 2 && text.length === 2 && word[0] === text[0];
  for (let at = 0; at + word.length <= text.length; at++) {
    let same = 0;
    for (let i = 0; i < word.length; i++) same += Number(word[i] === text[at + i]);
    if (same >= word.length - 1) return true;
  }
  return false;
}

/**
 * How far two words are apart: characters put in, left out, changed, or two that stand together exchanged.
 * @param {string} a
 * @param {string} b
 */
export function editDistance(a, b) {
  if (Math.abs(a.length - b.length) > 2) return Infinity;
  const rows = [Array.from({ length: b.length + 1 }, (_, position) => position)];
  for (let i = 1; i <= a.length; i++) {
    const [last, next] = [rows[i - 1], [i]];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(last[j] + 1, next[j - 1] + 1, last[j - 1] + Number(a[i - 1] !== b[j - 1]));
      if (i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], rows[i - 2][j - 2] + 1);
    }
    rows.push(next);
  }
  return rows[a.length][b.length];
}
