import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./making.mjs";

const { Folding } = await load("folding");
const { Lexicon } = await load("question");

const folding = new Folding();
folding.learn(["電費繳", "电费缴"]);
const lexicon = new Lexicon({
  folding,
  synonyms: [
    [["斷電", "power cut"], ["停電"]],
    [["繳", "pay"], ["繳費"]],
    [["高"], ["突增"]],
    [["便利商店", "convenience store"], ["超商"]],
  ],
  topics: [["topics/x/", ["自動扣款"]]],
  filler: ["怎麼", "可以", "嗎", "how do i", "the"],
});
const parts = (text) => lexicon.parts(folding.fold(text)).map(({ text: part, finds }) => [part, ...(finds ?? [])]);

test("filler says nothing, words that are known find others, the rest stands by itself", () => {
  assert.deepEqual(parts("怎麼繳電費嗎"), [["缴电费"]]);
  assert.deepEqual(parts("可以便利商店繳嗎"), [["便利商店", "超商"], ["缴", "繳費"]]);
  assert.deepEqual(parts("斷電"), [["斷电", "停電"]]);
  assert.deepEqual(parts("怎麼"), []);
});

test("what synonyms and topics lead to is known as well", () => {
  assert.deepEqual(parts("停電打哪支超商"), [["停电"], ["打哪支"], ["超商"]]);
  assert.deepEqual(lexicon.parts("自動扣款申請").map(({ finds }) => finds), [[], null]);
});

test("names are not taken apart; that of a topic means those of its words that it is made of", () => {
  const topics = [["topics/x/", ["停電與停水", "停電", "停水", "復電"]]];
  const known = new Lexicon({ folding: new Folding(), synonyms: [[["營業處"], ["據點"]]], topics, filler: ["與"] }, ["金門區營業處"]);
  const found = (text) => known.parts(text).map(({ text: part, finds }) => [part, finds]);
  assert.deepEqual(found("金門區營業處的營業處"), [["金門區營業處", []], ["的", null], ["營業處", ["據點"]]]);
  assert.deepEqual(found("停電與停水"), [["停電與停水", ["停電", "停水"]]]);
  assert.deepEqual(found("復電與停水"), [["復電", []], ["停水", []]]);
});

test("a single Han character counts where it stands alone and is known", () => {
  assert.deepEqual(parts("電費怎麼高"), [["电费"], ["高", "突增"]]);
  assert.deepEqual(parts("電費怎麼低"), [["电费"], ["低"]]);
  assert.deepEqual(lexicon.parts(folding.fold("電費怎麼低")).map(({ little }) => Boolean(little)), [false, true]);
  assert.deepEqual(parts("高壓"), [["高壓"]]);
});

test("words of letters are known in the singular, several of them together", () => {
  assert.deepEqual(parts("how do i pay the power cuts"), [["pay", "繳費"], ["power cut", "停電"]]);
  assert.deepEqual(parts("Convenience-stores?"), [["convenience store", "超商"]]);
  assert.deepEqual(parts("app便利商店"), [["app"], ["便利商店", "超商"]]);
});

test("articles, owners and forms of be stand within English expressions", () => {
  assert.deepEqual(parts("was the power being cut"), [["was"], ["power being cut", "停電"]]);
  assert.deepEqual(parts("convenience of the store"), [["convenience"], ["of"], ["store"]]);
  assert.deepEqual(parts("power; the cut"), [["power"], ["cut"]]);
});

test("English words are known in other forms", () => {
  assert.deepEqual(parts("how do i pay, paying, payed"), [["pay", "繳費"], ["paying", "繳費"], ["payed", "繳費"]]);
  assert.deepEqual(parts("sing"), [["sing"]]);
});

test("no word reaches over the end of a line or a mark", () => {
  assert.deepEqual(parts("便利 \n商店"), [["便利"], ["商店"]]);
  assert.deepEqual(parts("便利，商店"), [["便利"], ["商店"]]);
});

