/**
 * What a page would load from other hosts. Videos, posts, maps, gists, frames and pictures become facades; scripts, stylesheets and
 * fonts are left out, and the author is told. `allow_hosts` of the configuration lets what it names through.
 */
import type { Config } from "../model.ts";
import { candidatesOf } from "../srcset.ts";
import { allowedHosts, isAllowed } from "./allowed-hosts.ts";
import { type PageElement, quote } from "./element.ts";
import { type Facade, facade, frame, isLength, loader, nameOnly, plainLink } from "./facade.ts";
import { plainText } from "./plain-text.ts";
import { embedOf, frameOfQuote, onlyDraws, writesEmbed } from "./providers.ts";
import type { PageContext, Rule } from "./rule.ts";
import { foreignUrl } from "./urls.ts";

/** Relations of links that a browser follows by itself (HTML standard, 4.6.7). */
const FETCHED =
  /^(?:stylesheet|icon|apple-touch-icon|mask-icon|manifest|preload|modulepreload|prefetch|preconnect|dns-prefetch|prerender)$/;
/** Width and height of a frame that says nothing. */
const FRAME_SIZE = ["640", "360"] as const;

/** Gives the URL of a reference that leads to a host from which nothing is loaded. */
type Foreign = (reference: string | undefined) => URL | undefined;

/** The rule for all of them. */
export function embeds(config: Config): Rule {
  const allowed = allowedHosts(config);
  const foreign: Foreign = (reference) => {
    const url = reference === undefined ? undefined : foreignUrl(reference, config.url);
    return url === undefined || isAllowed(url.host, allowed) ? undefined : url;
  };
  const edits: Readonly<Record<string, (element: PageElement, context: PageContext, foreign: Foreign) => void>> = {
    iframe: editFrame,
    embed: editFrame,
    object: editFrame,
    script: editScript,
    blockquote: editQuote,
    img: editImage,
    source: editSource,
    video: editMedia,
    audio: editMedia,
    link: editLink,
    style: editStyle,
    image: editDrawing,
    use: editDrawing,
  };
  return {
    name: "embeds",
    elements: Object.keys(edits),
    around: ["a", "button", "picture"],
    edit: (element, context) => edits[element.name]?.(element, context, foreign),
    editPage: (elements, context) => {
      for (const element of elements) if (element.tag.includes("//")) editStyleAttribute(element, context, foreign);
      return [];
    },
  };
}

function editFrame(element: PageElement, context: PageContext, foreign: Foreign): void {
  const url = foreign(element.get(element.name === "object" ? "data" : "src"));
  if (url === undefined) return;
  const { kind, host, link, src } = embedOf(url);
  const title = element.get("title") || context.words(kind);
  const load = frame(src, title, element.attributes);
  put(element, { title, host, link, load, size: sizeOf(element) }, context);
}

function editScript(script: PageElement, context: PageContext, foreign: Foreign): void {
  const url = foreign(script.get("src"));
  if (url === undefined) return;
  if (writesEmbed(url)) {
    const { kind, host, link, src } = embedOf(url);
    const title = context.words(kind);
    put(script, { title, host, link, load: frame(src, title, new Map()), size: undefined }, context);
    return;
  }
  script.replaceWith("");
  if (!onlyDraws(url)) tell("script", url, script.get("src")!, context);
}

function editQuote(element: PageElement, { words }: PageContext, foreign: Foreign): void {
  // Most quotes are the author's.
  if (element.classes.length === 0) return;
  const lastLink = [...element.content.matchAll(/<a\b[^>]*?href="([^"]+)"/g)].at(-1)?.[1] ?? "";
  const url = foreign(frameOfQuote(element.classes, (name) => element.get(name), lastLink));
  if (url === undefined) return;
  const { host } = embedOf(url);
  const load = frame(url.href, words("post"), new Map());
  // Some quotes lead to nothing but their author.
  const cited = foreign(element.get("cite"))?.href ?? "";
  const isLinked = cited === "" || element.content.includes(`href="${quote(cited)}`);
  const title = words("post");
  const link = isLinked ? "" : `<span>${plainLink({ link: cited, host, title }, words)}</span>`;
  element.before('<div class="embed post">');
  element.after(`${link}${loader({ load, host, title }, words)}</div>`);
}

function editImage(image: PageElement, context: PageContext, foreign: Foreign): void {
  const src = image.get("src");
  const url = foreign(src);
  if (url === undefined) {
    const kept = ownCandidates(image.get("srcset"), foreign);
    if (kept !== undefined) setOrRemove(image, "srcset", kept);
    return;
  }
  const title = image.get("alt") || context.words("picture");
  const sizes = ["width", "height"].flatMap((name) => {
    const value = image.get(name);
    return value === undefined ? [] : [` ${name}="${quote(value)}"`];
  });
  const load = `<img src="${quote(url.href)}" alt="${quote(image.get("alt") ?? "")}"${sizes.join("")} tabindex="-1" referrerpolicy="no-referrer">`;
  const size = image.attributes.has("width") && image.attributes.has("height") ? sizeOf(image) : undefined;
  const whole = image.parent?.name === "picture" ? image.parent : image;
  put(whole, { title, host: url.host, link: url.href, load, size }, context);
  tell("picture", url, src!, context);
}

