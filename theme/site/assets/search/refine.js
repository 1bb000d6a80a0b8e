// @ts-check
// Around the results: narrowing them down, their order, their pages. Everything is a link to another address.

import { FILE, KIND_NAMES } from "./contract.js";
import { facets } from "./counts.js";
import { element, say } from "./dom.js";
import { address, valueName } from "./limits.js";
import { FACETS } from "./query.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./search.js").Answer} Answer */
/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {import("./counts.js").Value} Value */

export const SORTS = ["", "newest", "topic", "office", "group", "size"];
export const ORDERS = ["", "reversed"];
const SIZES = [10, 20, 50];
const SHOWN = 8; // values of a facet that are not behind 「其餘」

const wide = matchMedia("(min-width: 62rem)").matches; // as in css/search.css: there it has a column of its own
document.querySelector(".facets")?.toggleAttribute("open", wide);

/**
 * Fill what stands around the results.
 * @param {Corpus} corpus
 * @param {Answer} found
 * @param {{query: Clause[], chosen: Clause[], sort: string, order: string, size: number, now: number, pages: number, isExact: boolean, complete: boolean}} state
 *   chosen: what it is narrowed down by; now: the page of results; isExact: whether any holds what was asked; complete: whether all years are loaded
 */
export function refine(corpus, found, { query, chosen, sort, order, size, now, pages, isExact, complete }) {
  const focused = document.activeElement?.getAttribute("href");
  const [box, pager, advice] = [".facets > div", ".pager", ".search-advice"].map((each) => /** @type {HTMLElement} */ (document.querySelector(each)));
  const values = facets(corpus, found);
  const orders = found.texts.length < 2 ? [] : [
    ...part("sort", SORTS.filter((each) => each !== "size" || values.kind.some(({ value }) => value === KIND_NAMES[FILE]))
      .map((each) => choice(say(`sort-${each || "relevance"}`), { sort: each }, each === sort))),
    ...part("order", ORDERS.map((each) => choice(say(`order-${each || "usual"}`), { order: each }, each === order))),
    ...part("show", SIZES.map((each) => choice(String(each), { show: String(each) }, each === size))),
  ]; // prettier-ignore
  box.replaceChildren(...FACETS.flatMap((facet) => facetPart(corpus, facet, values[facet])), ...orders);
  const turning = pages > 1 ? [element("nav", { "aria-label": say("pages") }, element("ul", {}, ...turns(now, pages)))] : [];
  pager.replaceChildren(...turning);
  advice.replaceChildren();
  if (complete && !isExact) void suggest(corpus, query, chosen, advice);
  // Whoever was at one of these links stays there.
  for (const link of focused ? document.querySelectorAll(".facets a, .pager a") : [])
    if (link.getAttribute("href") === focused) /** @type {HTMLElement} */ (link).focus();
}

/** @param {Corpus} corpus @param {Clause[]} query @param {Clause[]} chosen @param {HTMLElement} box */
async function suggest(corpus, query, chosen, box) {
  const { search } = location;
  const { advise } = await import("./suggest.js");
  if (location.search === search) advise(corpus, query, chosen, box);
}

/** @param {string} name @param {Record<string, string>} values @param {boolean} current */
const choice = (name, values, current = false) =>
  element("li", {}, element("a", { href: address(values), "aria-current": current ? "true" : null }, name));

/** @param {string} name of a message @param {Node[]} links */
const part = (name, links) => [element("h3", {}, say(name)), element("ul", {}, ...links)];

/** One facet: its values, unless one is chosen already. @param {Corpus} corpus @param {string} facet @param {Value[]} values */
function facetPart(corpus, facet, values) {
  if (values.length < 2 || new URLSearchParams(location.search).get(facet)) return [];
  const links = values.map(({ value, name, count }) => choice(`${name || valueName(corpus, facet, value)} (${count})`, { [facet]: value }));
  const rest = links.splice(SHOWN);
  const more = element("details", {}, element("summary", {}, say("more", { count: rest.length })), element("ul", {}, ...rest));
  return [...part(facet, links), ...(rest.length ? [more] : [])];
}

/** Links to the pages of results around the present one. @param {number} now @param {number} pages */
function turns(now, pages) {
  const near = [...new Set([1, now - 2, now - 1, now, now + 1, now + 2, pages])].filter((page) => page >= 1 && page <= pages);
  const link = /** @param {string} name @param {number} page */ (name, page) =>
    choice(name, { page: page === 1 ? "" : String(page) }, page === now);
  return [
    ...(now > 1 ? [link(say("previous"), now - 1)] : []),
    ...near.map((page) => link(say("page", { page }), page)),
    ...(now < pages ? [link(say("next"), now + 1)] : []),
  ];
}
