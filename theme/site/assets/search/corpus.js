// @ts-check
// The corpus: what the files of the index hold, put together. planpress/search/index.py writes them.

import { FIGURES, FILE, HEADING, KINDS } from "./contract.js";
import { Folding } from "./folding.js";

/** @typedef {import("./contract.js").FileRecord} FileRecord */

/**
 * The texts of one file, folded, a line each; where lines start, and one more would; what they are made of, once asked for.
 * @typedef {{folded: string, starts: number[], first: number, contents?: import("./hits.js").Contents}} Chunk
 */

/** Distinct values, numbered in the order in which they come. @template Value */
class Table {
  #numbers = /** @type {Map<string, number>} */ (new Map());

  /** @param {...Value} values those that have no key */
  constructor(...values) {
    this.values = values;
  }

  /** @param {string} key @param {Value} value */
  number(key, value) {
    const number = this.#numbers.get(key) ?? this.values.push(value) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}

/** Names that each say what they have in common with the last one, and what follows. @param {string[]} names */
function byTheLast(names) {
  let last = "";
  return names.map((each) => each && (last = last.slice(0, parseInt(each[0], 36)) + each.slice(1)));
}

/** So many numbers, each written with as many figures. @param {string} written @param {number} count */
function numbersIn(written, count) {
  const places = written.length / count;
  return Array.from({ length: count }, (_, at) => {
    let number = 0;
    for (const figure of written.slice(places * at, places * (at + 1))) number = number * FIGURES.length + FIGURES.indexOf(figure);
    return number;
  });
}

export class Corpus {
  folding = new Folding();
  /** @type {Chunk[]} texts of one file each */
  chunks = [];
  /** @type {Table<string>} */
  texts = new Table();
  /** @type {number[]} of each text how long it is, folded, with the end of its line */
  lengths = [];
  /** @type {number[]} first place of each text; -1: none */
  first = [];
  /** @type {number[]} of each place another of the same text; -1: none */
  next = [];
  /** Of each place numbers of its page, departments, period, group and kind; of the three in the middle 0 is none. */
  columns = {
    page: /** @type {number[]} */ ([]),
    who: /** @type {number[]} */ ([]),
    when: /** @type {number[]} */ ([]),
    group: /** @type {number[]} */ ([]),
    kind: /** @type {number[]} */ ([]),
    size: /** @type {number[]} */ ([]),
  };
  /** @type {string[]} of each place */
  anchors = [];
  /** @type {string[]} of each place what its measure is called by the printed numbers */
  numbers = [];
  /** @type {number[]} of each place that of the heading that it stands under, or of the name of its page */
  headings = [];
  /** @type {number[]} of each place its text */
  textOf = [];
  /** @type {boolean[]} of each place whether its text is Chinese for want of a translation */
  untranslated = [];
  /** @type {{path: string, office: number, year: number, years: number[]}[]} year: the last of its years; 0 is none */
  pages = [];
  /** @type {Table<{id: string, names: string[]}>} names: its own, and what else finds it */
  offices = new Table();
  /** @type {Record<string, string[][]>} by office: scheme, code and name of each class of 政府資訊分類檢索 that it has */
  classes = {};
  /** @type {Table<string[]>} Chinese name and, where it differs, the page's */
  groups = new Table([""]);
  /** @type {Table<string[]>} Chinese name, the page's, and what else finds it: former ones */
  departments = new Table();
  /** @type {Table<{named: number[], all: number[]}>} who has a part; `all` counts those whom 各部門 includes */
  together = new Table({ named: [], all: [] });
  /** @type {Table<[string, string]>} kind, and the plan's own words */
  periods = new Table(["", ""]);
  /** @type {[string[], string[]][]} words, and what else finds what is meant */
  synonyms = [];
  /** @type {string[]} words of questions that say nothing */
  filler = [];
  /** @type {string[]} words that people know, and the texts hold */
  words = [];
  /** @type {[string, string[]][]} path of each topic, and what leads to it */
  topics = [];
  /** What readers call a value of a facet that the index has no word for. */
  said = /** @type {(facet: string, value: string) => string} */ (() => "");
  /** @type {import("./question.js").Lexicon | null} made when it is asked for */
  lexicon = null;
  /** @type {Map<string, number[]>} the texts of what was looked for already */
  asked = new Map();
  /** @type {Map<string, import("./query.js").Pattern[]>} and what it was looked for as */
  patterns = new Map();
  /** @type {import("./hits.js").Names | null} made when it is asked for */
  names = null;
  #last = /** @type {number[]} */ ([]); // place of each text

  /** Forget what one question asked for, lest it fill the memory. */
  forget() {
    this.asked.clear();
    this.patterns.clear();
  }

  /** @param {FileRecord} file */
  add(file) {
    this.forget();
    this.names = this.lexicon = null;
    const [gaps, others] = file.fold;
    let code = 0;
    this.folding.learn([gaps.map((gap) => String.fromCodePoint((code += gap))).join(""), others]);
    this.synonyms.push(...file.synonyms);
    this.filler.push(...file.filler);
    this.words.push(...file.words);
    this.topics.push(...file.topics);
    Object.assign(this.classes, file.classes);
    for (const [id, names] of Object.entries(file.offices)) this.offices.number(id, { id, names });
    const texts = this.#texts(file);
    const groups = file.groups.map((names) => this.groups.number(names[0], names));
    const periods = file.periods.map((period) => this.periods.number(period.join("|"), period));
    const departments = file.departments.map(([name, own = name, ...former]) => this.departments.number(name, [name, own, ...former]));
    const together = file.together.map((sets) => {
      const [named, all = named] = sets.map((set) => set.map((department) => departments[department]));
      return this.together.number(`${named}|${all}`, { named, all });
    });
    for (const page of file.pages) {
      const { path, office, year, years = [year] } = page;
      const number = this.pages.push({ path, year, years, office: this.offices.number(office, { id: office, names: [office] }) }) - 1;
      const anchors = byTheLast(page.anchors.split(" "));
      const numbers = byTheLast(page.numbers.split("|"));
      let heading = this.next.length;
      let files = 0;
      numbersIn(page.texts, page.kinds.length).forEach((local, row) => {
        const text = texts[local];
        const letter = page.kinds[row].toLowerCase();
        const kind = KINDS.indexOf(letter);
        const place = this.next.push(-1) - 1;
        if (this.first[text] < 0) this.first[text] = place;
        else this.next[this.#last[text]] = place;
        this.#last[text] = place;
        if (kind === HEADING) heading = place;
        this.textOf.push(text);
        this.anchors.push(anchors[row]);
        this.numbers.push(numbers[row]);
        this.headings.push(heading);
        this.untranslated.push(letter !== page.kinds[row]);
        const { columns } = this;
        columns.page.push(number);
        columns.who.push(together[page.who[row]] ?? 0);
        columns.when.push(periods[page.when[row]] ?? 0);
        columns.group.push(groups[page.groups[row]] ?? 0);
        columns.kind.push(kind);
        columns.size.push(kind === FILE ? page.sizes[files++] : 0);
      });
    }
  }

  /**
   * Numbers of a file's texts; those that no earlier file had are added and folded.
   * @param {FileRecord} file
   */
  #texts({ shared, rest }) {
    const { values } = this.texts;
    const first = values.length;
    let before = "";
    const numbers = shared.map((length, position) => {
      before = before.slice(0, length) + rest[position];
      return this.texts.number(before, before);
    });
    const folded = this.folding.fold(values.slice(first).join("\n"));
    const starts = [0];
    for (let at = folded.indexOf("\n"); at >= 0; at = folded.indexOf("\n", at + 1)) starts.push(at + 1);
    starts.push(folded.length + 1);
    this.chunks.push({ folded, starts, first });
    for (let line = 0; first + line < values.length; line++) this.lengths.push(starts[line + 1] - starts[line]);
    while (this.first.length < values.length) this.first.push(-1);
    return numbers;
  }
}
