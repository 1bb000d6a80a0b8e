// @ts-check
// What program and scripts agree on. python -m planpress.tools.search_contract writes this file.

/**
 * A page in a file of the index: a row for each of its texts, and what each row has by number; -1 is none.
 * @typedef {object} PageRecord
 * @property {string} path Without language: `kinmen/114/`.
 * @property {string} office Id of its office, or empty.
 * @property {number} year 民國 year of its plan, of several years the last, or 0.
 * @property {number[]} [years] All years of a plan of several.
 * @property {string} kinds A letter for each row, in capitals where the text is not translated.
 * @property {string} anchors An id on the page for each row, blanks between them; of a document its path from the site's root. Each is written
by what it has in common with the last one, like `numbers`.
 * @property {string} texts The number of each row's text, all with as many figures: compressed, they take less than a list.
 * @property {number[]} groups
 * @property {number[]} who Numbers in `together`.
 * @property {number[]} when Numbers in `periods`.
 * @property {number[]} sizes Kilobytes of the documents among the rows, in their order.
 * @property {string} numbers What each row's measure is called by the printed numbers, `|` between them: with how many characters of the
last one it begins, as a figure of base 36, then what follows them.
 */

/**
 * A file of the index.
 * @typedef {object} FileRecord
 * @property {[number[], string]} fold Characters that have variants, by how far the number of each is from the last one's; and in the same order what
stands for each.
 * @property {[string[], string[]][]} synonyms Words that people use, and what else finds what they mean.
 * @property {string[]} filler Words of questions that say nothing.
 * @property {string[]} words Words that people know, for those that the texts hold to be suggested.
 * @property {[string, string[]][]} topics The path of each topic, without language, and the words that lead to it.
 * @property {Record<string, string[]>} offices By id: the name of an office in this language, and what else finds its pages.
 * @property {Record<string, [string, string, string][]>} classes By id of an office that has any: facet, code and name of each class of 政府資訊分類檢索 that it belongs to.
 * @property {string[][]} groups The Chinese name of each, and the one in this language where it is another.
 * @property {string[][]} departments Likewise; after both, what else finds it: former names.
 * @property {number[][][]} together Departments: who is named, and where that is 各部門 or 第一組至第七組, who has a part.
 * @property {[string, string][]} periods The kind of each, and the plan's own words.
 * @property {number[]} shared How many units of UTF-16 each text has in common with the one before.
 * @property {string[]} rest What follows them.
 * @property {PageRecord[]} pages
 */

/** Letters of the kinds of texts, in the order in which equally good results stand. */
export const KINDS = "pohmwrtfn";

/** What each is called in an address. */
export const KIND_NAMES = ["plan", "office", "heading", "measure", "page", "result", "text", "file", "note"];

/** Number of the kind that has a size, and leads to a file. */
export const FILE = 7;

/** Number of the kind that names an office. */
export const OFFICE = 1;

/** Number of the kind that others stand under. */
export const HEADING = 2;

/** Number of the kind that says what an office does. */
export const MEASURE = 3;

/** Number of the kind that names a page of the site itself. */
export const PAGE = 4;

/** Figures of numbers that are written one behind the other. */
export const FIGURES = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** What a 民國 year lacks of the Gregorian one. */
export const ROC_EPOCH = 1911;

/** Language of what is not translated. */
export const AUTHORITATIVE = "zh-Hant";
