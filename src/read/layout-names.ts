/** The Liquid layouts of a site and its theme, by name. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../model.ts";
import { pathFrom } from "../slashes.ts";

/** Names without extension, "/" between folders. */
export function layoutNames({ source, layoutsDir, theme }: Config): ReadonlySet<string> {
  const folders = [join(source, layoutsDir), ...(theme === "" ? [] : [join(theme, "_layouts")])];
  return new Set(folders.flatMap(namesIn));
}

function namesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && /[^.]\.[^.]+$/.test(entry.name) && !/\.tsx?$/.test(entry.name))
      .map((entry) => pathFrom(folder, join(entry.parentPath, entry.name)).replace(/\.[^./]*$/, ""));
  } catch {
    return [];
  }
}
