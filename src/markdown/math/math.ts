import { escapeHtml } from "../../html.ts";
import type { Formula } from "../options.ts";
import { type Equations, readEquations } from "./equations.ts";
import { mathTree, reason } from "./katex.ts";
import { cleanMathML, equationId } from "./mathml.ts";
import { DEFINES, inLine, katexMacros, type Macros, NUMBERED_ENVIRONMENTS, prepare, REFERENCE } from "./tex.ts";

/** A formula as it stands in a page. */
export interface RenderedFormula {
  /**
   * `<math>`, in which a command that nobody knows stands by its name, as MathJax shows it; or `<code class="math-error">` with the
   * TeX where KaTeX could not read it.
   */
  readonly html: string;
  /** What is wrong, without file and line, which the caller knows. */
  readonly error?: string;
}

/** How a formula is set. */
export interface MathOptions {
  readonly display: boolean;
  readonly macros: Macros;
}

/**
 * The formulas of one page, in order, as MathML without annotation and without style attributes. `equation`, `align`, `gather` and
 * their like are numbered through the page as AMS-LaTeX does (their starred forms, `\notag` and `\tag` heeded), `\label` may come after
 * the `\eqref` that names it, and a command defined by `\newcommand` or `\def` holds in the formulas that follow, as in MathJax.
 * Never throws.
 */
export function renderFormulas(formulas: readonly Formula[], macros: Macros): RenderedFormula[] {
  const set = formulas.map(({ tex, display }) => ({ tex, display: display || NUMBERED.test(tex) }));
  const equations = readEquations(set, macros);
  const known = katexMacros(macros);
  return set.map(({ tex, display }, index) => render(tex, display, known, equations, index));
}

/** What has a number is a line of its own, also between the delimiters of a formula in a line: MathJax gives it the whole width. */
const NUMBERED = new RegExp(String.raw`^\s*\\begin\{(${NUMBERED_ENVIRONMENTS})\}[\s\S]*\\end\{\1\}\s*$`);

/** One formula that stands for itself, as `renderFormulas` renders those of a page. Never throws. */
export function renderMathML(tex: string, { display, macros }: MathOptions): RenderedFormula {
  const [formula] = renderFormulas([{ tex, display }], macros);
  return formula ?? { html: "" };
}

function render(
  tex: string,
  display: boolean,
  macros: Record<string, string>,
  { rows, labels }: Equations,
  index: number,
): RenderedFormula {
  const reference = /^\s*\\(eqref|ref)\s*\{([^{}]*)\}\s*$/.exec(tex);
  const missing = [...tex.matchAll(REFERENCE)]
    .map(([, , , name = ""]) => name.trim())
    .find((name) => !labels.has(name));
  const error = missing === undefined ? undefined : `no equation on this page has the label ${missing}`;
  try {
    if (reference) {
      const html = link(reference[2]?.trim() ?? "", reference[1] === "eqref", labels);
      return error === undefined ? { html } : { html, error };
    }
    const { tree, unreadable = error } = mathTree(prepare(display ? tex : inLine(tex), labels), display, macros);
    const set = cleanMathML(tree, rows[index] ?? []);
    // One that only defines commands shows nothing.
    const html = DEFINES.test(tex) && !/<m[inot]/.test(set) ? "" : set;
    return unreadable === undefined ? { html } : { html, error: unreadable };
  } catch (cause) {
    return { html: `<code class="math-error">${escapeHtml(tex)}</code>`, error: reason(cause) };
  }
}

/** A reference that stands alone is a link; inside a formula it is text, for no browser follows links in MathML alike. */
function link(name: string, parentheses: boolean, labels: ReadonlyMap<string, string>): string {
  const number = labels.get(name) ?? "???";
  const text = escapeHtml(parentheses ? `(${number})` : number);
  return labels.has(name) ? `<a href="#${escapeHtml(equationId(name))}" class="math-ref">${text}</a>` : text;
}
