/** `{% highlight ruby linenos %} … {% endhighlight %}` (Jekyll 4.3, `HighlightBlock`), in Rouge's wrappers. */
import { renderToText } from "../body.ts";
import { LiquidFault } from "../errors.ts";
import { escapeHtml } from "../filters/escapes.ts";
import { node, type TagReader } from "../tag.ts";

const syntax = /^([a-zA-Z0-9.+#_-]+)((?:[ \t\r\n\f\v]+\w+(?:=(?:\w+|"(?:[0-9]+[ \t\r\n\f\v])*[0-9]+"))?)*)$/;

export const readHighlight: TagReader = ({ token, rest, parser }) => {
  const match = syntax.exec(token.markup.trim());
  if (match === null) throw new LiquidFault("{% highlight %} names no language", "Write it as {% highlight ruby %}");
  const language = (match[1] ?? "").toLowerCase();
  const isNumbered = /(?:^|[ \t\r\n\f\v])linenos\b/.test(match[2] ?? "");
  const body = parser.body(token);
  parser.block(token, rest, body);
  return node(
    token,
    (scope, out) => {
      const code = renderToText(body, scope).replace(/^[\n\r]+|[\n\r]+$/g, "");
      const { converters, config } = scope.services;
      const spans = config.data.highlighter === "rouge" ? converters.highlight(code, language) : undefined;
      const html = spans ?? (config.data.highlighter === "rouge" ? escapeCode(code) : escapeHtml(code).trim());
      const shown = isNumbered && config.data.highlighter === "rouge" ? numbered(html, code) : html;
      const name = `class="language-${language.replaceAll("+", "-")}" data-lang="${language}"`;
      const [prefix, suffix] = ["highlighter_prefix", "highlighter_suffix"].map((key) => scope.text(scope.find(key)));
      out.write(
        `${prefix}<figure class="highlight"><pre><code ${name}>${shown.replace(/\r?\n$|\r$/, "")}</code></pre></figure>${suffix}`,
      );
    },
    body.blank,
  );
};

/** Rouge escapes only what markup needs. */
function escapeCode(code: string): string {
  return code.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Rouge's table of line numbers. */
function numbered(html: string, code: string): string {
  const lines = code === "" ? 0 : code.replace(/\n$/, "").split("\n").length;
  const numbers = Array.from({ length: lines }, (_, index) => `${index + 1}\n`).join("");
  const cell = `<td class="gutter gl"><pre class="lineno">${numbers}</pre></td><td class="code"><pre>${html}\n</pre></td>`;
  return `<table class="rouge-table"><tbody><tr>${cell}</tr></tbody></table>`;
}
