/** `{% highlight ruby linenos %} … {% endhighlight %}` (Jekyll 4.3, `HighlightBlock`), in Rouge's wrappers. */

import { HIGHLIGHT_TAG_CELLS, markLines, numberLines } from "../../code-lines.ts";
import { escapeText } from "../../html.ts";
import { strip } from "../blank.ts";
import { renderToText } from "../body.ts";
import { LiquidFault } from "../errors.ts";
import { escapeHtml } from "../filters/escapes.ts";
import { node, type TagReader } from "../tag.ts";

const SYNTAX = /^([a-zA-Z0-9.+#_-]+)((?:[ \t\r\n\f\v]+\w+(?:=(?:\w+|"(?:[0-9]+[ \t\r\n\f\v])*[0-9]+"))?)*)$/;

export const readHighlight: TagReader = ({ token, rest, parser }) => {
  const match = SYNTAX.exec(token.markup.trim());
  if (match === null) throw new LiquidFault("{% highlight %} names no language", "Write it as {% highlight ruby %}");
  const language = (match[1] ?? "").toLowerCase();
  const isNumbered = /(?:^|[ \t\r\n\f\v])linenos\b/.test(match[2] ?? "");
  const marked = markedLines(match[2] ?? "");
  const body = parser.block(token, rest);
  return node(
    token,
    (scope, out) => {
      const code = strip(renderToText(body, scope), "\n\r");
      const { converters, config } = scope.services;
      // Pygments is what old sites name; Jekyll has only Rouge, and takes it.
      const isRouge = config.data.highlighter === "rouge" || config.data.highlighter === "pygments";
      const html = isRouge ? (converters.highlight(code, language) ?? escapeText(code)) : escapeHtml(code).trim();
      // Jekyll 4.3 reads the option and does nothing with it.
      const marks = isRouge && config.mode === "octavo" && marked.length > 0;
      // Marked lines all end with a line break.
      const [lines, text] = marks ? [markLines(html, marked), `${code}\n`] : [html, code];
      const shown = isRouge && isNumbered ? numberLines(lines, text, HIGHLIGHT_TAG_CELLS, 1) : lines;
      const name = `class="language-${language.replaceAll("+", "-")}" data-lang="${language}"`;
      const [prefix, suffix] = ["highlighter_prefix", "highlighter_suffix"].map((key) => scope.text(scope.find(key)));
      out.write(
        `${prefix}<figure class="highlight"><pre><code ${name}>${shown.replace(/\r?\n$|\r$/, "")}</code></pre></figure>${suffix}`,
      );
    },
    body.blank,
  );
};

/** The numbers of `mark_lines="1 3"` (Jekyll 4.4), counted from 1. */
function markedLines(options: string): readonly number[] {
  const numbers = /(?:^|\s)mark_lines=(?:"([^"]*)"|(\d+))/.exec(options);
  return (numbers?.[1] ?? numbers?.[2] ?? "").split(/\s+/).filter(Boolean).map(Number);
}
