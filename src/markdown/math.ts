import { createRequire } from "node:module";
import { escapeHtml } from "../html.ts";
import { cleanMathML, type EquationRow, equationId, type KatexNode, UNKNOWN } from "./mathml.ts";
import type { Formula } from "./options.ts";

export interface RenderedFormula {
  /**
   * `<math>`, in which a command that nobody knows stands by its name, as MathJax shows it; or `<code class="math-error">` with the
   * TeX where KaTeX could not read it.
   */
  readonly html: string;
  /** What is wrong, without file and line, which the caller knows. */
  readonly error?: string;
}

/** Command, with or without its backslash, to what it stands for; `#1` … are its arguments. */
export type Macros = Readonly<Record<string, string>>;

/** What the formulas of a page know of each other. */
interface Equations {
  /** Rows of the numbered environments, one list for each formula of the page. */
  readonly rows: readonly (readonly EquationRow[])[];
  /** `\label` to the number shown, without parentheses. */
  readonly labels: ReadonlyMap<string, string>;
}

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
const NUMBERED = /^\s*\\begin\{(equation|align|alignat|gather|multline|eqnarray|flalign)\}[\s\S]*\\end\{\1\}\s*$/;

/** One formula that stands for itself, as `renderFormulas` renders those of a page. Never throws. */
export function renderMathML(tex: string, { display, macros }: MathOptions): RenderedFormula {
  const [formula] = renderFormulas([{ tex, display }], macros);
  return formula ?? { html: "" };
}

/** Numbers the equations of a page and finds their labels. A formula that KaTeX cannot read has no rows; rendering it tells why. */
function readEquations(formulas: readonly Formula[], macros: Macros): Equations {
  const known = katexMacros(macros);
  const labels = new Map<string, string>();
  const rows: EquationRow[][] = [];
  let last = 0;
  for (const { tex, display } of formulas) {
    const found: EquationRow[] = [];
    rows.push(found);
    // Everything else neither counts nor defines anything.
    if (!DEFINES.test(tex) && !/\\(?:begin|tag|label)\b/.test(tex)) continue;
    for (const { tag, names } of parseRows(tex, display, known)) {
      const number = tag === "next" ? String(++last) : tag;
      const text = number === undefined ? undefined : /^\*/.test(number) ? number.slice(1) : `(${number})`;
      for (const name of names) {
        if (number !== undefined) labels.set(name, number.replace(/^\*/, ""));
      }
      found.push({ number: text, label: number === undefined ? undefined : names[0] });
    }
  }
  return { rows, labels };
}

interface KatexSettings {
  readonly output: "mathml";
  readonly displayMode: boolean;
  readonly throwOnError: boolean;
  readonly errorColor: string;
  readonly strict: false;
  readonly globalGroup: true;
  readonly macros: Record<string, string>;
  readonly trust: (context: { readonly command: string }) => boolean;
}

/** The part of KaTeX used here: its trees rather than its string, which would have to be taken apart again. */
interface Katex {
  __parse(tex: string, settings: KatexSettings): ParseNode[];
  __renderToDomTree(tex: string, settings: KatexSettings): KatexNode;
}

/** A node of KaTeX's parse tree: `array` and `tag` carry tags, `html` a label, others only children. */
interface ParseNode {
  readonly type?: string;
  readonly text?: string;
  readonly body?: ParseNode | readonly (ParseNode | readonly ParseNode[])[];
  readonly tags?: readonly (boolean | readonly ParseNode[])[];
  readonly tag?: readonly ParseNode[];
  readonly attributes?: { readonly id?: string };
}

let katex: Katex | undefined;

/** KaTeX is loaded with the first formula. */
function loadKatex(): Katex {
  katex ??= createRequire(import.meta.url)("katex") as Katex;
  return katex;
}

function settings(displayMode: boolean, macros: Record<string, string>, throwOnError: boolean): KatexSettings {
  return {
    output: "mathml",
    displayMode,
    throwOnError,
    errorColor: UNKNOWN,
    strict: false,
    globalGroup: true,
    macros,
    // Stands in for \label; KaTeX writes nothing of it into MathML.
    trust: ({ command }) => command === "\\htmlId",
  };
}

/** What MathJax knows and KaTeX does not: AMS-LaTeX's way to define operators, LaTeX's box, TeX's own tables, and what HTML adds. */
const MATHJAX_MACROS: Macros = {
  "\\mbox": "\\text",
  "\\require": "\\@secondoftwo{#1}{}",
  "\\class": "\\@secondoftwo{#1}{#2}",
  "\\cssId": "\\@secondoftwo{#1}{#2}",
  "\\style": "\\@secondoftwo{#1}{#2}",
  "\\matrix": "\\begin{matrix}#1\\end{matrix}",
  "\\pmatrix": "\\begin{pmatrix}#1\\end{pmatrix}",
  "\\cases": "\\begin{cases}#1\\end{cases}",
  "\\eqalign": "\\begin{aligned}#1\\end{aligned}",
  "\\cancelto": "\\cancel{#2}^{#1}",
  "\\DeclareMathOperator": "\\@ifstar\\octavo@limits\\octavo@operator",
  "\\octavo@operator": "\\gdef#1{\\operatorname{#2}}",
  "\\octavo@limits": "\\gdef#1{\\operatorname*{#2}}",
};

