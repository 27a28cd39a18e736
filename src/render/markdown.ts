/** The Markdown of one site: kramdown as Jekyll runs it, with what the configuration and the mode add. */
import type { MarkdownIt } from "markdown-it";
import { KINDS, LIVE } from "../diagrams/kinds.ts";
import type { Diagnostics } from "../errors.ts";
import { fingerprint } from "../hash.ts";
import { alerts } from "../markdown/alerts.ts";
import { callouts } from "../markdown/callouts.ts";
import { fenceOptions } from "../markdown/code/fence-options.ts";
import { highlightCode } from "../markdown/code/highlight.ts";
import { emoji } from "../markdown/emoji.ts";
import { createGfm, type Flavour } from "../markdown/gfm.ts";
import { createMarkdown, type Markdown, type MarkdownWarning } from "../markdown/markdown.ts";
import { dollars, setFormulas } from "../markdown/math/dollars.ts";
import { renderFormulas } from "../markdown/math/math.ts";
import type { Macros } from "../markdown/math/tex.ts";
import { mentions } from "../markdown/mentions.ts";
import { parseOptions } from "../markdown/option-values.ts";
import { slips } from "../markdown/slips.ts";
import { rewriteUrls } from "../markdown/urls.ts";
import type { Config, Content, Data, Mode } from "../model.ts";
import { mentionsBase } from "../plugins/mentions.ts";
import { placeInConfig } from "../read/reading.ts";
import { asData, asNames, asText } from "../settings.ts";
import { wordsIn } from "../words/words.ts";
import { countWords } from "./count-words.ts";

type Plugin = (md: MarkdownIt) => void;

/** What Jekyll passes to kramdown where the site says nothing (lib/site_template and Jekyll::Configuration's defaults). */
const JEKYLL_OPTIONS: Data = {
  input: "GFM",
  hard_wrap: false,
};

/** `markdown:` of the configuration, where it is not kramdown. */
const FLAVOURS: readonly Flavour[] = ["GFM", "CommonMark", "CommonMarkGhPages"];

/** Names every setting of `kramdown:` that cannot be honoured; it keeps its default. */
export function checkMarkdown(config: Config, diagnostics: Diagnostics): void {
  for (const [key, problem] of parseOptions(asData(config.data.kramdown) ?? {}).problems)
    diagnostics.warn({
      ...placeInConfig(config, ["kramdown", key]),
      problem,
      help: "Take it out of `kramdown:`, or see docs/differences.md",
    });
}

/** The renderer of a site. */
export function createSiteMarkdown(config: Config): Markdown {
  const flavour = FLAVOURS.find((name) => name.toLowerCase() === asText(config.data.markdown)?.toLowerCase());
  if (flavour !== undefined) return createGfm(flavour, { highlight: highlightCode, plugins: commonPlugins(config) });
  const hooks = { highlight: highlightCode, plugins: kramdownPlugins(config) };
  const given = asData(config.data.kramdown) ?? {};
  const highlighting = {
    default_lang: "plaintext",
    guess_lang: given.guess_lang ?? true,
    ...asData(given.syntax_highlighter_opts),
  };
  const fallback = config.mode === "jekyll" ? config.data.highlighter || "rouge" : "rouge";
  const syntax_highlighter = String(given.syntax_highlighter || fallback);
  const options = { ...JEKYLL_OPTIONS, ...given, syntax_highlighter, syntax_highlighter_opts: highlighting };
  const macros = mathMacros(config);
  return createMarkdown({
    ...options,
    ...hooks,
    ...(config.mode === "octavo" && { renderFormulas: (formulas) => renderFormulas(formulas, macros) }),
  });
}

/** A rendered text, and what is to be told of it. */
export interface KeptContent extends Content {
  /** Lines count from the text's first, so that they stay right when the front matter grows. */
  readonly warnings: readonly MarkdownWarning[];
}

