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

const FIELDS = /** @type {Record<string, string>} */ ({
  office: "office", 機關: "office", 机关: "office",
  year: "year", 年度: "year",
  department: "department", 部門: "department", 部门: "department",
  period: "period", 期間: "period", 期间: "period",
  group: "group", 面向: "group",
  kind: "kind", 類別: "kind", 类别: "kind",
}); // prettier-ignore

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
    const field = FIELDS[name.toLowerCase()] ?? "";
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

/**
 * The query that these clauses were written as.
 * @param {Clause[]} clauses
 */
export function written(clauses) {
  const one = /** @param {Term} term */ ({ field, text, exact }) =>
    (field && `${field}:`) + (exact || /\s/.test(text) ? `"${text}"` : text);
  return clauses.map(({ not, any }) => (not ? "-" : "") + any.map(one).join(" OR ")).join(" ");
}

const WORD = /[\p{Script=Latin}\p{Nd}]/u;
const isWord = /** @param {string} character */ (character) => character !== "" && WORD.test(character);

/**
 * What finds a term. A word of Latin letters is found at the beginning of words, and its other number as a whole word;
 * Han characters are found wherever they stand.
 * @param {Term} term
 * @param {string} text its folded text
 * @returns {Pattern[]}
 */
export function patterns({ exact }, text) {
  const plain = text.replace(/\s+/g, " ").replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, "");
  const start = isWord(plain[0]);
  const end = exact && isWord(plain[plain.length - 1]);
  const others = exact || !/^[a-z]{4,}$/.test(plain) ? [] : otherNumbers(plain);
  return [{ text: plain, start, end }, ...others.map((other) => ({ text: other, start: true, end: true }))];
}

/**
 * Singular of a plural and plural in -ies, which no prefix finds.
 * @param {string} word
 */
function otherNumbers(word) {
  if (/[^aeiou]y$/.test(word)) return [word.replace(/y$/, "ies")];
  if (/ies$/.test(word)) return [word.replace(/ies$/, "y"), word.replace(/s$/, "")];
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return [word.replace(/es$/, ""), word.replace(/s$/, "")];
  return /[^su]s$/.test(word) ? [word.replace(/s$/, "")] : [];
}

/**
 * Tell every place where a pattern occurs in a folded text.
 * @param {Pattern} pattern
 * @param {string} folded
 * @param {(at: number) => void} found
 */
export function occurrences({ text, start, end }, folded, found) {
  const { length } = text;
  for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + length)) {
    if (start && isWord(folded.charAt(at - 1))) continue;
    if (end && isWord(folded.charAt(at + length))) continue;
    found(at);
  }
}
