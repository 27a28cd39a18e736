import type { MarkdownIt, StateCore, StateInline, Token } from "markdown-it";
import { SpanState } from "../inline/state.ts";
import type { Formula } from "../options.ts";
import { createToken } from "../token.ts";
import { ENVIRONMENTS } from "./tex.ts";

/** A paragraph that is nothing but an environment. */
const ENVIRONMENT = new RegExp(String.raw`^\s*\\begin\{((?:${ENVIRONMENTS})\*?)\}[\s\S]*\\end\{\1\}\s*$`);

const BEGINS_ENVIRONMENT = new RegExp(String.raw`^\\begin\{((?:${ENVIRONMENTS})\*?)\}[\s\S]{1,20000}?\\end\{\1\}`);

/** A paragraph that is one formula between `\\[` and `\\]`. */
const BRACKETS = /^\s*\\\\\[((?:(?!\\\\\])[\s\S])*)\\\\\]\s*$/;

/**
 * A markdown-it plug-in for what MathJax reads and kramdown does not: `$…$` and `\\(…\\)` in a line, `\\[…\\]` and
 * `\begin{equation} … \end{equation}` (or `align`, `gather` …) as a paragraph of its own, `\eqref{…}` in a line, and formulas in the
 * text of HTML elements. It makes the tokens of kramdown's `$$…$$`: `math_span` and `math_block`, whose `content` is the TeX.
 */
export function dollars(md: MarkdownIt): void {
  // `alt` is where kramdown's span parser looks: the character a rule begins with.
  md.inline.ruler.before("escape", "math_dollars", dollarMath, { alt: ["$"] });
  md.inline.ruler.before("escape", "math_parentheses", parenthesizedMath, { alt: ["\\"] });
  md.inline.ruler.before("escape", "math_reference", equationReference, { alt: ["\\"] });
  md.inline.ruler.before("escape", "math_environment", environmentInText, { alt: ["\\"] });
  md.core.ruler.after("block", "math_environments", mathEnvironments);
  md.core.ruler.after("block", "math_html", mathInHtml);
  md.core.ruler.after("inline", "math_html_spans", mathInSpans);
}

/** `\eqref{eq:a}` and `\ref{eq:a}` are formulas of their own. */
function equationReference(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5c) return false;
  const reference = /^\\(?:eq)?ref\{[^{}\n]{1,200}\}/.exec(state.src.slice(state.pos, state.pos + 210))?.[0];
  if (reference === undefined) return false;
  return pushMath(state, reference, state.pos + reference.length, silent);
}

/**
 * `$…$` where it can only be a formula: no letter or digit before the first dollar, and after the last neither a digit
 * (`$5 and $10`) nor what begins another variable (`$HOME/$USER`, `${a}${b}`, `$a$(b)`), but behind what is TeX beyond doubt
 * (`$\mathbf{W}$(the weights)`). The next dollar is the last or there is none.
 * A sentence that begins with a sum of money (`$5 for tea, 4$`) is no formula, and with white space inside the dollars only
 * TeX without words is one.
 */
function dollarMath(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== 0x24) return false;
  const end = endOfDollars(src, pos, posMax);
  return end >= 0 && pushMath(state, src.slice(pos + 1, end), end + 1, silent);
}

/** Place of the dollar that ends the formula which begins with the one at `pos`; -1 where none begins. */
function endOfDollars(src: string, pos: number, limit: number): number {
  if (src.charAt(pos + 1) === "$" || /[a-zA-Z0-9$]/.test(src.charAt(pos - 1))) return -1;
  const end = closingDollar(src, pos + 1, limit);
  if (end < 0 || src.charAt(end + 1) === "$") return -1;
  const tex = src.slice(pos + 1, end);
  if (/[\dA-Z({]/.test(src.charAt(end + 1)) && !BEGINS_WITH_COMMAND.test(tex)) return -1;
  const isMath = /^\s|\s$/.test(tex) ? isWordlessTex(tex) : !SUM_OF_MONEY.test(tex);
  return isMath ? end : -1;
}

const BEGINS_WITH_COMMAND = /^\\[a-zA-Z]+/;

/** Has a sign of TeX's or an equals sign, and no word stands free outside of commands and what these set as text. */
function isWordlessTex(tex: string): boolean {
  if (!/\\[a-zA-Z]|[_^=]/.test(tex)) return false;
  const rest = tex.replace(/\\[a-zA-Z]+\*?(?:\s*\{[^{}\\]*\})?/g, " ");
  // The name of a function, `proj(x)`, is no word.
  return !/(?:^|\s)(?!d[a-z]\b)[a-zA-Z]{2,}(?=[\s,.;:]|$)|[a-zA-Z]{4,}(?![a-zA-Z(])/.test(rest);
}

/** `\\(…\\)`: kramdown takes one backslash of two away, and MathJax finds its delimiters. */
function parenthesizedMath(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (!src.startsWith("\\\\(", pos)) return false;
  const end = src.indexOf("\\\\)", pos + 3);
  if (end < 0 || end + 3 > posMax) return false;
  return pushMath(state, src.slice(pos + 3, end), end + 3, silent);
}

/** `\begin{align} … \end{align}` in the middle of a paragraph is a line of its own. */
function environmentInText(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (!src.startsWith("\\begin{", pos)) return false;
  const tex = BEGINS_ENVIRONMENT.exec(src.slice(pos, posMax))?.[0];
  return tex !== undefined && pushMath(state, tex, pos + tex.length, silent, "math_block");
}

function pushMath(
  state: StateInline,
  tex: string,
  end: number,
  silent: boolean,
  type: "math_span" | "math_block" = "math_span",
): true {
  if (silent) {
    state.pos = end;
    return true;
  }
  const token = state.push(type, "", 0);
  token.content = asRead(tex);
  if (state instanceof SpanState) {
    const line = state.currentLine();
    token.map = [line, line + 1];
    state.finish(token, end);
  } else {
    state.pos = end;
  }
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
  const { tokens } = state;
  state.tokens = tokens.filter((token, index) => {
    if (isEnvironment(tokens, index) || isEnvironment(tokens, index - 1)) return false;
    const line = tokens[index + 1];
    if (line && isEnvironment(tokens, index + 1)) {
      // The paragraph's own token stays, with the attribute list it may still be given.
      token.type = "math_block";
      token.tag = "";
      token.hidden = false;
      token.nesting = 0;
      token.content = asRead(BRACKETS.exec(line.content)?.[1] ?? line.content).trim();
    }
    return true;
  });
}

/** Also true after its paragraph has become a formula. */
function isEnvironment(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.type !== "inline" || tokens[index + 1]?.type !== "paragraph_close") return false;
  return ENVIRONMENT.test(token.content) || BRACKETS.test(token.content);
}

/** Elements in whose text MathJax looks for no formula (its option `skipHtmlTags`). */
const SKIPPED = ["pre", "code", "textarea", "script", "style", "noscript", "math", "d-math"];

/** A formula in the text of an HTML element, which kramdown leaves as it is: MathJax's delimiters, of which a single dollar comes last. */
const IN_HTML = new RegExp(
  [
    String.raw`\$\$([\s\S]{1,20000}?)\$\$`,
    String.raw`\\{1,2}\[([\s\S]{1,20000}?)\\{1,2}\]`,
    String.raw`\\{1,2}\(([\s\S]{1,20000}?)\\{1,2}\)`,
    String.raw`(\\begin\{((?:${ENVIRONMENTS})\*?)\}[\s\S]{1,20000}?\\end\{\5\})`,
    String.raw`(\\(?:eq)?ref\{[^{}\n]{1,200}\})`,
    String.raw`\$`,
  ].join("|"),
  "g",
);

function mathInHtml(state: StateCore): void {
  state.tokens = withFormulas(state.tokens, 0);
}

/** The same in elements within a line whose content kramdown leaves as it is, such as a `<d-footnote>`. */
function mathInSpans(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.children && /[$\\]/.test(token.content))
      token.children = withFormulas(token.children, token.map?.[0] ?? 0);
  }
}

