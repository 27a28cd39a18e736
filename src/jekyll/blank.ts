/** What stands at the ends of a text, taken away in time that grows with it alone: a pattern would begin anew at every blank. */

/** What Ruby's `String#strip` takes for blank. */
const BLANK = "\0 \t\r\n\f\v";

/** Ruby's `String#strip`, or the same with other characters. */
export function strip(text: string, characters = BLANK): string {
  return lstrip(rstrip(text, characters), characters);
}

/** Ruby's `String#rstrip`. */
export function rstrip(text: string, characters = BLANK): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Ruby's `String#lstrip`. */
export function lstrip(text: string, characters = BLANK): string {
  let from = 0;
  while (from < text.length && characters.includes(text.charAt(from))) from++;
  return text.slice(from);
}
