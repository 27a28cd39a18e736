/** What content that was written for al-folio finds in Liquid in `mode: octavo`: its includes, tags and filters. */
import type { Emitter } from "liquidjs";
import type { LiquidContext } from "../jekyll/liquid.ts";
import type { Scope } from "../jekyll/scope.ts";
import { node, type TagReader } from "../jekyll/tag.ts";
import type { Helpers } from "../layout.ts";
import type { Site } from "../model.ts";
import { hasBibtexBlocks } from "../scholar/bibtex-block.ts";
import { loadGrammar } from "../scholar/parse.ts";
import { scholarTags } from "../scholar/tags.ts";
import { isAcademic } from "./academic.ts";
import { academicFilters } from "./filters.ts";
import { builtIn } from "./include.ts";
import { card, isCard } from "./includes/card.tsx";
import { includes } from "./includes.ts";
import { readDetails, readTab, readTabs } from "./tags/blocks.ts";
import { readNotebook } from "./tags/notebook.ts";
import {
  readContents,
  readFileExists,
  readInspireCitations,
  readMermaid,
  readScholarCitations,
  readTwitter,
} from "./tags/small.ts";

/** Loads what the tags of a site need that cannot wait when they print. */
export async function prepareLiquid(site: Site): Promise<void> {
  if (hasBibtexBlocks(site)) await loadGrammar();
}

/** What texts find in Liquid beside Jekyll's own. @param helpers asked when a template is rendered, not before */
export function academicLiquid(
  site: Site,
  helpers: () => Helpers,
): Required<Pick<LiquidContext, "tags" | "filters" | "includes" | "doesWithout">> {
  const isLenient = isAcademic(site.config);
  return {
    tags: new Map([...tagsOf(site, helpers), ...scholarTags(helpers)]),
    filters: academicFilters(site),
    includes: {
      get: (name) => {
        const include = includes.get(name) ?? (isLenient && isCard(name, site) ? card : undefined);
        return include && builtIn(include, { site, helpers });
      },
    },
    doesWithout: () => isLenient,
  };
}

function tagsOf(site: Site, helpers: () => Helpers): ReadonlyMap<string, TagReader> {
  return new Map<string, TagReader>([
    ["details", readDetails],
    ["file_exists", readFileExists],
    ["google_scholar_citations", readScholarCitations(site)],
    ["inspirehep_citations", readInspireCitations(site)],
    ["jupyter_notebook", readNotebook(helpers)],
    ["mermaid", readMermaid],
    ["social_links", ({ token }) => node(token, printer("social", site, helpers))],
    ["tab", readTab],
    ["tabs", readTabs],
    ["toc", readContents],
    ["twitter", readTwitter(helpers)],
  ]);
}

/** A tag that prints what an include without parameters prints. */
function printer(name: string, site: Site, helpers: () => Helpers) {
  const include = includes.get(name);
  const print = include && builtIn(include, { site, helpers });
  return (scope: Scope, out: Emitter): void => out.write(print?.(new Map(), scope) ?? "");
}
