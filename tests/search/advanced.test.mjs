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
  assert.deepEqual(form({ all: "", phrase: "", any: "", none: "", where: "titles" }), { q: "", where: "titles" });
});

test("words are set apart as people do, and an operator among them is none", () => {
  assert.equal(form({ any: "停電、繳費，過戶" }).q, "停電 OR 繳費 OR 過戶");
  assert.equal(form({ any: "停電 OR 繳費" }).q, "停電 OR 繳費");
  assert.equal(form({ none: '停電;-繳費 「單一 窗口」' }).q, '-停電 -繳費 -"單一 窗口"');
});

test("a quotation mark too many ends with its field", () => {
  assert.deepEqual(parse(form({ all: '停電 "通知', none: "繳費" }).q).map(([{ not, text }]) => [not, text]), [[false, "停電"], [false, "通知"], [true, "繳費"]]);
});

test("quotation marks in a phrase do not end it", () => {
  assert.deepEqual(parse(form({ phrase: '一"二' }).q).length, 1);
});
