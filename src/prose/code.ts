/** Blocks of code: their language is told, they can be copied, and the keyboard can scroll them. */
import { langAttribute, type Words } from "../words/words.ts";

/**
 * The beginnings of highlighted blocks, Rouge's and `{% highlight %}`'s, and of a `<pre>` outside of one; and whole what shows no
 * element, though it may speak of some.
 */
const OPENING =
  /<div( [^>]*\bhighlighter-rouge\b[^>]*)>\s*<div class="highlight">|<figure class="highlight"><pre>(?=<code\b([^>]*)>)|<pre(?=[\s>])((?:[^>"']|"[^"]*"|'[^']*')*)>|<(script|style|textarea)\b[\s\S]*?<\/\4\s*>|<!--[\s\S]*?-->/gi;

/** The cell beside the line numbers: what is to be copied. */
const CELL = /<td class="(?:rouge-)?code">(?=<pre>)/;

/** Rouge's table of line numbers inside `<pre><code>` (or inside `<code>`, where the `<pre>` is taken off already), with its end. */
const TABLE_IN_CODE = /^(?:<pre[^>]*>)?<code[^>]*>(?=<table )(.*<\/table>)\s*<\/code><\/pre>\s*$/s;

/** What Rouge calls code of no language. */
const NO_LANGUAGES: ReadonlySet<string> = new Set(["plaintext", "text", ""]);

/**
 * Each block of highlighted code with its language and, right before what it copies, a button. What scrolls takes the focus and has a
 * name; a plain `<pre>` gets as much. A table of line numbers comes out of `<pre><code>`, where HTML allows none (HTML, 4.5.15).
 */
export function dressCode(html: string, words: Words): string {
  if (!/<pre/i.test(html)) return html;
  const button = `<button class="copy" type="button"${langAttribute(words, "copy")} data-done="${words("copied")}" aria-live="polite" aria-label="${words("copy")}"></button>`;
  const begins = [...html.matchAll(OPENING)].filter(([whole]) => /^<(?:div|figure|pre)/i.test(whole));
  let dressed = "";
  let end = 0;
  for (const [index, { 0: whole, 1: rouge, 2: tag, 3: plain, index: at }] of begins.entries()) {
    // The lines of numbered code are in a `<pre>` of their own.
    if (at < end) continue;
    dressed += html.slice(end, at);
    end = at + whole.length;
    if (plain !== undefined) {
      dressed += /\btabindex=/.test(plain) ? whole : `<pre${plain}${focusable(words("code"))}>`;
      continue;
    }
    const language = /\blanguage-([^\s"]+)/.exec(rouge ?? tag ?? "")?.[1] ?? "";
    const known = NO_LANGUAGES.has(language) ? "" : language;
    const name = known === "" ? words("code") : words("codeIn", { language: known });
    // The stylesheet writes it: the page's own text stays what the author wrote.
    const label = known === "" ? "" : `<span class="lang" data-lang="${known}"></span>`;
    const outer = rouge === undefined ? '<figure class="highlight">' : `<div${rouge}>`;
    // A block ends before the next one begins that is no `<pre>` inside it.
    const next = begins.slice(index + 1).find((begin) => begin[3] === undefined)?.index ?? html.length;
    const close = html.indexOf(rouge === undefined ? "</figure>" : "</div></div>", end);
    const inside = html.slice(end, close < 0 ? next : Math.min(close, next));
    const table = TABLE_IN_CODE.exec(inside)?.[1];
    const code = table ?? inside;
    const isNumbered = CELL.test(code);
    // A figure scrolls in its `<pre>`; without one, the figure's table needs something else that does.
    const scroller = rouge === undefined && table === undefined ? "<pre" : '<div class="highlight"';
    const ending = rouge === undefined && table !== undefined ? "</div>" : "";
    dressed += `${outer}${label}${isNumbered ? "" : button}${scroller}${focusable(name)}>`;
    dressed += (isNumbered ? code.replace(CELL, (open) => open + button) : code) + ending;
    end += inside.length;
  }
  return dressed + html.slice(end);
}

/** A part that scrolls by the keyboard. It is no landmark: a page may have dozens. */
function focusable(name: string): string {
  return ` tabindex="0" role="group" aria-label="${name}"`;
}
