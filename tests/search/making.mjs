// A corpus out of a few texts, in the shape of a file of the index (planpress/search/index.py).
import { pathToFileURL } from "node:url";

const { PLANPRESS_SCRIPTS } = process.env; // a folder, where it is not that of the theme
const SCRIPTS = PLANPRESS_SCRIPTS
  ? pathToFileURL(`${PLANPRESS_SCRIPTS}/`)
  : new URL("../../theme/site/assets/search/", import.meta.url);

/** A module of the search. */
export const load = (name) => import(new URL(`${name}.js`, SCRIPTS));

const { Corpus } = await load("corpus");
const { parse } = await load("query");
const { FIGURES } = await load("contract");
const { markField } = await load("fields");
const { best, search } = await load("search");

/** A file of the index. Pages: { path, office, year, years, texts: [text, { kind, who, when, group, size, anchor, number }] }. */
export function file(pages, known = {}) {
  const { offices = {}, classes = {}, fold = ["", ""], synonyms = [], filler = [], topics = [], words = [], collective = [], names = {} } = known;
  const tables = { groups: [], departments: [], together: [], periods: [] };
  const number = (table, value) => {
    const at = tables[table].findIndex((each) => JSON.stringify(each) === JSON.stringify(value));
    return at < 0 ? tables[table].push(value) - 1 : at;
  };
  const figures = (each) => FIGURES[Math.floor(each / FIGURES.length)] + FIGURES[each % FIGURES.length];
  const named = (table, name) => number(table, names[name] ? [name].concat(names[name]) : [name]);
  const texts = [...new Set(pages.flatMap((page) => page.texts.map(([text]) => text)))].sort();
  const listed = pages.map(({ path = "a/114/", office = "a", year = 114, years, texts: rows }) => {
    const all = [...new Set(rows.flatMap(([, { who = [] } = {}]) => who.map((each) => named("departments", each))))];
    const set = (who) => {
      const members = who.map((each) => named("departments", each));
      return number("together", who.some((each) => collective.includes(each)) ? [members, all] : [members]);
    };
    const column = (value) => rows.map(([, known = {}]) => value(known));
    return {
      path,
      office,
      year,
      ...(years && { years }),
      kinds: column(({ kind = "m" }) => kind).join(""),
      anchors: column(({ anchor = "m-1" }) => anchor && `0${anchor}`).join(" "),
      texts: rows.map(([text]) => figures(texts.indexOf(text))).join(""),
      groups: column(({ group }) => (group ? named("groups", group) : -1)),
      who: column(({ who }) => (who ? set(who) : -1)),
      when: column(({ when }) => (when ? number("periods", when) : -1)),
      numbers: column(({ number = "" }) => number && `0${number}`).join("|"),
      sizes: column(({ size }) => size).filter(Boolean),
    };
  });
  const codes = Array.from(fold[0], (each) => each.codePointAt(0));
  const gaps = codes.map((code, at) => code - (codes[at - 1] ?? 0));
  return { fold: [gaps, fold[1]], synonyms, filler, words, topics, offices, classes, ...tables, shared: texts.map(() => 0), rest: texts, pages: listed };
}

export function corpus(pages, known) {
  const made = new Corpus();
  made.add(file(pages, known));
  return made;
}

/** What a query finds, the best first. */
export function found(corpus, query, lead) {
  const { values } = corpus.texts;
  return best(corpus, search(corpus, parse(query), markField), 0, 1000, lead).map((text) => values[text]);
}
