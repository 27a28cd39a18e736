import type { Token } from "markdown-it";

/** Text tokens that stand side by side, and the elements around them. */
export interface TextRun {
  readonly text: string;
  /** Lower-case tag names of the elements of this line that hold the text. */
  readonly inside: ReadonlySet<string>;
}

/**
 * Replaces text among the children of an inline token. `replace` gets the text of neighbouring text tokens as one, so that a rule need
 * not care where the parser cut it, and answers with tokens to stand there instead, or `undefined` to leave it.
 */
export function replaceText(children: readonly Token[], replace: (run: TextRun) => Token[] | undefined): Token[] {
  const result: Token[] = [];
  const open: string[] = [];
  for (let at = 0; at < children.length; ) {
    const token = children[at]!;
    if (token.type !== "text") {
      trackElement(token, open);
      result.push(token);
      at++;
      continue;
    }
    let end = at;
    while (children[end]?.type === "text") end++;
    const run = children.slice(at, end);
    const text = run.map(({ content }) => content).join("");
    result.push(...(replace({ text, inside: new Set(open) }) ?? run));
    at = end;
  }
  return result;
}

/** Markdown's elements are tokens with a tag; HTML in text may be a token of raw markup. */
function trackElement({ nesting, tag, type, content }: Token, open: string[]): void {
  const raw = type === "html_inline" ? /^<(\/?)([a-z][\w-]*)[^>]*?(\/?)>$/i.exec(content) : null;
  const name = (raw?.[2] ?? tag).toLowerCase();
  const change = raw ? (raw[1] ? -1 : raw[3] ? 0 : 1) : nesting;
  if (change > 0) open.push(name);
  else if (change < 0 && open.includes(name)) open.splice(open.lastIndexOf(name), 1);
}