/** A copy that KaTeX may add a page's own definitions to. */
function katexMacros(macros: Macros): Record<string, string> {
  const named = Object.entries(macros).map(([name, meaning]) => [name.startsWith("\\") ? name : `\\${name}`, meaning]);
  return { ...MATHJAX_MACROS, ...Object.fromEntries(named) };
}

/** A command that defines another one. */
const DEFINES = /\\(?:[a-z]*def|(?:re|provide)?(?:newc|c)ommand|let|DeclareMathOperator)\b/;

const LABEL = /(?<!\\)((?:\\\\)*)\\label\s*\{([^{}]*)\}/g;
const REFERENCE = /(?<!\\)((?:\\\\)*)\\(eqref|ref)\s*\{([^{}]*)\}/g;

/** A command whose first argument may be left out: its name, how many arguments it has, and what stands for the first. */
const OPTIONAL = /\\(?:re|provide)?newcommand\*?\s*\{?\s*\\([a-zA-Z]+)\s*\}?\s*\[([1-9])\]\s*\[([^\]]*)\]/g;

const DEFINITION = /\\(?:re)?newcommand\*?\s*(?:\{\s*(\\(?:[a-zA-Z]+|.))\s*\}|(\\(?:[a-zA-Z]+|.)))/g;

/**
 * `\label`, `\eqref` and arguments that may be left out, which KaTeX lacks, in commands it has. `\newcommand` may name a command that KaTeX knows already and
 * MathJax does not (such as `\R`), and both it and `\renewcommand` define in any case, as in MathJax.
 */
function prepare(tex: string, labels: ReadonlyMap<string, string>): string {
  return replaceEnvironments(tex)
    .replace(LABEL, (_, before: string, name: string) => `${before}\\htmlId{${name.trim()}}{}`)
    .replace(REFERENCE, (_, before: string, command: string, name: string) => {
      const number = labels.get(name.trim()) ?? "???";
      return `${before}\\text{${command === "eqref" ? `(${number})` : number}}`;
    })
    .replace(OPTIONAL, (_, name: string, count: string, given: string) => {
      const rest = Array.from({ length: Number(count) - 1 }, (_, index) => `#${index + 2}`).join("");
      const whole = `\\octavo@${name}`;
      return `\\gdef\\${name}{\\@ifnextchar[{${whole}}{${whole}[${given}]}}\\gdef${whole}[#1]${rest}`;
    })
    .replace(DEFINITION, (_, braced: string | undefined, bare: string | undefined) => {
      const command = braced ?? bare ?? "";
      return `\\gdef${command}{}\\renewcommand{${command}}`;
    });
}

/** Environments that KaTeX has on lines of their own only, as MathJax sets them in a line: without numbers. */
function inLine(tex: string): string {
  return replaceEnvironments(tex)
    .replace(/\\(begin|end)\{(align|gather)(at)?\*?\}/g, "\\$1{$2ed$3}")
    .replace(/\\(begin|end)\{split\}/g, "\\$1{aligned}")
    .replace(/\\(?:begin|end)\{equation\*?\}/g, " ");
}

/** AMS-LaTeX's `multline` and `flalign` and LaTeX's `eqnarray`, which KaTeX lacks, as the nearest it has; of an array's columns what MathJax heeds. */
function replaceEnvironments(tex: string): string {
  return tex
    .replace(/\\(begin|end)\{multline(\*?)\}/g, "\\$1{gather$2}")
    .replace(/\\(begin|end)\{flalign(\*?)\}/g, "\\$1{align$2}")
    .replace(/(\\begin\{array\}\{)((?:[^{}]|\{[^{}]*\})*)\}/g, (_, begin: string, columns: string) => {
      return `${begin}${columns.replace(/[@!<>]\s*\{[^{}]*\}/g, "").replace(/[pmb]\s*\{[^{}]*\}/g, "l")}}`;
    })
    .replace(
      /\\begin\{eqnarray(\*?)\}([\s\S]*?)\\end\{eqnarray\1\}/g,
      (_, star: string, rows: string) =>
        `\\begin{align${star}}${rows.replace(/&([^&\n]{0,40}?)&/g, "&$1")}\\end{align${star}}`,
    );
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
    if (reference)
      return {
        html: link(reference[2]?.trim() ?? "", reference[1] === "eqref", labels),
        ...(error !== undefined && { error }),
      };
    const { tree, unreadable = error } = readTree(prepare(display ? tex : inLine(tex), labels), display, macros);
    const set = cleanMathML(tree, rows[index] ?? []);
    // One that only defines commands shows nothing.
    const html = DEFINES.test(tex) && !/<m[inot]/.test(set) ? "" : set;
    return unreadable === undefined ? { html } : { html, error: unreadable };
  } catch (cause) {
    return { html: `<code class="math-error">${escapeHtml(tex)}</code>`, error: reason(cause) };
  }
}

