/** Tables of `_data`: RFC 4180 as Ruby's CSV reads it for Jekyll, with the first row as the keys of the others. */

import { withoutMark } from "../byte-order-mark.ts";
import { SiteError } from "../errors.ts";
import type { Data, Value } from "../model.ts";
import { keepKeys } from "./scalar-values.ts";

/**
 * One mapping a row; a cell that is empty and not quoted is null.
 * Throws SiteError where a quote is not closed or stands inside a cell.
 */
export function parseTable(text: string, separator: string, file: string): readonly Data[] {
  const [header = [], ...rows] = parseRows(withoutMark(text), separator, file);
  return rows.map((row) => mappingOf(header, row));
}

const NAMELESS: ReadonlyMap<string, Value> = new Map([["", null]]);

/** Of two columns with one name the first counts; a cell that no name stands above is under nil. */
function mappingOf(header: readonly Cell[], row: readonly Cell[]): Data {
  const cells = new Map<string, Value>();
  let hasNameless = false;
  for (let column = 0; column < Math.max(header.length, row.length); column++) {
    const name = header[column] ?? null;
    hasNameless ||= name === null;
    if (!cells.has(name ?? "")) cells.set(name ?? "", row[column] ?? null);
  }
  const mapping = Object.fromEntries(cells);
  keepKeys(mapping, [...cells.keys()], hasNameless ? NAMELESS : new Map());
  return mapping;
}

type Cell = string | null;

function parseRows(text: string, separator: string, file: string): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: Cell[] = [];
    for (;;) {
      const cell = text[at] === '"' ? quoted(text, at, file) : plain(text, at, separator, file);
      row.push(cell.value);
      at = cell.end;
      if (text[at] !== separator) break;
      at++;
    }
    if (at < text.length && text[at] !== "\n" && text[at] !== "\r") throw malformed(text, at, file);
    at += text.startsWith("\r\n", at) ? 2 : 1;
    rows.push(row.length === 1 && row[0] === null ? [] : row);
  }
  return rows;
}

function plain(text: string, start: number, separator: string, file: string): { value: Cell; end: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") {
    if (text[end] === '"') throw malformed(text, end, file);
    end++;
  }
  return { value: end === start ? null : text.slice(start, end), end };
}

function quoted(text: string, start: number, file: string): { value: string; end: number } {
  let value = "";
  for (let from = start + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) throw malformed(text, start, file);
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    from = quote + 2;
  }
}

function malformed(text: string, at: number, file: string): SiteError {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const excerpt = text.slice(start).split(/\r?\n/, 1)[0] ?? "";
  return new SiteError({
    file,
    line: text.slice(0, at).split("\n").length,
    column: at - start + 1,
    problem: "A quote in this table is not closed, or stands inside a cell",
    help: 'Put the whole cell in quotes and write a quote within it twice: "a ""b"" c"',
    excerpt,
  });
}
