/** The styles that a site may name. */
import { acm } from "./acm.ts";
import { apa } from "./apa.ts";
import { chicago } from "./chicago.ts";
import { ieee } from "./ieee.ts";
import type { CitationStyle } from "./style.ts";

/** Names of the CSL repository that stand for each style, and of those that resemble it. */
const styles: readonly (readonly [own: RegExp, alike: RegExp, style: CitationStyle])[] = [
  [
    /^ieee/,
    /numeric|vancouver|nature|science|elsevier-with|springer.*bracket|american-medical|^ama|physics|aps|plos|lecture-notes|din-|numbered/,
    ieee,
  ],
  [/^(?:acm|association-for-computing-machinery)/, /computing|sigchi|siggraph|usenix/, acm],
  [/^chicago/, /turabian|mla|modern-language|note|humanities|oxford|footnote|history/, chicago],
  [/^(?:apa|american-psychological-association)/, /(?:)/, apa],
];

/** The style of a name, and whether it is that very style or the nearest there is. */
export function styleOf(name: string): { readonly style: CitationStyle; readonly isOwn: boolean } {
  const plain = name
    .toLowerCase()
    .replace(/^.*\//, "")
    .replace(/\.csl$/, "");
  const own = styles.find(([pattern]) => pattern.test(plain));
  const [, , style = apa] = own ?? styles.find(([, alike]) => alike.test(plain)) ?? [];
  return { style, isOwn: own !== undefined };
}
