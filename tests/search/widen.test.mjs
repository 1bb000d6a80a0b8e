import assert from "node:assert/strict";
import { test } from "node:test";

import { corpus, file, load } from "./making.mjs";

const { markField } = await load("fields");
const { parse } = await load("query");
const { best } = await load("search");
const { TIERS, answer } = await load("widen");

const SYNONYMS = [
  [["斷電", "blackout"], ["停電", "恐龍"]],
  [["便利商店"], ["超商"]],
];
const FILLER = ["怎麼", "可以", "哪些", "方式", "嗎"];

/** What a query finds, the best first, with the reason. */
function answered(made, query, chosen = "") {
  const { found } = answer(made, parse(query), parse(chosen), markField);
  return best(made, found, 0, 1000).map((text) => [TIERS[found.tiers[text]], made.texts.values[text]]);
}

const made = corpus(
  [
    { office: "a", texts: [["計畫", { kind: "p" }], ["停電通知", { who: ["業務組"] }], ["斷電與停電"], ["四大超商提供補單繳費"], ["到府、到點服務"], ["超商"]] },
    { office: "a", path: "a/", year: 0, texts: [["金門區營業處", { kind: "o" }], ["電話", { kind: "t" }]] },
    { office: "b", path: "b/", year: 0, texts: [["第一區管理處", { kind: "o" }]] },
  ],
  { synonyms: SYNONYMS, filler: FILLER, offices: { a: ["金門區營業處", "台灣電力公司", "Taipower"], b: ["第一區管理處", "台水"] } },
);

test("what holds the very words stands above what synonyms find", () => {
  const further = corpus([{ texts: [["計畫", { kind: "p" }], ["停電", { kind: "h" }], ["停電要通知的人很多", {}], ["關於斷電", { kind: "t" }]] }], { synonyms: SYNONYMS });
  assert.deepEqual(answered(further, "斷電"), [["exact", "關於斷電"], ["also", "停電要通知的人很多"], ["also", "停電"]]);
  assert.deepEqual(answered(made, "斷電"), [["exact", "斷電與停電"], ["also", "停電通知"]]);
  assert.deepEqual(answered(made, "blackout"), [["also", "停電通知"], ["also", "斷電與停電"]]);
  assert.deepEqual(answer(made, parse("斷電")).also, ["停電"]);
});

test("quotation marks, fields and exclusion switch nothing else on", () => {
  assert.deepEqual(answered(made, '"斷電"'), [["exact", "斷電與停電"]]);
  assert.deepEqual(answered(made, "斷電 -通知"), [["exact", "斷電與停電"]]);
  assert.deepEqual(answered(made, "斷電 office:b"), []);
  assert.deepEqual(answered(made, "斷電", "year:113"), []);
  assert.deepEqual(answered(made, "停電"), [["exact", "停電通知"], ["exact", "斷電與停電"]]);
});

test("a plain question finds what it is about", () => {
  assert.deepEqual(answer(made, parse("怎麼停電")).also, ["停電"]);
  assert.deepEqual(answered(made, "怎麼停電"), answered(made, "停電").map(([, text]) => ["also", text]));
  assert.deepEqual(answered(made, "可以在便利商店繳費嗎"), [["also", "四大超商提供補單繳費"], ["near", "超商"]]);
});

test("where there is nothing else, what covers most of the question", () => {
  assert.deepEqual(answered(made, "到府服務"), [["near", "到府、到點服務"]]);
  assert.deepEqual(answered(made, "補單繳款")[0], ["near", "四大超商提供補單繳費"]);
  assert.deepEqual(answered(made, "恐龍滅絕"), []);
  assert.deepEqual(answered(made, '"到府服務"'), []);
});

test("an organisation's name finds its offices, a department's its measures", () => {
  assert.deepEqual(answered(made, "台灣電力公司"), [["named", "金門區營業處"]]);
  assert.deepEqual(answered(made, "taipower"), [["named", "金門區營業處"]]);
  assert.deepEqual(answered(made, "業務組"), [["named", "停電通知"]]);
  assert.deepEqual(answered(made, "電力公司"), []);
  const english = corpus([{ office: "a", path: "a/", year: 0, texts: [["金門區營業處", { kind: "o" }]] }], { offices: { a: ["金門區營業處", "Kinmen District Office"] } });
  assert.deepEqual(answered(english, "Kinmen"), [["named", "金門區營業處"]]);
  for (const query of ["Kin", "District", "Office"]) assert.deepEqual(answered(english, query), [], query);
});

