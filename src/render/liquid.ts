/** Liquid for the documents of a site, with the tags and filters of its gems. Loaded for the sites that need it only. */
import { createDocumentRenderer, type DocumentRenderer, type RenderingContext } from "../jekyll/render.ts";
import type { Site } from "../model.ts";
import { gemFilters, gemTags } from "../plugins/liquid.ts";

export function createGemRenderer(site: Site, context: RenderingContext): DocumentRenderer {
  const { config } = site;
  return createDocumentRenderer(site, {
    ...context,
    tags: new Map([...gemTags(config), ...(context.tags ?? [])]),
    filters: new Map([...gemFilters(config), ...(context.filters ?? [])]),
  });
}
