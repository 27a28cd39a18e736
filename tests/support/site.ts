import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The project's folder. */
export const root = path.join(import.meta.dirname, "../..");
/** The launcher of the command line. */
export const launcher = path.join(root, "bin/octavo.js");

/** Files of a folder: path relative to it, "/" between parts, and text. */
export type Files = Readonly<Record<string, string>>;

/** The same, where some are no text. */
export type AnyFiles = Readonly<Record<string, string | Uint8Array>>;

/** An empty folder of its own, to be removed by `remove`. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "octavo-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Writes the files, folders included. */
export function writeFiles(folder: string, files: AnyFiles): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Works in a folder of its own that holds these files, and removes it in the end. */
export function inFolder<Result>(files: AnyFiles, work: (folder: string) => Result): Result {
  const { folder, remove } = temporaryFolder();
  let result: Result | undefined;
  try {
    writeFiles(folder, files);
    result = work(folder);
    return result instanceof Promise ? (result.finally(remove) as Result) : result;
  } finally {
    if (!(result instanceof Promise)) remove();
  }
}

/** Every file below a folder with its bytes as base64, in a fixed order. */
export function readTree(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), "base64")]));
}

/** Runs the command line in a folder. @param env variables beside those of this process */
export function runOctavo(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [launcher, ...args], {
    encoding: "utf8",
    cwd: folder,
    env: { ...process.env, ...env },
  });
}

/** Builds a site by the command line and expects success. Returns what it printed. */
export function buildSite(source: string, destination: string, ...options: readonly string[]): string {
  const args = ["build", "--source", source, "--destination", destination, ...options];
  const { status, stdout, stderr } = runOctavo(process.cwd(), args);
  assert.equal(status, 0, `${stdout}${stderr}`);
  return `${stdout}${stderr}`;
}
