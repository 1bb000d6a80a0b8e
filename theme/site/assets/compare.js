// @ts-check
// Compares two plans beside each other, from their open data. The page leads to topics where this script does not run.

import { element, say } from "./search/dom.js";

/**
 * What this page reads of plan.json; schema/plan-data.json says more.
 * @typedef {{ "zh-Hant": string, en?: string }} Localised
 * @typedef {{ number?: string, name: Localised }} Step
 * @typedef {{ id: string, number?: string, text: Localised, departments: string[], supporting_departments?: string[],
 *   period?: { text: string, en?: string }, target?: { figure: string, unit?: string, by?: string }, unsure?: string,
 *   source?: string, more?: { label: Localised, text: Localised }[] }} Part
 * @typedef {Part & { path: Step[], items: Part[], topics?: string[] }} Measure
 * @typedef {{ measures: Measure[], departments: Record<string, { en?: string }> }} Plan
 * @typedef {{ id: string, name: string, plan: Plan }} Side
 * @typedef {{ name: Node | string, ofSides: Measure[][] }} Section
 */

const CHINESE = "zh-Hant";
/** As much of what an address names and nobody knows as is said again. */
const LONGEST = 60;
const form = document.querySelector("form.compare");
if (form instanceof HTMLFormElement) start(form);

/** @param {HTMLFormElement} form */
function start(form) {
  const [first, second, topic, group] = ["a", "b", "topic", "group"].map((name) => chooser(form, name));
  const address = new URLSearchParams(location.search);
  const unknown = [first, second, topic].map((select) => choose(select, address)).find((value) => value);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.search = query(new FormData(form));
  });
  form.hidden = false;
  if (unknown) tell(say("unknown", { value: unknown }));
  else if (first.value && first.value === second.value) tell(say("same"));
  else if (first.value && second.value) compare(form, [first, second], topic, group, address);
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLSelectElement[]} chosen the two plans
 * @param {HTMLSelectElement} topic
 * @param {HTMLSelectElement} group
 * @param {URLSearchParams} address
 */
async function compare(form, chosen, topic, group, address) {
  tell(say("loading"), true);
  const root = form.dataset.root ?? "";
  /** @type {Side[]} */
  let sides;
  try {
    sides = await Promise.all(
      chosen.map(async (select) => {
        const response = await fetch(`${root}${select.value}/plan.json`);
        if (!response.ok) throw new Error(String(response.status));
        return { id: select.value, name: select.selectedOptions[0].label, plan: await response.json() };
      }),
    );
  } catch {
    tell(say("failed"));
    return;
  }
  const groups = groupsOf(sides);
  const option = (/** @type {[string, Localised]} */ [value, shown]) =>
    element("option", { value, lang: language(shown) }, plain(shown));
  group.querySelector("optgroup")?.append(...[...groups].map(option));
  const missing = choose(group, address);
  if (missing) {
    tell(say("unknown", { value: missing }));
    return;
  }
  const wanted = [...groups].filter(([name]) => !group.value || name === group.value);
  const sections = topic.value
    ? [byTopic(sides, topic)]
    : wanted.map(([name, shown]) => byGroup(sides, name, written(shown)));
  const others = byGroup(sides, undefined, say("ungrouped"));
  if (!topic.value && !group.value && others.ofSides.flat().length) sections.push(others);
  const results = /** @type {HTMLElement} */ (document.querySelector(".compare-results"));
  const pages = form.dataset.pages ?? root;
  const said = new Map(sides.map((side, index) => [side, new Set(sides[1 - index].plan.measures.map(words))]));
  if (sections.length > 1) results.append(jumps(sections));
  results.append(...sections.map((section, index) => laidOut(section, `part-${index + 1}`, sides, pages, said)));
  const counts = sides.map((side, index) => sections.reduce((sum, section) => sum + section.ofSides[index].length, 0));
  tell(say("found", { first: sides[0].name, second: sides[1].name, here: counts[0], there: counts[1] }));
}

