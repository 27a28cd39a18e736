/** Blocks whose body is Markdown of its own: `{% details Caption **md** %}`, and `{% tabs group %}` with `{% tab group label %}`. */
import { renderToText } from "../../jekyll/body.ts";
import { LiquidFault } from "../../jekyll/errors.ts";
import { escapeHtml } from "../../jekyll/filters/escapes.ts";
import type { Scope } from "../../jekyll/scope.ts";
import { node, type TagReader } from "../../jekyll/tag.ts";

/** A body that opens and closes without a script. The caption is Markdown, too. */
export const readDetails: TagReader = ({ token, rest, parser }) => {
  const body = parser.block(token, rest);
  const caption = token.markup.trim();
  return node(token, (scope, out) => {
    const summary = asLine(scope.services.converters.markdownify(caption));
    out.write(`<details><summary>${summary}</summary>${markdown(scope, renderToText(body, scope))}</details>`);
  });
};

/** Panels that open one at a time. They are `<details>` of one name: each can be read and found without a script. */
export const readTabs: TagReader = ({ token, rest, parser }) => {
  const body = parser.block(token, rest);
  return node(token, (scope, out) => {
    // White space between the panels would end the block of HTML for some Markdown.
    out.write(`<div class="tabs">${renderToText(body, scope).trim()}</div>`);
  });
};

export const readTab: TagReader = ({ token, rest, parser }) => {
  const [, group, label] = /^\s*(\S+)\s+(.*\S)\s*$/s.exec(token.markup) ?? [];
  if (group === undefined || label === undefined)
    throw new LiquidFault("{% tab %} names no group or has no label", "Write it as {% tab group label %}");
  const body = parser.block(token, rest);
  return node(token, (scope, out) => {
    const panel = markdown(scope, renderToText(body, scope));
    out.write(
      `<details name="tabs-${escapeHtml(group)}"${isFirst(scope, group) ? " open" : ""}><summary>${escapeHtml(label)}</summary>${panel}</details>`,
    );
  });
};

/** Which groups of a page have a panel already: the first one of each stands open. */
const begun = new WeakMap<Scope, Set<string>>();

function isFirst(scope: Scope, group: string): boolean {
  const groups = begun.get(scope) ?? new Set();
  begun.set(scope, groups);
  const first = !groups.has(group);
  groups.add(group);
  return first;
}

function markdown(scope: Scope, text: string): string {
  return scope.services.converters.markdownify(withoutMargin(text)).trim();
}

/** One paragraph's HTML as part of a line. */
function asLine(html: string): string {
  return html.replace(/<\/?p[^>]*>/g, "").trim();
}

/** The text without the blanks that all its lines begin with: a block inside a list is written indented. */
function withoutMargin(text: string): string {
  const lines = text.split("\n");
  const margins = lines.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const margin = Math.min(...margins.slice(lines[0]?.trim() === "" ? 0 : 1), Number.MAX_SAFE_INTEGER);
  return margin === 0
    ? text
    : lines.map((line) => (/^ *$/.test(line.slice(0, margin)) ? line.slice(margin) : line)).join("\n");
}
