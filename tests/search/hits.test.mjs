import assert from "node:assert/strict";
import { test } from "node:test";

import { corpus, load } from "./making.mjs";

const { hitsAmong, hitsOf, namesWith, prepare } = await load("hits");
const { next, patterns } = await load("query");

const TEXTS = ["停電通知", "電停", "app 通知", "APP通知與停電的 app", "a-b 14 日", "114 年", "éa 停", "payment by card", "card payment", "prepayment"];
const made = corpus([{ texts: TEXTS.map((text) => [text, {}]) }]);

/** What is found by reading every text from its beginning. */
const read = (pattern) => made.texts.values.filter((text) => next(pattern, made.folding.fold(text), 0) >= 0);
const found = (pattern) => hitsOf(made, pattern).map((text) => made.texts.values[text]);

test("what lists the texts by their characters and words finds what reading every text finds", () => {
  const words = ["停", "電", "停電", "電停", "app", "a", "ap", "14", "1", "通知", "a-b", "b 14", "card", "card p", "payment", "pay", "éa", "é", "無", "停 電", "-", " "];
  for (const text of words)
    for (const exact of [false, true])
      for (const pattern of patterns({ exact }, text)) assert.deepEqual(found(pattern), read(pattern), JSON.stringify(pattern));
});

test("what is looked for in some texts is found in those of all that are among them", () => {
  const many = corpus([{ texts: [...TEXTS, ...Array.from({ length: 40 }, (_, at) => `通知${at}`)].map((text) => [text, {}]) }]);
  for (const text of ["停", "停電", "通知", "payment", "card p", "無"])
    for (const among of [[], [3], [0, 5, 6], many.texts.values.map((_, at) => at)])
      for (const pattern of patterns({ exact: false }, text)) {
        const all = hitsOf(many, pattern);
        many.forget();
        const some = hitsAmong(many, pattern, among).filter((each) => among.includes(each));
        assert.deepEqual(some, all.filter((each) => among.includes(each)), `${text} ${among}`);
      }
});

test("texts that come later are listed too, and names are read anew", () => {
  const growing = corpus([{ office: "a", texts: [["停電", {}]] }], { offices: { a: ["金門"] } });
  prepare(growing);
  const pattern = { text: "停", start: false, end: false };
  assert.deepEqual(namesWith(growing, pattern).offices, [false]);
  const more = corpus([{ office: "b", texts: [["停水", {}]] }], { offices: { b: ["停車場"] } });
  assert.deepEqual(namesWith(more, pattern).offices, [true]);
  assert.equal(hitsOf(growing, pattern).length, 1);
});
