/**
 * The Content-Security-Policy of a finished page (CSP Level 3): nothing is allowed but what the page holds. A static host sends
 * no headers, so the policy is a `<meta>`, in front of everything that it rules.
 */

import { decodeHtml } from "../html.ts";
import type { Config } from "../model.ts";
import { candidatesOf } from "../srcset.ts";
import { allowedHosts } from "./allowed-hosts.ts";
import { analyticsSources } from "./analytics.ts";
import { applyEdits } from "./edits.ts";
import { type PageElement, quote } from "./element.ts";
import { findElements } from "./elements.ts";
import { Sources, TextSources } from "./sources.ts";
import { readUrl } from "./urls.ts";

/** Attributes that only `'unsafe-hashes'` lets work. */
export const INLINE = /[\s"'/](?:style|on[a-z]+|formaction)\s*=|javascript:/i;
/** Types of scripts that run (HTML standard, "prepare the script element"); everything else is data. */
const RUNS = /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script|text\/jscript)$/i;

/**
 * Gives pages their policies.
 * @param html the page as it will be written but for its policy; it stays as it is where it brings one of its own
 * @param body what `POLICY_ELEMENTS` and `INLINE` find in its body
 */
export type WithPolicy = (html: string, body: readonly PageElement[]) => string;

/** Writes the policies of a site's pages. */
export function policyWriter(config: Config): WithPolicy {
  const always = analyticsSources(config);
  const allowed = allowedHosts(config);
  const texts = new TextSources();
  return (html, body) => {
    const start = html.indexOf("<body");
    const head = findElements(start < 0 ? html : html.slice(0, start), POLICY_ELEMENTS);
    const metas = head.filter(({ name }) => name === "meta");
    const isPolicy = (meta: PageElement): boolean =>
      /http-equiv/i.test(meta.tag) && /^content-security-policy$/i.test(meta.get("http-equiv") ?? "");
    if (metas.some(isPolicy)) return html;
    const place =
      metas.find((meta) => meta.attributes.has("charset")) ??
      head.find(({ name }) => name === "head") ??
      head.find(({ name }) => name === "html");
    if (place === undefined) return html;
    const sources = new Sources(config.url, texts);
    // Tools that judge a page ask for robots.txt in its name (Lighthouse does).
    sources.add("connect", "'self'");
    for (const element of head) readElement(element, sources);
    for (const element of body) readElement(element, sources);
    if (allowed.some((host) => html.includes(host.replace(/^\*\./, ""))))
      for (const host of allowed)
        for (const directive of ["script", "style", "img", "font", "media", "connect", "frame"] as const)
          sources.add(directive, `https://${host}`);
    // A diagram that is drawn when the page is finished (src/diagrams/mark.ts) may be a frame of the site's own.
    if (html.includes("<!--figure ")) sources.add("frame", "'self'");
    for (const [directive, values] of always) sources.add(directive, ...values);
    const text = `<meta http-equiv="content-security-policy" content="${quote(sources.policy)}"/>`;
    return applyEdits(html, [{ start: place.contentStart, end: place.contentStart, text }]);
  };
}

function readElement(element: PageElement, sources: Sources): void {
  readers[element.name]?.(element, sources);
  if (!INLINE.test(element.tag)) return;
  if (element.attributes.has("formaction")) sources.addForm(element.get("formaction"));
  readInlineAttributes(element, sources);
}

type Read = (element: PageElement, sources: Sources) => void;

const readImage: Read = (image, sources) => {
  sources.addUrl("img", image.get("src"));
  sources.addUrl("img", image.get("href") ?? image.get("xlink:href"));
  readSrcset(image, sources);
};

const readMedia: Read = (media, sources) => {
  sources.addUrl("media", media.get("src"));
  sources.addUrl("img", media.get("poster"));
};

