/** Which of the two modes a site is built in, and the permalink that depends on it. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
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
  const layouts = typeof data.layouts_dir === "string" ? data.layouts_dir : "_layouts";
  const folders = [join(source, layouts), ...(theme?.folder === undefined ? [] : [join(theme.folder, "_layouts")])];
  return folders.some(hasLiquidLayout) ? "jekyll" : "octavo";
}

function hasLiquidLayout(folder: string): boolean {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).some((name) => /\.(?:html|liquid)$/i.test(name));
}

/** The configuration with the permalink of its mode, where the site's own files name none. */
export function withPermalink(data: Data, written: Data, mode: Mode): Data {
  if (mode === "jekyll" || (written.permalink ?? null) !== null) return data;
  return { ...data, permalink: permalinkWhereNone(data, mode) };
}

/** Where posts lie in a site that does not say it. One that names jekyll-scholar was built by Jekyll, and keeps its addresses. */
export function permalinkWhereNone(data: Data, mode: Mode): string {
  return mode === "jekyll" || listsPlugin({ data }, "jekyll-scholar", "jekyll/scholar") ? "date" : octavoPermalink;
}
