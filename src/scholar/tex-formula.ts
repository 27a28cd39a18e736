/** A formula where no markup can stand. */
import { MATH_SYMBOLS, SYMBOLS } from "./tex-symbols.ts";

/** A formula as near as Unicode comes: "O(log n)" of `O(\log n)`. @param tex without delimiters */
export function formulaText(tex: string): string {
  return tex
    .replace(/\\(?:begin|end)\s*\{[^{}]*\}|(?<!\\)&/g, "")
    .replace(/\\\\/g, " ")
    .replace(
      /\\([a-zA-Z]+)\s*/g,
      (_, name: string) => MATH_SYMBOLS[name] ?? SYMBOLS[name] ?? (FONT_COMMAND.test(name) ? "" : `${name} `),
    )
    .replace(/\\[,;:! ]/g, " ")
    .replace(/(?<!\\)([\^_])(?:\{([^{}]*)\}|(.))/g, (whole, sign: string, group = "", letter = "") => {
      const small = [...`${group}${letter}`].map((one) => (sign === "^" ? superscripts : subscripts)[one]);
      return small.includes(undefined) ? whole : small.join("");
    })
    .replace(/(?<!\\)[{}^_]/g, "")
    .replace(/\\([#$%&_{}])/g, "$1")
    .replace(/\s+(?=[),.]|$)/g, "")
    .replace(/~/g, " ")
    .trim();
}

const superscripts: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((sign, digit) => [String(digit), sign])),
  "+": "⁺",
  "-": "⁻",
  i: "ⁱ",
  n: "ⁿ",
};
const subscripts: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."₀₁₂₃₄₅₆₇₈₉"].map((sign, digit) => [String(digit), sign])),
  "+": "₊",
  "-": "₋",
};

const FONT_COMMAND =
  /^(?:math(?:bb|bf|cal|rm|sf|it|frak|tt|scr)|text\w*|mbox|bm|boldsymbol|left|right|operatorname|ensuremath)$/;
