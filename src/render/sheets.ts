/**
 * The style sheets of the pages. A sheet is a file of `public/css` (or `css`) whose first line says for which pages it is:
 *
 *     /* for: every page *\/
 *     /* for: class="gallery | <figure *\/
 *     /* for: what is there *\/
 *
 * The second kind goes to every page whose HTML contains one of the texts between the bars. Of the third kind each page gets the
 * rules for the elements and classes that it has. A site's own file stands for the theme's of the same name, and needs no such line;
 * any other file without it is left to the site, and told where nothing there names it.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { comingElements } from "../diagrams/mark.ts";
import { documentsOf } from "../documents.ts";
import type { Diagnostics } from "../errors.ts";
import { textsBelow } from "../files-below.ts";
import { fingerprint } from "../hash.ts";
import type { Sheets } from "../layout.ts";
import type { Page, Site } from "../model.ts";
import { themePublic } from "../paths.ts";
import { MERGE_HELP, mergeMark } from "../read/merge-marks.ts";
import { locate } from "../read/position.ts";
import { pathFrom } from "../slashes.ts";
import { minifyCss } from "../style/css.ts";
import { prunable, withJoinedRules, withoutNeedlessProperties } from "../style/prune.ts";
import { readStyle } from "../style/style.ts";
import { needleFinder } from "./needles.ts";

interface Sheet {
  readonly name: string;
  /** The file to name in a message. */
  readonly file: string;
  readonly text: string;
  /** Texts of which a page contains one, or one of the other two kinds. */
  readonly needles: readonly string[] | "every page" | "what is there";
}

/**
 * @param compiled the CSS of a page of the site that is a style sheet (Sass, or Liquid). Throws SiteError
 */
export function readSheets(site: Site, compiled: (page: Page) => string, diagnostics: Diagnostics): Sheets {
  const sheets = [...namedSheets(site, compiled, diagnostics).values()].sort(inOrder);
  const style = readStyle(
    site.config,
    sheets.filter(({ needles }) => typeof needles === "string"),
    diagnostics,
  );
  return {
    key: fingerprint(style.css, ...sheets.flatMap(({ name, text }) => [name, text])),
    colours: style.colours,
    cssFor: cssChooser(sheets, style.css),
  };
}

/** So many different cuts of the style sheets are remembered at most. */
const MOST_REMEMBERED = 500;

