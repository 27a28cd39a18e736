/** Tables of rows: for each name of the inventory what a small site shows, and what it never shows. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Files } from "../support/site.ts";

type Pattern = RegExp | string;

/** Where or what is looked at, what is there (a text, or a pattern; several), and what is not. */
type Row = readonly [of: string, shows: Pattern | readonly Pattern[], never?: Pattern];
export type Rows = Readonly<Record<string, Row>>;

/** A test for each row. Fails where a name of the inventory has no row, or a row no name. */
export function testRows(title: string, names: readonly string[], rows: Rows, text: (of: string) => string): void {
  describe(title, () => {
    it("every name has its row", () => assert.deepEqual(Object.keys(rows).sort(), [...names].sort()));
    for (const [name, [of, shows, never]] of Object.entries(rows))
      it(name, () => {
        const html = text(of);
        for (const pattern of Array.isArray(shows) ? shows : [shows])
          assert.ok(has(html, pattern), `${pattern}\n${html}`);
        if (never !== undefined) assert.ok(!has(html, never), `not ${never}\n${html}`);
      });
  });
}

function has(html: string, pattern: Pattern): boolean {
  return typeof pattern === "string" ? html.includes(pattern) : pattern.test(html);
}

/** A page for each row, whose text is what the row is of: `rows/0/index.html` and so on. @param layout of a page by its text */
export function pagesOf(rows: Rows, layout: (text: string) => string = () => "page"): Files {
  return Object.fromEntries(
    Object.values(rows).map(([text], index) => [
      `rows/${index}.md`,
      `---\nlayout: ${layout(text)}\ntitle: Row ${index}\ntoc: true\npermalink: /rows/${index}/\n---\n${text}\n`,
    ]),
  );
}

/** The page of a row of that text. */
export function pageOf(rows: Rows, text: string): string {
  return `rows/${Object.values(rows).findIndex(([of]) => of === text)}/index.html`;
}

/** A file of a picture. */
export const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="6"><circle cx="4" cy="3" r="2"/></svg>';
