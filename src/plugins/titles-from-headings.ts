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
    const match = keepsTitle(document, site.config) || !document.markdown ? null : HEADING.exec(document.body);
    if (match === null) return document;
    const html = plainText(markdownify(match[1] ?? match[2] ?? "")).replace(/\[\^[^\]]*\]/g, "");
    // Jekyll's title is HTML; layouts of mode octavo escape a title themselves.
    const title = site.config.mode === "jekyll" ? html : unescapeHtml(html);
    const { strip_title: own } = document.data;
    const strip = own === undefined ? settings.strip_title === true : own === true;
    const body = strip ? document.body.replace(HEADING, "").trim() : document.body;
    const entitled = { ...document, title, body, data: { ...document.data, title } };
    // The excerpt of a post is made anew: it began with the heading, too.
    if (!strip || document.kind !== "post" || document.collection !== "posts") return entitled;
    return { ...entitled, excerpt: documentExcerpt(document.data, body, site.config) };
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
