/** The style sheets and the script that a page needs, put into its head: the page is one request. */
import type { Sheets } from "../layout.ts";
import { scriptFor } from "./scripts.ts";

/** What a layout writes where they are to stand (`_layouts/parts/inline.tsx`). */
const MARK = "/*octavo*/";
const STYLE = `<style>${MARK}</style>`;
const SCRIPT = `<script>${MARK}</script>`;

/** The page with what it needs in place of the marks of its head; as it is where it has none. */
export function inlineAssets(html: string, sheets: Pick<Sheets, "cssFor">): string {
  const start = html.indexOf("<body");
  const style = html.lastIndexOf(STYLE, start);
  if (style < 0) return html;
  const script = scriptFor(html);
  const head = html
    .slice(style + STYLE.length, start)
    .replace(SCRIPT, () => (script === "" ? "" : `<script>${script}</script>`));
  return `${html.slice(0, style)}<style>${sheets.cssFor(html)}</style>${head}${html.slice(start)}`;
}
