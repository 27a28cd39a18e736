import { langAttribute, type Words } from "../words/words.ts";

/** An alert (src/markdown/alerts.ts) up to the end of its title. */
const ALERT =
  /(<div class="[^"]*\bmarkdown-alert-(note|tip|important|warning|caution)"[^>]* aria-label=")[^"]*("[^>]*>\s*<p class="markdown-alert-title")>[^<]*(?=<\/p>)/g;

/** Titles each alert in the language of the page: Markdown knows only the site's. */
export function nameAlerts(html: string, words: Words): string {
  if (!html.includes("markdown-alert-title")) return html;
  return html.replace(
    ALERT,
    (_, begin: string, kind: "note" | "tip" | "important" | "warning" | "caution", middle: string) => {
      const title = words(kind);
      return `${begin}${title}${middle}${langAttribute(words, kind)}>${title}`;
    },
  );
}
