/** The site's icon: a picture, or an emoji, in the forms that browsers and phones ask for. */
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { fingerprint } from "../hash.ts";
import type { Data, Derived, HeadLink, Site, StaticFile } from "../model.ts";
import { asText } from "../plugins/settings.ts";
import { withBaseurl } from "../urls.ts";

export interface Icons {
  readonly links: readonly HeadLink[];
  /** Files that they lead to and that are to be made. */
  readonly wants: readonly Derived[];
}

/** The fingerprint of the theme's favicon.svg, whose other forms lie beside it, so that most sites need draw none. */
const themeIcon = "_WTKqPbDlYrTEXlxUcgB523fkO8";

const types: Readonly<Record<string, string>> = {
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webp": "image/webp",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
};

/**
 * The icon that `icon:` names (al-folio: an emoji, or a file of assets/img), else `favicon.svg`, `.png` or `.ico` at the
 * site's root. From an SVG follow a PNG for phones and an ICO for old browsers; an emoji is drawn by the visitor's own font.
 */
export function siteIcons({ config, staticFiles }: Pick<Site, "config" | "staticFiles">): Icons {
  const files = new Map(staticFiles.map((file) => [file.url, file]));
  const find = (...urls: readonly string[]) => urls.map((url) => files.get(url)).find((file) => file !== undefined);
  const link = (file: StaticFile | Derived, more: Partial<HeadLink> = {}): HeadLink => {
    const href = withBaseurl(config, "url" in file ? file.url : `/${file.file}`);
    const type = types[extname(file.file).toLowerCase()];
    return { rel: "icon", href, ...(type !== undefined && { type }), ...more };
  };
  const phone = find(`/${(asText(config.data.apple_touch_icon) ?? "apple-touch-icon.png").replace(/^\//, "")}`);
  const phoneLinks = phone ? [link(phone, { rel: "apple-touch-icon" })] : [];
  const setting = asText(config.data.icon)?.trim();
  const named =
    setting === undefined
      ? undefined
      : find(encodeURI(`/assets/img/${setting}`), encodeURI(`/${setting.replace(/^\//, "")}`));
  if (setting && !named && !/[./]/.test(setting)) {
    const emoji = derived("emoji", "svg", { emoji: setting });
    return { links: [link(emoji)], wants: [emoji] };
  }
  const icon = named ?? find("/favicon.svg", "/favicon.png", "/favicon.ico");
  if (icon === undefined) return { links: phoneLinks, wants: [] };
  if (extname(icon.file) !== ".svg") return { links: [link(icon), ...phoneLinks], wants: [] };
  const hash = fingerprint(readFileSync(icon.from));
  const old = find("/favicon.ico");
  if (hash === themeIcon && old && phone)
    return { links: [link(old, { sizes: "32x32" }), link(icon), ...phoneLinks], wants: [] };
  const ico = derived("icon", "ico", { hash, from: icon.from });
  const png = derived("icon", "png", { hash, from: icon.from });
  const ofPhone = phoneLinks.length > 0 && hash !== themeIcon ? phoneLinks : [link(png, { rel: "apple-touch-icon" })];
  return {
    links: [link(ico, { sizes: "32x32" }), link(icon), ...ofPhone],
    wants: ofPhone === phoneLinks ? [ico] : [ico, png],
  };
}

/** @param extension of the file, which the recipe names, too */
function derived(maker: string, extension: string, recipe: Data): Derived {
  const { from, ...key } = recipe;
  const name = fingerprint(JSON.stringify([key, extension])).slice(0, 12);
  return { file: `assets/icons/${name}.${extension}`, maker, recipe: { ...recipe, form: extension } };
}
