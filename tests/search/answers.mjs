// Answers queries with the real engine over a built index: a folder, a language, then queries as JSON on standard input.
import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [scripts, index, tag] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(`${scripts}/${name}.js`));
const [{ Corpus }, { parse }, { search }] = await Promise.all(["corpus", "query", "search"].map(load));
const corpus = new Corpus();
const names = readdirSync(index).filter((name) => name.startsWith(`${tag}-`) && name.endsWith(".json"));
for (const name of names.sort().reverse()) corpus.add(JSON.parse(readFileSync(`${index}/${name}`, "utf-8")));
const answers = JSON.parse(readFileSync(0, "utf-8")).map((query) => {
  const started = performance.now();
  const found = search(corpus, parse(query), "relevance");
  const milliseconds = performance.now() - started;
  const places = found.texts.map((text) => [
    corpus.texts[text],
    found.places(text).map(({ page, anchor }) => `${corpus.pages[page].path}#${anchor}`),
  ]);
  return { query, milliseconds, places };
});
process.stdout.write(JSON.stringify(answers));
