// @ts-check
// The matched words in a text: where they are, and a piece of the text around them.

import { next } from "./query.js";

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
  const offsets = /** @type {number[]} */ ([]);
  const folded = folding.fold(text, offsets);
  const found = /** @type {[number, number][]} */ ([]);
  for (const pattern of patterns)
    for (let at = next(pattern, folded, 0); at >= 0; at = next(pattern, folded, at + 1)) {
      const last = offsets[at + pattern.text.length - 1];
      found.push([offsets[at], offsets.find((offset) => offset > last) ?? text.length]);
    }
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
  const from = cut(text, hit - Math.round(length / 3));
  return [from, cut(text, from + length)];
}

/** @param {string} text @param {number} near */
function cut(text, near) {
  if (near <= 0) return 0;
  const after = text.slice(near, near + 20).search(/(?<=[，。；：、,.;:\s])./u);
  const at = Math.min(near + Math.max(after, 0), text.length);
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}
