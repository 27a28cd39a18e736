/** The formulas of bibliographies, as MathML. */
import { renderMathML } from "../markdown/math/math.ts";
import type { Config } from "../model.ts";
import { mathMacros } from "../render/markdown.ts";
import type { MathPrinter } from "./tex.ts";

/** Prints each formula once: a title stands in a list, on a page of its own and in references. For one build. */
export function mathPrinter(config: Config): MathPrinter {
  const macros = mathMacros(config);
  const printed = new Map<string, string>();
  return (tex) => {
    const html = printed.get(tex) ?? renderMathML(tex, { display: false, macros }).html;
    printed.set(tex, html);
    return html;
  };
}
