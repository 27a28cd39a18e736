/**
 * A rendered body as a page shows it. Feeds and excerpts have the body as Markdown made it; on a page its code can be copied, its
 * headings link to themselves, and its footnotes stand where they are referred to.
 */
import type { Words } from "../words/words.ts";
import { nameAlerts } from "./alerts.ts";
import { dressCode } from "./code.ts";
import { linkHeadings } from "./headings.ts";
import { placeNotes } from "./notes.ts";
import { nameTasks } from "./tasks.ts";

/** @param html what Markdown, or an author, made */
export function dressProse(html: string, words: Words): string {
  return dressCode(nameAlerts(nameTasks(linkHeadings(placeNotes(withBareFlags(html), words))), words), words);
}

/** Attributes whose presence says all. */
const FLAG =
  /\s(open|controls|autoplay|loop|muted|playsinline|allowfullscreen|disabled|checked|hidden|reversed|default)=""/gi;

/** kramdown writes `open=""` where an author wrote `open`: in a page it is as the author wrote it. */
function withBareFlags(html: string): string {
  return html.includes('=""') ? html.replace(/<[a-z][^<>]*=""[^<>]*>/gi, (tag) => tag.replace(FLAG, " $1")) : html;
}
