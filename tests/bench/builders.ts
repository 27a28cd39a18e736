/**
 * The builders that are compared: how each one's site is laid out, and how it is built.
 */
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { type MadePost, postFiles } from "../support/corpus.ts";
import { type Files, launcher, root } from "../support/site.ts";
import { eleventySite } from "./eleventy.ts";
import { hugoSite } from "./hugo.ts";
import { jekyllSite } from "./jekyll.ts";
import type { Command } from "./measure.ts";

/** One builder. */
export interface Builder {
  readonly name: string;
  /** Its version, or undefined where it is not installed. */
  readonly version: () => string | undefined;
  /** The site with these posts. */
  readonly files: (posts: readonly MadePost[]) => Files;
  readonly command: (folder: string) => Command;
  /** What a cold build starts without, relative to the folder. */
  readonly made: readonly string[];
}

const eleventyCommand = path.join(root, "node_modules/@11ty/eleventy/cmd.cjs");

export const octavo: Builder = {
  name: "Octavo",
  version: () => versionOf("git", ["-C", root, "rev-parse", "--short", "HEAD"]),
  // None of the others makes a search index, which docs/performance.md measures by itself, or draws cards (docs/metadata.md).
  files: (posts) => ({
    "_config.yml":
      "title: Benchmark\nurl: https://example.org\npermalink: /blog/:year/:title/\nsearch: false\ncards: false\n",
    ...postFiles(posts),
  }),
  command: (folder) => ({ program: process.execPath, args: [launcher, "build", "--quiet"], folder }),
  made: ["_site", ".octavo-cache"],
};

const hugo: Builder = {
  name: "Hugo",
  version: () => versionOf("hugo", ["version"]),
  files: hugoSite,
  command: (folder) => ({ program: "hugo", args: ["--quiet"], folder }),
  made: ["public", "resources", ".hugo_build.lock"],
};

const jekyll: Builder = {
  name: "Jekyll",
  version: () => versionOf("jekyll", ["--version"]),
  files: jekyllSite,
  command: (folder) => ({ program: "jekyll", args: ["build", "--quiet"], folder }),
  made: ["_site", ".jekyll-cache"],
};

const eleventy: Builder = {
  name: "Eleventy",
  version: () => versionOf(process.execPath, [eleventyCommand, "--version"]),
  files: eleventySite,
  command: (folder) => ({ program: process.execPath, args: [eleventyCommand, "--quiet"], folder }),
  made: ["_site"],
};

/** Eleventy with nothing to do: what its start alone costs. */
const emptyEleventy: Builder = { ...eleventy, name: "Empty Eleventy", files: () => ({ ".keep": "" }) };

/** All of them, in the order of a round. */
export const builders: readonly Builder[] = [octavo, hugo, emptyEleventy, eleventy, jekyll];

/** Takes away what an earlier build left. */
export function clean(builder: Builder, folder: string): void {
  for (const name of builder.made) rmSync(path.join(folder, name), { recursive: true, force: true });
}

function versionOf(program: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim().split("\n")[0] : undefined;
}
