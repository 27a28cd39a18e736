/** The fences of a rendered body that are pictures: marked while the page renders, drawn when all pages have been. */
import { fingerprint } from "../hash.ts";
import { decodeHtml, escapeHtml } from "../html.ts";
import type { Helpers } from "../layout.ts";
import { KINDS, LIVE, type Live, liveKind } from "./kinds.ts";
import { libraryRecipe } from "./library.ts";

/** What marking asks of the site's helpers. */
type Asked = Pick<Helpers, "words" | "want" | "href" | "sheets">;

const LANGUAGES = [...new Set([...Object.keys(KINDS), ...Object.keys(LIVE)])].join("|");

/** A fence as Markdown renders it, with a highlighter's frame around it or without, and al-folio's element for TikZ. */
const FENCES = new RegExp(
  `<pre><code class="language-(${LANGUAGES})">([\\s\\S]*?)</code></pre>` +
    `|<div class="language-(${LANGUAGES}) highlighter-rouge"><div class="highlight"><pre class="highlight"><code>([\\s\\S]*?)</code></pre></div></div>` +
    `|<script type="text/tikz"[^>]*>([\\s\\S]*?)</script>`,
  "g",
);

/**
 * A body with a mark around every fence that the build draws, and a frame for every one that a browser draws. The mark is a
 * comment that holds what `drawFigures` needs; between the marks stands the source, which is shown where drawing fails.
 */
export function markFigures(html: string, lang: string, helpers: Asked): string {
  if (!html.includes("language-") && !html.includes('"text/tikz"')) return html;
  const words = helpers.words(lang);
  let number = 0;
  return html.replace(FENCES, (_, plain?: string, code?: string, framed?: string, inside?: string, tikz?: string) => {
    number += 1;
    const language = plain ?? framed ?? "tikz";
    const source = tikz ?? decodeHtml((code ?? inside ?? "").replace(/<[^>]+>/g, ""));
    const fallback = `<pre><code class="language-${language}">${escapeHtml(source)}</code></pre>`;
    const live = liveKind(language, source);
    const noun = live?.noun ?? KINDS[language]?.noun ?? "diagram";
    const label = words(noun, { number });
    if (live !== undefined) return frame(live, language, source, label, lang, fallback, words("source"), helpers);
    return mark(language, label, words("source"), fallback);
  });
}

/** The source of a figure, to be opened. The style sheet shows the label: the text of a page is its author's. */
export function sourceBelow(label: string, fallback: string): string {
  return `<details><summary aria-label="${escapeHtml(label)}"></summary>${fallback}</details>`;
}

/** @param refusal why it is not for the browser to draw, where it would have been */
function mark(language: string, label: string, summary: string, fallback: string, refusal = ""): string {
  // Nothing that a library says may end the comment.
  const settings = JSON.stringify([language, label, summary, refusal]).replace(/[<>]/g, (sign) =>
    sign === "<" ? "\\u003c" : "\\u003e",
  );
  return `<!--figure ${settings}-->${fallback}<!--/figure-->`;
}

/** A page of its own for what a browser draws: loaded when it comes near, and free of the page's policy. */
function frame(
  live: Live,
  language: string,
  source: string,
  label: string,
  lang: string,
  fallback: string,
  summary: string,
  helpers: Asked,
): string {
  const { paper = [], text = [], line = [] } = helpers.sheets().colours;
  const library = libraryRecipe(live);
  const colours = { paper, text, line };
  const engine = language === "mermaid" ? library : {};
  const recipe = { language, source, lang, label, library: live.name, engine, colours };
  const file = `assets/figures/${fingerprint(JSON.stringify(recipe)).slice(0, 12)}.html`;
  const refused =
    helpers.want({ file: `assets/figures/${live.name}`, maker: "library", recipe: library }) ??
    helpers.want({ file, maker: "frame", recipe });
  if (refused !== undefined) return mark(language, label, summary, fallback, refused);
  return (
    `<figure class="diagram"><iframe src="${helpers.href(`/${file}`)}" title="${escapeHtml(label)}" width="640" height="400" loading="lazy"></iframe>` +
    `${sourceBelow(summary, fallback)}</figure>`
  );
}

/** A mark and what stands between it and its end. */
export const MARKS = /<!--figure (\[.*?\])-->([\s\S]*?)<!--\/figure-->/g;

/** What every drawn figure is put into. */
const AROUND = ["figure", "figcaption", "section", ".scroll", "details", "summary", "pre", "code"];

/** The elements ("table") and classes (".scroll") that the marked fences of a page are going to be. */
export function comingElements(html: string): readonly string[] {
  const languages = [...html.matchAll(/<!--figure \["([\w-]+)"/g)].map(([, language = ""]) => language);
  return languages.length === 0 ? [] : [...AROUND, ...languages.flatMap((language) => KINDS[language]?.elements ?? [])];
}

/** The source of a fence, of what stands between the marks. */
export function sourceOf(fallback: string): string {
  return decodeHtml((/<code\b[^>]*>([\s\S]*?)<\/code>/.exec(fallback)?.[1] ?? "").replace(/<[^>]+>/g, ""));
}
