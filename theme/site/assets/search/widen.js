// @ts-check
// The answer to what a person typed: what holds the very words; below it what is called so, and what holds other words of
// the same meaning; and where there is nothing, what is near.

import { closeness, inOrder } from "./closeness.js";
import { OFFICE } from "./contract.js";
import { hitsOf, namesOf } from "./hits.js";
import { word } from "./query.js";
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
const LEGAL = "股份有限"; // what people leave out of the name of a company
// What plans print numbers with, folded: 二(二)2, 壹二(一)3第1項.
const NUMBER = /^(?=.*[\d()])[\da-z().一二三四五六七八九十壹貳贰參叁参肆伍陸陆柒捌玖拾甲乙丙丁戊己庚辛壬癸第項项-]{1,20}$/;
const SET_APART = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;

/**
 * @typedef {object} Answered
 * @property {Answer} found
 * @property {number[]} above texts that need not be listed: they stand above as topics
 * @property {import("./topics.js").Topic[]} topics that it meets
 * @property {string[]} also other words that were looked for, and occur
 * @property {Pattern[]} patterns what was typed, to mark in the texts
 * @property {Pattern[]} meant what else to mark in those that do not hold it
 */

/**
 * What people ask for in plain words: a question, which is all those words that stand by themselves, or an alternative.
 * @typedef {object} Sense
 * @property {Term[]} words as they were typed
 * @property {Part[]} all what it is made of
 * @property {Part[]} parts what of this says something by itself
 * @property {Clause[]} meant the same in other words
 * @property {boolean} isWider whether these find more
 * @property {Clause[] | null} named what is called so; its parts then mean nothing by themselves
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
  const query = asked.map((clause) => clause.map(bare));
  const plain = query.filter((clause) => clause.length === 1 && isPlain(clause[0]));
  const others = [...query.filter((clause) => !plain.includes(clause)), ...chosen];
  const question = plain.length ? senseOf(corpus, plain.flat()) : null;
  const choices = new Map(others.flatMap((clause) => (clause.length > 1 ? clause.filter(isPlain) : [])).map((term) => [term, senseOf(corpus, [term])]));
  const senses = [...(question ? [question] : []), ...choices.values()];
  /** What the question finds as these clauses, and each alternative with further terms beside it. @param {Clause[]} clauses @param {(sense: Sense) => Term[]} [further] */
  const those = (clauses, further = () => []) => {
    const beside = /** @param {Term} term */ (term) => [choices.get(term) ?? []].flat().flatMap(further);
    return search(corpus, [...clauses, ...others.map((clause) => [...clause, ...clause.flatMap(beside)])], markField);
  };

  const exact = those(plain);
  const topics = topicsOf(corpus, senses);
  const isNarrowed = others.flat().some(({ field }) => field); // then they may be all that there is
  const parts = senses.flatMap((sense) => sense.parts);
  const made = {
    found: exact,
    above: isNarrowed ? [] : topics.flatMap(({ name, text, own }) => own.filter((each) => [name, text].includes(corpus.texts.values[each]))),
    topics,
    also: /** @type {string[]} */ ([]),
    patterns: patternsIn(corpus, query),
    meant: /** @type {Pattern[]} */ ([]),
  };
  const isNamed = senses.some(({ named }) => named);
  if (!parts.length && !isNamed) return made;
  const nameOf = /** @param {Sense} sense */ ({ named }) => (named ?? []).flat();
  const named = isNamed ? those(question?.named ?? plain, nameOf) : exact;
  if (question) scatter(corpus, exact, question.parts);
  const also =
    senses.some(({ isWider }) => isWider) ?
      those(question?.isWider ? question.meant : plain, (sense) => (sense.isWider ? [meaning(corpus, sense)] : []))
    : exact; // prettier-ignore
  made.found = below(below(exact, named, NAMED), also, ALSO);
  if (made.found.texts.length) made.also = alsoFor(corpus, senses);

  const meant = senses.flatMap((sense) => sense.meant);
  const onTopics = new Set(topics.flatMap(({ own }) => own));
  const elsewhere = onTopics.size ? made.found.texts.filter((text) => !onTopics.has(text)) : made.found.texts;
  const isNear = !isNamed && elsewhere.length < ENOUGH && !elsewhere.some((text) => !made.found.tiers[text]);
  if (isNear || made.found.tiers.includes(ALSO)) {
    const all = senses.flatMap((sense) => sense.all);
    const further = made.found.texts.filter((text) => made.found.tiers[text] >= ALSO);
    const close = closeness(corpus, all, isNear ? null : further);
    if (isNear) {
      const term = { ...word(""), mark: near(close) };
      made.found = below(made.found, those([[term]], () => [term]), NEAR);
      meant.push(...parts.filter(({ finds }) => !finds).map(({ text }) => (isHan(text) ? pairs(text) : [text]).map(word)));
    }
    const wider = isNear ? made.found.texts.filter((text) => made.found.tiers[text] >= ALSO) : further;
    const weights = inOrder(corpus, all, wider, close);
    for (const text of wider) made.found.weights[text] = weights[text];
  }
  made.meant = patternsIn(corpus, meant);
  return made;
}

