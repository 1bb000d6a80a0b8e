// What the scripts know by name, and how they understand queries, which are JSON on standard input.
import "./no_page.mjs";
import { load } from "./making.mjs";

const [{ FACETS, parse }, { ORDERS, SORTS }, { TIERS }] = await Promise.all(["query", "refine", "widen"].map(load));
let given = "";
for await (const part of process.stdin) given += part;
process.stdout.write(JSON.stringify({ facets: FACETS, sorts: SORTS, orders: ORDERS, tiers: TIERS, queries: JSON.parse(given).map(parse) }));
