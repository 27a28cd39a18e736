import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { render } from "../conformance/liquid-renderer.ts";

interface Recorded {
  readonly d: unknown;
  readonly cases: readonly { readonly template: string; readonly expected: string }[];
}

describe("Filters and comparisons as Jekyll 4.3.1 gave them", () => {
  const { d, cases } = JSON.parse(readFileSync(join(import.meta.dirname, "recorded.json"), "utf8")) as Recorded;
  assert.ok(cases.length > 500);
  for (const { template, expected } of cases) {
    it(template, async () => assert.equal(await render(template, { d }), expected));
  }
});
