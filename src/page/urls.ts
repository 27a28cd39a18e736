/** URLs as a browser reads them. */

/** An absolute URL, or one that begins with `//`; undefined where it is none. */
export function readUrl(text: string): URL | undefined {
  const absolute = text.trim().startsWith("//") ? `https:${text.trim()}` : text.trim();
  return URL.canParse(absolute) ? new URL(absolute) : undefined;
}
