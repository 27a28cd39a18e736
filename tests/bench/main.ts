/**
 * `npm run bench`: Octavo against Hugo, Jekyll and plain Eleventy. Prints Markdown; progress goes to stderr.
 *
 *     npm run bench -- [--posts 20,1000,4000] [--rounds 5] [--only Octavo,Hugo]
 *     npm run bench -- markdown
 */
import { parseArgs } from "node:util";
import { octavo } from "./builders.ts";
import { compare, growth, installed } from "./compare.ts";
import { markdownReport } from "./markdown.ts";
import { comparisonTable, goalsTable, growthTable, machineLine } from "./report.ts";

const SIZES = "20,1000,4000";
const GROWTH = { small: 1000, large: 10_000 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    posts: { type: "string" },
    rounds: { type: "string", default: "5" },
    only: { type: "string", default: "" },
  },
});
const list = (text: string): string[] => text.split(",").filter((part) => part !== "");
const rounds = Number(values.rounds);

console.log(`Measured on ${machineLine()}.\n`);
if (positionals[0] === "markdown") {
  console.log(markdownReport(rounds));
} else {
  const chosen = installed(list(values.only));
  console.log(`${chosen.map(([builder, version]) => `- ${builder.name}: ${version}`).join("\n")}\n`);
  const comparisons = [];
  for (const posts of list(values.posts ?? SIZES).map(Number)) {
    const comparison = await compare(
      posts,
      rounds,
      chosen.map(([builder]) => builder),
    );
    comparisons.push(comparison);
    console.log(`${comparisonTable(comparison)}\n`);
  }
  if (chosen.some(([builder]) => builder === octavo)) console.log(`${goalsTable(comparisons)}\n`);
  // A subset is for a quick look.
  if (values.posts === undefined)
    console.log(growthTable(GROWTH.small, GROWTH.large, await growth(GROWTH.small, GROWTH.large, 3)));
}
