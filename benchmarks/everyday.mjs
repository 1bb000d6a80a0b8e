// The first results of queries, which are JSON on standard input, by the scripts of the search: a folder of scripts, one of
// the index, a language, how many results. Of each result its places: paths and anchors.
import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [scripts, index, tag, most] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(`${scripts}/${name}.js`));
const modules = ["corpus", "fields", "query", "search", "widen"];
const [{ Corpus }, { markField }, { parse }, { best }, { answer }] = await Promise.all(modules.map(load));
const corpus = new Corpus();
const names = readdirSync(index).filter((name) => name.startsWith(`${tag}-`) && name.endsWith(".json"));
for (const name of names.sort().reverse()) corpus.add(JSON.parse(readFileSync(`${index}/${name}`, "utf-8")));
const { first, next, pages, anchors, columns } = corpus;
const found = JSON.parse(readFileSync(0, "utf-8")).map((query) => {
  const { found } = answer(corpus, parse(query), [], markField);
  return best(corpus, found, 0, Number(most)).map((text) => {
    const places = [];
    for (let place = first[text]; place >= 0; place = next[place])
      if (found.passes(text, place)) places.push([pages[columns.page[place]].path, anchors[place]]);
    return places;
  });
});
process.stdout.write(JSON.stringify(found));
