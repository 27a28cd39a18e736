import type { MarkdownIt, Token } from "markdown-it";

/** What stands in the place of a text; `undefined` leaves it. */
type Replace = (text: string) => readonly Token[] | undefined;

/**
 * Adds a rule that replaces text in lines. It is given the text of neighbouring text tokens as one, so that it need not care where
 * the parser cut it.
 * @param sign what a text holds of which anything is replaced
 * @param excluded lower-case names of the elements of a line in which text stays
 */
export function replaceTexts(
  md: MarkdownIt,
  name: string,
  sign: string,
  excluded: readonly string[],
  replace: Replace,
): void {
  md.core.ruler.push(name, ({ tokens }) => {
    for (const token of tokens)
      if (token.children?.some(({ type, content }) => type === "text" && content.includes(sign)))
        token.children = replaceRuns(token.children, excluded, replace);
  });
}

function replaceRuns(children: readonly Token[], excluded: readonly string[], replace: Replace): Token[] {
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
    result.push(...((excluded.some((element) => open.includes(element)) ? undefined : replace(text)) ?? run));
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
