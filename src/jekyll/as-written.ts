/**
 * What LibSass copies from a stylesheet as it is written, where dart-sass prints its own spelling: declarations of words, numbers, colours
 * and quoted texts alone (LibSass's `static_value`: `.2s`, `''`, `#FFF`), the values of attributes in selectors (`[type="text"]`), and
 * the addresses of style sheets that stay imports. They are marked in the source, and the marks are read in what dart-sass has printed.
 */
import type { SassSyntax } from "./sass-tasks.ts";

/** Around what is copied: Unicode's noncharacters, which stand in no text. */
const [START, END] = ["\ufdd0", "\ufdd1"];
/** In it, for what dart-sass would read. */
const SIGNS: Readonly<Record<string, string>> = { "'": "\ufdd2", '"': "\ufdd3", "\n": "\ufdd4" };

const SKIPPED = String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|url\([^"')]*\)`;
const ATTRIBUTE = String.raw`(?<=\[[\w-]+[~|^$*]?=)("[^"\\\n]*"|'[^'\\\n]*')(?=\])`;
const IMPORT = String.raw`(?<=@import\s+)(url\([^)#]*\)|"[^"#]+\.css"|'[^'#]+\.css'|"(?:https?:)?\/\/[^"]*"|'(?:https?:)?\/\/[^']*')`;
const COMPONENT = String.raw`(?:![ \t]*important|-?[A-Za-z_][\w-]*(?![\w(-])|[+-]?(?:\d*\.)?\d+(?:[eE][+-]?\d+)?(?:%|[A-Za-z]+)?|#[\da-fA-F]{3,8}|"(?:\\[^\n]|[^"\\#\n])*"|'(?:\\[^\n]|[^'\\#\n])*')`;
const VALUE = String.raw`${COMPONENT}(?:(?:\s*[,/]\s*|\s+)${COMPONENT})*`;
const PROGID = String.raw`progid:[\w.]+\((?:[^()#;{}]|#(?!\{))*\)`;
const CUSTOM = String.raw`(?<=[{};\s]--[\w-]+:)([^;{}#]+)(?=[;}])`;
const PROPERTY = String.raw`[*_]?(?!--)[A-Za-z-](?:[\w-]|#\{[^{}]*\})*[ \t]*:[ \t]*`;

const COPIED: Readonly<Record<SassSyntax, RegExp>> = {
  scss: new RegExp(
    String.raw`${IMPORT}|${ATTRIBUTE}|${CUSTOM}|((?<=[{};]|\*\/|^)\s*${PROPERTY})(${VALUE}|${PROGID})(?=\s*[;}])|${SKIPPED}`,
    "g",
  ),
  indented: new RegExp(
    String.raw`${IMPORT}|${ATTRIBUTE}|${CUSTOM.replace("[^;{}#]+", "[^;{}#\\n]+").replace("[;}]", "\\n")}|((?<=^[ \t]+)${PROPERTY})(${VALUE.replaceAll(String.raw`\s`, "[ \\t]")}|${PROGID})(?=[ \t]*$)|${SKIPPED}`,
    "gm",
  ),
};

/** A source in which everything that LibSass copies is marked: for dart-sass it is text. */
export function markCopied(text: string, syntax: SassSyntax): string {
  const source = text.replace(/^\ufeff/, "");
  return source.replace(COPIED[syntax], (found, ...groups: string[]) => {
    const [address, attribute, custom, property, value = ""] = groups as readonly (string | undefined)[];
    if (address !== undefined) return `url("${marked(importAddress(address))}")`;
    if (attribute !== undefined) return `"${marked(attribute)}"`;
    if (custom !== undefined) return unquoted(custom);
    return property === undefined ? found : property + unquoted(value.replace(/\s*\n\s*/g, " "));
  });
}

/** A text that dart-sass prints without its quotes. */
function unquoted(text: string): string {
  return `#{"${marked(text.replaceAll("\\", "\\\\"))}"}`;
}

function marked(text: string): string {
  return START + text.replace(/["'\n]/g, (sign) => SIGNS[sign] ?? sign) + END;
}

/** LibSass writes a file that is no Sass as an address, and quotes doubly. */
function importAddress(text: string): string {
  const [, quoted] = /^["'](.*)["']$/.exec(text) ?? [];
  if (quoted !== undefined) return /^(?:https?:)?\/\//.test(quoted) ? `"${quoted}"` : `url(${quoted})`;
  return text.replace(/^url\(\s*(["']?)(.*?)\1\s*\)$/, (_, quote: string, url: string) =>
    quote === "" ? `url(${url})` : `url("${url}")`,
  );
}

const MARKED = new RegExp(
  String.raw`@import[ \t]*(?:url\()?"?${START}([^${END}]*)${END}"?\)?|"?${START}([^${END}]*)${END}"?`,
  "g",
);

/**
 * What dart-sass has printed of marked sources, with the marked pieces as they were written.
 * @param spelled gives what stands between them
 */
export function withCopied(css: string, spelled: (css: string) => string): string {
  let text = "";
  let end = 0;
  const copied: string[] = [];
  for (const match of css.matchAll(MARKED)) {
    text += `${css.slice(end, match.index)}${match[1] === undefined ? "" : "@import "}${START}`;
    copied.push(written(match[1] ?? match[2] ?? ""));
    end = match.index + match[0].length;
  }
  let next = 0;
  return spelled(text + css.slice(end)).replaceAll(START, () => copied[next++] ?? "");
}

function written(held: string): string {
  return Object.entries(SIGNS).reduce((text, [sign, mark]) => text.replaceAll(mark, sign), held);
}
