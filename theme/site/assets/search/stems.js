// @ts-check
// What the forms of an English word have in common: pay, paid, paying, payments; apply, application; centre, center.

import { NUMBERS } from "./query.js";

const IRREGULAR = new Map(
  ("paid pay|lost lose|broke break|broken break|bought buy|sold sell|forgot forget|forgotten forget|sent send|told tell|spoke speak|" +
    "spoken speak|wrote write|written write|gave give|given give|took take|taken take|left leave|went go|gone go|going go|goes go|died die|" +
    "dying die|dead die|death die|stole steal|stolen steal|children child|people person|fell fall|fallen fall|knew know|known know|" +
    "chose choose|chosen choose|froze freeze|frozen freeze|used use|uses use|using use|came come|coming come|did do|done do|found find|" +
    "kept keep|held hold|met meet|rang ring|said say|saw see|seen see|owed owe|owing owe|complaint complain|complaints complain")
    .split("|").map((pair) => /** @type {[string, string]} */ (pair.split(" "))),
); // prettier-ignore

/** What a word ends with in one of its forms, and how its stem goes on; a rule holds where enough is left. */
const RULES = /** @type {[RegExp, string][]} */ ([
  [/^(.{3,})ications?$/, "$1y"],
  [/^(.+duc)tions?$/, "$1"],
  [/^(.+scri)ptions?$/, "$1b"],
  [/^(.{4,})ations?$/, "$1"],
  [/^(.{5,})ions?$/, "$1"],
  [/^(.{3,})ments?$/, "$1"],
  [/^(.{6,})[ae]nces?$/, "$1"],
  [/^(.+[ai])bilit(?:y|ies)$/, "$1ble"],
  [/^(.{4,})it(?:y|ies)$/, "$1"],
  [/^(.{4,})(?:ly|ness|ful|ates?)$/, "$1"],
  [/^(.*[aeiouy].*)(?<!e)(?:ing|ed)$/, "$1"],
]);
const SPELLING = /** @type {[RegExp, string][]} */ ([
  [/([^aeiou])re$/, "$1er"], // centre, metre
  [/(.{3})is(e[ds]?|ing|ations?)$/, "$1iz$2"], // organise
  [/(.{3})our/, "$1or"], // neighbour
]);

/** A word in the singular, as far as its letters tell. @param {string} word */
export function singular(word) {
  const rule = NUMBERS.find(([number, other]) => other !== "$1ies" && number.test(word));
  return rule ? word.replace(...rule) : word;
}

/** @param {string} word in small letters */
export function stem(word) {
  const regular = IRREGULAR.get(word);
  if (regular) return regular;
  if (word.length < 4 || /[^a-z]/.test(word)) return singular(word);
  let found = singular(word);
  for (const rule of SPELLING) if (found.length > 4) found = found.replace(...rule);
  const rule = found.length > 4 ? RULES.find(([form]) => form.test(found)) : undefined;
  if (rule) {
    const left = found.replace(...rule);
    if (left.length > 1) found = rule[0].source.endsWith("ed)$") ? undoubled(left) : left;
  }
  if (found.length > 4) found = found.replace(/ll$|[eyi]$/, (end) => (end === "ll" ? "l" : ""));
  return found;
}

/** What -ing and -ed are put behind: stopp is stop, mov is move. @param {string} left */
function undoubled(left) {
  const single = left.replace(/([^aeiouylsz])\1$/, "$1");
  return single === left && /^[^aeiou][aeiou][^aeiouwxy]$/.test(left) ? `${left}e` : single;
}

/** What finds a word in its forms: itself, and its stem if enough is left of it. @param {string} word */
export function forms(word) {
  const short = stem(word);
  return short !== word && short.length > 3 ? [word, short] : [word];
}
