// @ts-check
// How close texts are to a question: how much of it they cover, what is rare counting more, with what is known of their
// places; the closest put in order so that what is alike does not crowd out what else may be meant.

import { KINDS, MEASURE } from "./contract.js";
import { hitsOf, namesOf, namesWith } from "./hits.js";
import { next, word } from "./query.js";
import { isHan, pairs } from "./question.js";
import { occurs, patternsOf } from "./search.js";
import { forms } from "./stems.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./query.js").Pattern} Pattern */
/** @typedef {import("./question.js").Part} Part */

/**
 * What speaks for a text: any of some words, and how much each does.
 * @typedef {object} Evidence
 * @property {{patterns: Pattern[], strength: number}[]} any
 * @property {number} weight
 */

const NOTE = "n"; // a kind that says something of the source
const KNOWN = 2; // how much more a word that is known says than one that is not
const LENGTH = 2.5; // of a word that is known, however long: what people say at length says no more
const TYPED = 1.2; // how much more a word says that was typed than what else finds it
const UNKNOWN = 1.5; // how much more what is not known says, if texts have it, than its length
const SAME = 0.3; // how much a part says that means what another has said
const RARE = 0.1; // how much more a rare word says than others that find the same
const LESS = 0.08; // what else finds a word says less the further to the back
const CONTEXT = 0.2; // how much a heading says of what stands under it
const PLACE = 0.5; // how much the name of an office or a year says
const PIECE = 0.5; // how much a piece of a word that is known says
const CHARACTER = 0.25; // and a character
const MEASURED = 1.3; // measures are what is asked for
const BRIEF = 0.1; // how much more a text is worth that says nothing else
const CLOSEST = 200; // that are put in order
const REPEATED = 0.7; // what a text is worth that is close for the reason of another
const COPIED = 0.8; // and one that begins like another
const BEGINNING = 8;

/**
 * How close texts are to a question.
 * @typedef {object} Closeness
 * @property {Float32Array} scores of those texts
 * @property {number[]} texts whose score is of use
 * @property {Evidence[]} evidence what spoke for them
 */

/**
 * How close texts are.
 * @param {Corpus} corpus
 * @param {Part[]} parts
 * @param {number[] | null} among which texts, or null: all that anything speaks for
 * @returns {Closeness}
 */
export function closeness(corpus, parts, among) {
  const { columns, first, offices, pages } = corpus;
  const count = first.length;
  const scores = new Float32Array(count);
  const scored = /** @type {number[]} */ ([]);
  const ofPage = new Float32Array(pages.length);
  const strengths = new Float32Array(count);
  const all = evidenceOf(corpus, parts);
  for (const { any, weight } of all) {
    const found = /** @type {number[]} */ ([]);
    for (const { patterns, strength } of any)
      for (const pattern of patterns) {
        const hits = hitsOf(corpus, pattern);
        const own = strength * (1 + RARE * rarity(count, hits.length));
        for (const text of hits) {
          if (!strengths[text]) found.push(text);
          if (strengths[text] < own) strengths[text] = own;
        }
        const called = namesWith(corpus, pattern);
        const ofOffice = called.offices.filter(Boolean).length;
        const named = weight * PLACE * strength * rarity(offices.values.length, ofOffice);
        if (ofOffice || called.years.length)
          pages.forEach(({ office, years }, page) => {
            if (called.offices[office]) ofPage[page] = Math.max(ofPage[page], named);
            if (called.years.some((year) => years.includes(year))) ofPage[page] += weight * PLACE;
          });
      }
    const rare = weight * rarity(count, found.length);
    for (const text of found) {
      if (!scores[text]) scored.push(text);
      scores[text] += rare * strengths[text];
      strengths[text] = 0;
    }
  }
  const texts = among ?? [...scored, ...standingUnder(corpus, scores, scored)];
  const around = texts.map((text) => aroundIt(corpus, scores, text, ofPage));
  texts.forEach((text, at) => {
    const kind = columns.kind[first[text]];
    scores[text] = KINDS[kind] === NOTE ? 0 : (scores[text] + around[at]) * (kind === MEASURE ? MEASURED : 1);
  });
  return { scores, texts, evidence: all };
}

/** Texts without a score that stand under a heading with one. @param {Corpus} corpus @param {Float32Array} scores @param {number[]} scored */
function standingUnder({ first, headings, next, textOf }, scores, scored) {
  const found = new Set();
  for (const text of scored)
    for (let place = first[text]; place >= 0; place = next[place])
      for (let under = place + 1; headings[place] === place && headings[under] === place; under++)
        if (!scores[textOf[under]]) found.add(textOf[under]);
  return found;
}

/** What the best place of a text says for it: its heading, its office and year. @param {Corpus} corpus @param {Float32Array} scores @param {number} text @param {Float32Array} ofPage */
function aroundIt({ columns: { page }, first, headings, next, textOf }, scores, text, ofPage) {
  let best = 0;
  for (let place = first[text]; place >= 0; place = next[place]) {
    const above = textOf[headings[place]];
    const under = above === text ? 0 : CONTEXT * scores[above];
    if ((under || scores[text]) && under + ofPage[page[place]] > best) best = under + ofPage[page[place]];
  }
  return best;
}

/**
 * Weights of texts between 0 and 1, by which they stand in order.
 * @param {Corpus} corpus
 * @param {Part[]} parts
 * @param {number[]} found
 * @param {Closeness} close
 */
