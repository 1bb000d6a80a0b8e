// @ts-check
// The corpus: what the files of the index hold, put together. planpress/search/index.py writes them.

import { Folding } from "./folding.js";

/** Letters of the kinds, in the order in which equally good results stand; in capitals: not translated. */
export const KINDS = "powhmtfn";

/**
 * @typedef {object} IndexPage
 * @property {string} path
 * @property {string} office
 * @property {number} year
 * @property {string} kinds
 * @property {string} anchors
 * @property {number[]} texts
 * @property {number[]} groups
 * @property {number[]} who
 * @property {number[]} when
 * @property {number[]} sizes
 */

/**
 * @typedef {object} IndexFile
 * @property {[string, string]} fold
 * @property {Record<string, string[]>} offices
 * @property {string[][]} groups
 * @property {[string, string?, number?][]} departments
 * @property {number[][]} together
 * @property {[string, string][]} periods
 * @property {number[]} shared
 * @property {string[]} rest
 * @property {IndexPage[]} pages
 */

/**
 * Where a text stands: numbers of its page, departments, period and group; 0 for the latter three: none.
 * @typedef {object} Place
 * @property {number} page
 * @property {number} who
 * @property {number} when
 * @property {number} group
 * @property {number} kind position in KINDS
 * @property {boolean} foreign not translated
 * @property {string} anchor
 * @property {number} size
 * @property {Place | null} next another place of the same text
 */

/** Distinct values, numbered in the order in which they come. @template Value */
class Table {
  values = /** @type {Value[]} */ ([]);
  #numbers = /** @type {Map<string, number>} */ (new Map());

  /** @param {string} key @param {Value} value */
  number(key, value) {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.values.push(value) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }
}

export class Corpus {
  folding = new Folding();
  /** @type {{folded: string, starts: number[], first: number}[]} texts of one file, folded, a line each */
  chunks = [];
  /** @type {string[]} */
  texts = [];
  /** @type {(Place | null)[]} first place of each text */
  places = [];
  /** @type {{path: string, office: number, year: number}[]} */
  pages = [];
  /** @type {Table<{id: string, names: string[]}>} names: its own, and what else finds it */
  offices = new Table();
  /** @type {Table<string[]>} Chinese name and, where it differs, the page's */
  groups = new Table();
  /** @type {Table<string[]>} likewise */
  departments = new Table();
  /** @type {Table<{named: number[], all: number[]}>} who has a part; `all` counts those whom 各部門 includes */
  together = new Table();
  /** @type {Table<[string, string]>} kind, and the plan's own words */
  periods = new Table();
  #numbers = /** @type {Map<string, number>} */ (new Map());
  #last = /** @type {Place[]} */ ([]); // place of each text

  constructor() {
    this.offices.number("", { id: "", names: [""] });
    this.groups.number("", [""]);
    this.together.number("", { named: [], all: [] });
    this.periods.number("", ["", ""]);
  }

  /** @param {IndexFile} file */
  add(file) {
    this.folding.learn(file.fold);
    for (const [id, names] of Object.entries(file.offices)) this.offices.number(id, { id, names });
    const texts = this.#texts(file);
    const groups = file.groups.map((names) => this.groups.number(names[0], names));
    const periods = file.periods.map((period) => this.periods.number(period.join("|"), period));
    const departments = file.departments.map(([name, own = name]) => this.departments.number(name, [name, own]));
    for (const page of file.pages) {
      const { path, office, year } = page;
      const number = this.pages.push({ path, year, office: this.offices.number(office, { id: office, names: [office] }) }) - 1;
      const together = this.#together(file, page, departments);
      const anchors = page.anchors.split(" ");
      let files = 0;
      page.texts.forEach((local, row) => {
        const letter = page.kinds[row].toLowerCase();
        const text = texts[local];
        const place = {
          page: number,
          who: together.get(page.who[row]) ?? 0,
          when: page.when[row] < 0 ? 0 : periods[page.when[row]],
          group: page.groups[row] < 0 ? 0 : groups[page.groups[row]],
          kind: KINDS.indexOf(letter),
          foreign: letter !== page.kinds[row],
          anchor: anchors[row],
          size: letter === "f" ? page.sizes[files++] : 0,
          next: null,
        };
        if (this.#last[text]) this.#last[text].next = place;
        else this.places[text] = place;
        this.#last[text] = place;
      });
    }
  }

  /**
   * Numbers of a file's texts; those that no earlier file had are added and folded.
   * @param {IndexFile} file
   */
  #texts({ shared, rest }) {
    const first = this.texts.length;
    let before = "";
    const numbers = shared.map((length, position) => {
      before = before.slice(0, length) + rest[position];
      let number = this.#numbers.get(before);
      if (number === undefined) {
        number = this.texts.push(before) - 1;
        this.places.push(null);
        this.#numbers.set(before, number);
      }
      return number;
    });
    const folded = this.folding.fold(this.texts.slice(first).join("\n"));
    const starts = [0];
    for (let at = folded.indexOf("\n"); at >= 0; at = folded.indexOf("\n", at + 1)) starts.push(at + 1);
    this.chunks.push({ folded, starts, first });
    return numbers;
  }

  /**
   * For each set of departments on a page its number here. Who stands for all, stands for all that the page names.
   * @param {IndexFile} file
   * @param {IndexPage} page
   * @param {number[]} departments
   */
  #together(file, page, departments) {
    const sets = new Set(page.who.filter((set) => set >= 0));
    const everyone = [...new Set([...sets].flatMap((set) => file.together[set]))].sort((a, b) => a - b);
    const found = /** @type {Map<number, number>} */ (new Map());
    for (const set of sets) {
      const members = file.together[set];
      const all = members.some((member) => file.departments[member][2]) ? everyone : members;
      const [named, whole] = [members, all].map((list) => list.map((member) => departments[member]));
      found.set(set, this.together.number(`${named}|${whole}`, { named, all: whole }));
    }
    return found;
  }
}
