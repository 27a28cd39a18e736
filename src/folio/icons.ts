/**
 * `<i class="fa-brands fa-github">` and its like: there is no font of icons, so a link that has nothing else gets a word. It is drawn
 * where the picture was, by the style sheet (`public/css/icon.css`), and is the link's name; the text of the page stays what it is.
 */
import { type PageElement, quote } from "../page/element.ts";
import { plainText } from "../page/plain-text.ts";
import type { Rule } from "../page/rule.ts";
import { PROPER_NAMES } from "./socials.ts";

/** Font Awesome 4 to 6, Academicons, Tabler, Scholar icons. */
const FAMILY = /^(?:fa|fas|far|fab|fal|fa-solid|fa-regular|fa-brands|ai|ti|si|icon)$/;
const ICON = /^(?:fa|ai|ti|si)-(?!solid$|regular$|brands$|lg$|sm$|xs$|\d*x$|fw$|spin$)([a-z0-9-]+)$/;

export const iconNames: Rule = {
  name: "icons without a font",
  elements: ["i", "span"],
  around: ["a", "button"],
  edit: (element, context) => {
    const { classes } = element;
    if (element.start < context.mainStart || element.content.trim() !== "" || classes.length < 2) return;
    if (!classes.some((name) => FAMILY.test(name))) return;
    const name = classes.map((one) => ICON.exec(one)?.[1]).find((one) => one !== undefined);
    const holder = element.around("a") ?? element.around("button");
    const isAlone = holder !== undefined && plainText(holder.content) === "";
    // A label that nobody sees is a name already, but nothing to click.
    const given = holder?.get("title") || holder?.get("aria-label");
    const label = given || wordFor(name ?? "link");
    // Of several icons in one link the first one is named.
    const isFirst = isAlone && context.html.slice(holder.contentStart, element.start).trim() === "";
    element.replaceWith(
      isFirst ? `<i data-word="${quote(isSaidBehind(context.html, holder, label) ? "↗" : label)}"></i>` : "",
    );
    if (isFirst && !given) holder.set("aria-label", label);
  },
};

/** How far behind a link its own words are looked for, in characters of markup. */
const NEAR = 160;

/** Whether the text behind a link begins with what the link would say. */
function isSaidBehind(html: string, { end }: PageElement, label: string): boolean {
  return plainText(html.slice(end, end + NEAR))
    .trimStart()
    .toLowerCase()
    .startsWith(label.toLowerCase());
}

const WORDS: Readonly<Record<string, string>> = {
  envelope: "email",
  "file-pdf": "PDF",
  cv: "CV",
  rss: "feed",
  globe: "website",
  twitter: "Twitter",
};

/** What a picture stands for: "Google Scholar" for `google-scholar`, "LinkedIn" for `linkedin-in`, "email" for `envelope-open`. */
function wordFor(name: string): string {
  const icon = name.replace(/^brand-/, "").replace(/-(?:square|alt|circle|o)$/, "");
  const first = icon.replace(/-.*/, "");
  const proper = PROPER_NAMES.get(icon.replaceAll("-", "")) ?? PROPER_NAMES.get(first);
  return proper ?? WORDS[icon] ?? WORDS[first] ?? icon.replaceAll("-", " ");
}
