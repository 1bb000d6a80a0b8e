// @ts-check
// The answer to what a person typed: what holds the very words; below it what is called so, and what holds other words of
// the same meaning; and where there is nothing, what is near.

import { KINDS, MEASURE, OFFICE } from "./contract.js";
import { Lexicon } from "./question.js";
import { hitsOf, mark, patternsOf, search } from "./search.js";
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

const NOTE = "n"; // a kind that says something of the source
const ENOUGH = 5; // results of synonyms, below which what is near is not asked for
const KNOWN = 2; // how much more a word that is known says than one that is not
const LEVELS = 32; // of what is near, within which a measure comes first that says little else
const LEAST = 0.5; // what is near covers so much of what the best covers

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
  corpus.asked.clear(); // what is kept serves one question
  const query = asked.map(bare);
  const plain = query.filter(isPlain);
  const others = [...query.filter((clause) => !isPlain(clause)), ...chosen];
  const those = /** @param {...Clause} clauses */ (...clauses) => search(corpus, [...clauses, ...others], markField);
  const patternsIn = /** @param {Clause[]} clauses */ (clauses) =>
    clauses.flatMap(({ not, any }) => (not ? [] : any.flatMap((term) => (term.field ? [] : patternsOf(corpus, term)))));
  const exact = those(...plain);
  const parts = plain.length ? partsOf(corpus, plain) : [];
  const made = {
    found: exact,
    topics: topicsOf(corpus, parts),
    also: /** @type {string[]} */ ([]),
    patterns: patternsIn(query),
    meant: /** @type {Pattern[]} */ ([]),
  };
  if (!parts.length) return made;

  const names = called(corpus, plain);
  const named = names ? those(anyOf({ ...word(""), field: "name", mark: names })) : exact;
  const meant = parts.map(({ text, finds }) => anyOf(...[text, ...(finds ?? [])].map(meaning)));
  const isSame = meant.length === plain.length && meant.every(({ any }, at) => any.length === 1 && any[0].text === typed(corpus, [plain[at]]));
  const isName = names !== null; // and not a question: parts of a name mean nothing by themselves
  made.found = below(below(exact, named, NAMED), isSame || isName ? exact : those(...meant), ALSO);
  if (made.found.texts.length) {
    const also = [...new Set(parts.flatMap(({ finds }) => finds ?? []))].filter((each) => occurs(corpus, each));
    made.also = also.length ? also : parts.map((part) => part.spelt ?? spelt(corpus, plain, part.text));
  }
  if (!isName && !exact.texts.length && made.found.texts.length < ENOUGH) {
    made.found = below(made.found, those(anyOf({ ...word(""), mark: near(corpus, parts) })), NEAR);
    meant.push(...parts.filter(({ finds }) => !finds).map(({ text }) => anyOf(...grams(text).map(word))));
  }
  made.meant = patternsIn(meant);
  return made;
}

/** A word that is not in quotation marks. @param {string} text @returns {Term} */
const word = (text) => ({ field: "", text, exact: false });

/** A word that finds what is meant, the further to the back the less. @param {string} text @param {number} at @returns {Term} */
const meaning = (text, at) => ({ ...word(text), share: 1 / (1 + at) });

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
  // Between Han characters that a reader sets apart, no word begins before the blank and ends behind it.
  const words = plain.map((clause) => typed(corpus, [clause]));
  return corpus.lexicon.parts(words.join(" ").replace(SET_APART, "\n"));
}

/** Whether a word is in any text. @param {Corpus} corpus @param {string} text */
export const occurs = (corpus, text) =>
  patternsOf(corpus, word(text)).some((pattern) => hitsOf(corpus, pattern).texts.length > 0);

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
  const further = second.texts.filter((text) => first.places[text] < 0);
  for (const text of further) {
    first.places[text] = second.places[text];
    first.weights[text] = second.weights[text];
    first.tiers[text] = tier;
  }
  const texts = further.length ? [...first.texts, ...further].sort((a, b) => a - b) : first.texts;
  const passes = /** @type {Answer["passes"]} */ (text, place) => (first.tiers[text] === tier ? second : first).passes(text, place);
  return { ...first, texts, passes };
}

/**
 * Marks the names of the offices of an organisation, and what a department does, where the question is a name.
 * @param {Corpus} corpus
 * @param {Clause[]} plain
 * @returns {((marks: Marks) => void) | null}
 */
function called(corpus, plain) {
  const { folding, offices, departments, together, pages, columns, textOf } = corpus;
  const name = typed(corpus, plain);
  const isName = /** @param {string} each */ (each) => folding.fold(each) === name;
  const ofDepartment = departments.values.map((names) => names.some(isName));
  const ofOffice = offices.values.map(({ names: [, ...others] }) => others.some(isName));
  if (![...ofDepartment, ...ofOffice].includes(true)) return null;
  return (marks) => {
    mark(marks.who, together.values, ({ named }) => named.some((department) => ofDepartment[department]));
    columns.kind.forEach((kind, place) => {
      if (kind === OFFICE && ofOffice[pages[columns.page[place]].office]) marks.text[textOf[place]] = 1;
    });
  };
}

/**
 * Marks the texts that cover most of a question, and how much each covers, what is rare counting more: of what is unknown,
 * every two characters that stand together.
 * @param {Corpus} corpus
 * @param {Part[]} parts
 * @returns {(marks: Marks, weights: Float32Array) => void}
 */
function near(corpus, parts) {
  const kindOf = /** @param {number} text */ (text) => corpus.columns.kind[corpus.first[text]];
  const count = corpus.texts.values.length;
  const scores = new Float32Array(count);
  const shares = new Float32Array(count);
  for (const { text, finds } of parts) {
    /** @param {string[]} any @param {number} length */
    const score = (any, length) => {
      const found = new Set(/** @type {number[]} */ ([]));
      any.map(meaning).forEach((term) => {
        for (const pattern of patternsOf(corpus, term)) {
          const hits = hitsOf(corpus, pattern);
          hits.texts.forEach((text, at) => {
            found.add(text);
            shares[text] += (term.share ?? 1) * hits.shares[at];
          });
        }
      });
      const rarity = length * Math.log((count + 1) / (found.size + 1));
      for (const text of found) scores[text] += rarity;
    };
    if (finds) score([text, ...finds], lengthOf(text) * KNOWN);
    else {
      const slips = occurs(corpus, text) ? [] : (corpus.lexicon?.alike(text, (each) => occurs(corpus, each)) ?? []);
      const any = [...grams(text).map((pair) => [pair]), ...(slips.length ? [slips] : [])];
      for (const each of any) score(each, lengthOf(text) / any.length);
    }
  }
  scores.forEach((_, text) => KINDS[kindOf(text)] === NOTE && (scores[text] = 0));
  const most = scores.reduce((a, b) => Math.max(a, b), 0);
  return (marks, weights) => {
    scores.forEach((score, text) => {
      if (!score || score < most * LEAST) return;
      const share = kindOf(text) === MEASURE ? Math.min(1, shares[text]) : 0;
      marks.text[text] = 1;
      weights[text] = (Math.round((LEVELS * score) / most) + share) / (LEVELS + 1);
    });
  };
}

/** How much a part says: a word of other letters as much as two Han characters. @param {string} text */
const lengthOf = (text) => (/^\p{Script=Han}/u.test(text) ? text.length : 2);

/** Every two Han characters that stand together; a word of other letters as it is. @param {string} text */
const grams = (text) =>
  /^\p{Script=Han}/u.test(text) ? Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)) : [text];
