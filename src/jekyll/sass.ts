/**
 * Stylesheets in Sass (jekyll-sass-converter): text in, CSS and its source map out, through dart-sass 1.91: the last that writes, as sassc
 * does, the declarations behind a nested rule before that rule. Later ones leave them where they stand, and another rule wins.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Diagnostics } from "../errors.ts";
import type { Config, Document } from "../model.ts";
import type { Place } from "../read/position.ts";
import { asData } from "../settings.ts";
import { withCopied } from "./as-written.ts";
import { compactCss } from "./compact-css.ts";
import { inWholeColours } from "./css-colours.ts";
import { loadPaths, refuseForeign } from "./sass-folders.ts";
import { hasSourceMaps, type Stylesheet, withMap } from "./sass-maps.ts";
import { placeOf, sassError, sassWarning } from "./sass-messages.ts";
import type { SassOutcome, SassRefusal, SassResult, SassSyntax, SassTask, SassThread } from "./sass-tasks.ts";
import { asSassc } from "./sassc-css.ts";

/** Whether a document becomes a stylesheet by Sass. Such a document has no layout, whatever its front matter says. */
export function isSass({ path }: Document): boolean {
  return /\.s[ac]ss$/i.test(path);
}

/** Compiles the stylesheets of one site. */
export class SassCompiler {
  readonly #config: Config;
  readonly #diagnostics: Diagnostics;
  readonly #thread: SassThread;
  readonly #hasSourceMaps: boolean;
  /** `sass: {style: …}` as the site names it, with the colon of a symbol or without. */
  readonly #written: string;
  /** sassc's four styles are two here. */
  readonly #style: SassTask["style"];
  /** The theme's `_sass`, where there is one. */
  readonly #theme: readonly string[];
  /** Absolute paths of the folders that imports are looked for in. */
  readonly #roots: readonly string[];
  /** Outcomes with the colours that sassc prints. */
  readonly #withColours = new WeakMap<SassResult, SassResult>();
  /** What the filters made of an outcome: pages print the same text again and again. */
  readonly #printed = new WeakMap<SassOutcome, string>();

  /**
   * @param environment `jekyll.environment`
   * @param themeFolder absolute path of the theme's `_sass`, which stands behind the site's own folders
   */
  constructor(
    config: Config,
    environment: string,
    diagnostics: Diagnostics,
    thread: SassThread,
    themeFolder: string | undefined,
  ) {
    this.#config = config;
    this.#diagnostics = diagnostics;
    this.#thread = thread;
    this.#hasSourceMaps = hasSourceMaps(config, environment);
    this.#written = String(asData(config.data.sass)?.style).replace(/^:/, "");
    this.#style = this.#written === "compressed" ? "compressed" : "expanded";
    this.#theme = themeFolder !== undefined && existsSync(themeFolder) ? [themeFolder] : [];
    this.#roots = [config.source, ...loadPaths(config), ...this.#theme];
  }

  /** Begins to compile a page's stylesheet, which is going to be asked for. @param text as in `page` */
  begin(page: Document, text: string): void {
    this.#thread.offer(this.#taskOf(page, text));
  }

