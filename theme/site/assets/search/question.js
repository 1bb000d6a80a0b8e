// @ts-check
// What a question is made of: words that have synonyms, filler that says nothing, and the rest.

import { singular, stem } from "./stems.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */

/**
 * A part of a question that says something.
 * @typedef {object} Part
 * @property {string} text folded
 * @property {string} [spelt] as it is known
 * @property {string[] | null} finds what else finds it, as it is spelt; null: nothing is known of it
 * @property {boolean} [filler] it says nothing, unless together with another
 * @property {boolean} [little] a character by itself, which says something only beside others
 */

/**
 * A Han character or a word of other letters, and what it is known by.
 * @typedef {{text: string, key: string}} Unit
 */

const FILLER = null; // in a lexicon: a word that says nothing
const BREAK = "";
const AND = " + "; // between what means something together wherever it stands; alternatives have / between them
const FEW = 4; // words
const FEW_KINDS = 2; // of what they mean
const WITHIN = 4; // units that may stand within an expression
const FIRST_HAN = "\u2e80"; // letters of other scripts come before
const ONLY_HAN = /^\p{Script=Han}+$/u; // most words, taken apart quickly
const ONLY_WORDS = /^[a-z\d]+(?: [a-z\d]+)*$/;
const BETWEEN = /(?<=.)(?:一下|有點|[了的個个我過过太很好])(?=.)/gu; // 改了名字, 改我的名字
// Being cut off, cut my power: what may stand between words of one expression.
const AMONG = /(?<=.) (?:(?:an?|the|my|our|your|his|her|their|is|are|was|were|be|been|being|get|got|getting) )+(?=.)/g;

/** What it costs to take something for a word, for filler, for a Han character that says little here, for nothing known. */
const COSTS = { known: 0.3, filler: 0.35, little: 0.5, unknown: 1 };

/** @param {string} text */
const hasHan = (text) => /\p{Script=Han}/u.test(text);

/** Whether a text has letters or figures that are no Han characters. @param {string} text */
const hasLetters = (text) => /(?!\p{Script=Han})[\p{L}\p{N}]/u.test(text);

export const isHan = /** @param {string} text */ (text) => /^\p{Script=Han}/u.test(text);

/**
 * Alternatives that mean something together, each set wherever one of it stands; what they are known by, once asked for.
 * @typedef {{sets: string[][], keys?: string[][], finds: string[]}} Together
 */

/**
 * What is known of a word: how it was first spelt, and what finds it, each list for one way of writing it; null: filler.
 * @typedef {{word: string, lists: {plain: string, finds: string[]}[] | null}} Known
 */

/**
 * Words with synonyms and filler by their units. There are thousands: those of Han characters and those with
 * other letters each wait for a question that has such, and what finds a word is put together when it is asked for.
 */
export class Lexicon {
  #folding;
  #known = /** @type {Map<string, Known>} */ (new Map());
  #units = /** @type {Map<string, Unit>} */ (new Map()); // words of letters
  #keys = /** @type {Set<string>} */ (new Set()); // what they are known by
  #longest = /** @type {Map<string, number>} */ (new Map()); // how many units the longest word has, by the first of them
  #names = /** @type {string[] | null} */ (null); // of Han characters, made when it is asked for
  #together = /** @type {Together[] | null} */ (null); // likewise
  #apart;
  #waiting;

