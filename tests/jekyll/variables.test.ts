import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Files } from "../support/site.ts";
import { renderSite } from "./setting.ts";

interface Recorded {
  readonly files: Files;
  /** The page that each template stood in. */
  readonly path: string;
  readonly cases: readonly { readonly template: string; readonly expected: string }[];
}

describe("site, page, documents and files as Jekyll 4.3.1 showed them", () => {
  const { files, path, cases } = JSON.parse(
    readFileSync(join(import.meta.dirname, "variables.json"), "utf8"),
  ) as Recorded;
  for (const { template, expected } of cases) {
    it(template, (test) => {
      const site = renderSite(test, { ...files, [path]: `---\ntitle: T\n---\n${template}` });
      assert.equal(site.page(path), expected);
    });
  }
});