  /**
   * A page's stylesheet, with a comment that names its map where it has one.
   * @param text the page's body after Liquid
   * @throws SiteError with the place in the page or in the file that it imports
   */
  page(page: Document, text: string): Stylesheet {
    const place = { file: page.path, line: page.bodyLine };
    const { css: compiled, map } = this.#compile(this.#taskOf(page, text), place);
    const css = this.#withCharset(compiled);
    return map === undefined ? { css: withNewline(css) } : withMap(css, map, page, this.#config);
  }

  /** CSS of a piece of text, which has no map: what the filters print. @throws SiteError */
  text(text: string, syntax: SassSyntax, place: Partial<Place>): string {
    const marksCopied = this.#config.mode === "jekyll";
    const task = { text, syntax, style: this.#style, folders: this.#roots, sourceMap: false, marksCopied };
    const outcome = this.#compile(task, place);
    let printed = this.#printed.get(outcome);
    if (printed === undefined) {
      printed = this.#withCharset(this.#inOwnStyle(this.#asWritten(text, outcome)));
      this.#printed.set(outcome, printed);
    }
    return printed;
  }

  #taskOf(page: Document, text: string): SassTask {
    return {
      text,
      syntax: extname(page.path).toLowerCase() === ".sass" ? "indented" : "scss",
      style: this.#style,
      // sassc looks from the site's folder; the page's own is where dart-sass would look, and so the last resort.
      folders: [...this.#roots, dirname(join(this.#config.source, page.path))],
      sourceMap: page.kind === "page" && this.#hasSourceMaps,
      marksCopied: false,
    };
  }

  #compile(task: SassTask, place: Partial<Place>): SassResult {
    const first = this.#thread.take(task);
    const outcome =
      this.#config.mode === "jekyll" && lacksModule(first) ? this.#withoutModules(first, task, place) : first;
    const loaded = "problem" in outcome ? [] : outcome.loaded;
    for (const warning of outcome.warnings) this.#diagnostics.warn(sassWarning(warning, loaded, this.#config, place));
    if ("problem" in outcome) throw sassError(outcome, this.#config, place);
    refuseForeign(outcome.loaded, [this.#config.source, ...this.#theme], place);
    return this.#coloured(outcome);
  }

  /** The same outcome for the same outcome: what is printed of it is kept. */
  #coloured(outcome: SassResult): SassResult {
    if (this.#config.mode !== "jekyll") return outcome;
    let coloured = this.#withColours.get(outcome);
    if (coloured === undefined) {
      coloured = { ...outcome, css: inWholeColours(outcome.css, this.#style) };
      this.#withColours.set(outcome, coloured);
    }
    return coloured;
  }

  #withoutModules(refused: SassRefusal, task: SassTask, place: Partial<Place>): SassOutcome {
    const outcome = this.#thread.take({ ...task, text: task.text.replace(MODULE_RULE[task.syntax], blanked) });
    if ("problem" in outcome) return refused;
    const problem = "The module of Sass that is used here is missing: the stylesheet is written without modules";
    const help = "Put the module into a folder of sass: load_paths";
    this.#diagnostics.warn({ ...placeOf(refused.place, this.#config, place), problem, help });
    return outcome;
  }

  /** sassc's own spelling of what dart-sass writes in another way. */
  #asWritten(text: string, { css, loaded }: SassResult): string {
    if (this.#config.mode !== "jekyll") return css;
    const sources = [text, ...loaded.map((url) => readFileSync(fileURLToPath(url), "utf8"))];
    return withCopied(css, (computed) => asSassc(computed, this.#style, sources));
  }

  /** sassc's own style, where the site names none that dart-sass has too. */
  #inOwnStyle(css: string): string {
    return ["compressed", "expanded"].includes(this.#written) ? withNewline(css) : compactCss(css);
  }

  /** What sassc puts before letters outside ASCII; a compressed sheet has none. */
  #withCharset(css: string): string {
    const needsIt = this.#config.mode === "jekyll" && this.#style === "expanded" && /[^\0-\x7f]/.test(css);
    return needsIt ? `@charset "UTF-8";\n${css}` : css;
  }
}

/** Whether a stylesheet failed for a `@use` or `@forward` that leads nowhere. sassc knows neither and prints them as they are. */
function lacksModule(outcome: SassOutcome): outcome is SassRefusal {
  if (!("problem" in outcome) || !outcome.problem.startsWith("Can't find stylesheet")) return false;
  return /@(?:use|forward)\b/.test(outcome.place?.context ?? "");
}

const MODULE_RULE = {
  scss: /^[ \t]*@(?:use|forward)\s[^;{}]*;?/gm,
  indented: /^@(?:use|forward)\s.*/gm,
} as const;

/** As many lines as there were: what is told of the others keeps its place. */
function blanked(rule: string): string {
  return rule.replace(/[^\n]/g, " ");
}

function withNewline(css: string): string {
  return css === "" ? "" : `${css}\n`;
}
