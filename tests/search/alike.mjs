// Of groups of words, which are JSON on standard input, those whose words do not all find the same: a folder of scripts, one of
// the index, a language.
import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [scripts, index, tag] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(`${scripts}/${name}.js`));
const [{ Corpus }, { parse }, { search }] = await Promise.all(["corpus", "query", "search"].map(load));
const corpus = new Corpus();
for (const name of readdirSync(index).filter((name) => name.startsWith(`${tag}-`)).sort().reverse())
  corpus.add(JSON.parse(readFileSync(`${index}/${name}`, "utf-8")));
const found = (word) => search(corpus, parse(word)).texts.join();
const unlike = JSON.parse(readFileSync(0, "utf-8")).filter((words) => {
  const first = found(words[0]);
  return !first || words.some((word) => found(word) !== first);
});
process.stdout.write(JSON.stringify(unlike));
