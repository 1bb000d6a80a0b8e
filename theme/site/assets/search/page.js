// @ts-check
// The search page: reads its address, loads the index, shows what is found. Every state is an address.

import { Corpus } from "./corpus.js";
import { hits, piece } from "./marking.js";
import { parse } from "./query.js";
import { KIND_NAMES, SORTS, patternsOf, search } from "./search.js";

/** @typedef {import("./corpus.js").Place} Place */
/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {import("./query.js").Pattern} Pattern */

const FACETS = ["office", "year", "group", "department", "period", "kind"];
const SIZES = [10, 20, 50];

/**
 * An element. Texts become text nodes, never markup.
 * @param {string} name
 * @param {Record<string, string | boolean | null>} attributes null and false leave one out
 * @param {...(Node | string)} children
 */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== null && value !== false) made.setAttribute(attribute, value === true ? "" : value);
  made.append(...children);
  return made;
}

const form = /** @type {HTMLFormElement} */ (document.querySelector("form.search"));
const status = /** @type {HTMLElement} */ (document.querySelector(".search-status"));
const output = /** @type {HTMLElement} */ (document.querySelector(".search-results"));
const messages = /** @type {HTMLTemplateElement} */ (document.querySelector("template.search-messages")).content;
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const lang = document.documentElement.lang;
const title = document.title;
const root = form.dataset.root ?? "";
const corpus = new Corpus();
let complete = false;

/**
 * A message of the page.
 * @param {string} name
 * @param {Record<string, string | number>} values
 */
export function say(name, values = {}) {
  const text = messages.querySelector(`[data-name="${name}"]`)?.textContent ?? "";
  return text.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
}

/** An address of this page: the present one with other values; an empty one goes. @param {Record<string, string>} values */
export function address(values) {
  const parameters = new URLSearchParams(location.search);
  parameters.delete("page");
  for (const [name, value] of Object.entries(values))
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  return `?${parameters}`;
}

// Loading

/** @type {Promise<void> | null} */
let loading = null;

/** @param {string} file */
async function add(file) {
  const response = await fetch(file, { cache: "no-cache" }); // the server says when it is still the same
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response.json();
}

/** The newest years first; the page answers from them while the others are on their way. */
function load() {
  return (loading ??= (async () => {
    const files = (form.dataset.index ?? "").split(" ");
    const first = Number(form.dataset.first);
    for (const file of await Promise.all(files.slice(0, first).map(add))) corpus.add(file);
    complete = first >= files.length;
    if (!complete)
      void Promise.all(files.slice(first).map(add)).then((others) => {
        for (const file of others) corpus.add(file);
        complete = true;
        show();
      }, failed);
  })());
}

/** @param {unknown} error */
function failed(error) {
  loading = null;
  status.textContent = say("failed");
  console.error(error);
}

// The answer

/** The query and the chosen facets of the address. */
function asked() {
  const parameters = new URLSearchParams(location.search);
  const get = /** @param {string} name */ (name) => parameters.get(name) ?? "";
  const query = parse(get("q"));
  const chosen = FACETS.filter(get).map((field) => ({ not: false, any: [{ field, text: get(field), exact: true }] }));
  const sort = SORTS.includes(get("sort")) ? get("sort") : SORTS[0];
  const size = SIZES.includes(Number(get("show"))) ? Number(get("show")) : SIZES[0];
  return { typed: get("q").trim(), query, chosen, sort, size, page: Math.max(1, Math.trunc(Number(get("page"))) || 1) };
}

/** Show what the address asks for. */
async function run() {
  const { typed, query, chosen } = asked();
  input.value = typed;
  document.title = typed ? `${typed} - ${title}` : title;
  if (!query.length && !chosen.length) {
    status.textContent = "";
    output.replaceChildren();
    return;
  }
  if (!corpus.texts.length) status.textContent = say("loading");
  try {
    await load();
    show();
  } catch (error) {
    failed(error);
  }
}

function show() {
  const { typed, query, chosen, sort, size, page } = asked();
  if (!query.length && !chosen.length) return;
  const clauses = [...query, ...chosen];
  const found = search(corpus, clauses, sort);
  const count = found.texts.length;
  const years = corpus.pages.map(({ year }) => year).filter(Boolean);
  status.textContent =
    say(count ? "found" : "nothing", { count, query: typed }) +
    (complete ? "" : say("older", { year: Math.min(...years) }));
  const patterns = query
    .filter(({ not }) => !not)
    .flatMap(({ any }) => any.filter(({ field }) => !field).flatMap((term) => patternsOf(corpus, term)));
  const pages = Math.max(1, Math.ceil(count / size));
  const now = Math.min(page, pages);
  const start = (now - 1) * size;
  const list = element("ol", { class: "found", start: String(start + 1) });
  for (const text of found.texts.slice(start, start + size)) list.append(result(text, found.places(text), patterns));
  output.replaceChildren(list);
}

/** @param {number} text @param {Place[]} places @param {Pattern[]} patterns */
function result(text, places, patterns) {
  const [place, ...others] = places;
  const item = element("li", {});
  const link = element("a", { href: target(place), lang: place.foreign ? "zh-Hant" : null });
  link.append(...snippet(corpus.texts[text], patterns));
  item.append(element("p", { class: "found-text" }, link), element("p", { class: "found-place" }, facts(place)));
  return item;
}

/** @param {Place} place */
function target({ page, anchor, kind }) {
  const { path } = corpus.pages[page];
  return KIND_NAMES[kind] === "file" ? root + anchor : `../${path}${anchor && `#${anchor}`}`;
}

/** @param {Place} place */
function facts(place) {
  const { office, year } = corpus.pages[place.page];
  return [
    corpus.offices.values[office].names[0],
    year ? say("year", { roc_year: year, year: year + 1911 }) : "",
    corpus.together.values[place.who].named.map((each) => corpus.departments.values[each][1]).join(say("and")),
    corpus.periods.values[place.when][1],
  ].filter(Boolean).join(say("between")); // prettier-ignore
}

/** @param {string} text @param {Pattern[]} patterns */
function snippet(text, patterns) {
  const marks = hits(corpus.folding, text, patterns);
  const [from, to] = piece(text, marks[0]?.[0] ?? 0, lang === "en" ? 220 : 110);
  const parts = /** @type {(Node | string)[]} */ (from ? ["…"] : []);
  let at = from;
  for (const [start, end] of marks) {
    if (start < from || end > to) continue;
    parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  parts.push(text.slice(at, to), to < text.length ? "…" : "");
  return parts;
}

// Coming and going without a new page

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", `?${new URLSearchParams({ q: input.value.trim() })}`);
  void run();
});
addEventListener("popstate", () => void run());
input.addEventListener("focus", () => void load().catch(() => {}), { once: true });
void run();
