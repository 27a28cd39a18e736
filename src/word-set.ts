/** A set of the words of a text, which have white space between them: names of elements, of attributes, of fields. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
