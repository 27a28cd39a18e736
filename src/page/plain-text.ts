import { decodeHtml } from "../html.ts";

/** The text of a piece of markup on one line, for a label. */
export function plainText(markup: string): string {
  return decodeHtml(markup.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ""))
    .replace(/\s+/g, " ")
    .trim();
}