/** An answer as it is listed. @param {Answered} answered @returns {Answer} */
export const listed = ({ found, above }) => (above.length ? { ...found, texts: found.texts.filter((text) => !above.includes(text)) } : found);

/** What is sought in texts. @param {Corpus} corpus @param {Clause[]} clauses */
const patternsIn = (corpus, clauses) => clauses.flat().flatMap((term) => (term.not || term.field ? [] : patternsOf(corpus, term)));

/** Whether a term is a word without quotation marks, and sought. @param {Term} term */
const isPlain = ({ not, field, exact }) => !not && !field && !exact;

/** A term without marks around its word; brackets that belong to it stay. @param {Term} term @returns {Term} */
function bare(term) {
  const text = term.text.replace(MARKS, "");
  const isWhole = text.split("(").length === text.split(")").length;
  return term.exact || !text || !isWhole ? term : { ...term, text };
}

/** @param {Corpus} corpus @param {Term[]} words @returns {Sense} */
function senseOf(corpus, words) {
  const all = partsOf(corpus, words);
  const parts = all.filter(({ little }) => !little);
  const meant = parts.map(({ text, finds }) => [...forms(text).map(word), ...(finds ?? []).map((each) => ({ ...word(each), meant: true }))]);
  const isSame = meant.length === words.length && meant.every((clause, at) => clause.length === 1 && clause[0].text === typed(corpus, [words[at]]));
  const named = called(corpus, words);
  return { words, all, parts, meant, isWider: !named && !isSame && meant.length > 0, named };
}

/** The texts that hold all that an alternative means, as a term. @param {Corpus} corpus @param {Sense} sense @returns {Term} */
function meaning(corpus, { meant }) {
  const { texts } = search(corpus, meant);
  return marking((marks) => {
    for (const text of texts) marks.text[text] = 1;
  });
}

/** A term that marks by itself. @param {(marks: Marks) => void} mark @returns {Term} */
const marking = (mark) => ({ ...word(""), field: "meaning", mark });

/** What else was looked for and occurs, as it is spelt; or what of the question was left over. @param {Corpus} corpus @param {Sense[]} senses */
function alsoFor(corpus, senses) {
  const parts = senses.flatMap((sense) => sense.parts.map((part) => ({ ...part, spelt: part.spelt ?? spelt(corpus, sense.words, part.text) })));
  const found = parts.flatMap(({ finds }) => finds ?? []).filter((each) => occurs(corpus, each));
  const said = found.length ? found : parts.map((part) => part.spelt);
  return [...new Map(said.map((each) => [corpus.folding.fold(each), each])).values()];
}

/** @param {Corpus} corpus @param {Term[]} words */
const typed = ({ folding }, words) => folding.fold(words.map(({ text }) => text).join(" "));

