// @ts-check
// What an answer is narrowed down by: what readers call it, and links that take it back.

import { ROC_EPOCH } from "./contract.js";
import { element, say } from "./dom.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./query.js").Clause} Clause */

/** The present address with other values; an empty one goes. @param {Record<string, string>} values */
export function address(values) {
  const parameters = new URLSearchParams(location.search);
  parameters.delete("page");
  for (const [name, value] of Object.entries(values))
    if (value) parameters.set(name, value);
    else parameters.delete(name);
  return `?${parameters}`;
}

/**
 * What readers call a value of a facet; as it was typed, where it is none.
 * @param {Corpus} corpus
 * @param {string} facet
 * @param {string} value
 */
export function valueName({ classes, departments, groups, offices }, facet, value) {
  switch (facet) {
    case "office":
      return offices.values.find(({ id }) => id === value)?.names[0] ?? value;
    case "year":
      return /^\d+$/.test(value) ? say("year-of", { roc_year: value, year: Number(value) + ROC_EPOCH }) : value;
    case "group":
      return groups.values.find(([name]) => name === value)?.at(-1) ?? value;
    case "department":
      return departments.values.find(([name]) => name === value)?.[1] ?? value;
    case "kind":
    case "period":
    case "where":
      return say(`${facet}-${value}`) || value;
    default:
      return Object.values(classes).flat().find(([scheme, code]) => scheme === facet && code === value)?.[2] ?? value; // prettier-ignore
  }
}

/**
 * What is chosen: the words for it, and for each a link without it; one without all, where there are several.
 * @param {Corpus} corpus
 * @param {Clause[]} chosen
 */
export function limits(corpus, chosen) {
  const named = chosen.flat().map(({ field, text }) => ({ field, name: valueName(corpus, field, text) }));
  const link = /** @param {string} name @param {string[]} fields */ (name, fields) =>
    element("li", {}, element("a", { href: address(Object.fromEntries(fields.map((field) => [field, ""]))) }, name));
  const links = named.map(({ field, name }) => link(say("remove", { value: name }), [field]));
  if (named.length > 1) links.push(link(say("remove-all"), named.map(({ field }) => field))); // prettier-ignore
  return { said: say("within", { limits: named.map(({ name }) => say("quoted", { name })).join(say("and")) }), links };
}
