import assert from "node:assert/strict";
import { test } from "node:test";

import { corpus, found, load } from "./making.mjs";

const { parse } = await load("query");
const { markField } = await load("fields");
const { best, search } = await load("search");
const { leading } = await load("orders");
const { facets } = await load("counts");

const OFFICES = { a: ["金門區營業處", "台灣電力公司"], b: ["第一區管理處"] };

test("all words, none of the excluded, one of the alternatives, a phrase", () => {
  const made = corpus([{ texts: [["停電通知"], ["停電與節電"], ["節電"], ["通知停電"]] }]);
  assert.deepEqual(found(made, "停電 通知"), ["停電通知", "通知停電"]);
  assert.deepEqual(found(made, '"停電通知"'), ["停電通知"]);
  assert.deepEqual(found(made, "停電 -通知"), ["停電與節電"]);
  assert.deepEqual(found(made, "節電 OR 通知").sort(), ["停電與節電", "停電通知", "節電", "通知停電"].sort());
  assert.deepEqual(found(made, "-停電"), ["節電"]);
  assert.deepEqual(found(made, ""), []);
});

test("an alternative may be excluded", () => {
  const made = corpus([{ texts: [["甲乙"], ["乙"], ["甲丙"], ["丙"], ["丁"]] }]);
  assert.deepEqual(found(made, "甲 OR NOT 丙").sort(), ["丁", "乙", "甲乙", "甲丙"].sort());
  assert.deepEqual(found(made, "甲 OR -乙 丙").sort(), ["丙", "甲丙"].sort());
  assert.deepEqual(found(made, "甲 NOT 乙 OR 丙"), ["甲丙"]);
  assert.deepEqual(found(made, "-甲 OR -乙").sort(), ["丁", "丙", "乙", "甲丙"].sort());
});

test("a field or a name among alternatives is as good as a word", () => {
  const pages = [
    { office: "a", year: 114, texts: [["停電", { who: ["業務組"] }], ["繳費", { who: ["業務組"] }], ["節電"]] },
    { office: "b", year: 113, texts: [["停水"], ["業務組的事"]] },
  ];
  const made = corpus(pages, { offices: OFFICES });
  const texts = (query) => found(made, query).sort();
  const union = (...queries) => [...new Set(queries.flatMap((query) => found(made, query)))].sort();
  for (const [one, other] of [["停水", "部門:業務組"], ["停水", "年度:114"], ["停水", "機關:金門"], ["停電", "業務組"], ["部門:業務組", "year:113"], ["停水", "kind:file"]])
    assert.deepEqual(texts(`${one} OR ${other}`), union(one, other), `${one} OR ${other}`);
  assert.deepEqual(texts("停水 OR 部門:業務組 OR 金門"), ["停水", "停電", "繳費"].sort());
  assert.deepEqual(texts("停 停水 OR 部門:業務組"), ["停水", "停電"]);
  assert.deepEqual(texts("停 停水 OR 業務組"), ["停水", "停電"]);
  assert.deepEqual(texts("停水 OR -部門:業務組"), ["停水", "業務組的事", "節電"].sort());
  assert.deepEqual(texts("停水 OR -金門"), ["停水", "業務組的事"].sort());
});

test("a hit never reaches over the end of a text, and the last text is found", () => {
  const made = corpus([{ texts: [["停"], ["電"], ["電停電"]] }]);
  assert.deepEqual(found(made, "停電"), ["電停電"]);
  assert.deepEqual(found(made, "電"), ["電", "電停電"]);
});

test("a word may be in what is known of a place, if another is in the text", () => {
  const made = corpus(
    [
      { office: "a", year: 114, texts: [["停電", { who: ["業務組"] }]] },
      { office: "b", year: 113, texts: [["停水"]] },
    ],
    { offices: OFFICES },
  );
  for (const query of ["停電 金門", "停電 台灣電力", "停電 業務組", "停電 114年度", "停電 2025"])
    assert.deepEqual(found(made, query), ["停電"], query);
  assert.deepEqual(found(made, "停電 2024"), []);
  assert.deepEqual(found(made, "金門"), []);
});

