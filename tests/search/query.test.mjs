import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./making.mjs";

const { next, parse, patterns } = await load("query");

const word = (text, field = "", exact = false) => ({ field, text, exact });
const all = (...terms) => terms.map((term) => ({ not: false, any: [term] }));

test("words, phrases, exclusion, OR and fields", () => {
  assert.deepEqual(parse(" 停電　通知 "), all(word("停電"), word("通知")));
  assert.deepEqual(parse('"單一窗口" 「台灣 電力」'), all(word("單一窗口", "", true), word("台灣 電力", "", true)));
  assert.deepEqual(parse("-停電"), [{ not: true, any: [word("停電")] }]);
  assert.deepEqual(parse("甲 OR 乙 丙"), [{ not: false, any: [word("甲"), word("乙")] }, ...all(word("丙"))]);
  assert.deepEqual(parse("部門:業務組 office:kinmen"), all(word("業務組", "department"), word("kinmen", "office")));
  assert.deepEqual(parse('部门:"業務 組"'), all(word("業務 組", "department", true)));
});

test("AND and NOT mean what they mean in the catalogue of a library", () => {
  assert.deepEqual(parse("甲 AND 乙"), all(word("甲"), word("乙")));
  for (const text of ["甲 NOT 乙", "甲 AND NOT 乙", "甲 ＮＯＴ 乙", "甲 NOT -乙", "甲 OR NOT 乙"])
    assert.deepEqual(parse(text), [...all(word("甲")), { not: true, any: [word("乙")] }], text);
  assert.deepEqual(parse("NOT 甲 乙"), [{ not: true, any: [word("甲")] }, ...all(word("乙"))]);
  assert.deepEqual(parse('not and "NOT"'), all(word("not"), word("and"), word("NOT", "", true)));
});

test("what is no query language is only text", () => {
  for (const text of ["8:00", "constructor:x", "http://a/b", "部門:", "a-b", "or", "＜b＞"])
    assert.deepEqual(parse(text), all(word(text.normalize("NFKC"))), text);
  assert.deepEqual(parse('OR "" - "'), all(word("-")));
  assert.deepEqual(parse("-甲 OR 乙"), [{ not: true, any: [word("甲")] }, ...all(word("乙"))]);
  assert.deepEqual(parse("甲 OR -乙"), [...all(word("甲")), { not: true, any: [word("乙")] }]);
});

const texts = (text, exact = false) => patterns(word(text, "", exact), text).map((pattern) => pattern.text);

test("a plural finds its singular, and a singular in -y its plural", () => {
  assert.deepEqual(texts("bills"), ["bills", "bill"]);
  assert.deepEqual(texts("boxes"), ["boxes", "box", "boxe"]);
  assert.deepEqual(texts("companies"), ["companies", "company", "companie"]);
  assert.deepEqual(texts("company"), ["company", "companies"]);
  for (const text of ["bill", "gas", "bus", "address", "day", "停電s", "a1s"]) assert.deepEqual(texts(text), [text]);
  assert.deepEqual(texts("bills", true), ["bills"]);
});

test("several blanks are one, and what folds to nothing finds nothing", () => {
  assert.deepEqual(texts("two  words", true), ["two words"]);
  assert.deepEqual(texts(""), []);
});

test("only the hyphen of a keyboard excludes", () => {
  assert.deepEqual(parse("－5%"), all(word("-5%")));
  assert.deepEqual(parse("−5% –10"), all(word("−5%"), word("–10")));
  assert.deepEqual(parse("繳費 -5%"), [...all(word("繳費")), { not: true, any: [word("5%")] }]);
  assert.deepEqual(parse("甲 ＯＲ 乙 部門：＂業務 組＂"), [
    { not: false, any: [word("甲"), word("乙")] },
    ...all(word("業務 組", "department", true)),
  ]);
});

const places = (text, folded, exact = false) =>
  patterns(word(text, "", exact), text).map((pattern) => {
    const found = [];
    for (let at = next(pattern, folded, 0); at >= 0; at = next(pattern, folded, at + 1)) found.push(at);
    return found;
  })[0];

test("Latin words are found where words begin, whole ones in quotation marks, Han characters anywhere", () => {
  assert.deepEqual(places("app", "app happy apps 台灣app"), [0, 10, 17]);
  assert.deepEqual(places("app", "app happy apps 台灣app", true), [0, 17]);
  assert.deepEqual(places("電", "停電電表"), [1, 2]);
  assert.deepEqual(places("14", "114 14"), [4]);
  assert.deepEqual(places("éa", "béa éa"), [4]);
});
