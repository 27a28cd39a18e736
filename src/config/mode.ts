/** Which of the two modes a site is built in, and the permalink that depends on it. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isFolder } from "../file-kinds.ts";
import { isAcademicTheme } from "../folio/academic.ts";
import type { Data, Mode } from "../model.ts";
import type { WantedTheme } from "../read/theme.ts";
import { listsPlugin } from "../settings.ts";
import { OCTAVO_PERMALINK } from "./defaults.ts";

/**
 * The mode that `mode:` names, else what the site brings: Liquid layouts make it Jekyll's. Those beside al-folio's gem do not: they
 * stand on its includes, which nobody has here, and Octavo's layouts stand for the gem's.
 * @param written what the site's own files say: a theme's `mode:` means something else
 */
export function findMode({ mode }: Data, theme: WantedTheme | undefined, bringsLayouts: () => boolean): Mode {
  if (mode === "jekyll" || mode === "octavo") return mode;
  return !isAcademicGem(theme) && bringsLayouts() ? "jekyll" : "octavo";
}

/** Whether the site's theme is al-folio, and not here. */
function isAcademicGem(theme: WantedTheme | undefined): boolean {
  return theme !== undefined && theme.folder === undefined && isAcademicTheme(theme.name);
}

/**
 * Whether there are Liquid layouts: of the site's own, or in a theme's folder.
 * @param data the configuration over all defaults
 * @param source absolute path of the site
 */
export function bringsLiquidLayouts(data: Data, source: string, theme: WantedTheme | undefined): boolean {
  const layouts = typeof data.layouts_dir === "string" ? data.layouts_dir : "_layouts";
  const folders = [join(source, layouts), ...(theme?.folder === undefined ? [] : [join(theme.folder, "_layouts")])];
  return folders.some(hasLiquidLayout);
}

function hasLiquidLayout(folder: string): boolean {
  if (!isFolder(folder)) return false;
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).some((name) => /\.(?:html|liquid)$/i.test(name));
}

/**
 * The configuration with the permalink of its mode, where the site's own files name none. What Jekyll built until now, as its theme,
 * its layouts in Liquid or jekyll-scholar tell, keeps its addresses.
 * @param data the configuration over all defaults
 * @param written what the site's own files say
 */
export function withPermalink(
  data: Data,
  written: Data,
  mode: Mode,
  theme: WantedTheme | undefined,
  bringsLayouts: () => boolean,
): Data {
  if (mode === "jekyll" || (written.permalink ?? null) !== null) return data;
  const hasTheme = theme !== undefined && !isAcademicTheme(theme.name);
  const isJekylls = hasTheme || listsPlugin({ data }, "jekyll-scholar", "jekyll/scholar") || bringsLayouts();
  return { ...data, permalink: isJekylls ? "date" : OCTAVO_PERMALINK };
}
