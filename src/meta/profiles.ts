/** The author's profiles elsewhere: by them, others can tell that two pages are of one person. */
import { socialLinks } from "../folio/socials.ts";
import type { Link } from "../layout.ts";
import type { Site } from "../model.ts";
import { asData, asList, asText } from "../settings.ts";

/** Ways to reach somebody, or files of theirs: pages, but not of a person. */
const NO_PROFILES: ReadonlySet<string> = new Set(["WhatsApp", "cv", "feed"]);

/** What `_data/socials.yml`, the same keys in `_config.yml` and jekyll-seo-tag's `social.links` name, each address once. */
export function profilesOf(site: Pick<Site, "config" | "data">): readonly Link[] {
  const known = socialLinks(site, undefined).filter(({ name }) => !NO_PROFILES.has(name));
  const links = asList(asData(site.config.data.social)?.links) ?? [];
  const others = links.map((link) => ({ name: "", url: asText(link) ?? "" }));
  const pages = [...known, ...others].filter(({ url }) => /^https?:\/\/[^\s"<>]+$/.test(url) && URL.canParse(url));
  return [...new Map(pages.map(({ name, url }) => [url, { text: name || new URL(url).host, url }])).values()];
}
