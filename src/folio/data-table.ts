/** bootstrap-table's `<table data-toggle="table" data-url="…json">`: its rows, written when the site is built. */
import { escapeHtml } from "../jekyll/filters/escapes.ts";
import type { Data, Value } from "../model.ts";
import { plainText } from "../page/plain-text.ts";
import type { Rule } from "../page/rule.ts";
import { asData, asList } from "../settings.ts";

interface Column {
  readonly field: string;
  readonly title: string;
  /** "left", "center", "right" or "". */
  readonly align: string;
}

export const dataTables: Rule = {
  name: "tables from JSON",
  elements: ["table"],
  edit: (table, context) => {
    const url = table.get("data-url");
    if (url === undefined || table.get("data-toggle") !== "table" || table.content.includes("<td")) return;
    const file = context.file(url);
    const text = file === undefined ? undefined : context.helpers.file(file.path);
    const rows = text === undefined ? undefined : rowsOf(text);
    if (rows === undefined) {
      context.warn(
        `The table's data ${url} is no JSON file of this site`,
        "Correct data-url, or put the file there",
        url,
      );
      return;
    }
    const columns = columnsOf(table.content, rows);
    const align = (side: string): string => (side === "" ? "" : ` class="${escapeHtml(side)}"`);
    const head = columns
      .map(({ title, align: side }) => `<th scope="col"${align(side)}>${escapeHtml(title)}</th>`)
      .join("");
    const body = rows.map((row) => {
      const cells = columns.map(({ field, align: side }) => `<td${align(side)}>${escapeHtml(textOf(row[field]))}</td>`);
      return `<tr>${cells.join("")}</tr>`;
    });
    table.replaceContent(`<thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody>`);
  },
};

/** A list of mappings, or one under `rows` (bootstrap-table, "data-url"); undefined for anything else. */
function rowsOf(json: string): readonly Data[] | undefined {
  try {
    const value = JSON.parse(json) as Value;
    return (asList(value) ?? asList(asData(value)?.rows))?.map((row) => asData(row) ?? {});
  } catch {
    return undefined;
  }
}

/** As the table's own head names them, else one for each key of the first row. */
function columnsOf(head: string, rows: readonly Data[]): readonly Column[] {
  const named = [...head.matchAll(/<th\b([^>]*)>([\s\S]*?)<\/th>/gi)].flatMap(([, attributes = "", title = ""]) => {
    const of = (name: string): string => new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? "";
    const field = of("data-field");
    const align = of("data-halign") || of("data-align");
    return field === ""
      ? []
      : [{ field, title: plainText(title), align: /^(?:left|center|right)$/.test(align) ? align : "" }];
  });
  return named.length > 0 ? named : Object.keys(rows[0] ?? {}).map((field) => ({ field, title: field, align: "" }));
}

function textOf(value: Value | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
