/** What lies in a folder and in those below it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The paths from there, folders among them, as the system writes them; none where the folder cannot be read. */
export function namesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
}

/** The texts of the files whose names match, links left out; none where the folder is not there. */
export function textsBelow(folder: string, name = /^/): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}