export function inOrder(corpus, parts, found, { scores, evidence }) {
  const all = Float32Array.from(found, (text) => scores[text]).sort();
  const least = all[Math.max(0, all.length - CLOSEST)];
  const closest = found.filter((text) => scores[text] >= least).sort((a, b) => scores[b] - scores[a] || a - b).slice(0, CLOSEST);
  const own = closest.map((text) => foldedOf(corpus, text));
  const { columns, first, headings, pages, textOf } = corpus;
  const { offices } = namesOf(corpus);
  const above = closest.map((text) => foldedOf(corpus, textOf[headings[first[text]]]) + offices[pages[columns.page[first[text]]].office]);
  const fine = closest.map((text) => scores[text]);
  for (const [weight, patterns] of pieces(corpus, parts)) {
    const isIn = /** @param {string} text */ (text) => patterns.some((pattern) => next(pattern, text, 0) >= 0);
    const held = own.map((text, at) => (isIn(text) ? 1 : isIn(above[at]) ? CONTEXT : 0));
    const rare = weight * rarity(closest.length, held.filter(Boolean).length);
    held.forEach((share, at) => (fine[at] += rare * share));
  }
  const known = evidence.flatMap(({ any }) => any.flatMap(({ patterns }) => patterns));
  const reasons = own.map((text) => known.filter((pattern) => next(pattern, text, 0) >= 0).map((pattern) => pattern.text));
  fine.forEach((_, at) => (fine[at] *= 1 + BRIEF * Math.min(1, reasons[at].join("").length / own[at].length)));
  const order = closest.map((_, at) => at).sort((a, b) => fine[b] - fine[a]);
  const seen = /** @type {Map<string, number>} */ (new Map());
  const times = /** @param {string} key */ (key) => {
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before;
  };
  for (const at of order) fine[at] *= REPEATED ** times(`reason ${reasons[at]}`) * COPIED ** times(own[at].slice(0, BEGINNING));
  order.sort((a, b) => fine[b] - fine[a]);
  const weights = new Float32Array(scores.length);
  const most = closest.length ? scores[closest[0]] : 1;
  for (const text of found) weights[text] = (0.2 * scores[text]) / most;
  order.forEach((at, rank) => (weights[closest[at]] = 1 - rank / (CLOSEST + 55)));
  return weights;
}

/** What a question says; what it says twice says little more. @param {Corpus} corpus @param {Part[]} parts @returns {Evidence[]} */
function evidenceOf(corpus, parts) {
  const said = new Set();
  return parts.flatMap((part) => {
    const words = [part.text, ...(part.finds ?? [])];
    const isSame = words.length > 1 && words.filter((each) => said.has(each)).length > words.length / 2;
    words.forEach((each) => said.add(each));
    return evidence(corpus, part).map(({ any, weight }) => ({ any, weight: isSame ? weight * SAME : weight }));
  });
}

/** @param {Corpus} corpus @param {Part} part @returns {Evidence[]} */
function evidence(corpus, { text, finds, little }) {
  if (little) return [];
  const variants = /** @param {string[]} words */ (words) =>
    words.map((each, at) => ({ patterns: patternsOf(corpus, word(each)), strength: (at ? 1 : TYPED) / (1 + LESS * Math.max(0, at - 1)) }));
  if (finds) return [{ any: variants([text, ...finds]), weight: LENGTH * KNOWN }];
  const kin = /** @param {string} piece */ (piece) => (occurs(corpus, piece) ? [] : (corpus.lexicon?.kin(piece) ?? []));
  const words = isHan(text) ? pairs(text).map((pair) => [pair, ...kin(pair)]) : [[...forms(text), ...kin(text)]];
  const any = words.map(variants);
  const slips = isHan(text) ? slipsOf(corpus, text) : [];
  if (slips.length) any.push(variants(slips));
  return any.map((each) => ({ any: each, weight: (UNKNOWN * lengthOf(text)) / any.length }));
}

/** Words that are known, and nearly one that does not occur. @param {Corpus} corpus @param {string} text */
const slipsOf = (corpus, text) => (occurs(corpus, text) ? [] : (corpus.lexicon?.alike(text, (each) => occurs(corpus, each)) ?? []));

/** What the words of a question consist of, and how much each piece says. @param {Corpus} corpus @param {Part[]} parts @returns {[number, Pattern[]][]} */
function pieces(corpus, parts) {
  const all = /** @type {Map<string, number>} */ (new Map());
  for (const { text, finds } of parts) {
    if (!isHan(text)) {
      if (text.includes(" ")) for (const word of text.split(" ")) all.set(/** @type {string} */ (forms(word).pop()), PIECE);
      continue;
    }
    for (const character of text) if (isHan(character)) all.set(character, CHARACTER);
    if (finds && text.length > 2) for (const pair of pairs(text)) all.set(pair, PIECE);
  }
  return [...all].map(([text, weight]) => [weight * lengthOf(text), patternsOf(corpus, word(text))]);
}

/** @param {Corpus} corpus @param {number} text */
function foldedOf({ chunks }, text) {
  const { folded, starts, first } = /** @type {Corpus["chunks"][number]} */ (chunks.findLast((chunk) => chunk.first <= text));
  return folded.slice(starts[text - first], starts[text - first + 1] - 1);
}

/** How much it says that some of all have something. @param {number} all @param {number} some */
const rarity = (all, some) => Math.log((all + 2) / (some + 1));

/** How much a word says: one of other letters as much as two Han characters. @param {string} text */
const lengthOf = (text) => (isHan(text) ? text.length : 2);