test("a plan of several years is found and counted under each, and called by all", () => {
  const pages = [
    { path: "a/113/", year: 113, texts: [["停電"]] },
    { path: "a/114/", year: 116, years: [114, 115, 116], texts: [["停電甲"]] },
  ];
  const made = corpus(pages);
  for (const query of ["year:114", "year:115", "year:2027", "year:115-120", "停電 115年度", "停電 2026"])
    assert.deepEqual(found(made, query), ["停電甲"], query);
  assert.deepEqual(found(made, "year:117"), []);
  const clauses = parse("停電");
  const answer = search(made, clauses, markField);
  assert.deepEqual(facets(made, answer).year.map(({ value, count }) => [value, count]), [["116", 1], ["115", 1], ["114", 1], ["113", 1]]); // prettier-ignore
  const newest = best(made, answer, 0, 2, leading(made, "newest")).map((text) => made.texts.values[text]);
  assert.deepEqual(newest, ["停電甲", "停電"]);
});

test("a department is found by what it was called, and named by today's name", () => {
  const pages = [{ texts: [["甲", { who: ["業務組"] }], ["乙"]] }];
  const made = corpus(pages, { names: { 業務組: ["Business", "業務課"] } });
  assert.deepEqual(found(made, "部門:業務課"), ["甲"]);
  assert.deepEqual(found(made, "甲 業務課"), ["甲"]);
  const answer = search(made, parse("甲"), markField);
  assert.deepEqual(facets(made, answer).department.map(({ value, name }) => [value, name]), [["業務組", "Business"]]);
});

test("fields ask for the office, the year, the department, the period, the group and the kind", () => {
  const made = corpus(
    [
      { office: "a", year: 114, texts: [["甲", { who: ["業務組"], when: ["as-needed", "隨時辦理"], group: "基礎服務" }]] },
      { office: "b", year: 110, texts: [["乙", { who: ["業務課"] }], ["丙", { kind: "h" }]] },
    ],
    { offices: OFFICES, names: { 業務組: "Business" } },
  );
  for (const query of [
    "office:a", "機關:金門", "year:114", "year:2025", "year:111-114", "部門:業務組", "department:business",
    "期間:隨時", "period:as-needed", "面向:基礎",
  ]) // prettier-ignore
    assert.deepEqual(found(made, query), ["甲"], query);
  assert.deepEqual(found(made, "kind:heading"), ["丙"]);
  assert.deepEqual(found(made, "部門:業務"), ["甲", "乙"]);
  assert.deepEqual(found(made, '部門:"業務"'), []);
  const short = corpus([{ texts: [["甲", { who: ["業務組"] }], ["乙", { who: ["業務"] }]] }]);
  assert.deepEqual(found(short, "部門:業務"), ["乙"], "what is called so comes before what only begins so");
  assert.deepEqual(found(made, "乙 -office:a"), ["乙"]);
  assert.deepEqual(found(made, "office:a OR kind:heading"), ["丙", "甲"]);
});

test("a field takes the words of the page for its values, and names and headings are asked for together", () => {
  const made = corpus([{ texts: [["甲", { when: ["by", "年底前"] }], ["乙", { kind: "f", size: 1 }], ["丙", { kind: "h" }], ["丁", { kind: "p" }]] }]);
  assert.deepEqual(found(made, "類別:檔案"), []);
  made.said = (facet, value) => ({ "kind-file": "檔案", "period-by": "限期完成" })[`${facet}-${value}`] ?? "";
  assert.deepEqual(found(made, "類別:檔案"), ["乙"]);
  assert.deepEqual(found(made, "內容:file"), ["乙"]);
  assert.deepEqual(found(made, "期間:限期完成"), ["甲"]);
  const { texts } = search(made, [[{ not: false, field: "where", text: "titles", exact: true }]], markField);
  assert.deepEqual(texts.map((text) => made.texts.values[text]).sort(), ["丁", "丙"].sort());
});

test("who stands for all is found with each of them, and each with those that stand for all", () => {
  const pages = [{ texts: [["甲", { who: ["業務組"] }], ["乙", { who: ["各部門"] }], ["丙", { who: ["總務組"] }]] }];
  const made = corpus(pages, { collective: ["各部門"] });
  assert.deepEqual(found(made, "部門:業務組"), ["乙", "甲"]);
  assert.deepEqual(found(made, "部門:各部門"), ["乙"]);
  assert.deepEqual(found(made, "甲 OR 乙 業務組"), ["甲"]);
});

