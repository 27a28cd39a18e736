/** What HTML that came out of a .bib file must not do. */

/** Whether a URL runs when it is followed: entries come from everywhere, and the page's policy would let them. */
export function isProgram(url: string): boolean {
  // Browsers skip white space and control characters.
  const bare = [...url].filter((letter) => letter > " ").join("");
  return /^(?:javascript|vbscript|data):/i.test(bare);
}