function editSource(source: PageElement, _: PageContext, foreign: Foreign): void {
  const kept = ownCandidates(source.get("srcset"), foreign);
  if (kept === "") source.replaceWith("");
  else if (kept !== undefined) source.set("srcset", kept);
}

function editMedia(media: PageElement, context: PageContext, foreign: Foreign): void {
  if (foreign(media.get("poster")) !== undefined) media.remove("poster");
  const sources = [media.get("src"), ...[...media.content.matchAll(/\ssrc="([^"]*)"/g)].map(([, src]) => src)];
  const src = sources.find((reference) => foreign(reference) !== undefined);
  const url = foreign(src);
  if (url === undefined) return;
  const kind = media.name === "audio" ? "audio" : "video";
  const title = media.get("title") || media.get("aria-label") || context.words(kind);
  const load = `<${kind} src="${quote(url.href)}" controls></${kind}>`;
  put(
    media,
    { title, host: url.host, link: url.href, load, size: kind === "video" ? sizeOf(media) : undefined },
    context,
  );
  tell(kind, url, src!, context);
}

function editLink(link: PageElement, context: PageContext, foreign: Foreign): void {
  const url = foreign(link.get("href"));
  const kinds = (link.get("rel") ?? "").toLowerCase().split(/\s+/);
  if (url === undefined || !kinds.some((kind) => FETCHED.test(kind))) return;
  link.replaceWith("");
  // What only makes a connection is nothing to host.
  if (!kinds.some((kind) => /connect|dns/.test(kind)))
    tell(kinds.includes("stylesheet") ? "stylesheet" : "file", url, link.get("href")!, context);
}

const CSS_IMPORT = /@import\s+(?:url\(\s*)?["']?((?:https?:)?\/\/[^"')\s;]+)[^;]*;?/gi;
const CSS_URL = /url\(\s*["']?((?:https?:)?\/\/[^"')]+?)["']?\s*\)/gi;

function editStyle(style: PageElement, context: PageContext, foreign: Foreign): void {
  const css = style.content;
  const imported = withoutForeign(css, CSS_IMPORT, { what: "stylesheet", instead: "" }, context, foreign);
  const own = withoutForeign(imported, CSS_URL, { what: "file", instead: "none" }, context, foreign);
  if (own !== css) style.replaceContent(own);
}

function editStyleAttribute(element: PageElement, context: PageContext, foreign: Foreign): void {
  const css = element.get("style");
  if (css === undefined) return;
  const own = withoutForeign(css, CSS_URL, { what: "file", instead: "none" }, context, foreign);
  if (own !== css) element.set("style", own);
}

function withoutForeign(
  css: string,
  pattern: RegExp,
  { what, instead }: { readonly what: string; readonly instead: string },
  context: PageContext,
  foreign: Foreign,
): string {
  return css.replace(pattern, (all, reference: string) => {
    const url = foreign(reference);
    if (url === undefined) return all;
    tell(what, url, reference, context);
    return instead;
  });
}

function editDrawing(part: PageElement, context: PageContext, foreign: Foreign): void {
  for (const name of ["href", "xlink:href"]) {
    const url = foreign(part.get(name));
    if (url === undefined) continue;
    tell("picture", url, part.get(name)!, context);
    part.remove(name);
  }
}

/** Puts the facade in the element's place; within a link or a button, which hold no others, its words alone. */
function put(element: PageElement, thing: Facade, { words }: PageContext): void {
  element.replaceWith(element.isInside("a", "button") ? nameOnly(thing, words) : facade(thing, words));
}

/** Width and height as attributes hold them; a frame without a height has the usual shape. */
function sizeOf(element: PageElement): readonly [string, string] {
  const width = element.get("width") ?? "";
  const height = element.get("height") ?? "";
  if (!isLength(height)) return FRAME_SIZE;
  return [isLength(width) ? width : "100%", height];
}

/** The candidates of a `srcset` that lie within the site; undefined where all do. */
function ownCandidates(srcset: string | undefined, foreign: Foreign): string | undefined {
  if (srcset === undefined) return undefined;
  const candidates = candidatesOf(srcset);
  const own = candidates.filter(({ url }) => foreign(url) === undefined);
  return own.length === candidates.length ? undefined : own.map(({ text }) => text).join(", ");
}

function setOrRemove(element: PageElement, attribute: string, value: string): void {
  if (value === "") element.remove(attribute);
  else element.set(attribute, value);
}

function tell(what: string, { host, href }: URL, written: string, context: PageContext): void {
  const shown = plainText(href).slice(0, 120);
  context.warn(
    `The ${what} ${shown} is on ${host}, and pages load nothing from other hosts`,
    `Put a copy into the site and link to that, or name ${host} in \`allow_hosts\` of _config.yml`,
    written,
  );
}
