// @ts-check
// The matched words in a text: where they are, and a piece of the text around them.

import { occurrences } from "./query.js";

/** @typedef {import("./folding.js").Folding} Folding */
/** @typedef {import("./query.js").Pattern} Pattern */

/**
 * Where a text holds what was looked for, in its own characters, from the first to the last, none within another.
 * @param {Folding} folding
 * @param {string} text
 * @param {Pattern[]} patterns
 * @returns {[number, number][]}
 */
export function hits(folding, text, patterns) {
  const [folded, offsets] = folding.traced(text);
  const found = /** @type {[number, number][]} */ ([]);
  for (const pattern of patterns)
    occurrences(pattern, folded, (at) => {
      const last = at + pattern.text.length - 1;
      const end = offsets.find((offset) => offset > offsets[last]) ?? text.length;
      found.push([offsets[at], end]);
    });
  const merged = /** @type {[number, number][]} */ ([]);
  for (const [from, to] of found.sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/**
 * The piece of a long text that shows the first hit, cut between sentences or words where that is near.
 * @param {string} text
 * @param {number} hit where the first one is
 * @param {number} length about how many characters
 * @returns {[number, number]}
 */
export function piece(text, hit, length) {
  if (text.length <= length * 1.3) return [0, text.length];
  const before = Math.max(0, hit - Math.round(length / 3));
  const from = before ? cut(text, before, hit) : 0;
  const end = from + length;
  return [from, end >= text.length ? text.length : cut(text, end, Math.min(text.length, end + 20))];
}

/** @param {string} text @param {number} from @param {number} to */
function cut(text, from, to) {
  const after = text.slice(from, to).search(/(?<=[，。；：、,.;:\s])./u);
  const at = after < 0 ? from : from + after;
  return /[\udc00-\udfff]/.test(text[at] ?? "") ? at - 1 : at;
}
