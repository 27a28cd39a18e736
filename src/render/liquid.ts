/** Liquid for the documents of a site, with the tags and filters of its gems and its own. Loaded for the sites that need it only. */
import { type OwnLiquid, ownFilters, ownTags } from "../jekyll/own.ts";
import { createDocumentRenderer, type DocumentRenderer, type RenderingContext } from "../jekyll/render.ts";
import type { Site } from "../model.ts";
import { gemFilters, gemTags } from "../plugins/liquid.ts";

/** @param own what the site's configuration of Eleventy adds; it goes before all others */
export function createGemRenderer(site: Site, context: RenderingContext, own: OwnLiquid): DocumentRenderer {
  const { config } = site;
  return createDocumentRenderer(site, {
    ...context,
    tags: new Map([...gemTags(config), ...(context.tags ?? []), ...ownTags(own)]),
    filters: new Map([...gemFilters(config), ...(context.filters ?? []), ...ownFilters(own)]),
  });
}
