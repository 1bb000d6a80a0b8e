// Answers queries with the real engine over a built index: a folder, a language, then queries as JSON on standard input.
import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [scripts, index, tag] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(`${scripts}/${name}.js`));
const modules = ["corpus", "fields", "query", "search"];
const [{ Corpus }, { markField }, { parse }, { search }] = await Promise.all(modules.map(load));
const corpus = new Corpus();
const names = readdirSync(index).filter((name) => name.startsWith(`${tag}-`) && name.endsWith(".json"));
for (const name of names.sort().reverse()) corpus.add(JSON.parse(readFileSync(`${index}/${name}`, "utf-8")));
const answers = JSON.parse(readFileSync(0, "utf-8")).map((query) => {
  const started = performance.now();
  const { texts } = search(corpus, parse(query), markField);
  const milliseconds = performance.now() - started;
  return { query, milliseconds, texts: texts.map((text) => corpus.texts.values[text]) };
});
process.stdout.write(JSON.stringify(answers));
