// @ts-check
// A result: its title (heading, number, office, year), a piece of its text, and where else the text stands.

import { AUTHORITATIVE, FILE, HEADING, KINDS, ROC_EPOCH } from "./contract.js";
import { element, say } from "./dom.js";
import { hits, piece } from "./marking.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./query.js").Pattern} Pattern */
/** @typedef {import("./search.js").Answer} Answer */

const NAMES = "pohwf"; // kinds whose text is a title

/**
 * @param {Corpus} corpus
 * @param {Answer} found
 * @param {number} text
 * @param {Pattern[]} patterns what to mark
 * @param {{root: string, length: number}} page where the site's root is; characters of a piece
 */
export function result(corpus, { passes }, text, patterns, { root, length }) {
  const { anchors, columns, first, next, pages, texts, untranslated } = corpus;
  const places = /** @type {number[]} */ ([]);
  for (let place = first[text]; place >= 0; place = next[place]) if (passes(text, place)) places.push(place);
  const [place, ...others] = places;

  /** @param {number} at */
  const target = (at) =>
    columns.kind[at] === FILE ? root + anchors[at] : `../${pages[columns.page[at]].path}${anchors[at] && "#"}${anchors[at]}`;
  /** @param {number} at */
  const link = (at) => {
    const { heading, name } = headingOf(corpus, at);
    const own = heading === at && at === place ? snippet(corpus, text, patterns, length, name) : [name];
    const lang = untranslated[heading] ? AUTHORITATIVE : null;
    return element("a", { href: target(at) }, element("span", { lang }, ...own), whose(corpus, at));
  };
  const said = headingOf(corpus, place).heading === place ? [] : [element("p", { lang: untranslated[place] ? AUTHORITATIVE : null }, ...snippet(corpus, text, patterns, length))];
  const known = facts(corpus, place);
  const item = element("li", {}, element("h3", { class: "found-title" }, link(place)), ...said);
  if (known) item.append(element("p", { class: "found-place" }, known));
  if (others.length) {
    const count = others.length;
    const box = element("details", {}, element("summary", {}, say(count === 1 ? "other" : "others", { count })));
    const fill = () => box.append(element("ul", { class: "links" }, ...others.map((each) => element("li", {}, link(each)))));
    box.addEventListener("toggle", fill, { once: true });
    item.append(box);
  }
  return item;
}

/**
 * The place whose text is the title of a result, and this title with the printed number of its measure.
 * @param {Corpus} corpus
 * @param {number} place
 */
function headingOf({ columns, headings, numbers, texts, textOf }, place) {
  const heading = NAMES.includes(KINDS[columns.kind[place]]) ? place : headings[place];
  const title = texts.values[textOf[heading]].replace(/[：:]$/, ""); // what it announces does not follow here
  return { heading, name: [title, numbers[place]].filter(Boolean).join(" ") };
}

/**
 * Whose it is, unless the title says so; pages of the site itself say that they are.
 * @param {Corpus} corpus
 * @param {number} place
 */
function whose({ columns, offices, pages }, place) {
  const { office, year, years } = pages[columns.page[place]];
  const [name] = offices.values[office].names;
  const span = /** @param {number} epoch */ (epoch) => [...new Set([years[0], year])].map((each) => each + epoch).join("-");
  const when = year ? [say("year-of", { roc_year: span(0), year: span(ROC_EPOCH) })] : [];
  const said = "po".includes(KINDS[columns.kind[place]]) ? [] : name ? [name, ...when] : [say("own-page")];
  return said.map((each) => say("between") + each).join("");
}

/** What is known of a place: who, when. @param {Corpus} corpus @param {number} place */
function facts({ columns, together, departments, periods }, place) {
  const who = together.values[columns.who[place]].named.map((each) => departments.values[each][1]).join(say("and"));
  return [who, periods.values[columns.when[place]][1]].filter(Boolean).join(say("between"));
}

/**
 * @param {Corpus} corpus
 * @param {number} text
 * @param {Pattern[]} patterns
 * @param {number} length
 * @param {string} whole the text, or what it says as a title
 */
function snippet({ folding, texts }, text, patterns, length, whole = texts.values[text]) {
  const marks = hits(folding, whole, patterns);
  const [from, to] = piece(whole, marks[0]?.[0] ?? 0, length);
  const parts = /** @type {(Node | string)[]} */ ([from ? "…" : ""]);
  let at = from;
  for (const [start, end] of marks) {
    if (start < from || end > to) continue;
    parts.push(whole.slice(at, start), element("mark", {}, whole.slice(start, end)));
    at = end;
  }
  return [...parts, whole.slice(at, to), to < whole.length ? "…" : ""];
}
