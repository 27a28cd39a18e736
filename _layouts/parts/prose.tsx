import type { LayoutProps } from "../../src/layout.ts";

/** What the author wrote, dressed for a page; nothing where there is nothing. */
export function Prose({ page, content, helpers }: LayoutProps) {
  if (content.html === "") return null;
  return <div class="prose" dangerouslySetInnerHTML={{ __html: helpers.prose(content.html, page.lang) }} />;
}
