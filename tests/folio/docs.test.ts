/** docs/al-folio.md has a line for every name of the inventory, in a table: in code, word by word, or, of several words, as it is. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../support/site.ts";
import * as inventory from "./inventory.ts";

/** `profile.{align,image}` is two names. */
function spread(name: string): readonly string[] {
  const [, before = "", inner = "", after = ""] = /^(.*)\{(.*?,.*?)\}(.*)$/.exec(name) ?? [];
  return inner === "" ? [name] : inner.split(",").flatMap((one) => spread(before + one.trim() + after));
}

/** The names that a line of a table has in code: `{% cite a b %}` is "cite", too. */
function namesIn(line: string): ReadonlySet<string> {
  const code = [...line.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
  const tags = code.flatMap((text) => /^\{%-?\s*(\S+)/.exec(text)?.[1] ?? []);
  return new Set([...code.flatMap(spread), ...tags]);
}

const lines = readFileSync(join(root, "docs/al-folio.md"), "utf8")
  .split("\n")
  .filter((line) => /^\|.*\|.*\S.*\|$/.test(line))
  .map((text) => ({ text, names: namesIn(text) }));

for (const [area, names] of Object.entries(inventory))
  test(`every name of ${area} has its line`, () => {
    const missing = names.filter((name) => {
      const words = name.split(" ");
      const isIn = ({ text, names: code }: (typeof lines)[number]): boolean =>
        code.has(name) ||
        words.every((word) => code.has(word)) ||
        (words.length > 1 && text.replaceAll("`", "").includes(name));
      return !lines.some(isIn);
    });
    assert.deepEqual(missing, []);
  });
