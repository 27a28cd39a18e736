/** The candidates of a `srcset` (HTML standard, "parse a srcset attribute"): each a URL, and what follows it up to a comma. */
const CANDIDATE = /([^\s,]\S*[^\s,]|[^\s,])(,(?=\s|$)|\s[^,]*)?/g;

/** A candidate as it is written, without the comma and the blanks around it. */
export interface Candidate {
  readonly url: string;
  readonly text: string;
}

/** Every candidate of a `srcset`. */
export function candidatesOf(srcset: string): readonly Candidate[] {
  return [...srcset.matchAll(CANDIDATE)].map(([text, url = ""]) => ({ url, text: text.replace(/,$/, "").trim() }));
}

/** The `srcset` with what `resolve` gives for each URL in its place. */
export function resolveSrcset(srcset: string, resolve: (url: string) => string): string {
  return srcset.replace(CANDIDATE, (_, url: string, rest = "") => resolve(url) + rest);
}
