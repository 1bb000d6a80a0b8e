// @ts-check
// The search page: reads its address, loads the index, shows what is found. Every state is an address.

import { Corpus } from "./corpus.js";
import { element, say } from "./dom.js";
import { LIMITS, parse } from "./query.js";
import { result } from "./result.js";

/** @typedef {import("./topics.js").Topic} Topic */

const one = /** @param {string} name */ (name) => /** @type {HTMLElement} */ (document.querySelector(`.${name}`));
const form = /** @type {HTMLFormElement} */ (one("search-page"));
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const advanced = /** @type {HTMLDetailsElement} */ (one("advanced"));
const [status, results, facets, within, met, lists, help] = ["search-status", "search-results", "facets", "limits", "topics", "lists", "search-help"].map(one);
const { index = "", first = "", foreign = "", root = "", topics = "" } = form.dataset;
const { title } = document;
const LETTERS = /\p{Script=Latin}/u;
const length = document.documentElement.lang === "en" ? 220 : 110; // characters of a result
let corpus = new Corpus();
let complete = false;
let turn = 0; // how often something was shown: what comes later may be too late

// Loading

/** @type {Promise<void> | null} */
let loading = null;
/** @type {Promise<[typeof import("./widen.js"), typeof import("./search.js")]> | null} */
let engine = null;
/** @type {Promise<void> | null} */
let lettered = null;

/** @param {string} file @returns {Promise<import("./corpus.js").FileRecord>} */
async function fetched(file) {
  const response = await fetch(file);
  if (!response.ok) throw response;
  return response.json();
}

/** What people call things in letters, for who asks in such. */
async function addForeign() {
  const [content] = await Promise.all([fetched(foreign), loading]);
  corpus.add(content);
}

/** What answers; asked for once, since even what is there already takes a moment to be imported again. */
const answering = () => (engine ??= Promise.all([import("./widen.js"), import("./search.js")]));

/** The newest years first; the page answers from them while the others are on their way. */
async function load() {
  corpus = new Corpus();
  corpus.said = (facet, value) => say(`${facet}-${value}`);
  const files = index.split(" ").map(fetched);
  const older = files.splice(Number(first));
  for (const content of await Promise.all(files)) corpus.add(content);
  complete = !older.length;
  if (!complete) addOlder(older).catch(failed);
}

/** @param {Promise<import("./corpus.js").FileRecord>[]} files */
async function addOlder(files) {
  const contents = await Promise.all(files);
  const { prepare } = await import("./hits.js");
  for (const content of contents) {
    await later();
    corpus.add(content);
    prepare(corpus);
  }
  complete = true;
  void show();
}

/** When what is there now is on the screen, and whoever types has been heard. */
const later = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** @param {unknown} error */
function failed(error) {
  loading = engine = lettered = null;
  results.ariaBusy = null;
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
  const chosen = LIMITS.filter(get).map((field) => [{ not: false, field, text: get(field), exact: true }]);
  return {
    typed: get("q").trim(),
    query,
    chosen,
    clauses: [...query, ...chosen],
    sort: get("sort"),
    order: get("order"),
    size: Math.min(Math.abs(Math.trunc(Number(get("show")))), 50) || 10,
    page: Math.trunc(Number(get("page"))) || 1,
  };
}

/** Answer what the address asks for; an empty question leads to the topics. */
async function run() {
  const { typed, clauses } = asked();
  if (!clauses.length && location.search) return location.replace(topics);
  input.value = typed;
  void later().then(fillForm);
  document.title = typed ? `${typed} - ${title}` : title;
  help.hidden = clauses.length > 0; // lest the answer push it away
  advanced.open = !clauses.length;
  if (clauses.length && !corpus.texts.values.length) {
    status.textContent = say("loading");
    results.ariaBusy = "true";
  }
  try {
    const isForeign = foreign && LETTERS.test(typed);
    if (clauses.length) await Promise.all([answering(), (loading ??= load()), isForeign && (lettered ??= addForeign())]);
    void show();
  } catch (error) {
    failed(error);
  }
}

