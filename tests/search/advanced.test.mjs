import assert from "node:assert/strict";
import { test } from "node:test";

import { load } from "./making.mjs";

const { composed } = await load("advanced");
const { parse } = await load("query");

function form(fields) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return Object.fromEntries(composed(data));
}

test("the fields of the form are a query, and what narrows it down an address", () => {
  assert.deepEqual(form({ all: "停電 通知", phrase: "單一 窗口", any: "甲　乙", none: "丙 丁", where: "", year: "114", kind: "", sort: "newest" }), {
    q: '停電 通知 "單一 窗口" 甲 OR 乙 -丙 -丁',
    year: "114",
    sort: "newest",
  });
  assert.deepEqual(form({ all: "", phrase: "", any: "", none: "", where: "titles" }), { q: "" });
});

test("keywords are looked for in names and headings", () => {
  const { q } = form({ all: "停電", where: "titles" });
  const [word, kinds] = parse(q);
  assert.deepEqual(word.any.map(({ text }) => text), ["停電"]);
  assert.deepEqual(kinds.any.map(({ field, text }) => `${field}:${text}`), ["kind:plan", "kind:office", "kind:heading", "kind:page"]);
});

test("quotation marks in a phrase do not end it", () => {
  assert.deepEqual(parse(form({ phrase: '一"二' }).q).length, 1);
});
