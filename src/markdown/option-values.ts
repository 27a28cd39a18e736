import { type Document, warn } from "./document.ts";
import type { EntityOutput, HighlighterSettings, KramdownOptions } from "./options.ts";

/** kramdown's own defaults (`Kramdown::Options`). */
export const DEFAULTS: KramdownOptions = {
  version: "2.4",
  input: "kramdown",
  auto_ids: true,
  auto_id_prefix: "",
  auto_id_stripping: false,
  entity_output: "as_char",
  footnote_backlink: "&#8617;",
  footnote_backlink_inline: false,
  footnote_link_text: "%s",
  footnote_nr: 1,
  footnote_prefix: "",
  forbidden_inline_options: ["template"],
  gfm_quirks: ["paragraph_end"],
  hard_wrap: true,
  header_links: false,
  header_offset: 0,
  html_to_native: false,
  link_defs: {},
  math_engine: "mathjax",
  parse_block_html: false,
  parse_span_html: true,
  remove_line_breaks_for_cjk: false,
  smart_quotes: ["lsquo", "rsquo", "ldquo", "rdquo"],
  syntax_highlighter: "rouge",
  syntax_highlighter_opts: {},
  toc_levels: [1, 2, 3, 4, 5, 6],
  typographic_symbols: {},
};

/** Options for LaTeX, man pages or the command line, and Jekyll's own `show_warnings` and `guess_lang`: the HTML does not change. */
const WITHOUT_EFFECT = new Set([
  "template",
  "line_width",
  "latex_headers",
  "list_indent",
  "math_engine_opts",
  "show_warnings",
  "guess_lang",
]);

/** Options that kramdown 2.4 does not know. */
const SINCE_2_5 = new Set(["footnote_link_text", "header_links"]);

type Reader<T> = (value: unknown) => T | undefined;
type Readers = { readonly [Name in keyof KramdownOptions]: Reader<KramdownOptions[Name]> };

const boolean: Reader<boolean> = (value) => {
  if (typeof value === "boolean") return value;
  if (value === null) return false;
  const text = String(value).trim().toLowerCase();
  return text === "true" ? true : text === "false" || text === "no" || text === "" ? false : undefined;
};
const integer: Reader<number> = (value) => {
  const number = typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
  return Number.isInteger(number) ? number : undefined;
};
const string = (value: unknown): string => (value === null || value === undefined ? "" : String(value));
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.map(String)
    : string(value)
        .split(/[,\s]+/)
        .filter((item) => item !== "");

const name = (value: unknown): string => string(value).replace(/^:/, "");

const READERS: Readers = {
  version: (value) => (["2.4", "2.5"] as const).find((version) => version === String(value)),
  input: (value) => (name(value) === "GFM" ? "GFM" : name(value).toLowerCase() === "kramdown" ? "kramdown" : undefined),
  auto_ids: boolean,
  auto_id_prefix: string,
  auto_id_stripping: boolean,
  entity_output: (value) => {
    const outputs: readonly EntityOutput[] = ["as_char", "as_input", "numeric", "symbolic"];
    return outputs.find((output) => output === name(value));
  },
  footnote_backlink: string,
  footnote_backlink_inline: boolean,
  // A format of Ruby's sprintf for one text: a second directive is an error there.
  footnote_link_text: (value) => (/^(?:[^%]|%%)*%s(?:[^%]|%%)*$/.test(String(value)) ? String(value) : undefined),
  footnote_nr: integer,
  footnote_prefix: string,
  forbidden_inline_options: list,
  gfm_quirks: list,
  hard_wrap: boolean,
  header_links: boolean,
  header_offset: integer,
  html_to_native: boolean,
  link_defs: (value) => {
    if (!isRecord(value)) return undefined;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, Array.isArray(entry) ? entry.map(String) : [String(entry)]]),
    );
  },
  math_engine: (value) => {
    const engine = name(value);
    return engine === "" || engine === "mathjax" ? engine : undefined;
  },
  parse_block_html: boolean,
  parse_span_html: boolean,
  remove_line_breaks_for_cjk: boolean,
  smart_quotes: (value) => {
    const quotes = list(value);
    return quotes.length === 4 ? quotes : undefined;
  },
  syntax_highlighter: (value) => {
    // CodeRay and minted are gems that kramdown knows; code without colours is what it makes of any other name.
    const highlighter = name(value);
    if (highlighter === "coderay" || highlighter === "minted") return undefined;
    return highlighter === "rouge" ? highlighter : "";
  },
  syntax_highlighter_opts: (value) => (isRecord(value) ? value : readInlineMapping(string(value))),
  toc_levels: (value) => {
    const levels = Array.isArray(value) ? value.map(Number) : readLevels(string(value));
    return levels.every((level) => Number.isInteger(level)) ? levels : undefined;
  },
  typographic_symbols: (value) => {
    if (!isRecord(value)) return value === null || value === "" ? {} : undefined;
    return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, string(text)]));
  },
};