/** The outermost groups of both plans, by their Chinese names, in the order of the first. @param {Side[]} sides */
function groupsOf(sides) {
  /** @type {Map<string, Localised>} */
  const found = new Map();
  for (const { plan } of sides)
    for (const { path } of plan.measures) if (path.length) found.set(path[0].name[CHINESE], path[0].name);
  return found;
}

/** @param {Side[]} sides @param {string | undefined} chinese none: what is in no group @param {Section["name"]} name @returns {Section} */
function byGroup(sides, chinese, name) {
  const ofGroup = (/** @type {Measure} */ { path }) => path[0]?.name[CHINESE] === chinese;
  return { name, ofSides: sides.map(({ plan }) => plan.measures.filter(ofGroup)) };
}

/** @param {Side[]} sides @param {HTMLSelectElement} topic @returns {Section} */
function byTopic(sides, topic) {
  const ofTopic = (/** @type {Measure} */ { topics }) => topics?.includes(topic.value) ?? false;
  return { name: topic.selectedOptions[0].label, ofSides: sides.map(({ plan }) => plan.measures.filter(ofTopic)) };
}

/** @param {Section[]} sections */
function jumps(sections) {
  const lines = sections.map(({ name, ofSides }, index) => {
    const counts = ofSides.map((measures) => measures.length).join(say("and"));
    const count = element("span", { class: "count" }, say("counts", { counts }));
    const shown = typeof name === "string" ? name : name.cloneNode(true);
    return element("li", {}, element("a", { href: `#part-${index + 1}` }, shown, " ", count));
  });
  return element("nav", { "aria-label": say("jumps") }, element("ul", { class: "browse" }, ...lines));
}

/**
 * @param {Section} section
 * @param {string} id
 * @param {Side[]} sides
 * @param {string} pages where the plans' pages are
 * @param {Map<Side, Set<string>>} said what the other plan says, word for word
 */
function laidOut(section, id, sides, pages, said) {
  const columns = sides.map((side, index) => {
    const measures = section.ofSides[index];
    const heading = `${id}-${index + 1}`;
    const count = element("span", { class: "count" }, say("count", { count: measures.length }));
    return element(
      "section",
      { "aria-labelledby": heading },
      element("h3", { id: heading }, side.name, " ", count),
      measures.length
        ? element("ol", { class: "measures" }, ...measures.map((each) => measureOf(each, side, pages, said.get(side))))
        : element("p", {}, say("none")),
    );
  });
  const body = element("div", { class: "side-by-side" }, ...columns);
  return element("section", { "aria-labelledby": id }, element("h2", { id }, section.name), body);
}

/** @param {Measure} measure @param {Side} side @param {string} pages @param {Set<string>} [elsewhere] */
function measureOf(measure, side, pages, elsewhere) {
  const headings = measure.path.slice(1).map(({ number, name }) => [printed(number), written(name)]);
  const place = headings.flatMap((heading, index) => (index ? [" › ", ...heading] : heading));
  const name = isEnglish() ? "" : [...measure.path.map(({ number }) => number), measure.number].map(bare).join("");
  const items = measure.items.map((item) => {
    const text = element("p", {}, printed(item.number), written(item.text));
    return element("li", {}, element("div", { class: "text" }, text), ...facts(item, side));
  });
  const href = `${pages}${side.id}/#${measure.id}`;
  return element(
    "li",
    { class: "measure" },
    ...(place.length ? [element("p", { class: "place" }, ...place)] : []),
    element("div", { class: "text" }, element("p", {}, written(measure.text))),
    ...(items.length ? [element("ol", { class: "items" }, ...items)] : []),
    ...facts(measure, side),
    ...(elsewhere?.has(words(measure)) ? [element("p", { class: "same" }, say("word-for-word"))] : []),
    element("a", { class: "permalink", href }, name ? say("place", { name }) : say("in-plan")),
  );
}

