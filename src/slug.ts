/** Names made fit for URLs, by the rules of Jekyll's `slugify` (`Jekyll::Utils.slugify`). */
import { capitalize, downcase } from "./case.ts";
import { isAscii } from "./letters.ts";

/** Jekyll's modes; `none` stands for any other word. */
export type SlugMode = "raw" | "default" | "pretty" | "ascii" | "latin" | "none";

/** The mode of that name. */
export function slugModeOf(name: string): SlugMode {
  return MODES.find((mode) => mode === name) ?? "none";
}

const MODES: readonly SlugMode[] = ["raw", "default", "pretty", "ascii", "latin"];

/** What becomes a hyphen in a text. */
const separators: Readonly<Record<Exclude<SlugMode, "none" | "latin">, (text: string) => RegExp>> = {
  raw: () => /[ \t\r\n\f\v]+/g,
  default: (text) => (isAscii(text) ? /[^A-Za-z0-9]+/g : /[^\p{M}\p{L}\p{Nd}]+/gu),
  pretty: (text) => (isAscii(text) ? /[^A-Za-z0-9._~!$&'()+,;=@]+/g : /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu),
  ascii: () => /[^A-Za-z0-9]+/g,
};

/**
 * A slug in lower case. `mode` is Jekyll's: `default` keeps letters, marks and digits, `pretty` some punctuation too, `ascii`
 * only ASCII letters and digits, `latin` writes accented letters plainly first, `raw` replaces white space alone; any
 * other mode (`none`) only lowers the case.
 */
export function slugify(text: string, mode: SlugMode = "default"): string {
  return downcase(slugifyCased(text, mode));
}

/** The same, with upper and lower case as they were. */
export function slugifyCased(text: string, mode: SlugMode): string {
  if (mode === "none") return text;
  const plain = mode === "latin" ? transliterate(text) : text;
  return plain.replace(separators[mode === "latin" ? "default" : mode](plain), "-").replace(/^-|-$/g, "");
}

/** Jekyll's title for a slug: each part between hyphens with its first letter large and the others small. */
export function titleFromSlug(slug: string): string {
  return slug.replace(/-+$/, "").split("-").map(capitalize).join(" ");
}

/** Letters of Latin-1 and Latin Extended-A that are not a plain letter with an accent, as I18n writes them. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ Æ: "AE", Ð: "D", "×": "x", Ø: "O", Þ: "Th", ß: "ss", æ: "ae", ð: "d", ø: "o", þ: "th", Đ: "D", đ: "d" },
  ...{ Ħ: "H", ħ: "h", ı: "i", Ĳ: "IJ", ĳ: "ij", ĸ: "k", Ŀ: "L", ŀ: "l", Ł: "L", ł: "l", ŉ: "'n", Ŋ: "NG", ŋ: "ng" },
  ...{ Œ: "OE", œ: "oe", Ŧ: "T", ŧ: "t", "÷": "?", ſ: "?" },
};

/** I18n's table ends with ž (U+017E); what it does not know becomes a question mark. */
function transliterate(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (letter) => {
    const plain = LETTERS[letter] ?? letter.normalize("NFD").replace(/\p{M}/gu, "");
    return letter >= "\u00C0" && letter <= "\u017E" ? plain : "?";
  });
}