/** @param begin line where the tokens begin that do not say so themselves, from 0 */
function withFormulas(tokens: Token[], begin: number): Token[] {
  if (!tokens.some(mayHoldMath)) return tokens;
  let skipped = 0;
  let line = begin;
  return tokens.flatMap((token) => {
    if (token.map) line = token.map[0];
    if (SKIPPED.includes(token.tag)) skipped += token.nesting;
    return skipped === 0 && mayHoldMath(token) ? withMath(token, line) : [token];
  });
}

function mayHoldMath({ type, content }: Token): boolean {
  return type === "html_text" && (content.includes("$") || content.includes("\\"));
}

/** A text of HTML, cut where its formulas are. @param line where it begins, from 0 */
function withMath(text: Token, line: number): Token[] {
  return piecesOf(text.content).map((piece) => {
    if (typeof piece === "string") return createToken("html_text", "", 0, piece);
    const token = createToken(piece.display ? "math_block" : "math_span", "", 0, piece.tex);
    token.map = [line, line + 1];
    return token;
  });
}

/** A text of HTML as what stands between its formulas, and these. */
function piecesOf(text: string): readonly (string | Formula)[] {
  const found: (string | Formula)[] = [];
  let from = 0;
  for (const match of text.matchAll(IN_HTML)) {
    const { 0: whole, 1: dollars, 2: brackets, 3: parentheses, 4: environment, 6: reference, index } = match;
    if (index < from) continue;
    const end = whole === "$" ? endOfDollars(text, index, text.length) + 1 : index + whole.length;
    if (end === 0) continue;
    if (index > from) found.push(text.slice(from, index));
    const display = dollars ?? brackets ?? environment;
    const tex = decoded(display ?? parentheses ?? reference ?? text.slice(index + 1, end - 1)).trim();
    found.push({ tex, display: display !== undefined });
    from = end;
  }
  if (from < text.length) found.push(text.slice(from));
  return found;
}

/** Of a page in HTML: elements that are skipped, comments and tags. */
const NO_TEXT = new RegExp(
  String.raw`(<(?:${SKIPPED.join("|")})\b[\s\S]*?</(?:${SKIPPED.join("|")})\s*>|<!--[\s\S]*?-->|<[a-z/](?:[^>"']|"[^"]*"|'[^']*')*>)`,
  "i",
);

/** A page that its author wrote in HTML, with its formulas set by `render`. */
export function setFormulas(
  html: string,
  render: (formulas: readonly Formula[]) => readonly { html: string }[],
): string {
  const pieces = html.split(NO_TEXT).flatMap((part, index) => (index % 2 === 1 ? [part] : piecesOf(part)));
  const formulas = pieces.filter((piece) => typeof piece !== "string");
  const set = formulas.length === 0 ? [] : [...render(formulas)];
  return pieces.map((piece) => (typeof piece === "string" ? piece : (set.shift()?.html ?? ""))).join("");
}

/** What MathJax reads of TeX in Markdown's text: a sign for its entity, and two backslashes for four, of which kramdown makes two. */
function asRead(tex: string): string {
  return decoded(tex).replaceAll("\\\\\\\\", "\\\\");
}

/** What a browser reads for the entities that stand for TeX's own signs. */
function decoded(html: string): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