test("words of Latin letters are known together, Han characters that a reader sets apart are not", () => {
  const synonyms = [[["went out"], ["停電"]], [["電通"], ["超商"]]];
  const apart = corpus([{ texts: [["停電通知", {}], ["超商", {}]] }], { synonyms });
  assert.deepEqual(answered(apart, "my power went out")[0], ["near", "停電通知"]);
  assert.deepEqual(answered(apart, "電通"), [["exact", "停電通知"], ["also", "超商"]]);
  assert.deepEqual(answered(apart, "停電 通知"), [["exact", "停電通知"]]);
  assert.deepEqual(answered(apart, "電 通").at(-1), ["also", "超商"]);
});

test("of what is near, a measure that says little else comes first, and no note", () => {
  const texts = [["停電以後的事很多", {}], ["停電通知", {}], ["停電", { kind: "h" }], ["恐龍與停電", { kind: "n" }], ["超商", {}], ["補單", {}]];
  const made = corpus([{ texts }], {});
  assert.deepEqual(answered(made, "停電滅絕"), [["near", "停電通知"], ["near", "停電以後的事很多"], ["near", "停電"]]);
});

test("where little is as near as the nearest, some that are half as near are shown as well", () => {
  const others = Array.from({ length: 20 }, (_, at) => [`恐龍${at}`, {}]);
  const near = (texts) => answered(corpus([{ texts: [["計畫", { kind: "p" }], ...texts.map((text) => [text, {}]), ...others] }], {}), "颱風停電滅絕").length;
  const half = ["甲停電", "乙停電", "丙停電", "丁停電"];
  assert.equal(near(["颱風，停電", ...half]), 5);
  assert.equal(near([...Array.from("子丑寅卯辰", (each) => `${each}颱風，停電`), ...half]), 5);
});

test("a word that nobody knows finds what words find that hold a piece of it", () => {
  const made = corpus([{ texts: [["計畫", { kind: "p" }], ["志工引導", {}], ["停電通知", {}]] }], { synonyms: [[["志願服務", "volunteer work"], ["志工"]]] });
  for (const query of ["志願者", "volunteer helper"]) assert.deepEqual(answered(made, query), [["near", "志工引導"]], query);
  assert.deepEqual(answered(made, '"志願者"'), []);
});

test("what was also looked for is spelt as the site spells it, and a single letter or figure is nothing to look for", () => {
  const folded = corpus([{ texts: [["推廣電子帳單", {}], ["5S", {}]] }], { fold: ["電帳單", "电帐单"], synonyms: [[["紙本帳單"], ["電子帳單"]]], filler: ["嗎"] });
  assert.deepEqual(answer(folded, parse("电子帐单嗎")).also, ["電子帳單"]);
  assert.deepEqual(answered(folded, "－5%"), []);
});

test("marks around a word are no part of it, unless it is in quotation marks", () => {
  for (const query of ["（停電）", "停電？", "‘停電’", "停電。"]) assert.deepEqual(answered(made, query), answered(made, "停電"));
  assert.deepEqual(answered(made, '"停電？"'), []);
  assert.deepEqual(answered(corpus([{ texts: [["5.5%", {}], ["55", {}]] }]), "5.5%"), [["exact", "5.5%"]]);
});

test("what is close for the same reason does not crowd out what else may be meant", () => {
  const texts = ["甲處提供影印", "甲處提供影印服務", "甲處提供影印與列印", "乙處設電腦", "丙處另有文具"];
  const made = corpus([{ texts: [["計畫", { kind: "p" }], ...texts.map((text) => [text, {}])] }], { synonyms: [[["copier"], ["影印", "電腦"]]] });
  const found = answered(made, "copier").map(([, text]) => text);
  assert.deepEqual(new Set(found), new Set(texts.slice(0, 4)));
  assert.ok(found.indexOf("乙處設電腦") < 3, found.join());
});

test("words of a phrase that stand apart are near at most", () => {
  const synonyms = [[["power cut"], ["outage"]]];
  const made = corpus([{ texts: [["plan", { kind: "p" }], ["Cut the use of power", {}], ["Notice of a power cut", {}], ["Report an outage", {}]] }], { synonyms });
  assert.deepEqual(answered(made, "power cut"), [["exact", "Notice of a power cut"], ["also", "Report an outage"], ["near", "Cut the use of power"]]);
});

test("forms and slips of an English word find what the word finds", () => {
  const synonyms = [[["pay"], ["payment"]], [["apply online", "online application"], ["e-counter"]]];
  const made = corpus([{ texts: [["plan", { kind: "p" }], ["Payment by card", {}], ["The e-Counter", {}]] }], { synonyms, filler: ["i", "how can"] });
  for (const query of ["I paid", "how can I be paying", "payments"]) assert.equal(answered(made, query)[0][1], "Payment by card", query);
  for (const query of ["applying online", "onlime aplication", "applied online"]) assert.equal(answered(made, query)[0]?.[1], "The e-Counter", query);
});

