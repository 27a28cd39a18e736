/** Names as texts. */
import type { Name } from "./model.ts";

/** "Erdős, Pál", "van der Berg, III, Jan": BibTeX's order, as bibtex-ruby prints names. */
export function nameText({ given, particle, family, suffix, body }: Name): string {
  if (body) return family;
  return [[particle, family].filter(Boolean).join(" "), suffix, given].filter(Boolean).join(", ");
}

/** "Pál Erdős", "Jan van der Berg Jr.", "张伟": as a reader says it. */
export function fullName(name: Name): string {
  const { given, particle, family, suffix } = name;
  if (isEastAsian(name)) return family + given;
  return [given, particle, family, suffix].filter(Boolean).join(" ");
}

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー・]+$/u;

/** Whether a name is written in letters that have no initials: the family comes first, with no blank behind it. */
export function isEastAsian({ given, family }: Name): boolean {
  return EAST_ASIAN.test(given) && EAST_ASIAN.test(family);
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
