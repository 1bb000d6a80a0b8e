// @ts-check
// The fields of a query: office:kinmen, 部門:業務組; and the facets, which say the same by clicking.

import { KIND_NAMES, ROC_EPOCH } from "./contract.js";
import { mark } from "./search.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./query.js").Term} Term */
/** @typedef {import("./search.js").Marks} Marks */

const TITLES = ["plan", "office", "heading", "page"]; // kinds that are names and headings

/**
 * Mark what a field holds of.
 * @param {Corpus} corpus
 * @param {Term} term
 * @param {Marks} marks
 */
export function markField(corpus, { field, text, exact }, marks) {
  const { classes, folding, offices, departments, together, periods, groups, pages, said } = corpus;
  const wanted = folding.fold(text);
  // Those that are called so; if there are none, and there are no quotation marks, those whose names hold it.
  const called = /** @param {string[][]} values */ (values) => {
    const folded = values.map((names) => names.map((name) => folding.fold(name)));
    const equal = folded.map((names) => names.includes(wanted));
    return exact || equal.includes(true) ? equal : folded.map((names) => names.some((name) => name.includes(wanted)));
  };
  switch (field) {
    case "office": {
      const holds = called(offices.values.map(({ id, names }) => [id, ...names]));
      return mark(marks.page, pages, ({ office }) => holds[office]);
    }
    case "year": {
      const [from, to = from] = wanted.split("-").map((year) => Number(year) - (Number(year) > ROC_EPOCH ? ROC_EPOCH : 0));
      return mark(marks.page, pages, ({ years }) => years.some((year) => year > 0 && from <= year && year <= to));
    }
    case "department": {
      const holds = called(departments.values);
      return mark(marks.who, together.values, ({ all }) => all.some((department) => holds[department]));
    }
    case "period":
      return mark(marks.when, called(periods.values.map(([kind, words]) => [kind, words, said(field, kind)])), Boolean);
    case "group":
      return mark(marks.group, called(groups.values), Boolean);
    case "theme":
    case "policy":
    case "service": {
      const ofOffice = offices.values.map(({ id }) => (classes[id] ?? []).filter(([scheme]) => scheme === field).flat());
      const holds = called(ofOffice);
      return mark(marks.page, pages, ({ office }) => holds[office]);
    }
    case "kind":
      return mark(marks.kind, called(KIND_NAMES.map((name) => [name, said(field, name)])), Boolean);
    case "where": // 關鍵字檢索
      return mark(marks.kind, KIND_NAMES, (name) => TITLES.includes(name));
  }
}
