/** HTML of tags as it stands in a text that goes through Markdown. */

/** An id without white space. */
export function anchor(key: string, prefix: string): string {
  return [prefix, key].filter(Boolean).join("-").replace(/\s+/g, "_");
}

/** HTML in one line: it stands in Markdown, where an empty line or an indented one would end it. */
export function oneLine(html: string): string {
  return html
    .replace(
      /(<pre[^>]*>)([\s\S]*?)(<\/pre>)/g,
      (_, open: string, text: string, end: string) => open + text.replaceAll("\n", "&#10;") + end,
    )
    .replace(/\s*\n\s*/g, " ");
}

const MARKS: Readonly<Record<string, string>> = { "'": "&#39;", '"': "&quot;" };

/** Text of which Markdown is to make nothing. */
export function plainForMarkdown(html: string): string {
  return html.replace(/<[^>]*>|[[\]*_`$~|'"\\^]/g, (found) =>
    found.length > 1 ? found : (MARKS[found] ?? `&#${found.charCodeAt(0)};`),
  );
}
