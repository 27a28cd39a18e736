/** Upper and lower case: as Ruby has them, where JavaScript's differ, and of titles. */

/** Ruby's `downcase`, which does not regard where a letter stands: it knows no final sigma. */
export function downcase(text: string): string {
  return text.includes("Σ") ? text.replaceAll("Σ", "σ").toLowerCase() : text.toLowerCase();
}

/** Ruby's `capitalize`: the first letter large, as at the start of a word, the others small. */
export function capitalize(text: string): string {
  const [first = ""] = text;
  return titleCase(first) + downcase(text.slice(first.length));
}

function titleCase(letter: string): string {
  // Georgian has large letters for whole words alone.
  if (/[ა-ჿ]/.test(letter)) return letter;
  const upper = letter.toUpperCase();
  return TWO_IN_ONE.test(letter) ? upper.slice(0, 1) + downcase(upper.slice(1)) : (CAPITALS[letter] ?? upper);
}

/** What stands for several letters is large by the first of them: "ﬁ" becomes "Fi". */
const TWO_IN_ONE = /[ßﬀ-ﬆﬓ-ﬗև]/;

/** Letters that have a form between small and large. */
const CAPITALS: Readonly<Record<string, string>> = {
  ...{ ǆ: "ǅ", Ǆ: "ǅ", ǅ: "ǅ", ǉ: "ǈ", Ǉ: "ǈ", ǈ: "ǈ", ǌ: "ǋ", Ǌ: "ǋ", ǋ: "ǋ", ǳ: "ǲ", Ǳ: "ǲ", ǲ: "ǲ" },
};

/** The text with a large first letter; the others stay. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
