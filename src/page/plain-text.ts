import { decode } from "./tags.ts";

/** The text of a piece of markup on one line, for a label. */
export function plainText(markup: string): string {
  return decode(markup.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ""))
    .replace(/\s+/g, " ")
    .trim();
}
