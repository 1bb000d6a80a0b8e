import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./making.mjs";

const { Folding } = await load("folding");
const { hits, piece } = await load("marking");

const folding = new Folding();
folding.learn(["電", "电"]);
const marked = (text, ...words) =>
  hits(folding, text, words.map((each) => ({ text: each, start: false, end: false }))).map((at) => text.slice(...at));

test("the words are marked as the text spells them", () => {
  assert.deepEqual(marked("停電與停电", "停电"), ["停電", "停电"]);
  assert.deepEqual(marked("㈠條", "一"), ["㈠"]);
  assert.deepEqual(marked("𠮷電𠮷", "电"), ["電"]);
  assert.deepEqual(marked("沒有"), []);
});

test("marks that touch or overlap are one", () => {
  assert.deepEqual(marked("停電通知單", "停电通", "通知"), ["停電通知"]);
  assert.deepEqual(marked("停電通知單", "停电", "通知"), ["停電通知"]);
  assert.deepEqual(marked("停電通知單", "停电通知", "电"), ["停電通知"]);
  assert.deepEqual(marked("電電電", "电电"), ["電電電"]);
});

const cut = (text, hit, length) => text.slice(...piece(text, hit, length));

test("a short text is shown whole, a long one around the first hit", () => {
  assert.equal(cut("停電通知。", 0, 10), "停電通知。");
  const sentence = "甲乙丙丁戊己庚辛，";
  const text = sentence.repeat(20);
  assert.equal(cut(text, 0, 30), sentence.repeat(4));
  const [from, to] = piece(text, 90, 30);
  assert.ok(0 < from && from <= 90 && 90 < to && to - from < 60);
  assert.ok(text[from] === "甲" && text[to - 1] === "，");
  assert.equal(piece(text, text.length - 1, 30)[1], text.length);
});

test("no character is cut in two", () => {
  for (const blanks of ["", "甲"]) {
    const [from, to] = piece(blanks + "𠮷".repeat(100), 100, 30);
    const shown = (blanks + "𠮷".repeat(100)).slice(from, to);
    assert.equal(shown, shown.toWellFormed?.() ?? Buffer.from(shown).toString());
  }
});
