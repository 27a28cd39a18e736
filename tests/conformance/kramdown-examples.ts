/** Our own examples with what kramdown 2.4.0 printed for them. */
import { readFileSync } from "node:fs";

interface Example {
  readonly rule: string;
  readonly text: string;
  readonly html: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The examples of a file of this folder. */
export function readExamples(file: string): readonly Example[] {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
}

/** What Jekyll passes to kramdown when a site asks for nothing else. */
export const JEKYLL = {
  input: "GFM",
  hard_wrap: false,
  syntax_highlighter_opts: { default_lang: "plaintext", guess_lang: true },
};

/** Of highlighted code text and wrappers count, not the colours. */
export const withoutColours = (html: string): string =>
  html.replace(/<span class="[a-z0-9]{1,3}">([^<]*)<\/span>/g, "$1");
