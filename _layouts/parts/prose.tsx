import type { LayoutProps } from "../../src/layout.ts";

/**
 * What the author wrote, dressed for a page; nothing where there is nothing. By the second class, which Jekyll's own theme gives
 * it, too, programs that are after the text alone find it (microformats2, `h-entry`).
 */
export function Prose({ page, content, helpers }: LayoutProps) {
  if (content.html === "") return null;
  return <div class="prose e-content" dangerouslySetInnerHTML={{ __html: helpers.prose(content.html, page.lang) }} />;
}
