/** The stylesheets of a site that are pages of it, in Sass: compiled once each, with their source maps. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostics, SiteError } from "../errors.ts";
import { isAcademic } from "../folio/academic.ts";
import { isSass, SassCompiler } from "../jekyll/sass.ts";
import { sassFolder } from "../jekyll/sass-folders.ts";
import { hasSourceMaps, type Stylesheet, sourceMapPlace } from "../jekyll/sass-maps.ts";
import type { SassSyntax, SassThread } from "../jekyll/sass-tasks.ts";
import type { Document, Output, Page, Site } from "../model.ts";

/** Compiles the stylesheets of one build. */
export class Stylesheets {
  readonly #site: Site;
  readonly #diagnostics: Diagnostics;
  readonly #environment: string;
  readonly #sass: SassCompiler;
  readonly #compiled = new Map<Document, Stylesheet>();

  /** @param environment `jekyll.environment` */
  constructor(site: Site, environment: string, diagnostics: Diagnostics, thread: SassThread) {
    const { config } = site;
    this.#site = site;
    this.#diagnostics = diagnostics;
    this.#environment = environment;
    const themeFolder = config.theme === "" ? undefined : join(config.theme, "_sass");
    this.#sass = new SassCompiler(config, environment, diagnostics, thread, themeFolder);
  }

  /**
   * Begins with all of them on the thread of dart-sass. What goes wrong is met again, and told, when the page itself is rendered.
   * @param sourceOf a page's body after Liquid
   */
  begin(sourceOf: (page: Page) => string): void {
    for (const page of this.#pages) {
      try {
        this.#sass.begin(page, sourceOf(page));
      } catch (error) {
        if (!(error instanceof SiteError)) throw error;
      }
    }
  }

  /** CSS of a page. @param text its body after Liquid @throws SiteError */
  css(page: Document, text: string): string {
    if (this.#isLeftBehind(page, text)) return "";
    let stylesheet = this.#compiled.get(page);
    if (stylesheet === undefined) {
      stylesheet = this.#sass.page(page, text);
      this.#compiled.set(page, stylesheet);
    }
    return stylesheet.css;
  }

  /** CSS of a piece of text: what Jekyll's filters print. @throws SiteError */
  text(text: string, syntax: SassSyntax): string {
    return this.#sass.text(text, syntax, {});
  }

  /** Source maps, each a file beside its stylesheet. @param compile has the stylesheet of a page compiled */
  sourceMaps(compile: (page: Page) => void): readonly Output[] {
    if (!hasSourceMaps(this.#site.config, this.#environment)) return [];
    return this.#pages.map((page) => ({
      ...sourceMapPlace(page),
      source: page.path,
      document: page,
      render: () => {
        compile(page);
        return this.#compiled.get(page)?.map ?? "";
      },
    }));
  }

  get #pages(): readonly Page[] {
    return this.#site.pages.filter((page) => isSass(page) && page.output !== false);
  }

  /** A stylesheet of al-folio's whose parts the site did not bring along: nothing of it is needed on Octavo's own layouts. */
  #isLeftBehind({ path }: Document, text: string): boolean {
    const { config } = this.#site;
    const folder = sassFolder(config);
    const isLeft =
      config.mode === "octavo" &&
      isAcademic(config) &&
      /@(?:import|use)\b/.test(text) &&
      !existsSync(join(config.source, folder));
    if (isLeft) {
      const problem = `The stylesheet imports files of a folder ${folder} that the site does not have: it is left empty`;
      this.#diagnostics.warn({ file: path, problem, help: "Remove it; the layouts bring their own styles" });
    }
    return isLeft;
  }
}
