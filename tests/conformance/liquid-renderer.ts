/** Renders a snippet of Liquid as the page about.md of `liquid-site` would. */
import { join } from "node:path";
import { DateTime } from "luxon";
import { readConfig } from "../../src/config.ts";
import { BuildError, Diagnostics } from "../../src/errors.ts";
import { createLiquid, type JekyllLiquid } from "../../src/jekyll/liquid.ts";
import type { Hash, Ruby } from "../../src/jekyll/values.ts";
import { highlightCode } from "../../src/markdown/highlight.ts";
import { createMarkdown } from "../../src/markdown/markdown.ts";
import type { Page } from "../../src/model.ts";
import { smartify } from "../../src/plugins/smartify.ts";
import { readSite } from "../../src/read/site.ts";

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
  readonly diagnostics: Diagnostics;
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
  const markdown = createMarkdown({ highlight: highlightCode });
  const liquid = createLiquid(site, {
    diagnostics,
    environment: "production",
    converters: {
      markdownify: (text) => markdown.render(text).html,
      smartify,
      sass: () => "",
      highlight: highlightCode,
    },
    content: (document) => document.body,
    output: () => undefined,
    excerpt: (post) => markdown.render(post.excerpt).html,
  });
  return { liquid, page, diagnostics };
}

/** What Jekyll prints for a template. Rejects with SiteError where Jekyll ends with an error. */
export async function render(template: string, { d, vars }: Snippet = {}): Promise<string> {
  setting ??= prepare();
  const { liquid, page } = setting;
  const payload = liquid.payload(page);
  const values = { ...(vars as Hash), ...(d === undefined ? {} : { d: d as Ruby }) };
  for (const [name, value] of Object.entries(values)) payload.set(name, value as Ruby);
  return liquid.render(template, payload, page, { file: page.path, line: page.bodyLine });
}
