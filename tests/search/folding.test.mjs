import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./making.mjs";

const { Folding } = await load("folding");

function learnt(...table) {
  const folding = new Folding();
  folding.learn(table);
  return folding;
}

test("widths, capitals and variants are one", () => {
  const folding = learnt("電臺𠮷\ufeff", "电台吉");
  assert.equal(folding.fold("ＡＰＰ 電臺"), "app电台");
  assert.equal(folding.fold("㈠𠮷㎡"), "(一)吉m2");
  assert.equal(folding.fold("𠀀\ufeff"), "𠀀");
  assert.equal(folding.fold(""), "");
});

test("what is learnt later counts, also for characters that were asked for", () => {
  const folding = learnt("電", "电");
  assert.equal(folding.fold("電表錶"), "电表錶");
  folding.learn(["錶", "表"]);
  assert.equal(folding.fold("電表錶"), "电表表");
});

test("a folded text leads back to the text", () => {
  const folding = learnt("電", "电");
  for (const text of ["電", "a㈠𠮷電", "ﷺ甲", "İx", "a  電 b 甲 "]) {
    const offsets = [];
    assert.equal(folding.fold(text, offsets), folding.fold(text));
    assert.equal(offsets.length, folding.fold(text).length);
  }
  const offsets = [];
  assert.equal(folding.fold("a㈠𠮷電", offsets), "a(一)𠮷电");
  assert.deepEqual(offsets, [0, 1, 1, 1, 2, 2, 4]);
});

test("blanks beside Han characters do not count, others do, and the end of a line stays", () => {
  const folding = learnt("電", "电");
  const offsets = [];
  assert.equal(folding.fold("用 App\u00a0繳  電費 by app", offsets), "用app繳电費by app");
  assert.deepEqual(offsets, [0, 2, 3, 4, 6, 9, 10, 12, 13, 14, 15, 16, 17]);
  assert.equal(folding.fold("甲 \n 乙"), "甲\n乙");
});
