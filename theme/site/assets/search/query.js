// @ts-check
// The query language: words, "phrases", -words, OR, fields such as office:kinmen.

/**
 * One thing to look for.
 * @typedef {object} Term
 * @property {string} field empty for a word of the text
 * @property {string} text as typed, in NFKC
 * @property {boolean} exact in quotation marks: whole words
 */

/**
 * All clauses must hold. A clause holds when any of its terms does, or with `not` when none does.
 * @typedef {object} Clause
 * @property {boolean} not
 * @property {Term[]} any
 */

/**
 * What is searched for in folded texts: `start` and `end` say where a word must begin or end.
 * @typedef {object} Pattern
 * @property {string} text
 * @property {boolean} start
 * @property {boolean} end
 */

/** What a query may say besides words, and results are narrowed down by; then what else they are called. */
const FIELDS = ["office 機關 机关", "year 年度", "group 面向", "department 部門 部门", "period 期間 期间", "kind 類別 类别"].map(
  (names) => names.split(" "),
);
export const FACETS = FIELDS.map(([name]) => name);

const TOKEN = /(-?)(?:([^\s":]+):(?=[^\s:]))?(?:"([^"]*)"?|([^\s"]+))/gu;

/**
 * @param {string} query
 * @returns {Clause[]}
 */
export function parse(query) {
  const clauses = /** @type {Clause[]} */ ([]);
  let or = false;
  for (const [token, minus, name = "", phrase, word = ""] of query
    .normalize("NFKC")
    .replace(/[“”„«»「」『』]/g, '"')
    .matchAll(TOKEN)) {
    if (token === "OR") {
      or = clauses.length > 0;
      continue;
    }
    const [field] = FIELDS.find((names) => names.includes(name.toLowerCase())) ?? [""];
    const exact = phrase !== undefined;
    const before = name && !field ? `${name}:` : "";
    const text = (before + (exact ? phrase : word)).trim();
    if (!text) continue;
    const term = { field, text, exact };
    const last = clauses[clauses.length - 1];
    if (or && !minus && !last.not) last.any.push(term);
    else clauses.push({ not: Boolean(minus), any: [term] });
    or = false;
  }
  return clauses;
}

const isWord = /** @param {string} character */ (character) => /[\p{Script=Latin}\p{Nd}]/u.test(character);

/** Singulars of plurals, and plurals in -ies, which no prefix finds. */
const NUMBERS = /** @type {[RegExp, string][]} */ ([
  [/^([a-z]{2,}[^aeiou])y$/, "$1ies"],
  [/^([a-z]+)ies$/, "$1y"],
  [/^([a-z]+(?:s|x|z|ch|sh))es$/, "$1"],
  [/^([a-z]{2,}[^su])s$/, "$1"],
]);

/**
 * What finds a term. A word of Latin letters is found at the beginning of words, and its other number as a whole word;
 * Han characters are found wherever they stand.
 * @param {Term} term
 * @param {string} text its folded text
 * @returns {Pattern[]}
 */
export function patterns({ exact }, text) {
  const plain = text.replace(/\s+/g, " ").replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "");
  const found = [{ text: plain, start: isWord(plain[0]), end: exact && isWord(plain[plain.length - 1]) }];
  for (const [number, other] of exact ? [] : NUMBERS)
    if (number.test(plain)) found.push({ text: plain.replace(number, other), start: true, end: true });
  return found;
}

/**
 * Where a pattern next occurs in a folded text; -1: nowhere.
 * @param {Pattern} pattern
 * @param {string} folded
 * @param {number} from
 */
export function next({ text, start, end }, folded, from) {
  let at = folded.indexOf(text, from);
  while (at >= 0 && ((start && isWord(folded.charAt(at - 1))) || (end && isWord(folded.charAt(at + text.length)))))
    at = folded.indexOf(text, at + 1);
  return at;
}
