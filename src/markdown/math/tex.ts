/** Command, with or without its backslash, to what it stands for; `#1` … are its arguments. */
export type Macros = Readonly<Record<string, string>>;

/** Environments that are lines of their own and have a number. A pattern. */
export const NUMBERED_ENVIRONMENTS = "equation|align|alignat|flalign|gather|multline|eqnarray";

/** Environments that MathJax sets without any delimiters around them, as a line of their own. A pattern. */
export const ENVIRONMENTS = `${NUMBERED_ENVIRONMENTS}|aligned|alignedat|gathered|split|array|[dr]?cases|[pbBvV]?matrix`;

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
  // Formulas have the text's colour.
  "\\definecolor": "\\@secondoftwo{#1#2#3}{}",
  "\\DeclareMathOperator": "\\@ifstar\\octavo@limits\\octavo@operator",
  "\\octavo@operator": "\\gdef#1{\\operatorname{#2}}",
  "\\octavo@limits": "\\gdef#1{\\operatorname*{#2}}",
};

/** A copy that KaTeX may add a page's own definitions to. */
export function katexMacros(macros: Macros): Record<string, string> {
  const named = Object.entries(macros).map(([name, meaning]) => [name.startsWith("\\") ? name : `\\${name}`, meaning]);
  return { ...MATHJAX_MACROS, ...Object.fromEntries(named) };
}

/** A command that defines another one. */
export const DEFINES = /\\(?:[a-z]*def|(?:re|provide)?(?:newc|c)ommand|let|DeclareMathOperator|definecolor)\b/;

const LABEL = /(?<!\\)((?:\\\\)*)\\label\s*\{([^{}]*)\}/g;
export const REFERENCE = /(?<!\\)((?:\\\\)*)\\(eqref|ref)\s*\{([^{}]*)\}/g;

/** A command whose first argument may be left out: its name, how many arguments it has, and what stands for the first. */
const OPTIONAL = /\\(?:re|provide)?newcommand\*?\s*\{?\s*\\([a-zA-Z]+)\s*\}?\s*\[([1-9])\]\s*\[([^\]]*)\]/g;

const DEFINITION = /\\(?:re)?newcommand\*?\s*(?:\{\s*(\\(?:[a-zA-Z]+|.))\s*\}|(\\(?:[a-zA-Z]+|.)))/g;

/**
 * `\label`, `\eqref` and arguments that may be left out, which KaTeX lacks, in commands it has. `\newcommand` may name a command that KaTeX knows already and
 * MathJax does not (such as `\R`), and both it and `\renewcommand` define in any case, as in MathJax.
 */
export function prepare(tex: string, labels: ReadonlyMap<string, string>): string {
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
export function inLine(tex: string): string {
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

/** A group in braces, with two more levels of them inside. */
const GROUP = String.raw`\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}`;

/** A command as an index, with the groups that follow it. */
const INDEX = new RegExp(String.raw`([_^])\s*(\\[a-zA-Z]+(?![a-zA-Z]|\s*\[)(?:\s*${GROUP})*)`, "g");

/**
 * What MathJax reads and KaTeX does not: a command as an index, whatever it stands for, colours by any name or model, and TeX's
 * signs in a text.
 */
export function asMathJax(tex: string): string {
  return tex
    .replace(/\\(?:text)?color\s*(?:\[[^\]]*\]\s*)?\{[^{}]*\}/g, "")
    .replace(INDEX, "$1{$2}")
    .replace(
      /(\\(?:text(?:tt|bf|it|rm|sf|normal|up)?|mbox|hbox)\s*)\{([^{}$]*)\}/g,
      (_, command: string, text: string) =>
        `${command}{${text.replace(/(?<!\\)[_%#&]/g, "\\$&").replaceAll("^", "\\textasciicircum{}")}}`,
    );
}
