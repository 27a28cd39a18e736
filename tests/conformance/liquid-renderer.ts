/** Renders a snippet of Liquid as the page about.md of `liquid-site` would. */
import { join } from "node:path";
import { DateTime } from "luxon";
import { compileString } from "sass-embedded";
import { readConfig } from "../../src/config/config.ts";
import { BuildError, Diagnostics } from "../../src/errors.ts";
import { compactCss } from "../../src/jekyll/compact-css.ts";
import { createLiquid, type JekyllLiquid } from "../../src/jekyll/liquid.ts";
import type { Ruby } from "../../src/jekyll/values.ts";
import { highlightCode } from "../../src/markdown/code/highlight.ts";
import type { Page } from "../../src/model.ts";
import { siteSmartify } from "../../src/plugins/smartify.ts";
import { excerptText } from "../../src/read/excerpt.ts";
import { readSite } from "../../src/read/site.ts";
import { createSiteMarkdown } from "../../src/render/markdown.ts";

/** Values that a snippet begins with, as JSON gives them. */
export interface Snippet {
  /** The variable `d`. */
  readonly d?: unknown;
  /** Variables by their names. */
  readonly vars?: Readonly<Record<string, unknown>>;
}

interface Setting {
  readonly liquid: JekyllLiquid;
  readonly page: Page;
}

let setting: Setting | undefined;

function prepare(): Setting {
  const diagnostics = new Diagnostics();
  const source = join(import.meta.dirname, "liquid-site");
  const config = readConfig({ source, mode: "jekyll" }, diagnostics);
  const site = readSite(config, DateTime.now().setZone(config.timezone), diagnostics);
  if (diagnostics.errors.length > 0) throw new BuildError(diagnostics.errors);
  const page = site.pages.find(({ path }) => path === "about.md");
  if (page === undefined) throw new Error("liquid-site has lost its about.md");
  const markdown = createSiteMarkdown(config);
  const liquid = createLiquid(site, {
    diagnostics,
    environment: "production",
    converters: {
      markdownify: (text) => markdown.render(text).html,
      smartify: siteSmartify(site.config),
      sass: (text, syntax) => compactCss(compileString(text, { syntax }).css),
      highlight: highlightCode,
    },
    content: (document) => document.body,
    output: () => undefined,
    excerpt: (document) => markdown.render(excerptText(document, config)).html,
  });
  return { liquid, page };
}

/** What Jekyll prints for a template. Rejects, with SiteError for an author's mistake, where Jekyll ends with an error. */
export async function render(template: string, { d, vars }: Snippet = {}): Promise<string> {
  setting ??= prepare();
  const { liquid, page } = setting;
  const payload = liquid.payload(page);
  for (const [name, value] of Object.entries(vars ?? {})) payload.set(name, value as Ruby);
  if (d !== undefined) payload.set("d", d as Ruby);
  return liquid.render(template, payload, page, { file: page.path, line: page.bodyLine });
}
