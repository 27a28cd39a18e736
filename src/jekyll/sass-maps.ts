/** Source maps of stylesheets, as sassc writes them. */
import { basename, extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Config, Document, Page } from "../model.ts";
import { asData } from "../settings.ts";
import { nameIn } from "./sass-messages.ts";
import type { SassMap } from "./sass-tasks.ts";

/** A stylesheet, compiled. */
export interface Stylesheet {
  readonly css: string;
  /** JSON, where the site's settings ask for a map. */
  readonly map?: string;
}

/** The file and the URL of a page's source map: beside the stylesheet. */
export function sourceMapPlace(page: Page): { readonly file: string; readonly url: string } {
  return { file: `${page.file}.map`, url: `${page.url}.map` };
}

/**
 * Whether pages have source maps: `sass: {sourcemap: always | never | development}`, "always" where nothing is said.
 * @param environment `jekyll.environment`
 */
export function hasSourceMaps({ data }: Config, environment: string): boolean {
  const when = String(asData(data.sass)?.sourcemap ?? "always");
  return when !== "never" && !(when === "development" && environment !== "development");
}

/** A page's stylesheet with its map, and with the comment that names the map. */
export function withMap(
  css: string,
  { sources, sourcesContent, mappings }: SassMap,
  page: Document,
  config: Config,
): Stylesheet {
  const file = `${basename(page.path, extname(page.path))}.css`;
  const named = sources.map((source) => sourceName(source, page, config));
  const map = { version: 3, file, sources: named, sourcesContent, names: [], mappings };
  return {
    css: `${css}${css === "" ? "" : "\n\n"}/*# sourceMappingURL=${encodeURI(`${file}.map`)} */`,
    map: JSON.stringify(map, undefined, "\t"),
  };
}

function sourceName(source: string, page: Document, config: Config): string {
  return source.startsWith("file:") ? nameIn(config.source, fileURLToPath(source)) : basename(page.path);
}