/** The form asks for what the address does. */
function fillForm() {
  const parameters = new URLSearchParams(location.search);
  for (const field of /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */ (advanced.querySelectorAll("input, select")))
    field.value = parameters.get(field.name === "all" ? "q" : field.name) ?? "";
}

async function show() {
  const { typed, query, chosen, clauses, sort, order, size, page } = asked();
  const own = ++turn;
  const [{ TIERS, answer, listed }, { best }] = await answering();
  const { leading } = sort ? await import("./orders.js") : {};
  const { markField } = clauses.flat().some(({ field }) => field) ? await import("./fields.js") : {};
  const { limits } = chosen.length ? await import("./limits.js") : {};
  if (own !== turn) return;
  const answered = answer(corpus, query, chosen, markField);
  const { found, topics: about, also, patterns, meant } = answered;
  const answers = listed(answered);
  const count = answers.texts.length;
  const pages = Math.ceil(count / size) || 1;
  const now = Math.min(Math.max(page, 1), pages);
  const start = (now - 1) * size;
  const focused = document.activeElement?.getAttribute("href");
  const shown = best(corpus, answers, start, start + size, leading?.(corpus, sort), order === "reversed");
  const bounds = limits?.(corpus, chosen);
  within.replaceChildren(...(bounds?.links ?? []));
  within.hidden = !bounds;
  met.replaceChildren(...(now === 1 ? about.map(topicLink) : []));
  met.hidden = !met.childElementCount;
  lists.replaceChildren(
    ...TIERS.flatMap((_, tier) => {
      const items = shown.filter((text) => found.tiers[text] === tier);
      const made = items.map((text) => result(corpus, found, text, tier ? meant : patterns, { root, length }));
      return items.length ? [heading(TIERS[tier], also), element("ol", { class: "found" }, ...made)] : [];
    }),
  );
  help.hidden = count > 0;
  facets.hidden = !count;
  results.ariaBusy = null;
  results.hidden = !count && !about.length && clauses.length === query.length;
  const isNear = count > 0 && answers.texts.every((text) => TIERS[found.tiers[text]] === "near");
  status.textContent =
    clauses.length === 0 ? ""
    : (bounds?.said ?? "") +
      say(isNear ? "nothing-but" : count ? "found" : !typed ? "none" : about.length && !bounds ? "topics-only" : "nothing", { count, query: inQuotes(typed) }) +
      (complete ? "" : say("older", { year: Math.min(...corpus.pages.map(({ year }) => year || Infinity)) })); // prettier-ignore
  // Older years have come: whoever was at a link stays there.
  if (focused) /** @type {HTMLElement | null} */ (results.querySelector(`[href="${CSS.escape(focused)}"]`))?.focus();

  await later();
  const { refine } = await import("./refine.js");
  if (own === turn) refine(corpus, found, { query, chosen, sort, order, size, now, pages, isExact: !isNear && count > 0, complete });
}

/** What a list of results says of itself; of what is exact only to those who go by headings. @param {string} tier @param {string[]} also */
const heading = (tier, also) =>
  element("h2", { class: tier === "exact" ? "spoken" : "tier" }, say(tier, { words: also.join(say("and")) }));

/** Within quotation marks there are other ones. @param {string} text */
const inQuotes = (text) => text.replace(/「/g, "『").replace(/」/g, "』");

/** @param {Topic} topic */
const topicLink = ({ path, name, text }) =>
  element("li", {}, element("a", { href: `../${path}` }, say("topic", { name })), element("p", {}, text));

// Coming and going without a new page

/** @param {URLSearchParams} address */
function go(address) {
  history.pushState(null, "", `?${address}`);
  return run();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void go(new URLSearchParams({ q: input.value.trim() }));
});
advanced.hidden = false;
advanced.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { composed } = await import("./advanced.js");
  await go(composed(new FormData(/** @type {HTMLFormElement} */ (event.target))));
  status.focus();
  status.scrollIntoView();
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
