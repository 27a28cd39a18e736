/** What content that was written for al-folio finds in Liquid in `mode: octavo`: its includes, tags and filters. */
import type { LiquidContext } from "../jekyll/liquid.ts";
import type { Filters } from "../jekyll/services.ts";
import type { TagReader } from "../jekyll/tag.ts";
import type { Config, Helpers, Site } from "../model.ts";
import { listsPlugin } from "../plugins/settings.ts";
import { builtIn } from "./include.ts";
import { includes } from "./includes.ts";

const tags: ReadonlyMap<string, TagReader> = new Map<string, TagReader>([]);

const filters: Filters = new Map([]);

/** @param helpers asked when a template is rendered, not before */
export function academicLiquid(
  site: Site,
  helpers: () => Helpers,
): Required<Pick<LiquidContext, "tags" | "filters" | "includes" | "doesWithout">> {
  const isLenient = isAcademic(site.config);
  return {
    tags,
    filters,
    includes: new Map([...includes].map(([name, include]) => [name, builtIn(include, { site, helpers })])),
    doesWithout: () => isLenient,
  };
}

/** Whether the configuration is one of al-folio's: its content may name what its Ruby and its theme defined. */
function isAcademic(config: Config): boolean {
  const keys = ["scholar", "al_folio", "first_name", "enable_publication_thumbnails", "enable_medium_zoom"];
  return keys.some((key) => config.data[key] !== undefined) || listsPlugin(config, "jekyll-scholar");
}
