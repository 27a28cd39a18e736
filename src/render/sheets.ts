/**
 * The style sheets of the pages. A sheet is a file of `public/css` (or `css`) whose first line says for which pages it is:
 *
 *     /* for: every page *\/
 *     /* for: class="gallery | <figure *\/
 *
 * The second kind goes to every page whose HTML contains one of the texts between the bars. A site's own file stands for the
 * theme's of the same name, and needs no such line; any other file without it is left to the site.
 */
import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import type { Diagnostics } from "../errors.ts";
import { fingerprint } from "../hash.ts";
import type { Page, Sheets, Site } from "../model.ts";
import { themePublic } from "../paths.ts";
import { minifyCss } from "../style/css.ts";
import { readStyle } from "../style/style.ts";

interface Sheet {
  readonly name: string;
  /** The file to name in a message. */
  readonly file: string;
  readonly text: string;
  /** Texts of which a page contains one; "every page". */
  readonly needles: readonly string[] | "every page";
}

/**
 * @param compiled the CSS of a page of the site that is a style sheet (Sass, or Liquid). Throws SiteError
 */
export function readSheets(site: Site, compiled: (page: Page) => string, diagnostics: Diagnostics): Sheets {
  const sheets = [...namedSheets(site, compiled, diagnostics).values()].sort(inOrder);
  const always = sheets.filter(({ needles }) => needles === "every page");
  const style = readStyle(site.config, always, diagnostics);
  const small = sheets.map(({ text, needles }) => ({ css: minifyCss(text), needles }));
  return {
    key: fingerprint(style.css, ...sheets.flatMap(({ name, text }) => [name, text])),
    colours: style.colours,
    cssFor: (body) =>
      small
        .filter(({ needles }) => needles === "every page" || needles.some((needle) => body.includes(needle)))
        .map(({ css }) => css)
        .join("") + style.css,
  };
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
    const needles = needlesOf(text) ?? needlesOf(themeSheet(name));
    if (needles !== undefined) sheets.set(name, { name, file: shown, text, needles });
  };
  for (const { from, file } of site.staticFiles)
    if (SHEET.test(file))
      add(file, relative(site.config.source, from).split(sep).join("/"), readFileSync(from, "utf8"));
  for (const page of site.pages) {
    const css = SHEET.test(page.file) && page.output !== false ? diagnostics.attempt(() => compiled(page)) : undefined;
    if (css !== undefined) add(page.file, page.path, css);
  }
  return sheets;
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
  if (line === undefined || line === "every page") return line;
  return line.split(/\s+\|\s+/);
}

/** Those of every page first, `main` before all: the others build on them. */
function inOrder(a: Sheet, b: Sheet): number {
  const rank = ({ name, needles }: Sheet): string => `${name === "main" ? 0 : needles === "every page" ? 1 : 2}${name}`;
  return rank(a) < rank(b) ? -1 : 1;
}