test("an office is not called what nobody has typed", () => {
  const offices = { a: ["第一處", "台水"], b: ["第二處", "台電"] };
  const pages = [{ office: "a", texts: [["繳費", {}]] }, { office: "b", path: "b/114/", texts: [["繳費與台水", {}]] }];
  const made = corpus(pages, { offices, synonyms: [[["水公司"], ["台水"]]] });
  assert.deepEqual(answered(made, "水公司繳費"), [["also", "繳費與台水"], ["near", "繳費"]]);
  assert.deepEqual(answered(made, "台水 繳費").map(([, text]) => text).sort(), ["繳費", "繳費與台水"].sort());
});

test("a topic that stands above the results hides none of them but its own name and text, where all are looked for", () => {
  const pages = [
    { path: "topics/x/", office: "", year: 0, texts: [["電子帳單", { kind: "w" }], ["以電子郵件寄送帳單", { kind: "t" }], ["電子帳單.csv", { kind: "f", size: 1 }]] },
    { texts: [["計畫", { kind: "p" }], ["推廣電子帳單"], ["帳單總論"]] },
    { path: "topics/z/", office: "", year: 0, texts: [["帳單總論", { kind: "w" }], ["全部", { kind: "t" }]] },
  ];
  const made = corpus(pages, { topics: [["topics/x/", ["帳單"]], ["topics/z/", ["總論"]], ["topics/y/", ["別的"]]], synonyms: SYNONYMS });
  assert.deepEqual(answer(made, parse("帳單")).topics.map(({ name, text }) => [name, text]), [["電子帳單", "以電子郵件寄送帳單"]]);
  assert.deepEqual(answered(made, "帳單"), answered(made, '"帳單"'));
  const above = (...query) => answer(made, ...query.map(parse), markField).above.map((text) => made.texts.values[text]);
  assert.deepEqual(above("帳單", ""), ["電子帳單", "以電子郵件寄送帳單"]);
  assert.deepEqual(above("總論", ""), ["全部"]);
  assert.deepEqual([above("帳單", "kind:page"), above("帳單 kind:page", "")], [[], []]);
  assert.deepEqual(answered(made, "帳單 kind:file"), [["exact", "電子帳單.csv"]]);
  assert.deepEqual(answered(made, "帳單", "kind:page").map(([, text]) => text).sort(), ["帳單總論", "電子帳單"].sort());
});

test("what only the page of a topic holds is no answer: what is near is sought as well", () => {
  const files = ["ODS", "CSV", "PDF", "ODT"].map((each) => [`停電與停水（${each}）`, { kind: "f", size: 1 }]);
  const pages = [
    { path: "topics/x/", office: "", year: 0, texts: [["停電與停水", { kind: "w" }], ["停電、停水的通知", { kind: "t" }], ...files] },
    { texts: [["計畫", { kind: "p" }], ["計畫停電"], ["停水通知"]] },
  ];
  const made = corpus(pages, { topics: [["topics/x/", ["停電與停水", "停電", "停水"]]], synonyms: SYNONYMS, filler: ["怎麼辦"] });
  const sure = ["停電與停水", "停電、停水的通知", ...files.map(([text]) => text)];
  for (const query of ["停電 停水", "停電停水怎麼辦", "停電與停水", "停電與停水 9項"]) {
    const found = answered(made, query);
    assert.deepEqual(answer(made, parse(query)).topics.map(({ name }) => name), ["停電與停水"], query);
    assert.deepEqual(found.filter(([, text]) => !sure.includes(text)).map(([, text]) => text).sort(), ["停水通知", "計畫停電"], query);
  }
});

test("a topic is met by its name in whatever number, and not by what only begins like its words", () => {
  const pages = [{ path: "topics/x/", office: "", year: 0, texts: [["Home visits and care", { kind: "w" }]] }, { texts: [["Visit for care at home"], ["An app"]] }];
  const made = corpus(pages, { topics: [["topics/x/", ["Home visits and care", "app", "outage"]]], filler: ["and"] });
  const topics = (query) => answer(made, parse(query)).topics.length;
  for (const query of ["home visits and care", "Home visits and care 6", "outages", "app", "the app?"]) assert.equal(topics(query), 1, query);
  for (const query of ["appl", "application", "out", "care"]) assert.equal(topics(query), 0, query);
});

