/** kramdown's option `html_to_native`: our own examples with what kramdown 2.4.0 printed for them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseOptions } from "../../src/markdown/option-values.ts";
import { JEKYLL, readExamples, withoutColours } from "./kramdown-examples.ts";
import { render } from "./kramdown-renderer.ts";

const EXAMPLES = readExamples("kramdown-native.json");

const NATIVE = { ...JEKYLL, html_to_native: true };

describe("HTML as Markdown's own elements", () => {
  for (const { rule, text, html, options } of EXAMPLES) {
    it(rule, () => assert.equal(withoutColours(render(text, { ...NATIVE, ...options })), withoutColours(html)));
  }

  it("the option is known, on and off", () => {
    assert.deepEqual(parseOptions({ html_to_native: true }), {
      options: { html_to_native: true },
      problems: new Map(),
    });
    assert.deepEqual(parseOptions({ html_to_native: "no" }), {
      options: { html_to_native: false },
      problems: new Map(),
    });
  });
});

describe("every truncation of every example", () => {
  for (const { rule, text, options } of EXAMPLES) {
    it(rule, () => {
      for (let length = 0; length < text.length; length++) {
        assert.equal(typeof render(text.slice(0, length), { ...NATIVE, ...options }), "string");
      }
    });
  }
});
