import type { LayoutProps } from "../../src/layout.ts";

/**
 * What the author wrote, dressed for a page. By the second class, which Jekyll's own theme gives it, too, programs that are after
 * the text alone find it (microformats2, `h-entry`): on a page of which all is drawn they find that there is none.
 */
export function Prose({ page, content, helpers }: LayoutProps) {
  if (content.html === "") return <div class="e-content" />;
  return <div class="prose e-content" dangerouslySetInnerHTML={{ __html: helpers.prose(content.html, page.lang) }} />;
}
