/** CSS that dart-sass has computed, in LibSass's spelling. */
import { colourName } from "../style/colour-names.ts";
import type { SassTask } from "./sass-tasks.ts";

/** What stands as it is: comments, quoted texts, addresses, custom properties. */
const KEPT = String.raw`\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|url\([^"')]*\)|--[\w-]+\s*:[^;}]*`;
const NUMBER = String.raw`(?<![\w.#-])(-?)0?(\.\d+)([a-z%]*)(?![\w.])`;

/** Numbers below one that a source writes, by what LibSass prints of them in a list or as an argument. A variable that holds one number holds none of them. */
const LITERALS = new RegExp(
  String.raw`\$[\w-]+\s*:\s*-?[\d.]+[a-z%]*\s*(?:!\w+\s*)*[;,)]|@(?:include|mixin|function|return|if|else|each|for|while)\b[^;{}]*|${KEPT}|${NUMBER}`,
  "gi",
);

function literalNumbers(sources: readonly string[]): ReadonlySet<string> {
  const literals = new Set<string>();
  for (const source of sources) {
    for (const [, , digits, unit] of source.matchAll(LITERALS)) {
      if (digits !== undefined) literals.add(`0${digits.replace(/0+$/, "")}${unit}`);
    }
  }
  return literals;
}

const COMPRESSED = new RegExp(
  String.raw`${KEPT}|(@(?:media|supports)\b[^;{}]*)|(\brgba?\([\d.,% ]*\))|(#[\da-f]{3,6})(?![\w-])(?=[^{}]*[;}])|${NUMBER}`,
  "gi",
);

/**
 * What dart-sass computes, as LibSass prints it.
 * @param css with colours in whole parts
 * @param sources what it is made of, in either syntax
 */
export function asSassc(css: string, style: SassTask["style"], sources: readonly string[]): string {
  if (style === "compressed") return compressed(css, literalNumbers(sources));
  return withWords(withLetters(css), sources).replace(/^\}\n(?=[^\n])/gm, "}\n\n");
}

/** dart-sass escapes the letters of private use, icons mostly. */
function withLetters(css: string): string {
  return css.replace(/\\([ef][\da-f]{3})(?: |(?![\da-f]))/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

/** LibSass takes a colour with transparency for a word (`#11223344`), and for a colour only in the compressed style. */
function withWords(css: string, sources: readonly string[]): string {
  const words = new Set(sources.flatMap((source) => source.match(/#(?:[\da-f]{8}|[\da-f]{4})(?![\w-])/gi) ?? []));
  return [...words].reduce((text, word) => {
    const digits = word.length === 5 ? word.slice(1).replace(/./g, "$&$&") : word.slice(1);
    const parts = (digits.match(/../g) ?? []).map((part) => Number.parseInt(part, 16));
    const alpha = Number(((parts[3] ?? 0) / 255).toFixed(10));
    return text.replaceAll(`rgba(${[...parts.slice(0, 3), alpha].join(", ")})`, word);
  }, css);
}

function compressed(css: string, literals: ReadonlySet<string>): string {
  return css.replace(
    COMPRESSED,
    (text, rule?: string, transparent?: string, colour?: string, sign = "", digits?: string, unit = "") => {
      if (rule !== undefined) return spacedRule(rule);
      if (transparent !== undefined) {
        // Six digits of a transparency.
        return transparent
          .replace(/\s+/g, "")
          .replace(/0?\.\d+(?=\))/, (alpha) => `${Number(Number(alpha).toPrecision(6))}`);
      }
      if (colour !== undefined) return shortColour(colour);
      if (digits === undefined) return text;
      return `${sign}${literals.has(`0${digits}${unit}`) ? "0" : ""}${digits}${unit}`;
    },
  );
}

function spacedRule(rule: string): string {
  return rule.replace(/^(@\w+)\(/, "$1 (").replace(/\)(?=(?:and|or|not)\b)/g, ") ");
}

/** The shorter of a colour's name and its hexadecimal digits; the name where they are as long. */
function shortColour(text: string): string {
  const hex = text.toLowerCase().replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
  if (hex.length !== 7) return text;
  const short = hex.replace(/^#(.)\1(.)\2(.)\3$/, "#$1$2$3");
  const name = hex === "#00ffff" ? "cyan" : colourName(hex);
  return name === undefined || short.length < name.length ? short : name;
}
