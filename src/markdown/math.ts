import { createRequire } from "node:module";
import { cleanMathML, type EquationRow, equationId, escapeText, type KatexNode } from "./mathml.ts";
import type { Formula } from "./options.ts";

export interface RenderedFormula {
  /** `<math>`, or `<code class="math-error">` with the TeX where KaTeX could not read it. */
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
  const equations = readEquations(formulas, macros);
  const known = katexMacros(macros);
  return formulas.map(({ tex, display }, index) => render(tex, display, known, equations, index));
}

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
    if (!/\\(?:begin|tag|label|[a-z]*def|(?:re|provide)?(?:newc|c)ommand|let|DeclareMathOperator)\b/.test(tex))
      continue;
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
  readonly throwOnError: true;
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

function settings(displayMode: boolean, macros: Record<string, string>): KatexSettings {
  return {
    output: "mathml",
    displayMode,
    throwOnError: true,
    strict: false,
    globalGroup: true,
    macros,
    // Stands in for \label; KaTeX writes nothing of it into MathML.
    trust: ({ command }) => command === "\\htmlId",
  };
}

/** What MathJax knows and KaTeX does not: AMS-LaTeX's way to define operators, and LaTeX's box. */
const MATHJAX_MACROS: Macros = {
  "\\mbox": "\\text",
  "\\DeclareMathOperator": "\\@ifstar\\octavo@limits\\octavo@operator",
  "\\octavo@operator": "\\gdef#1{\\operatorname{#2}}",
  "\\octavo@limits": "\\gdef#1{\\operatorname*{#2}}",
};

/** A copy that KaTeX may add a page's own definitions to. */
function katexMacros(macros: Macros): Record<string, string> {
  const named = Object.entries(macros).map(([name, meaning]) => [name.startsWith("\\") ? name : `\\${name}`, meaning]);
  return { ...MATHJAX_MACROS, ...Object.fromEntries(named) };
}

const LABEL = /(?<!\\)((?:\\\\)*)\\label\s*\{([^{}]*)\}/g;
const REFERENCE = /(?<!\\)((?:\\\\)*)\\(eqref|ref)\s*\{([^{}]*)\}/g;

const DEFINITION = /\\(?:re)?newcommand\*?\s*(?:\{\s*(\\(?:[a-zA-Z]+|.))\s*\}|(\\(?:[a-zA-Z]+|.)))/g;

/**
 * `\label` and `\eqref`, which KaTeX lacks, in commands it has. `\newcommand` may name a command that KaTeX knows already and
 * MathJax does not (such as `\R`), and both it and `\renewcommand` define in any case, as in MathJax.
 */
function prepare(tex: string, labels: ReadonlyMap<string, string>): string {
  return replaceEnvironments(tex)
    .replace(LABEL, (_, before: string, name: string) => `${before}\\htmlId{${name.trim()}}{}`)
    .replace(REFERENCE, (_, before: string, command: string, name: string) => {
      const number = labels.get(name.trim()) ?? "???";
      return `${before}\\text{${command === "eqref" ? `(${number})` : number}}`;
    })
    .replace(DEFINITION, (_, braced: string | undefined, bare: string | undefined) => {
      const command = braced ?? bare ?? "";
      return `\\gdef${command}{}\\renewcommand{${command}}`;
    });
}

/** Environments that KaTeX has on lines of their own only, as MathJax sets them in a line: without numbers. */
function inLine(tex: string): string {
  return replaceEnvironments(tex).replace(/\\(begin|end)\{(align|gather)\*?\}/g, "\\$1{$2ed}");
}

/** AMS-LaTeX's `multline` and LaTeX's `eqnarray`, which KaTeX lacks, as the nearest it has. */
function replaceEnvironments(tex: string): string {
  return tex
    .replace(/\\(begin|end)\{multline(\*?)\}/g, "\\$1{gather$2}")
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
    const html = reference
      ? link(reference[2]?.trim() ?? "", reference[1] === "eqref", labels)
      : cleanMathML(
          loadKatex().__renderToDomTree(prepare(display ? tex : inLine(tex), labels), settings(display, macros)),
          rows[index] ?? [],
        );
    return error === undefined ? { html } : { html, error };
  } catch (cause) {
    return { html: `<code class="math-error">${escapeText(tex)}</code>`, error: reason(cause) };
  }
}

/** A reference that stands alone is a link; inside a formula it is text, for no browser follows links in MathML alike. */
function link(name: string, parentheses: boolean, labels: ReadonlyMap<string, string>): string {
  const number = labels.get(name) ?? "???";
  const text = escapeText(parentheses ? `(${number})` : number);
  return labels.has(name) ? `<a href="#${escapeText(equationId(name))}" class="math-ref">${text}</a>` : text;
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
    return loadKatex()
      .__parse(prepare(display ? tex : inLine(tex), new Map()), settings(display, macros))
      .flatMap(rowsOf);
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
