// Folds every character that this Unicode knows, by the table on standard input: code points with what they fold to.
import { load } from "./making.mjs";

const { Folding } = await load("folding");
const folding = new Folding();
let table = "";
for await (const part of process.stdin) table += part;
folding.learn(JSON.parse(table));
const pairs = [];
for (let code = 0; code < 0x110000; code++) {
  const character = String.fromCodePoint(code);
  if (!/[\p{Cn}\p{Cs}]/u.test(character)) pairs.push([code, folding.fold(character)]);
}
process.stdout.write(JSON.stringify(pairs));
