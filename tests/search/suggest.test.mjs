import assert from "node:assert/strict";
import { test } from "node:test";

import { corpus, load } from "./making.mjs";

const { parse } = await load("query");
const { editDistance } = await load("question");
const { nearest, without, written } = await load("suggest");

const made = corpus(
  [{ office: "a", texts: [["停電通知"], ["停電，通知"], ["電子帳單"], ["Power outages"], ["Electronic bills"]] }],
  {
    fold: ["電帳單", "电帐单"],
    offices: { a: ["金門區營業處"] },
    synonyms: [[["停電通告", "到家服務"], ["停電通知"]]],
    topics: [["topics/x/", ["電子帳單"]]],
  },
);

test("a query is written as it was understood", () => {
  for (const query of ["停電 通知", '"單一 窗口" -停電', "department:業務組 a OR b", 'office:"x y"'])
    assert.equal(written(parse(query)), query);
  assert.equal(written(parse("部门:業務組 停電")), "department:業務組 停電");
});

test("words that occur and are written alike, as the texts spell them", () => {
  assert.equal(nearest(made, parse("停電通之"))[0], "停電通知");
  assert.equal(nearest(made, parse("電子賬單"))[0], "電子帳單");
  assert.deepEqual(nearest(made, parse("outtages")), ["outages"]);
  assert.deepEqual(nearest(made, parse("恐龍滅絕")), []);
  assert.deepEqual(nearest(made, parse("停電")), []);
  assert.deepEqual(nearest(made, parse("請問停電通之事宜")), ["停電通知"]);
  assert.equal(written(parse("－5%")), '"-5%"');
});

test("only words that people know: no piece of a text", () => {
  assert.deepEqual(nearest(made, parse("灣電")), []);
  assert.deepEqual(nearest(made, parse("子帳旦")), []);
  assert.deepEqual(nearest(made, parse("到家服無")), []);
});

test("words of dictionaries that the texts hold, as they are spelt", () => {
  const words = corpus([{ texts: [["統一發票中獎"], ["颱風，颳風"]] }], { fold: ["颱", "台"], words: ["統一發票", "颱風", "颳風"] });
  assert.deepEqual(nearest(words, parse("統一發飄")), ["統一發票"]);
  assert.deepEqual(nearest(words, parse("颱瘋")), ["颱風"]);
});

test("words that everybody knows come before what people call things, in the first of their spellings", () => {
  const known = { fold: ["帳", "账"], words: ["帳單", "帳務"], synonyms: [[["帳號", "账單", "帳"], ["帳密"]]] };
  const words = corpus([{ texts: [["帳號、帳密、帳單、帳務"]] }], known);
  assert.deepEqual(nearest(words, parse("帳丹")), ["帳單", "帳務", "帳密", "帳號"]);
});

test("a word of letters is a slip of one that begins like it, and none where it is known", () => {
  const words = corpus([{ texts: [["Outages of a build; receive"], ["line"]] }], { synonyms: [[["blind", "wheelchair"], ["outages"]]] });
  for (const [typed, ...meant] of [["recieve", "receive"], ["wheelchar", "wheelchair"], ["blind"], ["wheelchair"], ["guild"], ["lime"]])
    assert.deepEqual(nearest(words, parse(typed)), meant);
});

test("the other words stay, unless nothing is left", () => {
  assert.equal(nearest(made, parse("電子賬單 office:a"))[0], "電子帳單 office:a");
  assert.equal(nearest(made, parse("停電通之 恐龍"))[0], "停電通知");
});

test("without each word, what is left", () => {
  assert.deepEqual(without(made, parse("停電 恐龍")), [{ query: "停電", count: 2 }]);
  assert.deepEqual(without(made, parse("停電 通知 恐龍")), [{ query: "停電 通知", count: 2 }]);
  assert.deepEqual(without(made, parse("停電 -通知")), [{ query: "停電", count: 2 }]);
  assert.deepEqual(without(made, parse("恐龍")), []);
});

test("distance", () => {
  for (const [one, other, distance] of [["停電", "停電", 0], ["停電", "停水", 1], ["abc", "bcd", 2], ["ab", "b", 1], ["b", "ab", 1], ["", "ab", 2], ["ab", "ba", 1]])
    assert.equal(editDistance(one, other), distance);
});
