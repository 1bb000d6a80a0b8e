import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./making.mjs";

const { forms, singular, stem } = await load("stems");

test("words are put into the singular as far as their letters tell", () => {
  for (const [many, one] of [["bills", "bill"], ["boxes", "box"], ["companies", "company"], ["company", "company"], ["gas", "gas"], ["address", "address"], ["news", "news"]])
    assert.equal(singular(many), one);
});

test("the forms of a word have one stem", () => {
  const families = [
    "pay pays paid paying payment payments", "apply applies applied applying application applications", "move moves moved moving",
    "cancel cancelled cancelling cancellation", "complain complained complaint complaints", "electric electricity",
    "disabled disability disabilities", "stop stopped stopping", "bill bills billed billing", "install installed installation",
    "notify notified notification", "centre centres center", "organise organised organize", "donate donated donation",
    "calculate calculation", "reduce reduced reduction", "subscribe subscription", "lost lose", "broken broke break", "use uses used using",
  ]; // prettier-ignore
  for (const family of families) assert.equal(new Set(family.split(" ").map(stem)).size, 1, family);
});

test("words that only look alike have stems of their own", () => {
  for (const pair of ["care car", "site sit", "apply appliance", "station state", "meter meet", "counter count", "water wait", "sing sin"])
    assert.notEqual(...pair.split(" ").map(stem), pair);
});

test("what a word is looked for by is the word, and what is long enough of its stem", () => {
  assert.deepEqual(forms("complained"), ["complained", "complain"]);
  assert.deepEqual(forms("sparking"), ["sparking", "spark"]);
  assert.deepEqual(forms("taped"), ["taped", "tape"]);
  assert.deepEqual(forms("cars"), ["cars"]);
});
