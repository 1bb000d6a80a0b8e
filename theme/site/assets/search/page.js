// @ts-check
// The search page: reads its address, loads the index, shows what is found. Every state is an address.

import { AUTHORITATIVE, FILE, ROC_EPOCH } from "./contract.js";
import { Corpus } from "./corpus.js";
import { element, say } from "./dom.js";
import { hits, piece } from "./marking.js";
import { FACETS, parse } from "./query.js";
import { best, patternsOf, search } from "./search.js";

/** @typedef {import("./query.js").Pattern} Pattern */
/** @typedef {import("./search.js").Answer} Answer */

const one = /** @param {string} name */ (name) => /** @type {HTMLElement} */ (document.querySelector(`.${name}`));
const form = /** @type {HTMLFormElement} */ (one("search-page"));
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const [status, results, list, help] = ["search-status", "search-results", "found", "search-help"].map(one);
const { index = "", first = "", root = "" } = form.dataset;
const { title } = document;
const length = document.documentElement.lang === "en" ? 220 : 110; // characters of a result
let corpus = new Corpus();
let complete = false;
let turn = 0; // how often something was shown: what comes later may be too late

// Loading

/** @type {Promise<void> | null} */
let loading = null;

/** The newest years first; the page answers from them while the others are on their way. */
async function load() {
  corpus = new Corpus();
  const files = index.split(" ").map(async (file) => {
    const response = await fetch(file, { cache: "no-cache" }); // the server says when it is still the same
    if (!response.ok) throw response;
    return response.json();
  });
  const older = Promise.all(files.splice(Number(first)));
  for (const content of await Promise.all(files)) corpus.add(content);
  older.then(async (contents) => {
    for (const content of contents) {
      await later();
      corpus.add(content);
    }
    complete = true;
    if (contents.length) void show();
  }).catch(failed); // prettier-ignore
}

/** When what is there now is on the screen, and whoever types has been heard. */
const later = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** @param {unknown} error */
function failed(error) {
  loading = null;
  help.hidden = false;
  status.textContent = say("failed");
  console.error(error);
}

// The answer

/** What the address asks for. */
function asked() {
  const parameters = new URLSearchParams(location.search);
  const get = /** @param {string} name */ (name) => parameters.get(name) ?? "";
  const query = parse(get("q"));
  const chosen = FACETS.filter(get).map((field) => ({ not: false, any: [{ field, text: get(field), exact: true }] }));
  return {
    typed: get("q").trim(),
    query,
    clauses: [...query, ...chosen],
    sort: get("sort"),
    size: Math.min(Math.abs(Math.trunc(Number(get("show")))), 50) || 10,
    page: Math.trunc(Number(get("page"))) || 1,
  };
}

/** Answer what the address asks for. */
async function run() {
  const { typed, clauses } = asked();
  input.value = typed;
  document.title = typed ? `${typed} - ${title}` : title;
  help.hidden = clauses.length > 0; // lest the answer push it away
  if (clauses.length && !corpus.texts.values.length) status.textContent = say("loading");
  try {
    if (clauses.length) await (loading ??= load());
    void show();
  } catch (error) {
    failed(error);
  }
}

async function show() {
  const { typed, query, clauses, sort, size, page } = asked();
  const own = ++turn;
  const { leading } = sort ? await import("./orders.js") : {};
  const { markField } = clauses.some(({ any }) => any.some(({ field }) => field)) ? await import("./fields.js") : {};
  if (own !== turn) return;
  const found = search(corpus, clauses, markField);
  const count = found.texts.length;
  const pages = Math.ceil(count / size) || 1;
  const now = Math.min(Math.max(page, 1), pages);
  const start = (now - 1) * size;
  const patterns = query
    .flatMap(({ not, any }) => (not ? [] : any))
    .flatMap((term) => (term.field ? [] : patternsOf(corpus, term)));
  const focused = document.activeElement?.getAttribute("href");
  const shown = best(corpus, found, start, start + size, leading?.(corpus, sort));
  list.replaceChildren(...shown.map((text) => result(found, text, patterns)));
  help.hidden = false;
  results.hidden = !count && clauses.length === query.length;
  status.textContent =
    clauses.length === 0 ? ""
    : say(count ? "found" : "nothing", { count, query: typed }) +
      (complete ? "" : say("older", { year: Math.min(...corpus.pages.map(({ year }) => year || Infinity)) })); // prettier-ignore
  // Older years have come: whoever was at a link stays there.
  if (focused) /** @type {HTMLElement | null} */ (list.querySelector(`[href="${CSS.escape(focused)}"]`))?.focus();

  await later();
  const { refine } = await import("./refine.js");
  if (own === turn) refine(corpus, found, { query, sort, size, now, pages, complete });
}

/** @param {Answer} found @param {number} text @param {Pattern[]} patterns */
function result({ passes }, text, patterns) {
  const places = /** @type {number[]} */ ([]);
  for (let place = corpus.first[text]; place >= 0; place = corpus.next[place]) if (passes(text, place)) places.push(place);
  const [place, ...others] = places;
  const link = element("a", { href: target(place), lang: corpus.untranslated[place] ? AUTHORITATIVE : null });
  link.append(...snippet(corpus.texts.values[text], patterns));
  const item = element("li", {}, element("p", {}, link), element("p", { class: "found-place" }, facts(place)));
  if (others.length) {
    const box = element("details", {}, element("summary", {}, say("others", { count: others.length })));
    const fill = () => {
      const links = others.map((each) => element("li", {}, element("a", { href: target(each) }, facts(each))));
      box.append(element("ul", { class: "links" }, ...links));
    };
    box.addEventListener("toggle", fill, { once: true });
    item.append(box);
  }
  return item;
}

/** @param {number} place */
function target(place) {
  const { page, kind } = corpus.columns;
  const anchor = corpus.anchors[place];
  return kind[place] === FILE ? root + anchor : `../${corpus.pages[page[place]].path}${anchor && "#"}${anchor}`;
}

/** Where a place is, and what is known of it. @param {number} place */
function facts(place) {
  const { columns, pages, offices, together, departments, periods } = corpus;
  const { office, year, years } = pages[columns.page[place]];
  const span = /** @param {number} epoch */ (epoch) => [...new Set([years[0], year])].map((each) => each + epoch).join("-");
  return [
    offices.values[office].names[0],
    year ? say("year-of", { roc_year: span(0), year: span(ROC_EPOCH) }) : "",
    together.values[columns.who[place]].named.map((each) => departments.values[each][1]).join(say("and")),
    periods.values[columns.when[place]][1],
  ].filter(Boolean).join(say("between")); // prettier-ignore
}

/** @param {string} text @param {Pattern[]} patterns */
function snippet(text, patterns) {
  const marks = hits(corpus.folding, text, patterns);
  const [from, to] = piece(text, marks[0]?.[0] ?? 0, length);
  const parts = /** @type {(Node | string)[]} */ ([from ? "…" : ""]);
  let at = from;
  for (const [start, end] of marks) {
    if (start < from || end > to) continue;
    parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at, to), to < text.length ? "…" : ""];
}

// Coming and going without a new page

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", `?${new URLSearchParams({ q: input.value.trim() })}`);
  void run();
});
document.addEventListener("click", async (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link?.matches(".languages a")) link.search = location.search;
  if (!link?.matches("main [href^='?']") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  await run();
  status.focus();
  status.scrollIntoView();
});
addEventListener("popstate", run);
input.addEventListener("focus", () => (loading ??= load()).catch(failed), { once: true });
void run();
