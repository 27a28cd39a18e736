/** jekyll-titles-from-headings: a page without a title has that of the heading it begins with. */

import { withPages, withPosts } from "../documents.ts";
import type { Config, Document, Site } from "../model.ts";
import { documentExcerpt } from "../read/excerpt.ts";
import { asData, listsPlugin } from "../settings.ts";
import { plainText } from "./xml.ts";

/** A heading at the beginning of a body: up to three hashes, or a line of signs below. */
const HEADING = /^[ \t\r\n\f\v]*(?:#{1,3}[ \t\r\n\f\v]+([^\n]*)|([^\n]*)\n[-=]+[ \t\r\n\f\v]*)(?=\n|$)/;

/**
 * The site with titles for Markdown pages that have none; documents of collections, posts included, under
 * `titles_from_headings: {collections: true}`, whatever their title is. `strip_title: true`, there or in
 * the front matter, takes the heading out of the body.
 * @param markdownify Markdown to HTML
 */
export function withTitlesFromHeadings(site: Site, markdownify: (text: string) => string): Site {
  const settings = asData(site.config.data.titles_from_headings) ?? {};
  if (!listsPlugin(site.config, "jekyll-titles-from-headings") || settings.enabled === false) return site;
  const entitle = <Item extends Document>(document: Item): Item => {
    if (keepsTitle(document, site.config) || !document.markdown) return document;
    const match = HEADING.exec(document.body);
    const { strip_title: ownStrip } = document.data;
    const strip = ownStrip === undefined ? settings.strip_title === true : ownStrip === true;
    const entitled = match === null ? document : withTitle(document, match[1] ?? match[2] ?? "");
    // The gem strips blanks where there is no heading, too: an indented list then holds the items behind its first one.
    if (!strip || (match === null && site.config.mode === "octavo")) return entitled;
    const body = document.body.replace(HEADING, "").trim();
    // The excerpt of a post is made anew: it began with the heading, too.
    if (document.kind !== "post" || document.collection !== "posts") return { ...entitled, body };
    return { ...entitled, body, excerpt: documentExcerpt(document.data, body, site.config) };
  };
  const withTitle = <Item extends Document>(document: Item, heading: string): Item => {
    const html = plainText(markdownify(heading)).replace(/\[\^[^\]]*\]/g, "");
    // Jekyll's title is HTML; layouts of mode octavo escape a title themselves.
    const title = site.config.mode === "jekyll" ? html : unescapeHtml(html);
    return { ...document, title, data: { ...document.data, title } };
  };
  const own = withPages(site, entitle);
  return settings.collections === true ? withPosts(own, entitle) : own;
}

/** The gem takes the title of a document of a collection for one made of its name, also where its front matter has it. */
function keepsTitle({ kind, data }: Document, { mode }: Config): boolean {
  const isInferred = kind === "post" && mode === "jekyll";
  return !isInferred && data.title !== undefined && data.title !== null;
}

const CHARACTERS: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };

function unescapeHtml(html: string): string {
  return html.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => CHARACTERS[name] ?? "");
}
