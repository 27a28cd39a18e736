import type { Config, Helpers, Output, Site } from "../model.ts";

/** URL of the posts' feed, site-relative: the value of `helpers.feed`. */
export function feedUrl(_config: Config): string | undefined {
  return undefined;
}

/** Every feed of the site. */
export function feedOutputs(_site: Site, _helpers: Helpers): readonly Output[] {
  return [];
}
