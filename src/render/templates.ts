/** Which documents go through Liquid before they are Markdown. */

import { documentsOf } from "../documents.ts";
import { hasProfileTemplate } from "../folio/profiles.ts";
import { hasLiquid } from "../jekyll/signs.ts";
import type { Document, Site } from "../model.ts";

/** Whether a document is a template. @param text the part of its body that is asked about */
export function isTemplate({ body, data }: Document, text = body): boolean {
  return hasLiquid(text) && data.render_with_liquid !== false;
}

/** Whether a document's body goes to the Markdown as its author wrote it. */
export function isPlainMarkdown(document: Document): boolean {
  return document.markdown && !isTemplate(document);
}

/** Whether a site needs the engine: in mode jekyll its layouts are templates, whatever its documents are. */
export function needsLiquid(site: Site): boolean {
  if (site.config.mode === "jekyll") return true;
  return documentsOf(site).some((document) => isTemplate(document)) || hasProfileTemplate(site);
}