/** A text in a site's Markdown; no layout of mode jekyll asks for its words. Throws what the Markdown throws. */
export function renderKept(markdown: Markdown, mode: Mode, text: string): KeptContent {
  const { html, headings, warnings } = markdown.render(text);
  return { html, headings, words: mode === "jekyll" ? 0 : countWords(html), warnings };
}

/** The name under which a rendered text is kept. @param settings `markdownKey` of the site */
export function textKey(settings: string, text: string): string {
  return fingerprint(settings, text);
}

/** What the renderer depends on: part of the key of every rendered text. */
export function markdownKey({ mode, baseurl, lang, data }: Config): string {
  const { markdown, kramdown, highlighter, math, enable_math, plugins, gems, jemoji, github_pages } = data;
  return JSON.stringify([
    mode,
    baseurl,
    lang,
    data.words,
    markdown,
    kramdown,
    highlighter,
    math,
    enable_math,
    plugins,
    gems,
    jemoji,
    data["jekyll-mentions"],
    github_pages,
  ]);
}

/** Rules that need kramdown's grammar, and the common ones. */
function kramdownPlugins(config: Config): readonly Plugin[] {
  return [...(readsDollars(config) ? [dollars] : []), ...commonPlugins(config)];
}

function readsDollars({ mode, data }: Config): boolean {
  // al-folio's switch of MathJax, whose dollars they are.
  const math = mode === "octavo" && data.enable_math === false ? false : (asData(data.math)?.dollars ?? data.math);
  return math === "dollars" || math === true || (mode === "octavo" && math !== false && math !== "kramdown");
}

/** A body in HTML with the formulas that MathJax would find in it. */
export function withFormulas(html: string, config: Config): string {
  if (config.mode !== "octavo" || !/\$\$|\\[([]|\\begin\{/.test(html) || !readsDollars(config)) return html;
  return setFormulas(html, (formulas) => renderFormulas(formulas, mathMacros(config)));
}

function commonPlugins(config: Config): readonly Plugin[] {
  const { mode, data, baseurl, lang } = config;
  const words = wordsIn(config, lang);
  const [note, tip, important] = [words("note"), words("tip"), words("important")];
  const [warning, caution, danger] = [words("warning"), words("caution"), words("danger")];
  const octavo = mode === "octavo";
  const gems = [...asNames(data.plugins), ...asNames(data.gems)];
  const plugins: readonly (readonly [boolean, Plugin])[] = [
    [octavo, fenceOptions],
    [octavo, (md) => slips(md, [...Object.keys(KINDS), ...Object.keys(LIVE)])],
    [octavo, (md) => alerts(md, { note, tip, important, warning, caution })],
    [octavo, (md) => callouts(md, { "block-tip": tip, "block-warning": warning, "block-danger": danger })],
    // In mode jekyll the gems work on the finished page.
    [octavo && gems.includes("jemoji"), emoji],
    [octavo && gems.includes("jekyll-mentions"), (md) => mentions(md, mentionsBase(data))],
    [octavo && baseurl !== "", (md) => rewriteUrls(md, (url) => belowBaseurl(url, baseurl))],
  ];
  return plugins.filter(([on]) => on).map(([, plugin]) => plugin);
}

/** A URL of the site's root as it is below `baseurl`; one that has it already, and every other URL, as it is. */
export function belowBaseurl(url: string, baseurl: string): string {
  const isRooted = url.startsWith("/") && !url.startsWith("//");
  return isRooted && url !== baseurl && !url.startsWith(`${baseurl}/`) ? baseurl + url : url;
}

/** `math: {macros: {"\\RR": "\\mathbb{R}"}}` in the configuration. */
export function mathMacros({ data }: Config): Macros {
  const macros = asData(asData(data.math)?.macros) ?? {};
  return Object.fromEntries(Object.entries(macros).map(([name, meaning]) => [name, String(meaning)]));
}
