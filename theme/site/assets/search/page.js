// @ts-check
// The search page: reads its address, loads the index, shows what is found. Every state is an address.

import { Corpus } from "./corpus.js";
import { hits, piece } from "./marking.js";
import { parse } from "./query.js";
import { element, say } from "./dom.js";
import { FACETS, SIZES, facets, orders, pager } from "./refine.js";
import { KIND_NAMES, SORTS, patternsOf, search } from "./search.js";

/** @typedef {import("./corpus.js").Place} Place */
/** @typedef {import("./query.js").Clause} Clause */
/** @typedef {import("./query.js").Pattern} Pattern */

const form = /** @type {HTMLFormElement} */ (document.querySelector("form.search"));
const status = /** @type {HTMLElement} */ (document.querySelector(".search-status"));
const output = /** @type {HTMLElement} */ (document.querySelector(".search-results"));
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const lang = document.documentElement.lang;
const title = document.title;
const root = form.dataset.root ?? "";
const corpus = new Corpus();
let complete = false;

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
  const focused = document.activeElement?.getAttribute("href");
  const parameters = new URLSearchParams(location.search);
  output.replaceChildren(
    ...(count || chosen.length ? [facets(corpus, found, parameters)] : []),
    ...(count ? [element("div", { class: "answer" }, orders(sort, size), list, ...(pages > 1 ? [pager(now, pages)] : []))] : []),
  );
  // Older years have come: whoever was at a link stays there.
  if (focused) /** @type {HTMLElement | null} */ (output.querySelector(`a[href="${CSS.escape(focused)}"]`))?.focus();
  if (!count && complete) void suggest(query);
}

/** What to look for instead. @param {Clause[]} query */
async function suggest(query) {
  const { search: before } = location;
  const { nearest, without } = await import("./suggest.js");
  if (location.search !== before) return;
  const link = /** @param {string} q @param {string} name */ (q, name) =>
    element("li", {}, element("a", { href: `?${new URLSearchParams({ q })}` }, name));
  const lists = [
    ["nearest", nearest(corpus, query).map((q) => link(q, q))],
    ["without", without(corpus, query).map(({ query: q, count }) => link(q, `${q} (${count})`))],
  ];
  for (const [name, links] of /** @type {[string, Node[]][]} */ (lists))
    if (links.length) output.append(element("h2", {}, say(name)), element("ul", { class: "links" }, ...links));
}

/** @param {number} text @param {Place[]} places @param {Pattern[]} patterns */
function result(text, places, patterns) {
  const [place, ...others] = places;
  const item = element("li", {});
  const link = element("a", { href: target(place), lang: place.foreign ? "zh-Hant" : null });
  link.append(...snippet(corpus.texts[text], patterns));
  item.append(element("p", { class: "found-text" }, link), element("p", { class: "found-place" }, facts(place)));
  if (others.length) {
    const box = element("details", { class: "others" }, element("summary", {}, say("others", { count: others.length })));
    box.addEventListener(
      "toggle",
      () => {
        const links = others.map((each) => element("li", {}, element("a", { href: target(each) }, facts(each))));
        box.append(element("ul", { class: "links" }, ...links));
      },
      { once: true },
    );
    item.append(box);
  }
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
    year ? say("year-of", { roc_year: year, year: year + 1911 }) : "",
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
output.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const url = new URL(link.href);
  if (url.origin + url.pathname !== location.origin + location.pathname) return;
  event.preventDefault();
  history.pushState(null, "", url);
  void run().then(() => {
    status.focus();
    status.scrollIntoView({ block: "start" });
  });
});
addEventListener("popstate", () => void run());
for (const link of document.querySelectorAll(".languages a"))
  link.addEventListener("click", () => link.setAttribute("href", link.getAttribute("href")?.split("?")[0] + location.search));
input.addEventListener("focus", () => void load().catch(() => {}), { once: true });
void run();