test("what plans write with a mark in it is no word without it", () => {
  const known = new Lexicon({ folding: new Folding(), synonyms: [[["員工"], ["內部(員工)滿意度"]], [["滿意度"], ["調查"]]], topics: [], filler: [] });
  assert.deepEqual(known.parts("內部員工滿意度").map(({ text, finds }) => [text, finds]), [["內部", null], ["員工", ["內部(員工)滿意度"]], ["滿意度", ["調查"]]]);
});

test("a question divides so that the fewest characters are left over", () => {
  const known = new Lexicon({ folding: new Folding(), synonyms: [[["家裡用電"], ["用電分析"]], [["電腦"], ["網路"]], [["轉帳"], ["匯款"]]], topics: [], filler: ["在", "家裡", "用"] });
  assert.deepEqual(known.parts("在家裡用電腦轉帳").map(({ text }) => text), ["電腦", "轉帳"]);
});

test("a word is known across what may stand within it", () => {
  const known = new Lexicon({ folding: new Folding(), synonyms: [[["改名稱"], ["更名"]]], topics: [], filler: [] });
  assert.deepEqual(known.parts("公司改了名稱").map(({ text, finds }) => [text, finds]), [["公司", null], ["改了名稱", ["更名"]]]);
});

test("a word that the texts have is no slip of another", () => {
  const known = new Lexicon({ folding: new Folding(), synonyms: [[["meters"], ["電表"]]], topics: [], filler: [] });
  assert.deepEqual(known.parts("metters").map(({ finds }) => finds), [["電表"]]);
  assert.deepEqual(known.parts("metters", () => true).map(({ finds }) => finds), [null]);
});

test("what was asked is one word with synonyms, or it is not", () => {
  for (const one of ["斷電", "Power cuts", "便利商店"]) assert.ok(lexicon.has(folding.fold(one)), one);
  for (const other of ["斷電嗎", "怎麼", "自動扣款", "power", ""]) assert.ok(!lexicon.has(folding.fold(other)), other);
});

test("a piece of what nobody knows leads to words that hold it, if these mean few things", () => {
  const synonyms = [[["志願服務", "做志願"], ["志工"]], [["帳單甲", "water bill"], ["甲"]], [["帳單乙", "bill"], ["乙"]], [["帳單丙"], ["丙"]]];
  const known = new Lexicon({ folding: new Folding(), synonyms, topics: [["x", ["願者"]]], filler: ["志願嗎"] });
  known.parts("志願 bill");
  assert.deepEqual(["志願", "帳單", "願者", "waters", "wat", "bill"].map((piece) => known.kin(piece)), [["志工"], [], [], ["甲"], [], ["甲", "乙"]]);
});

test("words that mean something together do so wherever they stand, filler too, and each only once", () => {
  const synonyms = [[["帳單/電費單 + email/信箱", "complaint + how long/reply", "水 + 漏"], ["甲"]], [["信箱", "replied"], ["乙"]], [["電費單收據", "丁"], ["丙"]]];
  const known = new Lexicon({ folding: new Folding(), synonyms, topics: [], filler: ["的", "改", "how long", "for a", "我"] });
  const parts = (text) => known.parts(text).map(({ text: part, finds }) => [part, ...(finds ?? [])]);
  assert.deepEqual(parts("email我的電費單"), [["電費單+email", "甲"]]);
  assert.deepEqual(parts("帳單改丁丁信箱"), [["帳單+信箱", "甲"], ["丁丁"]]);
  assert.deepEqual(parts("how long for a complaints"), [["complaint+how long", "甲"]]);
  assert.deepEqual(parts("replies"), [["reply", "乙"]]);
  assert.deepEqual(parts("電費單收據email"), [["電費單收據", "丙"], ["email"]]);
  assert.deepEqual(parts("how long"), []);
  assert.deepEqual(known.parts("水的漏").map(({ finds }) => finds), [["甲"]]);
});
