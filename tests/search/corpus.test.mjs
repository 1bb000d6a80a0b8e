import assert from "node:assert/strict";
import { test } from "node:test";

import { corpus, file, found, load } from "./making.mjs";

const { Corpus } = await load("corpus");

test("texts come back from what they share with the one before", () => {
  const made = new Corpus();
  const content = file([{ texts: [["電子帳單"], ["電子郵件"], ["𠮷野"]] }]);
  made.add({ ...content, shared: [0, 2, 0], rest: ["電子帳單", "郵件", "𠮷野"] });
  assert.deepEqual(made.texts.values, ["電子帳單", "電子郵件", "𠮷野"]);
});

test("a text of several files is there once, with all its places, the newest first", () => {
  const made = new Corpus();
  made.add(file([{ path: "a/114/", year: 114, texts: [["停電"]] }]));
  made.add(file([{ path: "a/113/", year: 113, texts: [["節電"], ["停電", { anchor: "m-9" }]] }]));
  assert.deepEqual(made.texts.values, ["停電", "節電"]);
  const places = [];
  for (let place = made.first[0]; place >= 0; place = made.next[place])
    places.push(made.pages[made.columns.page[place]].path + made.anchors[place]);
  assert.deepEqual(places, ["a/114/m-1", "a/113/m-9"]);
  assert.deepEqual(found(made, "停電"), ["停電"]);
  assert.deepEqual(found(made, "節電"), ["節電"]);
});

test("files number their departments for themselves", () => {
  const made = new Corpus();
  made.add(file([{ texts: [["甲", { who: ["業務組", "電務組"] }]] }]));
  made.add(file([{ texts: [["乙", { who: ["電務組"] }]] }]));
  assert.deepEqual(found(made, "部門:電務組"), ["甲", "乙"]);
  assert.deepEqual(found(made, "部門:業務組"), ["甲"]);
});

test("numbers come back from what they share with the one before", () => {
  const made = new Corpus();
  const content = file([{ texts: [["甲"], ["乙"], ["丙"], ["丁"]] }]);
  content.pages[0].numbers = "0一(三)1||42|1二";
  made.add(content);
  assert.deepEqual(made.numbers, ["一(三)1", "", "一(三)2", "一二"]);
});

test("sizes belong to the files among the rows", () => {
  const made = corpus([{ texts: [["甲"], ["A.pdf", { kind: "f", size: 7 }], ["乙"], ["B.odt", { kind: "f", size: 9 }]] }]);
  assert.deepEqual(made.columns.size, [0, 7, 0, 9]);
});