test("relevance: the kind, then how much of the text it is, then the newer year", () => {
  const made = corpus([
    { year: 113, texts: [["停電通知"], ["標題停電", { kind: "h" }], ["停電注意"], ["停電一章一", { kind: "H" }]] },
    { year: 114, texts: [["停電告知"], ["停電計畫", { kind: "p" }], ["停電", { kind: "n" }], ["停電與其他許多事項"]] },
  ]);
  assert.deepEqual(found(made, "停電"), [
    "停電計畫", "標題停電", "停電一章一", "停電告知", "停電注意", "停電通知", "停電與其他許多事項", "停電",
  ]); // prettier-ignore
});

test("other orders: the newer year, the name of the office, the group, the size", () => {
  const made = corpus(
    [
      { office: "b", year: 113, texts: [["電一", { group: "乙類" }], ["電A", { kind: "f", size: 10 }]] },
      { office: "a", year: 112, texts: [["電二", { group: "甲類" }], ["電B", { kind: "f", size: 90 }]] },
      { office: "", year: 0, texts: [["電三", { kind: "w" }]] },
    ],
    { offices: { a: ["一處"], b: ["二處"] } },
  );
  const sorted = (sort) => found(made, "電", leading(made, sort));
  assert.deepEqual(sorted("newest"), ["電一", "電A", "電二", "電B", "電三"]);
  assert.deepEqual(sorted("office"), ["電二", "電B", "電一", "電A", "電三"]);
  assert.equal(sorted("group").at(-1), "電B");
  assert.deepEqual(sorted("group").slice(0, 2).sort(), ["電一", "電二"].sort());
  assert.deepEqual(sorted("size").slice(0, 2), ["電B", "電A"]);
  assert.deepEqual(sorted("unheard-of"), found(made, "電"));
});

test("a page of results is a piece of them all", () => {
  const made = corpus([{ texts: Array.from({ length: 95 }, (_, number) => [`電${number % 7}${"。".repeat(number)}`]) }]);
  const answer = search(made, parse("電"));
  const everything = best(made, answer, 0, 1000);
  assert.equal(new Set(everything).size, 95);
  const pages = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90].flatMap((start) => best(made, answer, start, start + 10));
  assert.deepEqual(pages, everything);
  assert.deepEqual(best(made, answer, 200, 210), []);
});

test("facets count each text once for each value", () => {
  const made = corpus(
    [
      { office: "a", year: 114, texts: [["停電", { who: ["業務組"], group: "丁" }], ["停電二", { who: ["各部門"] }]] },
      { office: "a", year: 114, texts: [["停電", { who: ["業務組"], when: ["as-needed", "隨時"] }]] },
      { office: "b", year: 113, texts: [["停電", { who: ["業務組"] }], ["節電", { kind: "h" }], ["停電三", { kind: "H" }]] },
    ],
    { offices: OFFICES, classes: { a: [["theme", "A1", "A1 能源"]], b: [["theme", "A1", "A1 能源"], ["service", "E00", "E00"]] }, names: { 丁: "D" } },
  );
  const counts = (query) => {
    const found = facets(made, search(made, parse(query), markField));
    return Object.fromEntries(
      Object.entries(found).map(([facet, values]) => [facet, values.map((each) => [each.value, each.name, each.count])]),
    );
  };
  assert.deepEqual(counts("停電"), {
    office: [["a", "金門區營業處", 2], ["b", "第一區管理處", 2]],
    year: [["114", "", 2], ["113", "", 2]],
    group: [["丁", "D", 1]],
    department: [["業務組", "業務組", 1], ["各部門", "各部門", 1]],
    period: [["as-needed", "", 1]],
    kind: [["measure", "", 2], ["heading", "", 1]],
    theme: [["A1", "A1 能源", 3]],
    policy: [],
    service: [["E00", "E00", 2]],
  }); // prettier-ignore
  assert.deepEqual(counts("停電 office:b").office, [["b", "第一區管理處", 2]]);
});
