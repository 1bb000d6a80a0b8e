import assert from "node:assert/strict";
import { test } from "node:test";

import { corpus, load } from "./making.mjs";

const { parse } = await load("query");
const { editDistance } = await load("question");
const { lifted, nearest, unquoted, without, written } = await load("suggest");

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
  for (const query of ["部门:業務組 停電", "甲 OR -乙 -丙 OR 部門:丁", '"推廣「台灣電力」App"', '「說 "好"」']) assert.equal(written(parse(query)), query);
  assert.equal(written([[{ not: false, field: "kind", text: "file", exact: true }]]), 'kind:"file"');
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

test("what finds a text is suggested where it is a word, and no piece of one", () => {
  const texts = [["網路繳費、網路申辦、補單（繳費）"], ["網路上看手機上的通知"], ["ods"]];
  const words = corpus([{ texts }], { words: ["網路", "通知", "網路上", "手機上", "手機"], synonyms: [[["上網", "網路辦"], ["網路繳", "網路申辦", "申辦", "補單（繳費）"]]] });
  assert.deepEqual(nearest(words, parse("網路審辦")), ["網路申辦"]);
  assert.deepEqual(nearest(words, parse("網路較")), []);
  assert.deepEqual(nearest(words, parse('"手機付"')), []);
  assert.deepEqual(nearest(words, parse("補單（繳廢）")), ["補單（繳費）"]);
  assert.deepEqual(nearest(words, parse("constructor:停電")), []);
});

test("the more frequent of equally near words comes first, as the texts spell it", () => {
  const texts = [["過期"], ["過戶"], ["過戶。"], ["水費、"], ["水費"], ["水質"], ["電子帳單"]];
  const known = { fold: ["帳賬", "帐帐"], words: ["過期"], synonyms: [[["名字"], ["過戶", "水質", "水費"]], [["账單"], ["電子賬單"]], [["單子"], ["電子帳單"]]] };
  const words = corpus([{ texts }], known);
  assert.deepEqual(nearest(words, parse("過護")), ["過戶", "過期"]);
  assert.deepEqual(nearest(words, parse("水廢")), ["水費", "水質"]);
  assert.deepEqual(nearest(words, parse("電子帳丹")), ["電子帳單"]);
});

test("each alternative may be a slip, and words of letters may be one", () => {
  assert.deepEqual(nearest(made, parse("停電通之 OR 電子帳旦")), ["停電通知 OR 電子帳旦", "停電通之 OR 電子帳單"]);
  const words = corpus([{ texts: [["Xinying District"], ["xin"]] }]);
  assert.deepEqual(nearest(words, parse("xin ying")), ["xinying"]);
  assert.deepEqual(nearest(words, parse("xin -ying")), []);
});

test("an office is meant by its place", () => {
  const pages = [{ office: "a", path: "a/", year: 0, texts: [["金門區營業處", { kind: "o" }]] }];
  const words = corpus(pages, { offices: { a: ["金門區營業處"] } });
  for (const query of ["金們", "金門區營業出", "金門區營業"]) assert.deepEqual(nearest(words, parse(query)), query === "金門區營業" ? [] : ["金門區營業處"], query);
});

test("limits without which there is something", () => {
  const pages = [{ office: "a", year: 114, texts: [["停電"]] }, { office: "b", year: 113, texts: [["停水"], ["停電通知"]] }];
  const made = corpus(pages, { offices: { a: ["甲處"], b: ["乙處"] } });
  const counts = (query, chosen) => lifted(made, parse(query), parse(chosen)).map(({ fields, names, count }) => [fields.join(), names.join(), count]);
  assert.deepEqual(counts("停水", "office:a"), [["office", "甲處", 1]]);
  assert.deepEqual(counts("停電", "office:a group:x"), [["group", "x", 1]]);
  assert.deepEqual(counts("停水", "office:a group:x"), [["office,group", "甲處,x", 1]]);
  assert.deepEqual(counts("", "office:a group:x"), [["group", "x", 1]]);
  assert.deepEqual(counts("恐龍", "office:a"), []);
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

test("without quotation marks, what is left", () => {
  assert.deepEqual(unquoted(made, parse('"停電通告"')), [{ query: "停電通告", count: 1 }]);
  assert.deepEqual(unquoted(made, parse('"停電 通知" -"恐龍"')), [{ query: '停電 通知 -"恐龍"', count: 2 }]);
  for (const query of ["停電通告", '"恐龍"', '部門:"甲"', '-"停電"', '"停電" OR 甲']) assert.deepEqual(unquoted(made, parse(query)), [], query);
});

test("without each word, what is left", () => {
  assert.deepEqual(without(made, parse("停電 恐龍")), [{ query: "停電", count: 2 }]);
  assert.deepEqual(without(made, parse("停電 通知 恐龍")), [{ query: "停電 通知", count: 2 }]);
  assert.deepEqual(without(made, parse("停電 -通知")), [{ query: "停電", count: 2 }]);
  assert.deepEqual(without(made, parse("恐龍")), []);
  const english = corpus([{ texts: [["a list of xinying"]] }], { filler: ["of"] });
  for (const query of ["xin ying", "toString of"]) assert.deepEqual(without(english, parse(query)), [], query);
  assert.deepEqual(without(english, parse("list foo")), [{ query: "list", count: 1 }]);
});

test("distance", () => {
  for (const [one, other, distance] of [["停電", "停電", 0], ["停電", "停水", 1], ["abc", "bcd", 2], ["ab", "b", 1], ["b", "ab", 1], ["", "ab", 2], ["ab", "ba", 1]])
    assert.equal(editDistance(one, other), distance);
});
