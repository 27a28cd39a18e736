/** jekyll-feed's `{% feed_meta %}`: the link by which a reader finds the feed. */
import { node, type TagReader } from "../jekyll/tag.ts";
import { dig, filteredText, firstOf, siteOf } from "./templates.ts";
import { escapeXml } from "./xml.ts";

export const readFeedMeta: TagReader = ({ token }) =>
  node(token, (scope, out) => {
    const site = siteOf(scope);
    const url = filteredText(scope, firstOf(dig(site, "feed", "path"), "feed.xml"), "absolute_url");
    const name = firstOf(dig(site, "title"), dig(site, "name"));
    const title = name === null ? "" : ` title="${escapeXml(scope.text(name))}"`;
    out.write(`<link type="application/atom+xml" rel="alternate" href="${escapeXml(url)}"${title} />`);
  });