function readLevels(text: string): number[] {
  const range = /^(\d)\.\.(\d)$/.exec(text.trim());
  if (range === null) return text.split(",").map((item) => Number(item.trim() === "" ? Number.NaN : item));
  const levels: number[] = [];
  for (let level = Number(range[1]); level <= Number(range[2]); level++) levels.push(level);
  return levels;
}

/** The one-line form of a mapping that fits into `{::options}`: `{default_lang: ruby, wrap: div}`. */
function readInlineMapping(text: string): HighlighterSettings | undefined {
  const match = /^\{([^{}]*)\}$/.exec(text.trim());
  if (match === null) return text.trim() === "" ? {} : undefined;
  const [, inside = ""] = match;
  const settings: Record<string, unknown> = {};
  for (const pair of inside.split(",")) {
    const [, key, word] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(pair) ?? [];
    if (key === undefined) return undefined;
    settings[key] = word === "true" ? true : word === "false" ? false : word;
  }
  return settings;
}

/** A `kramdown:` block, read. */
export interface ParsedOptions {
  readonly options: Partial<KramdownOptions>;
  /** One sentence for each setting that cannot be honoured, by its key; it names the option. */
  readonly problems: ReadonlyMap<string, string>;
}

/**
 * Checks the `kramdown:` block of a configuration. What is not there keeps kramdown's default; what cannot be honoured
 * is left out and named in `problems`.
 */
export function parseOptions(given: Readonly<Record<string, unknown>>): ParsedOptions {
  return readOptions(given, READERS.version(given.version) ?? DEFAULTS.version);
}

function isOption(key: string): key is keyof KramdownOptions {
  return Object.hasOwn(READERS, key);
}

function readOptions(given: Readonly<Record<string, unknown>>, version: KramdownOptions["version"]): ParsedOptions {
  const options: Record<string, unknown> = {};
  const problems = new Map<string, string>();
  for (const [key, value] of Object.entries(given)) {
    if (WITHOUT_EFFECT.has(key)) continue;
    if (key === "transliterated_header_ids" && boolean(value) !== true) continue;
    const reader = isOption(key) ? READERS[key] : undefined;
    const parsed = reader?.(value);
    if (SINCE_2_5.has(key) && version === "2.4") problems.set(key, `kramdown option ${key} needs version: "2.5"`);
    else if (reader === undefined) problems.set(key, `kramdown option ${key} is not supported`);
    else if (parsed === undefined) problems.set(key, `kramdown option ${key} cannot be ${JSON.stringify(value)}`);
    else options[key] = parsed;
  }
  return { options: options as Partial<KramdownOptions>, problems };
}

/** `{::options key="value" /}`: changes the options of the text it stands in. */
export function changeOptions(document: Document, pairs: ReadonlyMap<string, string>, line: number): void {
  for (const [key, value] of pairs) {
    if (key === "version" || document.options.forbidden_inline_options.includes(key)) {
      warn(document, line, `Option ${key} may not be set inside a text`);
      continue;
    }
    const { options, problems } = readOptions({ [key]: value }, document.options.version);
    for (const problem of problems.values()) warn(document, line, problem);
    document.options = { ...document.options, ...options };
  }
}
