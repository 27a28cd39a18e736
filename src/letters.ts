/**
 * Regular expressions that know the letters of all scripts. V8 takes up to two milliseconds to make one and as long to run it the
 * first time, in every thread, and most texts are ASCII where it matters: there another expression answers, and the large one is
 * made when it is needed.
 */
import { once } from "./memo.ts";

/** What stands for a property of Unicode in a class of ASCII. */
const IN_ASCII: Readonly<Record<string, string>> = { Alphabetic: "A-Za-z", M: "", Nd: "0-9", Pc: "_" };

/** Looks whether a pattern matches at a place of a text. */
type MatchAt = (text: string, pos: number) => RegExpExecArray | null;

/**
 * @param source a pattern with properties of Unicode in its classes
 * @param bounded the same for ASCII: what it matches has to end where letters of no script could make it longer, as behind a `>`
 */
export function letterPattern(source: string, bounded: string = source): MatchAt {
  const ascii = new RegExp(
    bounded.replace(/\\p\{(\w+)\}/g, (_, property: string) => IN_ASCII[property]!),
    "y",
  );
  const whole = once(() => new RegExp(source, "uy"));
  return (text, pos) => matchAt(ascii, text, pos) ?? matchAt(whole(), text, pos);
}

/** Whether a text is ASCII. */
export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

function matchAt(pattern: RegExp, text: string, pos: number): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(text);
}
