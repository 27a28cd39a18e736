/** Names as texts. */
import type { Name } from "./model.ts";

/** "Erdős, Pál", "van der Berg, III, Jan": BibTeX's order, as bibtex-ruby prints names. */
export function nameText({ given, particle, family, suffix, body }: Name): string {
  if (body) return family;
  return [[particle, family].filter(Boolean).join(" "), suffix, given].filter(Boolean).join(", ");
}

/** "Pál Erdős", "Jan van der Berg Jr.": as a reader says it. */
export function fullName({ given, particle, family, suffix }: Name): string {
  return [given, particle, family, suffix].filter(Boolean).join(" ");
}

/** "van der Berg": what the name is known by. */
export function familyName({ particle, family }: Name): string {
  return [particle, family].filter(Boolean).join(" ");
}

/** "J. R. R.", "J.-P.": the first letters of given names, with what joins them. */
export function initials(given: string): string {
  return (
    given
      .split(/\s+/)
      .filter(Boolean)
      .map((word) =>
        word
          .split("-")
          .filter(Boolean)
          .map((part) => (/^\p{L}/u.test(part) ? `${[...part][0]}.` : part))
          .join("-"),
      )
      // "A.B." is two names without a space between them.
      .join(" ")
  );
}