/** Cuts the style sheets down to pages. Pages that have the same things get the same CSS, which is made once. */
function cssChooser(sheets: readonly Sheet[], last: string): Sheets["cssFor"] {
  const small = sheets.map(({ text, needles }) => ({ sheet: prunable(minifyCss(text)), needles }));
  const needs = [...new Set(small.flatMap(({ sheet }) => [...sheet.needs]))];
  const attributes = new Map(needs.flatMap((need) => (need.startsWith("[") ? [[need.slice(1, -2), need]] : [])));
  const wanted = new Set(needs);
  const texts = small.flatMap(({ needles }) => (typeof needles === "string" ? [] : needles));
  const find = needleFinder([...texts, ...attributes.keys()]);
  const remembered = new Map<string, string>();
  return (html) => {
    const found = namesIn(html, wanted);
    const standing = find(html);
    for (const [text, need] of attributes) if (standing.has(text)) found.add(need);
    const used = small.filter(
      ({ needles }) => typeof needles === "string" || needles.some((needle) => standing.has(needle)),
    );
    // Figures are drawn when the page has its styles.
    const hasFigures = html.includes("<!--figure ");
    if (hasFigures) for (const name of comingElements(html)) if (wanted.has(name)) found.add(name);
    // What an author wrote may use any property, and so may a drawing.
    const usesAny = hasFigures || html.includes("var(--");
    const key = `${usesAny} ${used.map((one) => small.indexOf(one)).join()} ${[...found].sort().join()}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const parts = used.map(({ sheet, needles }) =>
      sheet.pruned((need) => needles !== "what is there" || found.has(need)),
    );
    const whole = withJoinedRules(parts.join("") + last);
    const css = usesAny ? whole : withoutNeedlessProperties(whole);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, css);
    return css;
  };
}

/** The elements ("div") and classes (".prose") of a page, as far as they are wanted. */
function namesIn(html: string, wanted: ReadonlySet<string>): Set<string> {
  const seen = new Set<string>();
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) {
    const end = nameEnd(html, at + 1);
    if (end > at + 1) seen.add(html.slice(at + 1, end));
  }
  for (let at = html.indexOf(CLASS); at >= 0; at = html.indexOf(CLASS, at + 1)) {
    const end = html.indexOf('"', at + CLASS.length);
    if (html.charCodeAt(at - 1) <= 0x20 && end >= 0) seen.add(` ${html.slice(at + CLASS.length, end)}`);
  }
  const found = new Set<string>();
  for (const text of seen) {
    const all = text.startsWith(" ")
      ? text
          .trim()
          .split(/\s+/)
          .map((name) => `.${name}`)
      : [text];
    for (const name of all) if (wanted.has(name)) found.add(name);
  }
  return found;
}

const CLASS = 'class="';

/** Behind the name of a tag that begins at `from`; `from` itself where none does. */
function nameEnd(html: string, from: number): number {
  const isLetter = (code: number): boolean => code >= 0x61 && code <= 0x7a;
  let at = from;
  for (let code = html.charCodeAt(at); isLetter(code) || (at > from && isInName(code)); code = html.charCodeAt(at))
    at++;
  return at;
}

/** A digit, or a hyphen. */
function isInName(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2d;
}

const SHEET = /^css\/([^/]+)\.css$/;

/** By name. The theme's files are among the static files of the site where the site has none of their name. */
function namedSheets(
  site: Site,
  compiled: (page: Page) => string,
  diagnostics: Diagnostics,
): ReadonlyMap<string, Sheet> {
  const sheets = new Map<string, Sheet>();
  const add = (file: string, shown: string, text: string): void => {
    const name = SHEET.exec(file)?.[1] ?? "";
    const conflict = mergeMark(text);
    if (conflict >= 0) diagnostics.warn({ file: shown, ...locate(text, conflict, AT_START), ...MERGE_LEFT });
    const needles = needlesOf(text) ?? needlesOf(themeSheet(name));
    if (needles !== undefined) sheets.set(name, { name, file: shown, text, needles });
    else if (shown.startsWith("public/") && !isNamed(site, file)) diagnostics.warn(nowhere(shown));
  };
  for (const { from, file } of site.staticFiles)
    if (SHEET.test(file)) add(file, pathFrom(site.config.source, from), readFileSync(from, "utf8"));
  for (const page of site.pages) {
    const css = SHEET.test(page.file) && page.output !== false ? diagnostics.attempt(() => compiled(page)) : undefined;
    if (css !== undefined) add(page.file, page.path, css);
  }
  return sheets;
}

const AT_START = { file: "", line: 1 };

const MERGE_LEFT = {
  problem: "A merge left its marks here: a browser leaves out the rules beside them",
  help: MERGE_HELP,
};

function nowhere(file: string) {
  return {
    file,
    line: 1,
    problem: "The style sheet does not say for which pages it is, and none of them has it",
    help: 'Let it begin with /* for: every page */, or with a text that its pages contain: /* for: class="gallery */',
  };
}

/** Whether a text or a layout of the site may load a style sheet by itself: it names it. */
function isNamed(site: Site, file: string): boolean {
  if (documentsOf(site).some(({ body, data }) => body.includes(file) || JSON.stringify(data).includes(file)))
    return true;
  return textsBelow(resolve(site.config.source, site.config.layoutsDir)).some((text) => text.includes(file));
}

/** The text of the theme's sheet of that name, or "". */
function themeSheet(name: string): string {
  try {
    return readFileSync(`${themePublic}/css/${name}.css`, "utf8");
  } catch {
    return "";
  }
}

function needlesOf(text: string): Sheet["needles"] | undefined {
  const line = /^\uFEFF?\s*\/\*\s*for:\s*(.+?)\s*\*\//.exec(text)?.[1];
  if (line === undefined || line === "every page" || line === "what is there") return line;
  return line.split(/\s+\|\s+/);
}

/** `main` before all, then what authors write: the others build on them. */
const FIRST = ["main", "author"];

function inOrder(a: Sheet, b: Sheet): number {
  const rank = ({ name }: Sheet): string => `${FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length} ${name}`;
  return rank(a) < rank(b) ? -1 : 1;
}
