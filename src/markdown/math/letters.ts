/**
 * First characters of the letters of a variant in Unicode's block of mathematical alphanumeric symbols (U+1D400 to U+1D7FF):
 * capital A, small a, digit 0, capital alpha, small alpha; 0 where the variant has none.
 */
const STARTS: Readonly<Record<string, readonly [number, number, number, number, number]>> = {
  bold: [0x1d400, 0x1d41a, 0x1d7ce, 0x1d6a8, 0x1d6c2],
  italic: [0x1d434, 0x1d44e, 0, 0x1d6e2, 0x1d6fc],
  "bold-italic": [0x1d468, 0x1d482, 0, 0x1d71c, 0x1d736],
  script: [0x1d49c, 0x1d4b6, 0, 0, 0],
  "bold-script": [0x1d4d0, 0x1d4ea, 0, 0, 0],
  fraktur: [0x1d504, 0x1d51e, 0, 0, 0],
  "bold-fraktur": [0x1d56c, 0x1d586, 0, 0, 0],
  "double-struck": [0x1d538, 0x1d552, 0x1d7d8, 0, 0],
  "sans-serif": [0x1d5a0, 0x1d5ba, 0x1d7e2, 0, 0],
  "bold-sans-serif": [0x1d5d4, 0x1d5ee, 0x1d7ec, 0x1d756, 0x1d770],
  "sans-serif-italic": [0x1d608, 0x1d622, 0, 0, 0],
  "sans-serif-bold-italic": [0x1d63c, 0x1d656, 0, 0x1d790, 0x1d7aa],
  monospace: [0x1d670, 0x1d68a, 0x1d7f6, 0, 0],
};

/** Letters that Unicode had before that block, whose places in it are empty. */
const EARLIER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  italic: { h: "ℎ" },
  script: { B: "ℬ", E: "ℰ", F: "ℱ", H: "ℋ", I: "ℐ", L: "ℒ", M: "ℳ", R: "ℛ", e: "ℯ", g: "ℊ", o: "ℴ" },
  fraktur: { C: "ℭ", H: "ℌ", I: "ℑ", R: "ℜ", Z: "ℨ" },
  "double-struck": { C: "ℂ", H: "ℍ", N: "ℕ", P: "ℙ", Q: "ℚ", R: "ℝ", Z: "ℤ" },
};

/**
 * Text in the letters of a MathML `mathvariant`: `mathLetters("R", "double-struck")` is `ℝ`. Browsers that follow MathML Core heed no
 * variant but `normal`, so the character has to say it. What the variant has no letter for stays.
 */
export function mathLetters(text: string, variant: string): string {
  const starts = STARTS[variant];
  if (!starts) return text;
  return Array.from(text, (letter) => EARLIER[variant]?.[letter] ?? shift(letter, starts)).join("");
}

const RANGES = ["AZ", "az", "09", "ΑΩ", "αω"];

function shift(letter: string, starts: readonly number[]): string {
  const range = RANGES.findIndex((ends) => letter >= ends.charAt(0) && letter <= ends.charAt(1));
  const start = starts[range] ?? 0;
  return start === 0 ? letter : String.fromCodePoint(start + letter.charCodeAt(0) - RANGES[range]!.charCodeAt(0));
}