/** Whose a measure is, when, and what else is said of it. @param {Part} part @param {Side} side */
function facts(part, side) {
  const names = (/** @type {string[]} */ departments) =>
    departments.flatMap((name, index) => [index ? say("and") : "", department(name, side.plan.departments[name]?.en)]);
  const { period, target, source } = part;
  /** @typedef {[Node | string, (Node | string)[]]} Row */
  /** @type {Row[]} */
  const rows = [
    [say("departments"), names(part.departments)],
    [say("supporting"), names(part.supporting_departments ?? [])],
    [say("period"), period ? [written({ [CHINESE]: period.text, en: period.en })] : []],
    [say("target"), target ? [[target.figure, target.unit ?? "", target.by ? ` ${target.by}` : ""].join("")] : []],
    ...(part.more ?? []).map(({ label, text }) => /** @type {Row} */ ([written(label), [written(text)]])),
    [say("source"), source ? [written({ [CHINESE]: source })] : []],
    [say("unsure"), part.unsure ? [written({ [CHINESE]: part.unsure })] : []],
  ];
  const shown = rows.filter(([, value]) => value.length);
  const list = shown.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, ...value)));
  return list.length ? [element("dl", { class: "who-when" }, ...list)] : [];
}

/** A department; the Chinese name stands beside its translation. @param {string} name @param {string} [en] */
function department(name, en) {
  if (!isEnglish() || !en) return written({ [CHINESE]: name });
  const both = element("span", {}, `${en} `);
  both.append(element("span", { class: "original", lang: CHINESE }, name));
  return both;
}

/** A text in the page's language, or in Chinese, which says so. @param {Localised} text @returns {Node | string} */
function written(text) {
  const lang = language(text);
  if (lang === null) return plain(text);
  return element("span", { lang, class: isEnglish() ? "untranslated" : null }, plain(text));
}

/** @param {Localised} text */
function plain(text) {
  return (isEnglish() && text.en) || text[CHINESE];
}

/** The language of a text where it is not the page's. @param {Localised} text */
function language(text) {
  return document.documentElement.lang === CHINESE || (isEnglish() && text.en) ? null : CHINESE;
}

/** All that a measure says, to see whether another one says the same. @param {Measure} measure */
function words(measure) {
  return [measure, ...measure.items].map(({ text }) => text[CHINESE]).join("\n");
}

/** A printed number before its text; an English page has none, for they are Chinese. @param {string} [number] */
function printed(number) {
  return number && !isEnglish() ? `${number} ` : "";
}

function isEnglish() {
  return document.documentElement.lang === "en";
}

/** A printed number within a name: without what sets it off. @param {string} [number] */
function bare(number = "") {
  return number.replace(/[.．、]$/, "");
}

/** @param {HTMLFormElement} form @param {string} name */
function chooser(form, name) {
  return /** @type {HTMLSelectElement} */ (form.elements.namedItem(name));
}

/**
 * Choose what the address names.
 * @param {HTMLSelectElement} select
 * @param {URLSearchParams} address
 * @returns what the page does not know of, without invisible characters, which could turn the sentence around it
 */
function choose(select, address) {
  const wanted = address.get(select.name) ?? "";
  const known = [...select.options].some((option) => option.value === wanted);
  if (known) select.value = wanted;
  if (known) return "";
  const seen = wanted.replace(/[\p{Cc}\p{Cf}]/gu, "");
  return seen.length > LONGEST ? `${seen.slice(0, LONGEST)}…` : seen || "?";
}

/** The address of a comparison: ?a=kinmen/114&b=pingtung/114. @param {FormData} data */
function query(data) {
  const given = [...data].filter(([, value]) => value);
  return given.map(([name, value]) => `${name}=${encodeURIComponent(String(value)).replaceAll("%2F", "/")}`).join("&");
}

/** @param {string} text @param {boolean} busy whether results are on their way */
function tell(text, busy = false) {
  const status = /** @type {HTMLElement} */ (document.querySelector(".compare-status"));
  status.textContent = text;
  document.querySelector(".compare-results")?.setAttribute("aria-busy", String(busy));
}
