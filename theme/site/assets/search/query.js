// @ts-check
// The query language: words, "phrases", fields such as office:kinmen; all must hold. OR joins the two beside it to
// alternatives, - and NOT exclude the one behind them, be it an alternative or not; AND says what holds anyway.

/**
 * One thing to look for.
 * @typedef {object} Term
 * @property {boolean} not whether it must not be there
 * @property {string} field empty for a word of the text
 * @property {string} [name] what the field was called
 * @property {string} text as typed, in NFKC
 * @property {boolean} exact in quotation marks: whole words
 * @property {boolean} [meant] what nobody has typed: it is found in texts, and no office is called so
 * @property {(marks: import("./search.js").Marks, weights: Float32Array) => number[] | void} [mark] where it is no word: marks
 *   what it holds of; returns the texts if it can hold of no others, in the order of the corpus
 */

/**
 * Alternatives. All clauses of a query must hold, and a clause holds when one of its terms does.
 * @typedef {Term[]} Clause
 */

/**
 * What is searched for in folded texts: `start` and `end` say where a word must begin or end.
 * @typedef {object} Pattern
 * @property {string} text
 * @property {boolean} start
 * @property {boolean} end
 */

/** What a query may say besides words, and results are narrowed down by; then what else they are called. */
const FIELDS = [
  "office 機關 机关", "year 年度", "group 服務類別 服务类别 面向", "department 部門 部门", "period 期間 期间", "kind 類別 类别 內容 内容",
  "theme 主題分類 主题分类", "policy 施政分類 施政分类", "service 服務分類 服务分类",
].map((names) => names.split(" ")); // prettier-ignore
export const FACETS = FIELDS.map(([name]) => name);
/** What an address may narrow results down by. */
export const LIMITS = [...FACETS, "where"];

/** A phrase ends with what it began with: within ASCII quotation marks 「 」 are text, and the other way round. */
const PHRASE = `["“”„＂]([^"“”„＂]*)["“”„＂]?|「([^」]*)」?|『([^』]*)』?|«([^»]*)»?`;
const TOKEN = new RegExp(`(-?)(?:([^\\s":]+):(?=[^\\s:]))?(?:${PHRASE}|([^\\s"“”„＂「」『』«»]+))`, "gu");
const APART = new RegExp(`(?<=(?:^|[\\s-])(?:${FIELDS.flat().join("|")}):)\\s+`, "giu"); // 部門: 業務組
/** Between Han characters no English word stands: an operator may be in small letters there. */
const SMALL = /(?<=\p{Script=Han}["”＂」』»]?\s+)(?:or|and|not)(?=\s+["“＂「『«]?\p{Script=Han})/gu;

/**
 * @param {string} query
 * @returns {Clause[]}
 */
export function parse(query) {
  const clauses = /** @type {Clause[]} */ ([]);
  let or = false;
  let not = false;
  // Only the hyphen of a keyboard excludes: what is written －5% or −5% is a figure.
  for (const [token, minus, name = "", ...found] of query.replace(/：/g, ":").replace(APART, "").replace(SMALL, (operator) => operator.toUpperCase()).matchAll(TOKEN)) {
    const operator = token.normalize("NFKC");
    if (["OR", "AND", "NOT"].includes(operator)) {
      or = operator === "NOT" ? or : operator === "OR" && clauses.length > 0;
      not = operator === "NOT";
      continue;
    }
    const [field] = FIELDS.find((names) => names.includes(name.normalize("NFKC").toLowerCase())) ?? [""];
    const at = found.findIndex((each) => each !== undefined);
    const exact = at + 1 < found.length;
    const before = name && !field ? `${name}:` : "";
    const text = (before + found[at]).normalize("NFKC").trim();
    if (!text) continue;
    const term = { not: not || Boolean(minus), field, text, exact, ...(field && { name }) };
    if (or) clauses[clauses.length - 1].push(term);
    else clauses.push([term]);
    or = not = false;
  }
  return clauses;
}

export const isWord = /** @param {string} character */ (character) => /[\p{Script=Latin}\p{Nd}]/u.test(character);

/** Singulars of plurals, and plurals in -ies, which no prefix finds. */
export const NUMBERS = /** @type {[RegExp, string][]} */ ([
  [/^([a-z]{2,}[^aeiou])y$/, "$1ies"],
  [/^([a-z]+)ies$/, "$1y"],
  [/^([a-z]+(?:s|x|z|ch|sh))es$/, "$1"],
  [/^(?!news$)([a-z]{2,}[^su])s$/, "$1"],
]);

/** A word as people type it. @param {string} text @returns {Term} */
export const word = (text) => ({ not: false, field: "", text, exact: false });

/**
 * What finds a term. A word of Latin letters is found at the beginning of words, and its other number as a whole word;
 * Han characters are found wherever they stand.
 * @param {Pick<Term, "exact">} term
 * @param {string} text its folded text
 * @returns {Pattern[]}
 */
export function patterns({ exact }, text) {
  const plain = text.replace(/\s+/g, " ");
  if (!plain) return [];
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
