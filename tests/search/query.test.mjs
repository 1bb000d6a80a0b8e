import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./making.mjs";

const { next, parse, patterns } = await load("query");

const word = (text, name = "", field = "", exact = false) => ({ not: false, field, text, exact, ...(field && { name }) });
const phrase = (text) => word(text, "", "", true);
const without = (text) => ({ ...word(text), not: true });
const all = (...terms) => terms.map((term) => [term]);

test("words, phrases, exclusion, OR and fields", () => {
  assert.deepEqual(parse(" 停電　通知 "), all(word("停電"), word("通知")));
  assert.deepEqual(parse('"單一窗口" 「台灣 電力」'), all(phrase("單一窗口"), phrase("台灣 電力")));
  assert.deepEqual(parse("-停電"), all(without("停電")));
  assert.deepEqual(parse("甲 OR 乙 丙"), [[word("甲"), word("乙")], [word("丙")]]);
  assert.deepEqual(parse("部門:業務組 office:kinmen"), all(word("業務組", "部門", "department"), word("kinmen", "office", "office")));
  assert.deepEqual(parse('部门:"業務 組"'), all(word("業務 組", "部门", "department", true)));
  for (const text of ["部門: 業務組", "部門：　業務組"]) assert.deepEqual(parse(text), all(word("業務組", "部門", "department")), text);
});

test("a phrase ends with the quotation mark that it began with", () => {
  assert.deepEqual(parse('"推廣「台灣電力」App" 通知'), all(phrase("推廣「台灣電力」App"), word("通知")));
  assert.deepEqual(parse("「說 \"好\"」 -『甲 「乙」』"), [[phrase('說 "好"')], [{ ...phrase("甲 「乙」"), not: true }]]);
  for (const text of ["”停電 通知”", "“停電 通知”", "„停電 通知“", "＂停電 通知＂", "«停電 通知»", '"停電 通知', "「停電 通知"])
    assert.deepEqual(parse(text), all(phrase("停電 通知")), text);
  assert.deepEqual(parse("部門:「業務組」 停電」"), all(word("業務組", "部門", "department", true), word("停電")));
  assert.deepEqual(parse("推廣「台灣電力」App"), all(word("推廣"), phrase("台灣電力"), word("App")));
});

test("AND and NOT mean what they mean in the catalogue of a library", () => {
  assert.deepEqual(parse("甲 AND 乙"), all(word("甲"), word("乙")));
  for (const text of ["甲 NOT 乙", "甲 AND NOT 乙", "甲 ＮＯＴ 乙", "甲 NOT -乙", "甲 OR AND NOT 乙"])
    assert.deepEqual(parse(text), all(word("甲"), without("乙")), text);
  assert.deepEqual(parse("NOT 甲 乙"), all(without("甲"), word("乙")));
  assert.deepEqual(parse('not and "NOT"'), all(word("not"), word("and"), phrase("NOT")));
});

test("between Han characters an operator may be in small letters", () => {
  for (const text of ["停電 or 停水", "「停電」 or 「停水」", "停電 or 部門:業務組", "停電 and 停水", "停電 not 停水"])
    assert.deepEqual(parse(text), parse(text.replace(/or|and|not/, (each) => each.toUpperCase())), text);
  for (const text of ["APP or 停電", "停電 or app", "or 停電", "停電 or"]) assert.ok(parse(text).flat().some((term) => term.text === "or"), text);
});

test("what is no query language is only text", () => {
  for (const text of ["8:00", "constructor:x", "http://a/b", "部門:", "a-b", "or", "＜b＞"])
    assert.deepEqual(parse(text), all(word(text.normalize("NFKC"))), text);
  assert.deepEqual(parse('OR "" - "'), all(word("-")));
});

test("OR joins the two beside it, be one excluded or not", () => {
  for (const text of ["甲 OR NOT 乙", "甲 OR -乙", "甲 OR NOT -乙"]) assert.deepEqual(parse(text), [[word("甲"), without("乙")]], text);
  for (const text of ["NOT 甲 OR 乙", "-甲 OR 乙"]) assert.deepEqual(parse(text), [[without("甲"), word("乙")]], text);
  assert.deepEqual(parse("丙 NOT 甲 OR 乙 丁"), [[word("丙")], [without("甲"), word("乙")], [word("丁")]]);
  assert.deepEqual(parse("甲 OR -乙 OR 丙"), [[word("甲"), without("乙"), word("丙")]]);
});

const texts = (text, exact = false) => patterns({ exact }, text).map((pattern) => pattern.text);

test("a plural finds its singular, and a singular in -y its plural", () => {
  assert.deepEqual(texts("bills"), ["bills", "bill"]);
  assert.deepEqual(texts("boxes"), ["boxes", "box", "boxe"]);
  assert.deepEqual(texts("companies"), ["companies", "company", "companie"]);
  assert.deepEqual(texts("company"), ["company", "companies"]);
  for (const text of ["bill", "gas", "bus", "news", "address", "day", "停電s", "a1s"]) assert.deepEqual(texts(text), [text]);
  assert.deepEqual(texts("bills", true), ["bills"]);
});

test("several blanks are one, and what folds to nothing finds nothing", () => {
  assert.deepEqual(texts("two  words", true), ["two words"]);
  assert.deepEqual(texts(""), []);
});

test("only the hyphen of a keyboard excludes", () => {
  assert.deepEqual(parse("－5%"), all(word("-5%")));
  assert.deepEqual(parse("−5% –10"), all(word("−5%"), word("–10")));
  assert.deepEqual(parse("繳費 -5%"), all(word("繳費"), without("5%")));
  assert.deepEqual(parse("甲 ＯＲ 乙 部門：＂業務 組＂"), [
    [word("甲"), word("乙")],
    [word("業務 組", "部門", "department", true)],
  ]);
});

const places = (text, folded, exact = false) =>
  patterns({ exact }, text).map((pattern) => {
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
