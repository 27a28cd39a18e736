/** Which of the two modes a site is built in, and the permalink that depends on it. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isAcademicTheme } from "../folio/academic.ts";
import type { Data, Mode } from "../model.ts";
import type { WantedTheme } from "../read/theme.ts";
import { listsPlugin } from "../settings.ts";
import { octavoPermalink } from "./defaults.ts";

/**
 * The mode that `mode:` names, else what the site brings: Liquid layouts of its own or of a theme's folder make it Jekyll's.
 * @param written what the site's own files say: a theme's `mode:` means something else
 * @param data the same over all defaults
 * @param source absolute path of the site
 */
export function findMode(written: Data, data: Data, source: string, theme: WantedTheme | undefined): Mode {
  const { mode } = written;
  if (mode === "jekyll" || mode === "octavo") return mode;
  return bringsLiquidLayouts(data, source, theme) ? "jekyll" : "octavo";
}

function bringsLiquidLayouts(data: Data, source: string, theme: WantedTheme | undefined): boolean {
  const layouts = typeof data.layouts_dir === "string" ? data.layouts_dir : "_layouts";
  const folders = [join(source, layouts), ...(theme?.folder === undefined ? [] : [join(theme.folder, "_layouts")])];
  return folders.some(hasLiquidLayout);
}

function hasLiquidLayout(folder: string): boolean {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).some((name) => /\.(?:html|liquid)$/i.test(name));
}

/**
 * Whether Jekyll built the site until now, as its theme, its layouts in Liquid or jekyll-scholar tell.
 * @param data the configuration over all defaults
 * @param source absolute path of the site
 */
export function bringsJekyll(data: Data, source: string, theme: WantedTheme | undefined): boolean {
  const hasTheme = theme !== undefined && !isAcademicTheme(theme.name);
  return (
    hasTheme || listsPlugin({ data }, "jekyll-scholar", "jekyll/scholar") || bringsLiquidLayouts(data, source, theme)
  );
}

/** The configuration with the permalink of its mode, where the site's own files name none. What Jekyll built keeps its addresses. */
export function withPermalink(data: Data, written: Data, mode: Mode, isJekylls: boolean): Data {
  if (mode === "jekyll" || (written.permalink ?? null) !== null) return data;
  return { ...data, permalink: isJekylls ? "date" : octavoPermalink };
}
