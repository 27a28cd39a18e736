/**
 * Snippets with odd arguments (nil, negative numbers, hashes, letters outside ASCII, tags cut off …), with what Jekyll 4.3.1
 * and Liquid 5.4 printed for them on the page about.md of `liquid-site`; null where they ended with an error.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { render } from "./liquid-renderer.ts";

interface Group {
  /** The variable `d` of every snippet. */
  readonly d: unknown;
  /** What each snippet prints. */
  readonly cases: Readonly<Record<string, string | null>>;
}

describe("Liquid with odd arguments", () => {
  const groups = JSON.parse(readFileSync(join(import.meta.dirname, "liquid-odd.json"), "utf8")) as readonly Group[];
  for (const { d, cases } of groups)
    for (const [template, expected] of Object.entries(cases))
      it(template, async () => {
        if (expected === null) await assert.rejects(render(template, { d }));
        else assert.equal(await render(template, { d }), expected);
      });
});
