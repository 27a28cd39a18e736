/** A Jupyter notebook, read from its file: text as Markdown, code with its colours, and the outputs that were saved with it. */
import { escapeHtml } from "../jekyll/filters/escapes.ts";
import type { Converters } from "../jekyll/services.ts";
import type { Data, Value } from "../model.ts";
import { asData, asList, asText } from "../settings.ts";
import { disarm, sanitize } from "./sanitize.ts";

/** What an output may be, the best first (nbformat 4, display_data). */
const PICTURES = ["image/png", "image/jpeg", "image/gif", "image/webp"] as const;

const COLOUR = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*[A-Za-z]`, "g");

/**
 * HTML of a notebook of nbformat 3 or 4, without blank lines.
 * @param text the .ipynb file; throws SyntaxError where it is no JSON, or that of no notebook
 */
export function notebookHtml(text: string, converters: Pick<Converters, "markdownify" | "highlight">): string {
  const notebook = asData(JSON.parse(text) as Value) ?? {};
  const language = languageOf(notebook);
  const sheets = asList(notebook.worksheets)?.map((sheet) => asData(sheet) ?? {}) ?? [notebook];
  if (!sheets.some(({ cells }) => asList(cells) !== undefined)) throw new SyntaxError("it has no cells");
  const cells = sheets.flatMap((sheet) => asList(sheet.cells) ?? []).map((cell) => asData(cell) ?? {});
  const html = cells.map((cell) => cellHtml(cell, language, converters)).join("");
  return `<div class="notebook">${html}</div>`;
}

function languageOf({ metadata }: Data): string {
  const about = asData(metadata) ?? {};
  return (
    asText(asData(about.language_info)?.name) ??
    asText(asData(about.kernelspec)?.language) ??
    asText(about.language) ??
    "python"
  );
}

function cellHtml(cell: Data, language: string, converters: Pick<Converters, "markdownify" | "highlight">): string {
  const source = joined(cell.source ?? cell.input);
  switch (cell.cell_type) {
    case "markdown":
      return textHtml(withAttachments(source, asData(cell.attachments)), converters);
    case "heading":
      return converters.markdownify(`${"#".repeat(Number(cell.level ?? 1))} ${source}`);
    case "code": {
      const outputs = (asList(cell.outputs) ?? [])
        .map((output) => outputHtml(asData(output) ?? {}, converters))
        .join("");
      return (source.trim() === "" ? "" : codeHtml(source, language, converters)) + outputs;
    }
    default:
      return source.trim() === "" ? "" : `<pre>${escapeHtml(source)}</pre>`;
  }
}

/** A cell of text. Markdown may hold HTML, and a notebook may come from anyone. */
function textHtml(text: string, { markdownify }: Pick<Converters, "markdownify">): string {
  const html = markdownify(text);
  return /<[a-z]|javascript:/i.test(text) ? disarm(html) : html;
}

function codeHtml(code: string, language: string, { highlight }: Pick<Converters, "highlight">): string {
  const spans = highlight(code, language) ?? escapeHtml(code);
  const classes = `language-${escapeHtml(language)} highlighter-rouge`;
  return `<div class="${classes}"><div class="highlight"><pre class="highlight"><code>${spans}\n</code></pre></div></div>`;
}

function outputHtml(output: Data, converters: Pick<Converters, "markdownify">): string {
  const type = output.output_type;
  if (type === "stream") return textOutput(joined(output.text));
  if (type === "error" || type === "pyerr") {
    const trace = (asList(output.traceback) ?? []).map(String).join("\n");
    return textOutput(trace || `${String(output.ename ?? "")}: ${String(output.evalue ?? "")}`);
  }
  // nbformat 3 keeps what 4 has under `data` in the output itself, under short names.
  const data = asData(output.data) ?? {
    ...(output.png !== undefined && { "image/png": output.png }),
    ...(output.jpeg !== undefined && { "image/jpeg": output.jpeg }),
    ...(output.svg !== undefined && { "image/svg+xml": output.svg }),
    ...(output.html !== undefined && { "text/html": output.html }),
    ...(output.latex !== undefined && { "text/latex": output.latex }),
    ...(output.text !== undefined && { "text/plain": output.text }),
  };
  const plain = joined(data["text/plain"]);
  const picture = PICTURES.find((kind) => data[kind] !== undefined);
  if (picture !== undefined) return pictureHtml(picture, joined(data[picture]).replace(/\s+/g, ""), plain);
  if (data["image/svg+xml"] !== undefined) {
    const svg = Buffer.from(joined(data["image/svg+xml"])).toString("base64");
    return pictureHtml("image/svg+xml", svg, plain);
  }
  const html = sanitize(joined(data["text/html"])).trim();
  // A chart that a script draws leaves empty boxes: what stands for it in words comes next.
  if (/<(?:img|hr)\b/.test(html) || html.replace(/<[^>]*>/g, "").trim() !== "")
    return `<div class="output">${withoutBlankLines(html)}</div>`;
  const markdown = joined(data["text/markdown"] ?? data["text/latex"]);
  if (markdown !== "") return `<div class="output">${textHtml(markdown, converters)}</div>`;
  const json = data["application/json"];
  return textOutput(plain === "" && json !== undefined ? JSON.stringify(json, null, 2) : plain);
}

/** A picture that was saved inside the notebook needs no request. */
function pictureHtml(type: string, base64: string, about: string): string {
  const isName = about === "" || /^<.*>$/s.test(about.trim());
  return `<p class="output"><img src="data:${type};base64,${base64}" alt="${isName ? "" : escapeHtml(about.trim())}"></p>`;
}

function textOutput(text: string): string {
  return text.trim() === "" ? "" : `<pre class="output">${escapeHtml(withoutColours(text)).trimEnd()}</pre>`;
}

/** Text as a terminal leaves it: without colours (ECMA-48, CSI sequences), and of a line that was written over the last state. */
function withoutColours(text: string): string {
  return text.replace(COLOUR, "").replace(/[^\n]*\r(?=[^\r\n])/g, "");
}

/** Pictures that the author dropped into the text (nbformat 4.1, `attachments`). */
function withAttachments(text: string, attachments: Data | undefined): string {
  return text.replace(/attachment:([^)\s"]+)/g, (whole, name: string) => {
    const [type, base64] = Object.entries(asData(attachments?.[decodeURIComponent(name)]) ?? {})[0] ?? [];
    return type === undefined ? whole : `data:${type};base64,${joined(base64).replace(/\s+/g, "")}`;
  });
}

/** Notebooks keep texts as lists of lines. */
function joined(value: Value | undefined): string {
  const lines = asList(value);
  return lines === undefined ? (typeof value === "string" ? value : "") : lines.map(String).join("");
}

function withoutBlankLines(html: string): string {
  return html.replace(/\n\s*\n/g, "\n");
}
