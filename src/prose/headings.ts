/** Headings link to themselves. */
import { applyEdits } from "../page/edits.ts";
import { quote } from "../page/element.ts";
import { findElements } from "../page/elements.ts";
import { wordSet } from "../word-set.ts";

const HEADINGS = wordSet("h2 h3 h4 h5 h6");

/** What the link around a heading's text cannot hold. */
const HAS_LINK = /<(?:a|\/?h[1-6])[\s>]/i;

/**
 * Makes the text of each heading from the second level on with an id a link to itself: the link's name is the heading's, and what a
 * screen reader reads of the heading stays its text. One that holds a link already, is no heading to a screen reader (`role`), or has
 * no end tag stays as it is.
 */
export function linkHeadings(html: string): string {
  if (!/<h[2-6]\s/i.test(html)) return html;
  const headings = findElements(html, HEADINGS);
  for (const heading of headings) {
    const { content } = heading;
    const id = heading.get("id") ?? "";
    const isClosed = heading.contentEnd < heading.end;
    if (id === "" || !isClosed || heading.get("role") !== undefined || HAS_LINK.test(content) || content.trim() === "")
      continue;
    heading.replaceContent(`<a class="anchor" href="#${quote(encodeURI(id))}">${content}</a>`);
  }
  return applyEdits(
    html,
    headings.flatMap(({ edits }) => edits),
  );
}
