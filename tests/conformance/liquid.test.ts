import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { render } from "./liquid-renderer.ts";

interface Case {
  readonly template: string;
  readonly d?: unknown;
  readonly vars?: Readonly<Record<string, unknown>>;
  /** What Jekyll printed; absent where it ended with an error. */
  readonly expected?: string;
}

/** Recorded from Jekyll 4.3.1. Where Jekyll ends with an error so do we, but for `kinder`. */
const FILES: readonly { readonly name: string; readonly count: number }[] = [
  { name: "liquid.json", count: 294 },
  { name: "liquid-lax.json", count: 85 },
];

/** Errors of Liquid 5.4 that no author deserves: an end tag of a raw block that trims (Liquid 4 reads it, and trims nothing), and a raw tag inside a comment. */
const KINDER: Readonly<Record<string, string>> = {
  "{%- raw -%} {{ a }} {%- endraw -%} x": " {{ a }} x",
  "{% comment %} {% raw %} {% endcomment %}": "",
};

for (const { name, count } of FILES) {
  describe(`Jekyll's Liquid, ${name}`, () => {
    const cases = JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8")) as readonly Case[];

    it("has every recorded case", () => assert.equal(cases.length, count));

    for (const { template, d, vars, expected } of cases) {
      it(template, async () => {
        const result = render(template, { d, ...(vars && { vars }) });
        const text = expected ?? KINDER[template];
        if (text !== undefined) assert.equal(await result, text);
        else assert.equal(await result.catch((error: Error) => error.name), "SiteError");
      });
    }
  });
}
