/** What stands in the place of a thing of another host until a reader asks for it: a box of the same size, a link, a button. */
import { escapeHtml } from "../html.ts";
import { langAttribute, type Words } from "../words/words.ts";
import { quote } from "./element.ts";

/** A thing of another host. */
export interface Facade {
  /** What it is, for eye and ear. */
  readonly title: string;
  /** The host's name. */
  readonly host: string;
  /** Where the plain link leads. */
  readonly link: string;
  /** Markup that a click puts in the place of link and button; undefined where a reader can only follow the link. */
  readonly load: string | undefined;
  /** Width and height as attributes of HTML write them. */
  readonly size: readonly [string, string] | undefined;
}

/**
 * Markup of a facade, which may stand wherever text may. Its words are labels that the style sheet shows (public/css/embed.css), no
 * text: the text of a page is its author's. The button is shown where scripts run; the theme's script puts its `value` in the place
 * of what is around it (src/render/scripts.ts).
 */
export function facade({ title, host, link, load, size }: Facade, words: Words): string {
  const anchor = plainLink({ link, title, host }, words);
  const button = load === undefined ? "" : ` ${loader({ load, host, title }, words)}`;
  return `<span class="embed">${size === undefined ? "" : spacer(size)}<span>${anchor}${button}</span></span>`;
}

/** A link to the thing itself, HTML. It has no text: its name says what it leads to. */
export function plainLink({ link, title, host }: Pick<Facade, "link" | "title" | "host">, words: Words): string {
  return `<a href="${quote(link)}" rel="noopener"${named(words("embed", { title, host }))}></a>`;
}

/** The button that puts `load` in the place of what is around it. */
export function loader(
  { load, host, title }: { readonly load: string; readonly host: string; readonly title: string },
  words: Words,
): string {
  const label = quote(words("loadFrom", { host, title }));
  return `<button type="button" name="load" value="${escapeHtml(load)}" aria-label="${label}" data-word="${quote(words("load"))}"${langAttribute(words, "load")}></button>`;
}

/** A facade within a link or a button, which hold no others: its name alone. */
export function nameOnly({ title, host }: Pick<Facade, "title" | "host">, words: Words): string {
  return `<span class="embed-name" role="img"${named(words("embed", { title, host }))}></span>`;
}

function named(label: string): string {
  return ` aria-label="${quote(label)}"`;
}

/** Keeps the room that the thing will take: its box follows the attributes, without a style. */
function spacer([width, height]: readonly [string, string]): string {
  const [wide, high] = [width.replace(/px$/, ""), height.replace(/px$/, "")];
  const box = isLength(width) && isLength(height) ? ` viewBox="0 0 ${wide} ${high}"` : "";
  return `<svg width="${quote(wide)}" height="${quote(high)}"${box} aria-hidden="true"></svg>`;
}

/** Whether an attribute's value is a length in px, as `width="640"` and `height="360px"` have one. */
export function isLength(value: string): boolean {
  return /^\d+(?:\.\d+)?(?:px)?$/.test(value);
}

/** The frame that a click loads. */
export function frame(src: string, title: string, attributes: ReadonlyMap<string, string>): string {
  const kept = ["allow", "sandbox", "name", "scrolling"].flatMap((name) => {
    const value = attributes.get(name);
    return value === undefined ? [] : [` ${name}="${quote(value)}"`];
  });
  return `<iframe src="${quote(src)}" title="${quote(title)}"${kept.join("")} referrerpolicy="strict-origin-when-cross-origin" allowfullscreen></iframe>`;
}
