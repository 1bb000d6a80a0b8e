// @ts-check
// The answer to what a person typed: what holds the very words; below it what is called so, and what holds other words of
// the same meaning; and where there is nothing, what is near.

import { closeness, inOrder } from "./closeness.js";
import { OFFICE } from "./contract.js";
import { hitsOf, namesOf } from "./hits.js";
import { Lexicon, isHan, pairs } from "./question.js";
import { mark, merged, occurs, patternsOf, search } from "./search.js";
import { forms } from "./stems.js";
import { topicsOf } from "./topics.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {import("./query.js").Pattern} Pattern */
/** @typedef {import("./query.js").Term} Term */
/** @typedef {import("./question.js").Part} Part */
/** @typedef {import("./search.js").Answer} Answer */
/** @typedef {import("./search.js").Marks} Marks */

/** Why a text is in an answer: it holds the words; its office or department is called so; a synonym; it is near. */
export const TIERS = ["exact", "named", "also", "near"];
const [, NAMED, ALSO, NEAR] = TIERS.keys();

const ENOUGH = 5; // results of synonyms, below which what is near is not asked for
const LEAST = 0.5; // what is near covers so much of what the best covers
const LITTLE = 0.25; // or so much, where few do

const MARKS = /^[(《〈‘'、，。]+|[)》〉’'?!.。,、;；:：…]+$/gu; // in NFKC
const SET_APART = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;

/**
 * @typedef {object} Answered
 * @property {Answer} found
 * @property {import("./topics.js").Topic[]} topics that it meets
 * @property {string[]} also other words that were looked for, and occur
 * @property {Pattern[]} patterns what was typed, to mark in the texts
 * @property {Pattern[]} meant what else to mark in those that do not hold it
 */

/**
 * @param {Corpus} corpus
 * @param {Clause[]} asked
 * @param {Clause[]} chosen what it is narrowed down by
 * @param {(corpus: Corpus, term: Term, marks: Marks) => void} [markField]
 * @returns {Answered}
 */
export function answer(corpus, asked, chosen = [], markField) {
  corpus.forget(); // what is kept serves one question
  const query = asked.map(bare);
  const plain = query.filter(isPlain);
  const others = [...query.filter((clause) => !isPlain(clause)), ...chosen];
  const those = /** @param {...Clause} clauses */ (...clauses) => search(corpus, [...clauses, ...others], markField);
  const patternsIn = /** @param {Clause[]} clauses */ (clauses) =>
    clauses.flatMap(({ not, any }) => (not ? [] : any.flatMap((term) => (term.field ? [] : patternsOf(corpus, term)))));
  const exact = those(...plain);
  const all = plain.length ? partsOf(corpus, plain) : [];
  const parts = all.filter(({ little }) => !little);
  const made = {
    found: exact,
    topics: topicsOf(corpus, parts),
    also: /** @type {string[]} */ ([]),
    patterns: patternsIn(query),
    meant: /** @type {Pattern[]} */ ([]),
  };
  if (!parts.length) return made;
  const shown = new Set(made.topics.map(({ path }) => path));

  const names = called(corpus, plain);
  const named = names ? those(anyOf({ ...word(""), field: "name", mark: names })) : exact;
  const meant = parts.map(({ text, finds }) => anyOf(...forms(text).map(word), ...(finds ?? []).map((each) => ({ ...word(each), meant: true }))));
  const isSame = meant.length === plain.length && meant.every(({ any }, at) => any.length === 1 && any[0].text === typed(corpus, [plain[at]]));
  scatter(corpus, exact, parts);
  const isName = names !== null; // and not a question: parts of a name mean nothing by themselves
  made.found = below(below(exact, named, NAMED), isSame || isName ? exact : those(...meant), ALSO);
  if (made.found.texts.length) {
    const also = [...new Set(parts.flatMap(({ finds }) => finds ?? []))].filter((each) => occurs(corpus, each));
    made.also = also.length ? also : parts.map((part) => part.spelt ?? spelt(corpus, plain, part.text));
  }
  const isNear = !isName && !exact.texts.some((text) => !exact.tiers[text]) && made.found.texts.length < ENOUGH;
  if (isNear || made.found.tiers.includes(ALSO)) {
    const further = made.found.texts.filter((text) => made.found.tiers[text] >= ALSO);
    const close = closeness(corpus, all, isNear ? null : further);
    if (isNear) {
      made.found = below(made.found, those(anyOf({ ...word(""), mark: near(close) })), NEAR);
      meant.push(...parts.filter(({ finds }) => !finds).map(({ text }) => anyOf(...(isHan(text) ? pairs(text) : [text]).map(word))));
    }
    const wider = isNear ? made.found.texts.filter((text) => made.found.tiers[text] >= ALSO) : further;
    const weights = inOrder(corpus, all, wider, close);
    for (const text of wider) made.found.weights[text] = weights[text];
  }
  made.found = without(corpus, made.found, shown);
  made.meant = patternsIn(meant);
  return made;
}

/** A word that is not in quotation marks. @param {string} text @returns {Term} */
const word = (text) => ({ field: "", text, exact: false });

/** @param {...Term} any @returns {Clause} */
const anyOf = (...any) => ({ not: false, any });

/** Whether a clause is part of a question: a word without quotation marks. @param {Clause} clause */
const isPlain = ({ not, any }) => !not && any.length === 1 && !any[0].field && !any[0].exact;

/** A clause whose words have no marks around them. @param {Clause} clause @returns {Clause} */
const bare = ({ not, any }) => ({ not, any: any.map((term) => (term.exact ? term : { ...term, text: term.text.replace(MARKS, "") || term.text })) });

/** @param {Corpus} corpus @param {Clause[]} plain */
const typed = ({ folding }, plain) => folding.fold(plain.map(({ any: [{ text }] }) => text).join(" "));

/** @param {Corpus} corpus @param {Clause[]} plain */
function partsOf(corpus, plain) {
  corpus.lexicon ??= new Lexicon(corpus);
  const whole = typed(corpus, plain);
  // Between Han characters that a reader sets apart, no word begins before the blank and ends behind it; all may be one.
  const apart = plain.map((clause) => typed(corpus, [clause])).join(" ").replace(SET_APART, "\n");
  return corpus.lexicon.parts(corpus.lexicon.has(whole) ? whole : apart, (each) => occurs(corpus, each, true));
}

/** A part as it was typed. @param {Corpus} corpus @param {Clause[]} plain @param {string} text */
function spelt({ folding }, plain, text) {
  const offsets = /** @type {number[]} */ ([]);
  const whole = plain.map(({ any: [term] }) => term.text).join(" ");
  const at = folding.fold(whole, offsets).indexOf(text);
  return at < 0 ? text : whole.slice(offsets[at], offsets[at + text.length]);
}

/**
 * One answer with another below it.
 * @param {Answer} first
 * @param {Answer} second
 * @param {number} tier of the second
 * @returns {Answer}
 */
function below(first, second, tier) {
  if (second === first) return first;
  for (const text of second.texts) {
    if (first.places[text] >= 0 && first.tiers[text] <= tier) continue;
    first.places[text] = second.places[text];
    first.weights[text] = second.weights[text];
    first.tiers[text] = tier;
  }
  const texts = merged([first.texts, second.texts]);
  const passes = /** @type {Answer["passes"]} */ (text, place) => (first.tiers[text] === tier ? second : first).passes(text, place);
  return { ...first, texts, passes };
}

/**
 * An answer without pages that stand above it already.
 * @param {Corpus} corpus
 * @param {Answer} found
 * @param {Set<string>} paths
 * @returns {Answer}
 */
function without({ pages, columns, next }, found, paths) {
  if (!paths.size) return found;
  const isElsewhere = pages.map(({ path }) => !paths.has(path));
  const passes = /** @type {Answer["passes"]} */ (text, place) => isElsewhere[columns.page[place]] && found.passes(text, place);
  for (const text of found.texts) {
    let place = found.places[text];
    while (place >= 0 && !passes(text, place)) place = next[place];
    found.places[text] = place;
  }
  return { ...found, texts: found.texts.filter((text) => found.places[text] >= 0), passes };
}

/**
 * Marks the names of the offices of an organisation, and what a department does, where the question is a name.
 * @param {Corpus} corpus
 * @param {Clause[]} plain
 * @returns {((marks: Marks) => void) | null}
 */
function called(corpus, plain) {
  const { together, pages, columns, textOf } = corpus;
  const { offices, departments } = namesOf(corpus);
  const name = typed(corpus, plain);
  const ofDepartment = departments.map((names) => names.split("\n").includes(name));
  const ofOffice = offices.map((names) => names.split("\n").slice(1).includes(name));
  if (![...ofDepartment, ...ofOffice].includes(true)) return null;
  return (marks) => {
    mark(marks.who, together.values, ({ named }) => named.some((department) => ofDepartment[department]));
    for (let place = columns.kind.indexOf(OFFICE); place >= 0; place = columns.kind.indexOf(OFFICE, place + 1))
      if (ofOffice[pages[columns.page[place]].office]) marks.text[textOf[place]] = 1;
  };
}

/**
 * Words of letters that mean something together, and stand apart in a text, are not what was asked for: power … cut.
 * @param {Corpus} corpus
 * @param {Answer} exact
 * @param {Part[]} parts
 */
function scatter(corpus, exact, parts) {
  for (const { text, finds } of parts) {
    if (!finds?.length || isHan(text) || !text.includes(" ")) continue;
    const together = new Set(patternsOf(corpus, word(text)).flatMap((pattern) => hitsOf(corpus, pattern)));
    for (const each of exact.texts) if (!together.has(each)) exact.tiers[each] = NEAR;
  }
}

/** Marks the texts that are close. @param {import("./closeness.js").Closeness} close @returns {NonNullable<Term["mark"]>} */
function near({ scores, texts }) {
  const closest = /** @type {number[]} */ ([]); // the scores of some, the least of them first
  for (const text of texts) {
    if (closest.length >= ENOUGH && scores[text] <= closest[0]) continue;
    closest.push(scores[text]);
    closest.sort((a, b) => a - b).splice(0, closest.length - ENOUGH);
  }
  const most = closest.at(-1) ?? 0;
  const least = Math.max(most * LITTLE, Math.min(most * LEAST, closest.length < ENOUGH ? 0 : closest[0]));
  return (marks, weights) => {
    const found = texts.filter((text) => scores[text] > 0 && scores[text] >= least).sort((a, b) => a - b);
    for (const text of found) {
      marks.text[text] = 1;
      weights[text] = scores[text] / most;
    }
    return found;
  };
}
