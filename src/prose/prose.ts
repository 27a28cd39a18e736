/**
 * A rendered body as a page shows it. Feeds and excerpts have the body as Markdown made it; on a page its code can be copied, its
 * headings link to themselves, and its footnotes stand where they are referred to.
 */
import type { Words } from "../words.ts";
import { dressCode } from "./code.ts";
import { linkHeadings } from "./headings.ts";
import { placeNotes } from "./notes.ts";
import { foldLines } from "./spaces.ts";
import { nameTasks } from "./tasks.ts";

/** @param html what Markdown, or an author, made */
export function dressProse(html: string, words: Words): string {
  return foldLines(dressCode(nameTasks(linkHeadings(placeNotes(html, words))), words));
}