test("each alternative finds what it finds alone, unless it is in quotation marks", () => {
  const union = (...queries) => [...new Set(queries.flatMap((query) => answered(made, query).map(([, text]) => text)))].sort();
  const texts = (query) => answered(made, query).map(([, text]) => text).sort();
  for (const [one, other] of [["斷電", "便利商店"], ["可以怎麼斷電", "業務組"], ["業務組", "台灣電力公司"], ["超商", "部門:業務組"], ["恐龍", "blackout"]])
    assert.deepEqual(texts(`${one} OR ${other}`), union(one, other), `${one} OR ${other}`);
  assert.deepEqual(answered(made, "斷電 OR 便利商店")[0], ["exact", "斷電與停電"]);
  assert.deepEqual(answer(made, parse("斷電 OR 便利商店")).also, ["停電", "超商"]);
  assert.deepEqual(texts('"斷電" OR "便利商店"'), ["斷電與停電"]);
  assert.deepEqual(texts('"斷電" OR 便利商店'), union('"斷電"', "便利商店"));
  assert.deepEqual(answered(made, "通知 斷電 OR 便利商店")[0], ["also", "停電通知"]);
  assert.deepEqual(answered(made, "斷電 OR 便利商店", "kind:plan"), []);
  assert.deepEqual(answered(made, "到府服務 OR 恐龍滅絕"), [["near", "到府、到點服務"]]);
});

test("the number of a measure, its period and the full name of a company are names", () => {
  const pages = [
    { texts: [["計畫", { kind: "p" }], ["甲", { number: "一(三)1" }], ["丙", { number: "一(三)1(2)" }], ["乙", { number: "一(三)10", when: ["months", "105年1-12月"] }]] },
    { office: "a", path: "a/", year: 0, texts: [["金門區營業處", { kind: "o" }]] },
  ];
  const made = corpus(pages, { offices: { a: ["金門區營業處", "台灣電力公司"] } });
  assert.deepEqual(answered(made, "一(三)1"), [["named", "甲"]]);
  assert.deepEqual(answered(made, "一（三）1 OR 一(三)10"), [["named", "乙"], ["named", "甲"]]);
  assert.deepEqual(answered(made, "105年1-12月"), [["named", "乙"]]);
  assert.deepEqual(answered(made, "台灣電力股份有限公司"), [["named", "金門區營業處"]]);
  assert.deepEqual(answered(made, "一(三)1(2)"), [["named", "丙"]]);
  assert.deepEqual(answered(made, "一(三)"), []);
});

test("where every word is a name, what all of them hold of", () => {
  const pages = [
    { office: "a", year: 114, texts: [["計畫", { kind: "p" }], ["甲", { who: ["業務組"] }], ["乙", { who: ["電務組"] }]] },
    { office: "a", path: "a/113/", year: 113, texts: [["丙", { who: ["業務組"] }]] },
    { office: "b", path: "b/114/", year: 114, texts: [["丁", { who: ["業務組"] }], ["金門區營業處的業務組", {}]] },
  ];
  const made = corpus(pages, { offices: { a: ["金門區營業處"], b: ["台北市區營業處"] } });
  assert.deepEqual(answered(made, "金門區營業處 業務組"), [["exact", "金門區營業處的業務組"], ["named", "甲"], ["named", "丙"]]);
  assert.deepEqual(answered(made, "金門區營業處 業務組 114年度").map(([, text]) => text), ["金門區營業處的業務組", "甲"]);
  assert.deepEqual(answered(made, "業務組 2024"), [["named", "丙"]]);
});

test("names are not taken apart, and nothing is said twice", () => {
  const made = corpus([{ office: "a", texts: [["計畫", { kind: "p" }], ["停電通知", { who: ["業務組"] }], ["服務據點"]] }], {
    offices: { a: ["金門區營業處"] },
    synonyms: [[["營業處"], ["服務據點"]], [["斷電"], ["停電"]]],
  });
  assert.deepEqual(answer(made, parse("金門區營業處 業務組 斷電")).also, ["停電"]);
  for (const query of ["金門區營業處業務組斷電", "金門區營業處114年度 停電"]) assert.deepEqual(answered(made, query), [["also", "停電通知"]], query);
  made.add(file([{ path: "b/113/", texts: [["停電", { who: ["營業處檢驗課"] }]] }]));
  assert.deepEqual(answer(made, parse("營業處檢驗課 斷電")).also, ["停電"]);
  assert.deepEqual(answer(made, parse(Array(9).fill("停電").join(" "))).also, ["停電"]);
});

test("a single letter says nothing of what is near", () => {
  const made = corpus([{ texts: [["Office of the brigade"], ["On the road"], ["Brien's law"]] }]);
  assert.deepEqual(answered(made, "O'Brien"), [["also", "Brien's law"]]);
});
