/** al-folio prints titles and descriptions as HTML; where no markup can stand they are text. */
import { textOf } from "../meta/text.ts";
import type { Config } from "../model.ts";
import { isAcademic } from "./academic.ts";

/** Elements that a line of text may hold; the `<T>` of a program is none of them. */
const TAG =
  /<\/?(?:(br|d-footnote|div|li|ol|p|ul)|a|abbr|b|cite|code|del|em|font|i|img|ins|kbd|mark|s|small|span|strong|su[bp]|tt|u|wbr)(?=[\s/>])[^<>]*>/gi;

/** A title or a description as text: on al-folio's sites without tags and references, elsewhere as it is written. */
export function withoutMarkup(written: string, config: Pick<Config, "mode" | "data">): string {
  if (config.mode === "jekyll" || !/<|&[#\w]+;/.test(written) || !isAcademic(config)) return written;
  const text = written.replace(TAG, (_, line: string | undefined) => (line === undefined ? "" : " "));
  return textOf(text.replaceAll("<", "&lt;")).trim();
}
