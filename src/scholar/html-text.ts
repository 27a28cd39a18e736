/** What HTML that came out of a .bib file says, and what it must not do. */

/** The text of escaped HTML. */
export function textOfHtml(html: string): string {
  return html
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&nbsp;/g, "\u00A0")
    .replace(/&amp;/g, "&");
}

/** Whether a URL runs when it is followed: entries come from everywhere, and the page's policy would let them. */
export function isProgram(url: string): boolean {
  // Browsers skip white space and control characters.
  const bare = [...url].filter((letter) => letter > " ").join("");
  return /^(?:javascript|vbscript|data):/i.test(bare);
}
