/** URLs as a browser reads them. */

/** An absolute URL, or one that begins with `//`; undefined where it is none. */
export function readUrl(text: string): URL | undefined {
  const absolute = text.trim().startsWith("//") ? `https:${text.trim()}` : text.trim();
  return URL.canParse(absolute) ? new URL(absolute) : undefined;
}

/** Whether an absolute URL plainly stands below `own` (scheme and host, or ""): most of them, and they need no parser. */
export function isBelow(reference: string, own: string): boolean {
  return own !== "" && reference.startsWith(own) && (reference.length === own.length || reference[own.length] === "/");
}

/** The URL of a reference that leads to another host than `own` (scheme and host, or ""); undefined for all others. */
export function foreignUrl(reference: string, own: string): URL | undefined {
  if (isBelow(reference, own) || !/^\s*(?:https?:)?\/\//i.test(reference)) return undefined;
  const url = readUrl(reference);
  return url === undefined || url.host === readUrl(own)?.host ? undefined : url;
}