/** What an element asks a browser for. */
const readers: Readonly<Record<string, Read>> = {
  script: readScript,
  style: readStyle,
  link: readLink,
  img: readImage,
  image: readImage,
  input: readImage,
  source: (source, sources) => {
    if (source.parent?.name === "video" || source.parent?.name === "audio") readMedia(source, sources);
    else readSrcset(source, sources);
  },
  video: readMedia,
  audio: readMedia,
  track: readMedia,
  iframe: (frame, sources) => sources.addUrl("frame", frame.get("src")),
  object: (plugin, sources) => addPlugin(plugin.get("data"), sources),
  embed: (plugin, sources) => addPlugin(plugin.get("src"), sources),
  form: (form, sources) => sources.addForm(form.get("action")),
  button: readFacade,
  base: (_, sources) => sources.addBase(),
};

/** Names of the elements that a policy depends on. */
export const POLICY_ELEMENTS: ReadonlySet<string> = new Set(["html", "head", "meta", "svg", ...Object.keys(readers)]);

/** A plug-in is a document as well: browsers ask either directive. */
function addPlugin(url: string | undefined, sources: Sources): void {
  sources.addUrl("object", url);
  sources.addUrl("frame", url);
}

function readScript(script: PageElement, sources: Sources): void {
  if (!RUNS.test((script.get("type") ?? "").trim())) return;
  const src = script.get("src");
  if (src === undefined) sources.addText("script", inlineText(script));
  else sources.addUrl("script", src);
  // The theme's own script stands in the head. Any other may draw.
  if (src !== undefined || !script.isInside("head")) sources.add("img", "'self'", "data:");
  if (!script.attributes.has("data-wasm")) return;
  sources.add("script", "'wasm-unsafe-eval'");
  sources.add("worker", "'self'");
}

function readStyle(style: PageElement, sources: Sources): void {
  sources.addText("style", inlineText(style));
}

/** Text of a style or a script; within SVG it is markup like any other, with entities. */
function inlineText(element: PageElement): string {
  if (!element.isInside("svg")) return element.content;
  return element.content
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part, index) => (index % 2 === 1 ? part.slice(9, -3) : decodeHtml(part)))
    .join("");
}

function readLink(link: PageElement, sources: Sources): void {
  const href = link.get("href");
  const kinds = (link.get("rel") ?? "").toLowerCase().split(/\s+/);
  const as = (link.get("as") ?? "").toLowerCase();
  if (kinds.includes("stylesheet")) {
    sources.addUrl("style", href);
    // What the sheet itself loads.
    sources.add("img", "'self'", "data:");
    sources.add("font", "'self'", "data:");
  }
  if (kinds.some((kind) => /icon$/.test(kind))) sources.addUrl("img", href);
  if (kinds.includes("manifest")) sources.addUrl("manifest", href);
  if (kinds.includes("modulepreload")) sources.addUrl("script", href);
  if (!kinds.includes("preload")) return;
  const directive = (
    {
      script: "script",
      style: "style",
      image: "img",
      font: "font",
      fetch: "connect",
      video: "media",
      audio: "media",
    } as const
  )[as];
  if (directive !== undefined) sources.addUrl(directive, href);
}

function readSrcset(element: PageElement, sources: Sources): void {
  for (const { url } of candidatesOf(element.get("srcset") ?? "")) sources.addUrl("img", url);
}

/** What a click loads (src/page/facade.ts). */
function readFacade(button: PageElement, sources: Sources): void {
  if (button.get("name") !== "load") return;
  const [, name = "", src = ""] = /^<(\w+) src="([^"]*)"/.exec(button.get("value") ?? "") ?? [];
  const directive = ({ iframe: "frame", img: "img", video: "media", audio: "media" } as const)[name];
  if (directive !== undefined) sources.addUrl(directive, decodeHtml(src));
}

function readInlineAttributes(element: PageElement, sources: Sources): void {
  for (const [name, value] of element.attributes) {
    if (value === "") continue;
    const isScript = /^on[a-z]+$/.test(name);
    if (name === "style") sources.addInline("style", value);
    else if (isScript) sources.addInline("script", value);
    // Of such a URL browsers hash the whole (CSP Level 3, 4.2.4, with the type "navigation").
    else if (name === "href" && /^\s*javascript:/i.test(value))
      sources.addInline("script", readUrl(value)?.href ?? value);
  }
}
