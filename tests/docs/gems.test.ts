/** The table of gems in docs/from-jekyll.md and what a build says of each. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { readConfig } from "../../src/config/config.ts";
import { Diagnostics } from "../../src/errors.ts";
import { inFolder } from "../support/site.ts";

const text = readFileSync(new URL("../../docs/from-jekyll.md", import.meta.url), "utf8");
const table = /### Gems without a counterpart[\s\S]*?\n\n(?=A transform)/.exec(text)?.[0] ?? "";

/** `jekyll-mermaid, -diagrams (diagrams_gen)`: the second one is jekyll-diagrams. */
function namesIn(cell: string): readonly string[] {
  return cell
    .split(/[ ,()]+/)
    .filter((name) => name !== "")
    .map((name) => (name.startsWith("-") ? `jekyll${name}` : name));
}

const gems = [...table.matchAll(/^\| ([^|]+) \|/gm)]
  .flatMap(([, cell = ""]) => namesIn(cell))
  .filter((name) => /^[a-z]/.test(name));

describe("A gem without a counterpart", () => {
  it("is one of many in the table", () => assert.ok(gems.length > 100, gems.join()));

  const told = inFolder({ "_config.yml": `plugins: [${gems.join(", ")}]\n` }, (source) => {
    const diagnostics = new Diagnostics();
    readConfig({ source, mode: "jekyll" }, diagnostics);
    return diagnostics.all.map(({ problem }) => problem);
  });
  for (const gem of gems)
    it(`${gem}: a build says what is missing without it, or nothing where nothing is`, () => {
      const said = told.filter((problem) => problem.includes(` ${gem} `)).join();
      assert.doesNotMatch(said, /what it adds to the site/);
    });
});
