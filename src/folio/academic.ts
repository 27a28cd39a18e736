/** How a site of al-folio's is known, and how it names its owner. */
import type { Config, Data } from "../model.ts";
import { listsPlugin } from "../settings.ts";

const KEYS = ["scholar", "al_folio", "first_name", "enable_publication_thumbnails", "enable_medium_zoom"];

/**
 * Whether the configuration is one of al-folio's: its content may name what the theme it left behind defined. A course without papers,
 * made of it, may have none of its keys but the thanks in its footer.
 */
export function isAcademic(config: Pick<Config, "data">): boolean {
  const { footer_text, theme, remote_theme } = config.data;
  return (
    [theme, remote_theme].some((name) => typeof name === "string" && isAcademicTheme(name)) ||
    KEYS.some((key) => config.data[key] !== undefined) ||
    (typeof footer_text === "string" && /\bal-folio\b/.test(footer_text)) ||
    listsPlugin(config, "jekyll-scholar", "jekyll/scholar")
  );
}

/** al-folio as the theme of a site, as a gem or as a repository: Octavo's own layouts stand for it. */
export function isAcademicTheme(name: string): boolean {
  return /(?:^|\/)al[-_]folio(?:_core)?(?:@.*)?$/.test(name);
}

/** al-folio until 2019: the configuration says `name` where later ones say `title`, and every page with a title is in the navigation. */
export function isEarly({ data }: Pick<Config, "data">): boolean {
  return isAcademic({ data }) && data.title === undefined && typeof data.name === "string";
}

/** `first_name`, `middle_name` and `last_name` as one name; the `name` of an early site; "" where there is none of them. */
export function ownerOf(data: Data): string {
  const { first_name, middle_name, last_name, name } = data;
  return [first_name, middle_name, last_name, isEarly({ data }) ? name : ""]
    .filter((part) => typeof part === "string" && part.trim() !== "")
    .join(" ");
}
