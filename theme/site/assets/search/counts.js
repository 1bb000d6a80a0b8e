// @ts-check
// How what was found divides: the counts beside the facets.

import { KIND_NAMES } from "./contract.js";

/** @typedef {import("./corpus.js").Corpus} Corpus */
/** @typedef {import("./search.js").Answer} Answer */

/**
 * A value of a facet: what the address says, its name unless the page has a word for it, and how many texts have it.
 * @typedef {object} Value
 * @property {string} value
 * @property {string} name
 * @property {number} count
 */

/**
 * How many texts there are of each value of each facet, the most frequent first, years from the newest.
 * A text that stands in several places counts once for each value.
 * @param {Corpus} corpus
 * @param {Answer} found
 * @returns {Record<string, Value[]>}
 */
export function facets(corpus, { texts, passes }) {
  const { classes, pages, periods, together, columns: { page, who, when, group, kind } } = corpus; // prettier-ignore
  const kinds = [...new Set(periods.values.map(([name]) => name))];
  const kindOfPeriod = periods.values.map(([name]) => kinds.indexOf(name));
  const schemes = ["theme", "policy", "service"].map((scheme) => {
    const names = /** @type {[string, string][]} */ ([]);
    const ofOffice = corpus.offices.values.map(({ id }) =>
      (classes[id] ?? []).filter(([each]) => each === scheme).map(([, code, name]) => {
        const at = names.findIndex(([known]) => known === code);
        return at < 0 ? names.push([code, name]) - 1 : at;
      })); // prettier-ignore
    return { scheme, names, ofOffice, tally: new Tally() };
  });
  const tallies = {
    office: new Tally(),
    year: new Tally(),
    group: new Tally(),
    department: new Tally(),
    period: new Tally(),
    kind: new Tally(),
  };
  for (const text of texts)
    for (let place = corpus.first[text]; place >= 0; place = corpus.next[place]) {
      if (!passes(text, place)) continue;
      const { office, years } = pages[page[place]];
      tallies.office.add(office, text);
      for (const { ofOffice, tally } of schemes) for (const each of ofOffice[office]) tally.add(each, text);
      for (const year of years) tallies.year.add(year, text);
      tallies.group.add(group[place], text);
      tallies.period.add(kindOfPeriod[when[place]], text);
      tallies.kind.add(kind[place], text);
      for (const department of together.values[who[place]].all) tallies.department.add(department, text);
    }
  const last = /** @param {string[]} names */ (names) => names[names.length - 1];
  const { offices, groups, departments } = corpus;
  return {
    office: tallies.office.values((number) => [offices.values[number].id, offices.values[number].names[0]]),
    year: tallies.year.values((year) => [year ? String(year) : ""]).sort((a, b) => Number(b.value) - Number(a.value)),
    group: tallies.group.values((number) => [groups.values[number][0], last(groups.values[number])]),
    department: tallies.department.values((number) => [departments.values[number][0], departments.values[number][1]]),
    period: tallies.period.values((number) => [kinds[number]]),
    kind: tallies.kind.values((number) => [KIND_NAMES[number]]),
    ...Object.fromEntries(schemes.map(({ scheme, names, tally }) => [scheme, tally.values((number) => names[number])])),
  };
}

/** Counts by number, each text once. */
class Tally {
  counts = /** @type {number[]} */ ([]);
  #last = /** @type {number[]} */ ([]);

  /** @param {number} number @param {number} text */
  add(number, text) {
    if (this.#last[number] === text) return;
    this.#last[number] = text;
    this.counts[number] = (this.counts[number] ?? 0) + 1;
  }

  /**
   * Those that occur, the most frequent first.
   * @param {(number: number) => [string, string?]} named value and name; one without a value is left out
   * @returns {Value[]}
   */
  values(named) {
    const values = /** @type {Value[]} */ ([]);
    this.counts.forEach((count, number) => {
      const [value, name = ""] = named(number);
      if (value) values.push({ value, name, count });
    });
    return values.sort((a, b) => b.count - a.count);
  }
}
