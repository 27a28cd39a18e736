/** The site's icon: a picture, or an emoji, in the forms that browsers and phones ask for. */
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { fingerprint } from "../hash.ts";
import type { HeadLink } from "../layout.ts";
import type { Data, Derived, Site, StaticFile } from "../model.ts";
import { asText } from "../settings.ts";
import { withBaseurl } from "../urls.ts";

/** The icons of a site. */
export interface Icons {
  readonly links: readonly HeadLink[];
  /** Files that they lead to and that are to be made. */
  readonly wants: readonly Derived[];
}

/** Fingerprints of the theme's icon in its three forms: a site with an icon of its own wants none of them. */
const THEME = {
  svg: "_WTKqPbDlYrTEXlxUcgB523fkO8",
  ico: "ovIrAS0q7vmdOqDe4vHNmKuP5HQ",
  png: "JwiZy-yLYWjwGiuqMCs7te8cOVI",
} as const;

/** The URLs at which a file lies that `icon:` names: al-folio's folder first. */
export function placesOf(setting: string): readonly string[] {
  return [encodeURI(`/assets/img/${setting}`), encodeURI(`/${setting.replace(/^\//, "")}`)];
}

/**
 * The icon that `icon:` names (al-folio: an emoji, or a file of assets/img), else `favicon.svg`, `.png` or `.ico` at the
 * site's root. From an SVG follow a PNG for phones and an ICO for old browsers; an emoji is drawn by the visitor's own font.
 */
export function siteIcons({ config, staticFiles }: Pick<Site, "config" | "staticFiles">): Icons {
  const files = new Map(staticFiles.map((file) => [file.url, file]));
  const find = (...urls: readonly string[]) => urls.map((url) => files.get(url)).find((file) => file !== undefined);
  const link = (file: StaticFile | Derived, more: Partial<HeadLink> = {}): HeadLink => {
    const href = withBaseurl(config, "url" in file ? file.url : `/${file.file}`);
    const type = extname(file.file) === ".svg" ? { type: "image/svg+xml" } : {};
    return { rel: "icon", href, ...type, ...more };
  };
  const phone = find(`/${(asText(config.data.apple_touch_icon) ?? "apple-touch-icon.png").replace(/^\//, "")}`);
  const ownPhone = phone && hashOf(phone) !== THEME.png ? [link(phone, { rel: "apple-touch-icon" })] : [];
  const setting = asText(config.data.icon)?.trim();
  const named = setting === undefined ? undefined : find(...placesOf(setting));
  if (setting && !named && !/[./]/.test(setting)) {
    const emoji = derived("emoji", "svg", { emoji: setting });
    return { links: [link(emoji), ...ownPhone], wants: [emoji] };
  }
  const icon = named ?? find("/favicon.svg", "/favicon.png", "/favicon.ico");
  if (icon === undefined) return { links: ownPhone, wants: [] };
  if (extname(icon.file) !== ".svg") return { links: [link(icon), ...ownPhone], wants: [] };
  const hash = hashOf(icon);
  const small = find("/favicon.ico");
  const fits = (file: StaticFile | undefined, form: "ico" | "png") =>
    file && (hashOf(file) === THEME[form]) === (hash === THEME.svg) ? file : undefined;
  const make = (form: "ico" | "png") => derived("icon", form, { hash, from: icon.from });
  const [ico, png] = [fits(small, "ico") ?? make("ico"), fits(phone, "png") ?? make("png")];
  // Browsers that read no SVG look for favicon.ico at the host's root without being told.
  const isFound = ico.file === "favicon.ico" && config.baseurl === "";
  return {
    links: [...(isFound ? [] : [link(ico, { sizes: "32x32" })]), link(icon), link(png, { rel: "apple-touch-icon" })],
    wants: [ico, png].filter((file) => "maker" in file),
  };
}

function hashOf({ from }: StaticFile): string {
  return fingerprint(readFileSync(from));
}

/** @param extension of the file, which the recipe names, too */
function derived(maker: string, extension: string, recipe: Data): Derived {
  const { from, ...key } = recipe;
  const name = fingerprint(JSON.stringify([key, extension])).slice(0, 12);
  return { file: `assets/icons/${name}.${extension}`, maker, recipe: { ...recipe, form: extension } };
}