  /**
   * @param {Pick<Corpus, "folding" | "synonyms" | "filler" | "topics">} corpus
   * @param {string[]} names that are not taken apart
   */
  constructor({ folding, synonyms, filler, topics }, names = []) {
    this.#folding = folding;
    const sets = /** @type {[string[], string[] | null][]} */ ([
      [names, []],
      ...topics.flatMap(([, [name, ...words]]) => [[[name], words.filter((word) => name.includes(word))], [words, []]]),
      ...synonyms.map(([, finds]) => [finds, []]),
      [filler, FILLER],
      ...synonyms,
    ]);
    const those = /** @param {boolean} are */ (are) =>
      sets.flatMap(([words, finds]) => words.filter((word) => hasLetters(word) === are && !word.includes(AND)).map((word) => ({ word, finds })));
    this.#apart = /** @returns {Together[]} */ () => {
      const all = synonyms.flatMap(([words, finds]) => words.filter((word) => word.includes(AND)).map((word) => ({ word, finds })));
      const folded = folding.fold(all.map(({ word }) => word).join("\n")).split("\n");
      return all.map(({ finds }, at) => ({ sets: folded[at].split(AND.trim()).map((words) => words.split("/").map((each) => each.trim())), finds }));
    };
    this.#waiting = [
      { asked: hasLetters, words: () => those(true) },
      { asked: hasHan, words: () => those(false) },
    ];
  }

  /** @param {{word: string, finds: string[] | null}[]} words */
  #learn(words) {
    const folded = this.#folding.fold(words.map(({ word }) => word).join("\n")).split("\n");
    words.forEach(({ word, finds }, at) => {
      const plain = folded[at];
      const units = ONLY_HAN.test(plain) ? null : this.#unitsOf(plain, true);
      if (units?.some(({ key }) => key === BREAK)) return; // 上、下班時間 is no word that anybody types
      const name = units ? keyOf(units) : plain;
      const first = units ? units[0]?.key : plain[0];
      const { length } = units ?? plain;
      if (length > (this.#longest.get(first) ?? 0)) this.#longest.set(first, length);
      const known = this.#known.get(name);
      if (!known) this.#known.set(name, { word, lists: finds && [{ plain, finds }] });
      else if (finds) (known.lists ??= []).push({ plain, finds });
      else known.lists = FILLER;
    });
  }

  /** What finds a word, as it is spelt. @param {string} name @returns {string[] | null | undefined} */
  #finds(name) {
    const lists = this.#known.get(name)?.lists;
    if (!lists) return lists;
    return [...new Set(lists.flatMap(({ plain, finds }) => finds.filter((each) => this.#folding.fold(each) !== plain)))];
  }

  /** Learn the words that such a question may have. @param {string} folded */
  #prepare(folded) {
    for (const { asked, words } of this.#waiting) if (asked(folded)) this.#learn(words());
    this.#waiting = this.#waiting.filter(({ asked }) => !asked(folded));
  }

  /** Whether all that was asked is one word with synonyms. @param {string} folded */
  has(folded) {
    this.#prepare(folded);
    return Boolean(this.#known.get(keyOf(this.#unitsOf(folded)))?.lists?.some(({ finds }) => finds.length));
  }

  /**
   * The parts of a question, so that the fewest characters are left over and the fewest words are needed.
   * @param {string} folded
   * @param {(word: string) => boolean} [occurs] whether the texts have a word, which then is no slip
   * @returns {Part[]}
   */
  parts(folded, occurs = () => false) {
    this.#prepare(folded);
    const units = this.#unitsOf(folded).map((unit) => this.#mended(unit, occurs));
    const lengths = this.#divided(units);
    const parts = /** @type {Part[]} */ ([]);
    for (let at = 0; at < units.length; at += Math.abs(lengths[at])) {
      const isWord = lengths[at] > 0;
      const own = units.slice(at, at + Math.abs(lengths[at]));
      const name = isWord ? this.#name(own) : keyOf(own);
      const finds = this.#finds(name);
      const text = textOf(own);
      if (text) parts.push({ text, spelt: this.#known.get(name)?.word, finds: finds ?? null, ...(finds === FILLER && { filler: true }), ...(!finds && text.length === 1 && { little: true }) });
    }
    const said = this.#joined(parts, folded).filter(({ filler }) => !filler);
    return said.some(({ text, finds }) => finds || text.length > 1) ? said : [];
  }

  /**
   * The parts of a question, those as one that mean something together wherever they stand: 帳單 and email.
   * @param {Part[]} parts
   * @param {string} folded
   */
  #joined(parts, folded) {
    let left = parts.map((part) => ({ part, key: keyOf(this.#unitsOf(part.text)) }));
    const starts = new Set(left.flatMap(({ part, key }) => [key, part.text]).map((text) => text.slice(0, 2)));
    const may = /** @param {string} word */ (word) => (word < FIRST_HAN ? starts.has(word.slice(0, 2)) : folded.includes(word));
    this.#together ??= this.#apart();
    for (const each of this.#together) {
      if (!each.sets.every((words) => words.some(may))) continue; // what most questions lack needs no key
      each.keys ??= each.sets.map((words) => words.map((word) => keyOf(this.#unitsOf(word))));
      const meant = each.keys.map((keys) => left.find((one) => keys.some((key) => isMeant(one, key))));
      if (!meant.every((one, at) => one && meant.indexOf(one) === at)) continue;
      const text = meant.map((one) => one?.part.text).join(AND.trim());
      left = [{ part: { text, finds: each.finds }, key: "" }, ...left.filter((one) => !meant.includes(one))];
    }
    return left.map(({ part }) => part);
  }

  /**
   * Words of Han characters that are known and are written nearly like one that is not, or like a part of it; with what
   * finds them. One character of two says little: such words must occur, and not be many.
   * @param {string} text
   * @param {(word: string) => boolean} occurs
   */
  alike(text, occurs) {
    this.#names ??= [...this.#known].flatMap(([name, { lists }]) => (lists && isHan(name) ? [name] : []));
    const found = this.#names.filter((name) => isAlike(name, text) && (name.length > 2 || occurs(name)));
    if (text.length < 3 && found.length > FEW) return [];
    return [...new Set(found.flatMap((name) => [name, ...(this.#finds(name) ?? [])]))];
  }

  /**
   * What finds the words that hold a piece of one that nobody knows, where they mean few things: 志願服務 has 志願 of 志願者.
   * @param {string} piece two Han characters, or a word of letters
   */
  kin(piece) {
    const key = isHan(piece) ? piece : ` ${stem(piece)} `;
    const found = new Set();
    for (const [name, { lists }] of this.#known)
      if ((isHan(piece) ? name : ` ${name} `).includes(key)) for (const { finds } of lists ?? []) if (finds.length) found.add(finds);
    return found.size > FEW_KINDS ? [] : /** @type {string[]} */ ([...new Set([...found].flat())]);
  }

  /** A word of letters that nobody knows, as one that is a slip away. @param {Unit} unit @param {(word: string) => boolean} occurs */
  #mended(unit, occurs) {
    const { text, key } = unit;
    if (!/^[a-z]{5,}$/.test(text) || this.#keys.has(key) || occurs(text)) return unit;
    let best = unit;
    let least = text.length > 8 ? 2.5 : 1.5;
    for (const { text: other, key } of this.#units.values()) {
      if (other.length < 4 || other[0] !== text[0] || Math.abs(other.length - text.length) > 2) continue;
      const distance = editDistance(other, text);
      if (distance < least) [best, least] = [{ text: other, key }, distance];
    }
    return best;
  }

  /**
   * How the units divide: at the start of each word its length, of each run of unknown Han characters the same, negative.
   * @param {Unit[]} units
   */
  #divided(units) {
    const costs = new Float64Array(units.length + 1);
    const lengths = new Int32Array(units.length);
    for (let at = units.length - 1; at >= 0; at--) {
      costs[at] = Infinity;
      const longest = this.#longest.get(units[at].key) ?? 0;
      for (let length = Math.min(longest && longest + WITHIN, units.length - at); length > 0; length--) {
        const cost = this.#cost(units.slice(at, at + length)) + costs[at + length];
        if (cost < costs[at] - 1e-9) [costs[at], lengths[at]] = [cost, length];
      }
      const unknown = (units[at].key === BREAK ? 0 : COSTS.unknown) + costs[at + 1];
      if (unknown < costs[at] - 1e-9) [costs[at], lengths[at]] = [unknown, -1];
    }
    for (let at = 0; at < units.length; at += Math.abs(lengths[at]))
      while (lengths[at] < 0 && isHan(units[at].text) && lengths[at - lengths[at]] < 0 && isHan(units[at - lengths[at]].text)) lengths[at]--;
    return lengths;
  }

  /** What a word costs; infinitely much if it is none. @param {Unit[]} units */
  #cost(units) {
    const finds = this.#known.get(this.#name(units))?.lists;
    if (finds === undefined || units.some(({ key }) => key === BREAK) || (units.length === 1 && finds && isHan(units[0].text))) return Infinity;
    if (finds) return COSTS.known;
    return units.length === 1 && isHan(units[0].text) ? COSTS.little : COSTS.filler;
  }

  /** What units are known by; without what may stand between the characters or words of an expression. @param {Unit[]} units */
  #name(units) {
    const name = keyOf(units);
    if (this.#known.has(name) || units.length < 3) return name;
    const short = ONLY_HAN.test(name) ? name.replace(BETWEEN, "") : name.replace(AMONG, " ");
    return short.length > 1 && this.#known.get(short)?.lists ? short : name;
  }

  /**
   * Han characters and words of other scripts; what divides sentences is a unit that nothing is known by.
   * @param {string} folded
   * @param {boolean} [keep] whether its words are known from now on
   * @returns {Unit[]}
   */
  #unitsOf(folded, keep = false) {
    if (ONLY_HAN.test(folded)) return Array.from(folded, (text) => ({ text, key: text }));
    if (ONLY_WORDS.test(folded)) return folded.split(" ").map((word) => this.#unit(word, keep));
    return Array.from(folded.matchAll(/\p{Script=Han}|((?:(?!\p{Script=Han})[\p{L}\p{N}])+)|[^ '’.&/+_-]/gu), ([text, word]) => {
      if (word) return this.#unit(word, keep);
      return isHan(text) ? { text, key: text } : { text: "", key: BREAK };
    });
  }

  /** A word of letters. @param {string} word @param {boolean} keep */
  #unit(word, keep) {
    const unit = this.#units.get(word) ?? { text: singular(word), key: stem(word) };
    if (keep) {
      this.#units.set(word, unit);
      this.#keys.add(unit.key);
    }
    return unit;
  }
}

/** Every two Han characters that stand together. @param {string} text */
export const pairs = (text) => Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2));

/** Whether a part is a word, or a run of characters that nobody knows and that holds it. @param {{part: Part, key: string}} one @param {string} key */
const isMeant = ({ part, key: own }, key) => own === key || (!part.finds && !part.filler && isHan(key) && own.includes(key));

/** As a text has them. @param {Unit[]} units */
const textOf = (units) => joined(units.map(({ text }) => text));

/** @param {Unit[]} units */
const keyOf = (units) => joined(units.map(({ key }) => key));

/** @param {string[]} texts */
function joined(texts) {
  for (const [between, only] of /** @type {[string, RegExp][]} */ ([["", ONLY_HAN], [" ", ONLY_WORDS]])) {
    const text = texts.join(between);
    if (only.test(text)) return text;
  }
  return texts.reduce((text, each) => text + (isHan(each) || isHan(text.slice(-1)) ? "" : " ") + each, "").trim();
}

/**
 * Whether a word of Han characters is a slip of another: of three characters or more, anywhere in a text, one is another;
 * of two, the second.
 * @param {string} word
 * @param {string} text
 */
export function isAlike(word, text) {
  if (word.length > text.length) return false;
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
