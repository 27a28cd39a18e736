/**
 * Where the browser of the tests comes from: looked for first, installed where there is none.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, statSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";

/** What the search asks of the machine; a test hands in a made-up one. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether there is a program at this absolute path. */
  readonly isProgram: (file: string) => boolean;
  /** Where Playwright keeps its own Chromium; the file need not exist. */
  readonly playwrightPath: string;
  readonly isDebian: boolean;
  readonly isRoot: boolean;
  /** Runs a command with its output shown. False where it could not be started or ended with an error. */
  readonly run: (command: string, args: readonly string[]) => boolean;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const ADVICE = `Install Chromium or Chrome and run the tests again, or set CHROME_PATH to the browser's program.
  Debian, Ubuntu:  sudo apt-get install chromium
  elsewhere:       npx playwright-core install --with-deps chromium`;

/**
 * The browser to test with: `CHROME_PATH`, then the usual names on PATH, then Playwright's own.
 * Returns its absolute path, or undefined where there is none. Throws where `CHROME_PATH` names no program.
 */
export function findChromium(machine: Machine): string | undefined {
  const { CHROME_PATH: chosen, PATH: folders = "" } = machine.env;
  if (chosen !== undefined && chosen !== "") {
    if (machine.isProgram(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, but no program is there.\n${ADVICE}`);
  }
  const onPath = NAMES.flatMap((name) =>
    folders
      .split(path.delimiter)
      .filter((folder) => folder !== "")
      .map((folder) => path.join(folder, name)),
  );
  return [...onPath, machine.playwrightPath].find((file) => machine.isProgram(file));
}

/**
 * The browser to test with, installed first where there is none: by apt-get on Debian as root, else by Playwright.
 * Returns its absolute path. Throws, with what to do, where no browser can be had.
 */
export function ensureChromium(machine: Machine): string {
  const found = findChromium(machine);
  if (found !== undefined) return found;
  for (const install of machine.isDebian && machine.isRoot ? [byApt, byPlaywright] : [byPlaywright]) {
    const installed = install(machine) ? findChromium(machine) : undefined;
    if (installed !== undefined) return installed;
  }
  throw new Error(`No browser was found, and none could be installed.\n${ADVICE}`);
}

function byApt(machine: Machine): boolean {
  return machine.run("apt-get", ["update"]) && machine.run("apt-get", ["install", "-y", "chromium"]);
}

function byPlaywright(machine: Machine): boolean {
  return machine.run("npx", ["playwright-core", "install", "chromium"]);
}

/** This machine. */
export function thisMachine(): Machine {
  return {
    env: process.env,
    isProgram,
    playwrightPath: chromium.executablePath(),
    isDebian: existsSync("/etc/debian_version"),
    isRoot: process.getuid?.() === 0,
    run: (command, args) => spawnSync(command, args, { stdio: "inherit" }).status === 0,
  };
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