/** What is known of words; made when it is asked for. @param {Corpus} corpus */
export function lexiconOf(corpus) {
  if (corpus.lexicon) return corpus.lexicon;
  const { departments, offices, pages } = corpus;
  const years = new Set(pages.flatMap((page) => page.years.map((year) => `${year}年度`)));
  return (corpus.lexicon = new Lexicon(corpus, [...offices.values.map(({ names }) => names), ...departments.values, ...years].flat()));
}

/** @param {Corpus} corpus @param {Term[]} words */
function partsOf(corpus, words) {
  const lexicon = lexiconOf(corpus);
  const whole = typed(corpus, words);
  // Between Han characters that a reader sets apart, no word begins before the blank and ends behind it; all may be one.
  const apart = words.map((term) => typed(corpus, [term])).join(" ").replace(SET_APART, "\n");
  return lexicon.parts(lexicon.has(whole) ? whole : apart, (each) => occurs(corpus, each, true));
}

/** A part as it was typed. @param {Corpus} corpus @param {Term[]} words @param {string} text */
function spelt({ folding }, words, text) {
  const offsets = /** @type {number[]} */ ([]);
  const whole = words.map((term) => term.text).join(" ");
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
 * Where words are what results call something: the offices of an organisation, what a department does, the number of a
 * measure, its period; or where each word is, what all of them hold of.
 * @param {Corpus} corpus
 * @param {Term[]} words
 * @returns {Clause[] | null}
 */
function called(corpus, words) {
  const whole = nameIn(corpus, words, true);
  if (whole) return [[whole]];
  const each = words.length > 1 ? words.map((term) => nameIn(corpus, [term], false) ?? []).map((term) => [term].flat()) : [];
  return each.length && each.every((clause) => clause.length) ? each : null;
}

/** The places with a printed number. @param {Corpus} corpus @param {string} name */
function placesOf({ folding, numbers }, name) {
  const isSame = /** @type {Map<string, boolean>} */ (new Map([["", false]]));
  const places = /** @type {number[]} */ ([]);
  numbers.forEach((number, place) => {
    if (!isSame.has(number)) isSame.set(number, folding.fold(number) === name);
    if (isSame.get(number)) places.push(place);
  });
  return places;
}

/** @param {Corpus} corpus @param {Term[]} words @param {boolean} isAll whether nothing else is asked for: then an office is its title */
function nameIn(corpus, words, isAll) {
  const { folding, together, pages, columns, textOf } = corpus;
  const { offices, departments, periods, years } = namesOf(corpus);
  const name = typed(corpus, words);
  const short = name.replace(folding.fold(LEGAL), "");
  const isCalled = /** @param {string} names @param {number} from */ (names, from) => names.split("\n").slice(from).includes(short);
  const begins = `\n${short} `; // Kinmen District Office
  const ofOffice = offices.map((names) => isCalled(names, isAll ? 1 : 0) || (isAll && !isHan(short) && names.includes(begins)));
  const ofDepartment = departments.map((names) => isCalled(names, 0));
  const ofPeriod = periods.map((period) => period === name);
  const ofYear = isAll ? [] : years.filter(([, names]) => isCalled(names, 0)).map(([year]) => year);
  const numbered = NUMBER.test(name) ? placesOf(corpus, name) : [];
  if (!numbered.length && !ofYear.length && ![...ofDepartment, ...ofOffice, ...ofPeriod].includes(true)) return null;
  return marking((marks) => {
    mark(marks.who, together.values, ({ named }) => named.some((department) => ofDepartment[department]));
    mark(marks.when, ofPeriod, Boolean);
    for (const place of numbered) marks.text[textOf[place]] = 1;
    if (!isAll) mark(marks.page, pages, (page) => ofOffice[page.office] || ofYear.some((year) => page.years.includes(year)));
    for (let place = columns.kind.indexOf(OFFICE); isAll && place >= 0; place = columns.kind.indexOf(OFFICE, place + 1))
      if (ofOffice[pages[columns.page[place]].office]) marks.text[textOf[place]] = 1;
  });
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
