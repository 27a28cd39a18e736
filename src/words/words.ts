/** The theme's words in the language of a page, with what a site says instead. */
import type { ConfigValues } from "../config/values.ts";
import { isLanguage } from "../language.ts";
import type { Config, Data, Document, Value } from "../model.ts";
import { nearest } from "../nearest.ts";
import { isData } from "../values.ts";
import { type Dictionary, ENGLISH, type Word } from "./en.ts";
import { CHINESE } from "./zh.ts";

/**
 * A word in one language, with `{name}` in it replaced by the value of that name. Of a word that changes with a number, `count`
 * chooses the form.
 */
export interface Words {
  (word: Word, values?: Readonly<Record<string, string | number>>): string;
  /** The language that a word is said in where the page's own has none for it: a BCP 47 tag. */
  readonly otherLanguage: (word: Word) => string | undefined;
}

const DICTIONARIES: Readonly<Record<string, Dictionary>> = { en: ENGLISH, zh: CHINESE };

/**
 * The words of one language: the site's own (`words:` of the configuration), then the theme's of the longest part of the tag
 * that it has ("zh-Hans-CN", "zh-Hans", "zh"; RFC 4647, section 3.4), then the English ones.
 *
 * `words: {allPosts: Everything}` says a word of the site's language anew, `words: {de: {allPosts: Alles}}` one of German.
 * @param lang BCP 47 tag; any letter case, also with "_"
 */
export function wordsIn(config: Pick<Config, "lang" | "data">, lang: string): Words {
  const tags = lookupTags(lang);
  const own = isData(config.data.words) ? config.data.words : {};
  const isOfSite = lookupTags(config.lang).at(-1) === tags.at(-1);
  const sources: readonly Data[] = [
    ...tags.map((tag) => languageOf(own, tag)),
    isOfSite ? own : {},
    ...tags.map((tag) => (Object.hasOwn(DICTIONARIES, tag) ? DICTIONARIES[tag] : undefined) ?? {}),
    ENGLISH,
  ];
  const rules = new Intl.PluralRules(tags.find(isSupported) ?? "en");
  const found = new Map<string, Data>();
  const sourceOf = (word: Word): Data => {
    const source = found.get(word) ?? sources.find((candidate) => isWord(candidate[word])) ?? ENGLISH;
    found.set(word, source);
    return source;
  };
  const say = (word: Word, values: Readonly<Record<string, string | number>> = {}): string => {
    const entry = sourceOf(word)[word];
    const text = isData(entry) ? (entry[rules.select(Number(values.count))] ?? entry.other) : entry;
    if (typeof text === "string" && !text.includes("{")) return text;
    return String(text).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
  const isEnglish = tags.at(-1) === "en";
  return Object.assign(say, {
    otherLanguage: (word: Word) => (isEnglish || sourceOf(word) !== ENGLISH ? undefined : "en"),
  });
}

/** The attribute, with a space before it, for an element that says one word: "" where that is in the page's language. */
export function langAttribute(words: Words, word: Word): string {
  const other = words.otherLanguage(word);
  return other === undefined ? "" : ` lang="${other}"`;
}

/**
 * The language of the title of a page that the theme makes by itself ("Tags"), where that is none of the page's; undefined for every
 * title that somebody wrote.
 */
export function otherLanguageOfTitle(
  { path, title }: Pick<Document, "path" | "title">,
  words: Words,
): string | undefined {
  if (path !== "") return undefined;
  const word = (Object.keys(ENGLISH) as Word[]).find((name) => ENGLISH[name] === title);
  return word && words.otherLanguage(word);
}

/** Warns of what stands in `words:` and is no word of the theme's. */
export function warnOfUnknownWords({ words }: Data, values: ConfigValues): void {
  if (words === undefined || words === null) return;
  if (!isData(words)) {
    values.warn(
      ["words"],
      "`words` must be a mapping",
      'Write "words:" and below it lines such as "allPosts: Everything"',
    );
    return;
  }
  const names = Object.keys(ENGLISH);
  const check = (path: readonly string[], entry: Data): void => {
    for (const [name, value] of Object.entries(entry)) {
      if (names.includes(name) && isWord(value)) continue;
      if (path.length === 1 && isData(value) && isLanguage(name.replaceAll("_", "-"))) {
        check([...path, name], value);
        continue;
      }
      const guess = nearest(name, names);
      const problem = names.includes(name) ? `\`${name}\` must be a text` : `The theme has no word \`${name}\``;
      values.warn(
        [...path, name],
        problem,
        guess === undefined ? `Its words are ${names.join(", ")}` : `Write "${guess}: …"`,
      );
    }
  };
  check(["words"], words);
}

/** "zh-Hans-CN" → ["zh-hans-cn", "zh-hans", "zh"]. */
function lookupTags(lang: string): readonly string[] {
  const parts = lang.toLowerCase().replaceAll("_", "-").split("-");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("-"));
}

/** What the site says for one language: any key of `words:` that holds a mapping and is no word. */
function languageOf(own: Data, tag: string): Data {
  const entry = Object.entries(own).find(([name]) => name.toLowerCase().replaceAll("_", "-") === tag)?.[1];
  return isData(entry) && !Object.hasOwn(ENGLISH, tag) ? entry : {};
}

/** Whether a value can stand for a word: a text, or one for each plural category. */
function isWord(value: Value | undefined): boolean {
  return typeof value === "string" || (isData(value) && typeof value.other === "string");
}

function isSupported(tag: string): boolean {
  try {
    return Intl.PluralRules.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** Scripts that are written from right to left (Unicode UAX 9). */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  "Adlm",
  "Arab",
  "Hebr",
  "Mand",
  "Mend",
  "Nkoo",
  "Rohg",
  "Samr",
  "Syrc",
  "Thaa",
]);

/** The direction in which a language is written, by the script that it is most likely written in ("ar", "fa", "pa-Arab"). */
export function directionOf(lang: string): "ltr" | "rtl" {
  try {
    const { script = "" } = new Intl.Locale(lang.replaceAll("_", "-")).maximize();
    return RIGHT_TO_LEFT.has(script) ? "rtl" : "ltr";
  } catch {
    return "ltr";
  }
}