/** @throws ParseError where KaTeX cannot read it at all */
function readTree(tex: string, display: boolean, macros: Record<string, string>) {
  const { __parse: parse, __renderToDomTree: render } = loadKatex();
  return readLeniently(tex, (text, isStrict) => {
    const given = settings(display, macros, isStrict);
    // What is not strict shows an error where it cannot be read.
    if (!isStrict) parse(text, given);
    return render(text, given);
  });
}

/** Reads a formula as it stands, else as MathJax would, else with its unknown commands by their names: then `unreadable` says what is wrong. */
function readLeniently<Tree>(
  tex: string,
  read: (tex: string, isStrict: boolean) => Tree,
): { readonly tree: Tree; readonly unreadable?: string } {
  try {
    return { tree: read(tex, true) };
  } catch (cause) {
    const mended = asMathJax(tex);
    try {
      if (mended !== tex) return { tree: read(mended, true) };
    } catch {
      // Said once, of what the author wrote.
    }
    return { tree: read(mended, false), unreadable: reason(cause) };
  }
}

/** What MathJax reads and KaTeX does not: a command as an index, whatever it stands for, and TeX's signs in a text. */
function asMathJax(tex: string): string {
  return tex
    .replace(/([_^])\s*(\\[a-zA-Z]+)(?![a-zA-Z]|\s*[{[])/g, "$1{$2}")
    .replace(
      /(\\(?:text(?:tt|bf|it|rm|sf|normal|up)?|mbox|hbox)\s*)\{([^{}$]*)\}/g,
      (_, command: string, text: string) =>
        `${command}{${text.replace(/(?<!\\)[_%#&]/g, "\\$&").replaceAll("^", "\\textasciicircum{}")}}`,
    );
}

/** A reference that stands alone is a link; inside a formula it is text, for no browser follows links in MathML alike. */
function link(name: string, parentheses: boolean, labels: ReadonlyMap<string, string>): string {
  const number = labels.get(name) ?? "???";
  const text = escapeHtml(parentheses ? `(${number})` : number);
  return labels.has(name) ? `<a href="#${escapeHtml(equationId(name))}" class="math-ref">${text}</a>` : text;
}

function reason(cause: unknown): string {
  if (cause instanceof Error && "rawMessage" in cause && typeof cause.rawMessage === "string") return cause.rawMessage;
  return cause instanceof Error ? cause.message : String(cause);
}

/** `next`: takes the next number; `undefined`: has none; else what `\tag` says, after a `*` for `\tag*`. */
interface ParsedRow {
  readonly tag: string | undefined;
  readonly names: readonly string[];
}

function parseRows(tex: string, display: boolean, macros: Record<string, string>): ParsedRow[] {
  try {
    const prepared = prepare(display ? tex : inLine(tex), new Map());
    const { tree } = readLeniently(prepared, (text, isStrict) =>
      loadKatex().__parse(text, settings(display, macros, isStrict)),
    );
    return tree.flatMap(rowsOf);
  } catch {
    return [];
  }
}

function rowsOf(node: ParseNode): ParsedRow[] {
  if (node.type === "tag") return [{ tag: tagText(node.tag ?? []), names: labelsIn(node) }];
  const { tags, body } = node;
  if (node.type !== "array" || !tags?.some(Boolean)) return childrenOf(node).flatMap(rowsOf);
  return tags.map((tag, row) => ({
    tag: typeof tag === "boolean" ? (tag ? "next" : undefined) : tagText(tag),
    names: Array.isArray(body) ? [body[row] ?? []].flat().flatMap(labelsIn) : [],
  }));
}

function labelsIn(node: ParseNode): string[] {
  const own = node.type === "html" && node.attributes?.id !== undefined ? [node.attributes.id] : [];
  return [...own, ...childrenOf(node).flatMap(labelsIn)];
}

function childrenOf({ body }: ParseNode): readonly ParseNode[] {
  if (body === undefined) return [];
  return Array.isArray(body) ? body.flat() : [body as ParseNode];
}

/** KaTeX has put the parentheses of `\tag` already. */
function tagText(tag: readonly ParseNode[]): string {
  const text = tag.map(textOf).join("");
  return /^\(.*\)$/.test(text) ? text.slice(1, -1) : `*${text}`;
}

function textOf(node: ParseNode): string {
  return (node.text ?? "") + childrenOf(node).map(textOf).join("");
}
