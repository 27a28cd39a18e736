import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";

/** Environments of AMS-LaTeX that are formulas without any dollars around them. */
const ENVIRONMENT = /^\s*\\begin\{((?:equation|align|alignat|gather|multline|eqnarray)\*?)\}[\s\S]*\\end\{\1\}\s*$/;

/**
 * A markdown-it plug-in for what MathJax reads and kramdown does not: `$…$` in a line, `\begin{equation} … \end{equation}` (or `align`,
 * `gather` …) as a paragraph of its own, and `\eqref{…}` in a line. It makes the tokens of kramdown's `$$…$$`: `math_inline` and
 * `math_block`, whose `content` is the TeX.
 */
export function dollars(md: MarkdownIt): void {
  md.inline.ruler.before("text", "math_dollars", dollarMath);
  md.inline.ruler.before("text", "math_reference", equationReference);
  md.core.ruler.after("block", "math_environments", mathEnvironments);
}

/** `\eqref{eq:a}` and `\ref{eq:a}` are formulas of their own. */
export function equationReference(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5c) return false;
  const reference = /^\\(?:eq)?ref\{[^{}\n]{1,200}\}/.exec(state.src.slice(state.pos, state.pos + 210))?.[0];
  if (reference === undefined) return false;
  if (!silent) state.push("math_inline", "", 0).content = reference;
  state.pos += reference.length;
  return true;
}

/**
 * `$…$` where it can only be a formula: no white space inside the dollars, no letter or digit before the first, and after the last
 * neither a digit (`$5 and $10`) nor what begins another variable (`$HOME/$USER`, `${a}${b}`). The next dollar is the last or there is
 * none, and a sentence that begins with a sum of money (`$5 for tea, 4$`) is no formula.
 */
export function dollarMath(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== 0x24 || /[\s$]/.test(src.charAt(pos + 1) || " ") || /[\w$\\]/.test(src.charAt(pos - 1)))
    return false;
  const end = closingDollar(src, pos + 1, posMax);
  if (end < 0 || /\s/.test(src.charAt(end - 1)) || /[\dA-Z_({$]/.test(src.charAt(end + 1))) return false;
  const tex = src.slice(pos + 1, end);
  if (SUM_OF_MONEY.test(tex)) return false;
  if (!silent) state.push("math_inline", "", 0).content = tex;
  state.pos = end + 1;
  return true;
}

/** A number, and later two words side by side or one of more than three letters, with no sign of TeX between. */
const SUM_OF_MONEY =
  /^\d[\d.,]*[kKmMbB]?(?:\s+|[,;:!?)–—-]\s*)[^\\^_={}+*/<>]*?(?:[A-Za-z]{4,}|[A-Za-z]{2,}\s+[A-Za-z]{2,})/;

/** Place of the next dollar that no backslash escapes; -1 without one, and where code or a blank line comes first. */
function closingDollar(src: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) {
    const char = src.charAt(at);
    if (char === "$") return at;
    if (char === "\\") at++;
    else if (char === "`" || (char === "\n" && /^[ \t]*\n/.test(src.slice(at + 1, at + 80)))) return -1;
  }
  return -1;
}

function mathEnvironments(state: StateCore): void {
  state.tokens = state.tokens.flatMap((token, index, tokens): Token[] => {
    if (isEnvironment(tokens, index + 1) || isEnvironment(tokens, index - 1)) return [];
    if (!isEnvironment(tokens, index)) return [token];
    const block = new state.Token("math_block", "", 0);
    block.block = true;
    block.map = token.map;
    block.level = tokens[index - 1]?.level ?? 0;
    block.content = token.content.trim();
    return [block];
  });
}

function isEnvironment(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token?.type === "inline" && tokens[index - 1]?.type === "paragraph_open" && ENVIRONMENT.test(token.content);
}
