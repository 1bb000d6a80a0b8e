// @ts-check
// Around the results: narrowing them down, their order, their pages. Everything is a link to another address.

import { address, element, say } from "./dom.js";
import { SORTS } from "./search.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {ReturnType<typeof import("./search.js").search>} Found */

export const FACETS = ["office", "year", "group", "department", "period", "kind"];
export const SIZES = [10, 20, 50];
const SHOWN = 8; // values of a facet that are not behind 「其餘」

/** @param {string} name @param {Record<string, string>} values @param {boolean} current */
const choice = (name, values, current = false) =>
  element("li", {}, element("a", { href: address(values), "aria-current": current && "true" }, name));

/**
 * The facets: each value with the number of results that it leaves; a chosen one with a link that takes it back.
 * @param {Corpus} corpus
 * @param {Found} found
 * @param {URLSearchParams} parameters
 */
export function facets(corpus, found, parameters) {
  const box = element("details", { class: "facets" }, element("summary", {}, say("narrow")));
  if (matchMedia("(min-width: 62rem)").matches) box.setAttribute("open", "");
  const kinds = /** @param {string} prefix */ (prefix) => /** @param {string} name */ (name) => say(`${prefix}-${name}`);
  for (const facet of FACETS) {
    const chosen = parameters.get(facet);
    const values = valuesOf(corpus, found, facet, kinds);
    if (!chosen && values.length < 2) continue;
    const links = chosen
      ? [choice(say("remove", { value: values.find(({ value }) => value === chosen)?.name ?? chosen }), { [facet]: "" })]
      : values.map(({ value, name, count }) => choice(`${name} (${count})`, { [facet]: value }));
    const list = element("ul", {}, ...links.slice(0, SHOWN));
    const rest = links.slice(SHOWN);
    box.append(
      element("h2", {}, say(facet)),
      list,
      ...(rest.length
        ? [element("details", {}, element("summary", {}, say("more", { count: rest.length })), element("ul", {}, ...rest))]
        : []),
    );
  }
  return box;
}

/**
 * @param {Corpus} corpus
 * @param {Found} found
 * @param {string} facet
 * @param {(prefix: string) => (name: string) => string} kinds
 */
function valuesOf(corpus, { counts }, facet, kinds) {
  const values = /** @type {{value: string, name: string, count: number}[]} */ ([]);
  const put = /** @param {string} value @param {string} name @param {number} count */ (value, name, count) => {
    if (!value || !count) return;
    const known = values.find((each) => each.value === value);
    if (known) known.count += count;
    else values.push({ value, name, count });
  };
  const own = /** @param {string[]} names */ (names) => names[names.length - 1];
  if (facet === "office")
    corpus.offices.values.forEach(({ id, names }, number) => put(id, names[0], counts.office.counts[number]));
  if (facet === "year")
    counts.year.counts.forEach((count, year) => year && put(String(year), say("year-of", { roc_year: year, year: year + 1911 }), count));
  if (facet === "group") corpus.groups.values.forEach((names, number) => put(names[0], own(names), counts.group.counts[number]));
  if (facet === "department")
    corpus.departments.values.forEach((names, number) => put(names[0], own(names), counts.department.counts[number]));
  if (facet === "period")
    counts.period.counts.forEach((count, number) => put(counts.periods[number], kinds("period")(counts.periods[number]), count));
  if (facet === "kind") counts.kind.counts.forEach((count, number) => put(counts.kinds[number], kinds("kind")(counts.kinds[number]), count));
  return facet === "year" ? values.reverse() : values.sort((a, b) => b.count - a.count);
}

/** @param {string} sort @param {number} size */
export const orders = (sort, size) =>
  element(
    "div",
    { class: "orders" },
    choices(say("sort"), SORTS.map((each) => choice(say(`sort-${each}`), { sort: each }, each === sort))),
    choices(say("show"), SIZES.map((each) => choice(String(each), { show: String(each) }, each === size))),
  ); // prettier-ignore

/** @param {string} name @param {Node[]} links */
const choices = (name, links) =>
  element("nav", { "aria-label": name }, element("span", { "aria-hidden": "true" }, name), element("ul", {}, ...links));

/** Links to the pages of results around the present one. @param {number} now @param {number} pages */
export function pager(now, pages) {
  const near = [...new Set([1, now - 2, now - 1, now, now + 1, now + 2, pages])].filter((page) => page >= 1 && page <= pages);
  const link = /** @param {string} name @param {number} page */ (name, page) => choice(name, { page: String(page) }, page === now);
  return element(
    "nav",
    { class: "pager", "aria-label": say("pages") },
    element(
      "ul",
      {},
      ...(now > 1 ? [link(say("previous"), now - 1)] : []),
      ...near.map((page) => link(say("page", { page }), page)),
      ...(now < pages ? [link(say("next"), now + 1)] : []),
    ),
  );
}
