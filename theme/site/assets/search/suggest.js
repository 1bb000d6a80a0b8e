// @ts-check
// When nothing is found: words that people know and are written alike, and what is left without one of the words.

import { HEADING } from "./contract.js";
import { element, say } from "./dom.js";
import { markField } from "./fields.js";
import { hitsOf } from "./hits.js";
import { address, valueName } from "./limits.js";
import { editDistance } from "./question.js";
import { occurs, search } from "./search.js";
import { answer, lexiconOf, listed } from "./widen.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {import("./query.js").Term} Term */

const HAN = /\p{Script=Han}/u;
const MOST = 5;
const PLACE = 2; // characters by which people call an office: 金門 of 金門區營業處
const LONGEST = 12; // characters of a heading that is a word rather than a sentence

/** A text in quotation marks that it has none of. @param {string} text */
const phrase = (text) => (/["“”„]/.test(text) ? `「${text}」` : `"${text}"`);

/**
 * The query that these clauses were written as.
 * @param {Clause[]} clauses
 */
export function written(clauses) {
  const one = /** @param {Term} term */ ({ not, field, name = field, text, exact }) =>
    (not ? "-" : "") + (field && `${name}:`) + (exact || /\s|^-/.test(text) ? phrase(text) : text);
  return clauses.map((clause) => clause.map(one).join(" OR ")).join(" ");
}

/**
 * Say what to look for instead.
 * @param {Corpus} corpus
 * @param {Clause[]} query
 * @param {Clause[]} chosen what it is narrowed down by
 * @param {HTMLElement} box
 */
export function advise(corpus, query, chosen, box) {
  const link = /** @param {string} href @param {string} name */ (href, name) => element("li", {}, element("a", { href }, name));
  const asking = /** @param {string} q @param {string} name */ (q, name) => link(`?${new URLSearchParams({ q })}`, name);
  const put = /** @param {string} name @param {Node[]} links */ (name, links) => {
    if (links.length) box.append(element("h2", {}, say(name)), element("ul", { class: "links" }, ...links));
  };
  put("lifted", lifted(corpus, query, chosen).map(({ fields, names, count }) =>
    link(address(Object.fromEntries(fields.map((field) => [field, ""]))), `${say("remove", { value: names.join(say("and")) })} (${count})`))); // prettier-ignore
  put("unquoted", unquoted(corpus, query).map(({ query: q, count }) => asking(q, `${q} (${count})`)));
  put("nearest", nearest(corpus, query).map((q) => asking(q, q)));
  put("without", without(corpus, query).map(({ query: q, count }) => asking(q, `${q} (${count})`)));
}

/** How many results an answer has. @param {Corpus} corpus @param {Clause[]} query @param {Clause[]} chosen */
const countOf = (corpus, query, chosen) => listed(answer(corpus, query, chosen, markField)).texts.length;

/**
 * Limits without which there is something: each of them, or else all.
 * @param {Corpus} corpus
 * @param {Clause[]} query
 * @param {Clause[]} chosen
 */
export function lifted(corpus, query, chosen) {
  const tried = /** @param {Clause[]} left */ (left) => ({
    fields: left.flat().map(({ field }) => field),
    names: left.flat().map(({ field, text }) => valueName(corpus, field, text)),
    count: countOf(corpus, query, chosen.filter((clause) => !left.includes(clause))), // prettier-ignore
  });
  const each = chosen.map((clause) => tried([clause])).filter(({ count }) => count > 0);
  return each.length || chosen.length < 2 || !query.length ? each : [tried(chosen)].filter(({ count }) => count > 0);
}

/** The query without quotation marks around what is sought, where that finds anything. @param {Corpus} corpus @param {Clause[]} query */
export function unquoted(corpus, query) {
  const isQuoted = /** @param {Term} term */ ({ not, field, exact }) => exact && !not && !field;
  if (!query.some((clause) => clause.length === 1 && isQuoted(clause[0]))) return [];
  const clauses = query.flatMap((clause) => {
    const [term] = clause;
    if (clause.length > 1 || !isQuoted(term)) return [clause];
    return term.text.split(/\s+/).map((text) => [{ ...term, text, exact: false }]);
  });
  const count = countOf(corpus, clauses, []);
  return count ? [{ query: written(clauses), count }] : [];
}

/**
 * The query without one of its words, for each word without which something is found; and how many results it has. What is
 * left must say something: no filler, no piece of a word.
 * @param {Corpus} corpus
 * @param {Clause[]} query
 */
export const without = (corpus, query) =>
  query.length < 2
    ? []
    : query
        .map((_, left) => query.filter((_, position) => position !== left))
        .filter((clauses) => clauses.flat().some(({ not }) => !not) && clauses.flat().every((term) => saysSomething(corpus, term)))
        .filter((clauses) => search(corpus, clauses, markField).texts.length)
        .map((clauses) => ({ query: written(clauses), count: countOf(corpus, clauses, []) }))
        .filter(({ count }) => count > 0);

/** @param {Corpus} corpus @param {Term} term */
function saysSomething(corpus, { not, field, text, exact }) {
  if (not || field || exact) return true;
  const isWhole = HAN.test(text) || occurs(corpus, text, true);
  return isWhole && lexiconOf(corpus).parts(corpus.folding.fold(text)).length > 0;
}

/**
 * The query with a word that people know in place of each that does not occur; that word alone where this finds nothing.
 * First what words of letters are without the blanks between them.
 * @param {Corpus} corpus
 * @param {Clause[]} query
 */
export function nearest(corpus, query) {
  const found = /** @type {string[]} */ ([]);
  const together = query.length > 1 && query.every(([{ not, field, exact, text }, other]) => !other && !not && !field && !exact && /^[a-z]+$/i.test(text));
  const whole = query.map(([{ text }]) => text).join("");
  if (together && occurs(corpus, whole, true)) found.push(whole);
  for (const term of query.flat()) {
    if (term.not || term.field) continue;
    const folded = corpus.folding.fold(term.text);
    if (corpus.chunks.some((chunk) => chunk.folded.includes(folded))) continue;
    for (const text of HAN.test(folded) ? nearTerms(corpus, folded, term.text) : nearWords(corpus, folded)) {
      const alike = { ...term, text };
      const clauses = query.map((clause) => clause.map((each) => (each === term ? alike : each)));
      found.push(written(search(corpus, clauses, markField).texts.length ? clauses : [[alike]]));
    }
  }
  return [...new Set(found)].slice(0, MOST);
}

/**
 * Words of Han characters that people know and the texts hold, by what they fold to: how they are spelt, and whether they
 * are words for sure; what finds a text may be a piece of one.
 * @param {Corpus} corpus
 */
function terms(corpus) {
  const { columns, departments, folding, groups, offices, synonyms, textOf, texts, topics, words } = corpus;
  const headings = columns.kind.flatMap((kind, place) => (kind === HEADING ? [texts.values[textOf[place]]] : []));
  const others = [...topics.flatMap(([, each]) => each), ...synonyms.flatMap(([each, finds]) => [...finds, ...each])];
  const found = /** @type {Map<string, {spellings: string[], isSure: boolean}>} */ (new Map());
  const put = /** @param {string} known @param {string} spelling @param {boolean} isSure */ (known, spelling, isSure) => {
    if (known.length < 2 || known.length > LONGEST || !HAN.test(known)) return;
    const folded = folding.fold(known);
    const own = found.get(folded);
    if (own) own.spellings.push(spelling);
    else found.set(folded, { spellings: [spelling], isSure });
  };
  for (const each of words) put(each, each, true);
  for (const each of [...others, ...[...departments.values, ...groups.values].flat(), ...headings]) put(each, each, false);
  for (const { names: [name] } of offices.values) for (const known of [name, name.slice(0, PLACE)]) put(known, name, true); // prettier-ignore
  for (const folded of found.keys()) if (!corpus.chunks.some((chunk) => chunk.folded.includes(folded))) found.delete(folded);
  return found;
}

/**
 * Whether what finds a text is a word and no piece of some, as 網路繳 is: it consists of words, or stands by itself.
 * @param {Corpus} corpus
 * @param {Map<string, unknown>} known
 * @param {string} word
 */
function isWhole({ chunks }, known, word) {
  const consists = /** @param {string} text @returns {boolean} */ (text) =>
    !text || Array.from(text, (_, at) => text.slice(0, at + 1)).some((each) => each !== word && known.has(each) && consists(text.slice(each.length)));
  const isHan = /** @param {string} folded @param {number} at */ (folded, at) => HAN.test(folded.charAt(at));
  const standsAlone = /** @param {string} folded */ (folded) => {
    let at = folded.indexOf(word);
    while (at >= 0 && (isHan(folded, at - 1) || isHan(folded, at + word.length))) at = folded.indexOf(word, at + 1);
    return at >= 0;
  };
  return word.length === 2 || consists(word) || chunks.some(({ folded }) => standsAlone(folded));
}

/** Whether a word says where something is: 網路上. @param {Map<string, unknown>} known @param {string} folded */
const isPlace = (known, folded) => /..[上下中裡裏里內内外間间]$/u.test(folded) && known.has(folded.slice(0, -1));

/**
 * Those that are nearly the word, or nearly a part of it. Two characters are too few to tell unless the first is the same.
 * Of equally near ones the more frequent comes first.
 * @param {Corpus} corpus
 * @param {string} word folded
 * @param {string} typed
 */
function nearTerms(corpus, word, typed) {
  const known = terms(corpus);
  const found = [...known].map(([folded, { spellings, isSure }]) => {
    const most = folded.length > 4 ? 2 : 1;
    let distance = Math.abs(folded.length - word.length) > most ? Infinity : editDistance(folded, word);
    if (folded.length === 2 && (word.length > 2 || word[0] !== folded[0])) distance = Infinity;
    for (let at = 0; folded.length > 2 && distance > most && at + folded.length < word.length; at++)
      distance = Math.min(distance, 0.5 + changed(folded, word.slice(at, at + folded.length)));
    const spelling = Math.min(...spellings.map((each) => Math.min(9, editDistance(each, typed)))) / 100;
    return { folded, spellings, isSure, distance: distance > most + 0.5 ? Infinity : distance + spelling };
  });
  return found
    .filter(({ distance, folded, isSure }) => distance < Infinity && (isSure ? !isPlace(known, folded) : isWhole(corpus, known, folded)))
    .map((each) => ({ ...each, count: hitsOf(corpus, { text: each.folded, start: false, end: false }).length }))
    .sort((a, b) => a.distance - b.distance || b.count - a.count)
    .slice(0, MOST)
    .map(({ spellings }) => spellings.find((each) => corpus.texts.values.some((text) => text.includes(each))) ?? spellings[0]);
}

/** How many characters of two words of one length differ. @param {string} a @param {string} b */
const changed = (a, b) => Array.from({ length: a.length }, (_, at) => Number(a[at] !== b[at])).reduce((sum, each) => sum + each, 0);

/** Words of Latin letters that begin like a word and are a slip away; a short one may be any. @param {Corpus} corpus @param {string} word */
function nearWords(corpus, word) {
  if (word.length < 5) return [];
  const counts = /** @type {Map<string, number>} */ (new Map());
  for (const { folded } of corpus.chunks)
    for (const [each] of folded.matchAll(/[\p{Script=Latin}\p{Nd}]+/gu)) counts.set(each, (counts.get(each) ?? 0) + 1);
  for (const [words] of corpus.synonyms) for (const each of words) if (!counts.has(each)) counts.set(each, 0);
  return counts.has(word) ? [] : closest(counts, word, word.length > 8 ? 2 : 1);
}

/** @param {Map<string, number>} counts @param {string} word @param {number} most */
function closest(counts, word, most) {
  return [...counts]
    .filter(([other]) => other[0] === word[0])
    .map(([other, count]) => ({ other, count, distance: editDistance(other, word) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || b.count - a.count)
    .slice(0, MOST)
    .map(({ other }) => other);
}
