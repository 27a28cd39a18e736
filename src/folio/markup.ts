/** al-folio prints titles and descriptions as HTML; where no markup can stand they are text. */
import { textOf } from "../meta/text.ts";
import type { Config } from "../model.ts";
import { formulaText } from "../scholar/tex-formula.ts";
import { isAcademic } from "./academic.ts";

/** Elements that a line of text may hold; the `<T>` of a program is none of them. */
const TAG =
  /<\/?(?:(br|d-footnote|div|li|ol|p|ul)|a|abbr|b|cite|code|del|em|font|i|img|ins|kbd|mark|s|small|span|strong|su[bp]|tt|u|wbr)(?=[\s/>])[^<>]*>/gi;

/** Formulas as MathJax finds them: between `$$`, `\(` and `\)`, and between dollars where a sign of TeX stands. */
const FORMULA = /\$\$([^$]+)\$\$|\\\((.+?)\\\)|(?<![\w$])\$(?!\s)([^$]*[\\^_][^$]*)(?<!\s)\$(?![\w$])/g;

/**
 * A title or a description as text: its formulas as near as Unicode comes, and on al-folio's sites without tags and references.
 * In mode jekyll it is as it is written.
 */
export function withoutMarkup(written: string, config: Pick<Config, "mode" | "data">): string {
  if (config.mode === "jekyll") return written;
  const plain = withoutFormulas(written, config);
  if (!/<|&[#\w]+;/.test(plain) || !isAcademic(config)) return plain;
  const text = plain.replace(TAG, (_, line: string | undefined) => (line === undefined ? "" : " "));
  return textOf(text.replaceAll("<", "&lt;")).trim();
}

function withoutFormulas(written: string, { data }: Pick<Config, "data">): string {
  if (!/\$|\\\(/.test(written) || data.math === false || data.enable_math === false) return written;
  return written.replace(FORMULA, (_, ...tex: (string | undefined)[]) => formulaText(tex.slice(0, 3).join("")));
}
