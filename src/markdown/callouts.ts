import type { MarkdownIt, Token } from "markdown-it";

/**
 * A markdown-it plug-in for al-folio's callouts: a quote with `{: .block-tip}`, `.block-warning` or `.block-danger`. To a screen reader
 * the quote is a note named by its first heading, and that heading (`##### TIP`), which stands outside the page's outline, is a plain
 * line. Text, elements and classes stay.
 * @param labels what one of each class is called in the language of the site
 */
export function callouts(md: MarkdownIt, labels: Readonly<Record<string, string>>): void {
  md.core.ruler.push("callouts", ({ tokens }) => {
    for (const [index, quote] of tokens.entries()) {
      if (quote.type !== "blockquote_open") continue;
      const kind = String(quote.attrGet("class") ?? "")
        .split(/\s+/)
        .find((name) => Object.hasOwn(labels, name));
      if (kind === undefined) continue;
      const heading = firstBlock(tokens, index);
      const title = heading?.type === "heading_open" ? plainText(tokens[tokens.indexOf(heading) + 1]) : "";
      quote.attrSet("role", "note");
      quote.attrSet("aria-label", title || (labels[kind] ?? ""));
      if (title) heading?.attrSet("role", "presentation");
    }
  });
}

function firstBlock(tokens: readonly Token[], quote: number): Token | undefined {
  return tokens.slice(quote + 1, quote + 4).find(({ nesting }) => nesting === 1);
}

function plainText(inline: Token | undefined): string {
  const texts = (inline?.children ?? []).map(({ content }) => content);
  return texts.join("").trim();
}
