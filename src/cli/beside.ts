/** What else is wrong with a site whose configuration of Eleventy cannot be used. */
import { readFileSync } from "node:fs";
import { Builder, type BuilderOptions } from "../build.ts";
import { findConfiguration } from "../eleventy-config.ts";
import { BuildError, type Diagnostic } from "../errors.ts";
import type { OwnLiquid } from "../jekyll/own.ts";

/**
 * The failure and all that a build without the configuration finds, in the order of a build's messages. Nothing is written.
 * @throws what else ends a build
 */
export async function withOthers(failure: Diagnostic, options: BuilderOptions): Promise<readonly Diagnostic[]> {
  const file = findConfiguration(options.source);
  const own = standIns(file === undefined ? "" : readFileSync(file, "utf8"));
  try {
    await new Builder({ ...options, keepGoing: false }).build("broken", undefined, own, [failure]);
  } catch (error) {
    if (error instanceof BuildError) return error.diagnostics;
    throw error;
  }
  return [failure];
}

/** For each name that a configuration adds to Liquid a function of nothing: texts that use it are right. */
function standIns(configuration: string): OwnLiquid {
  const named = (method: RegExp): OwnLiquid["filters"] => {
    const names = [...configuration.matchAll(method)].map(([, name = ""]) => name);
    return Object.fromEntries(names.map((name) => [name, () => ""]));
  };
  return {
    filters: named(/\badd(?:Liquid)?Filter\(\s*["'`](\w+)/g),
    shortcodes: named(/\badd(?:Liquid)?Shortcode\(\s*["'`](\w+)/g),
    pairedShortcodes: named(/\badd(?:Paired(?:Liquid)?|LiquidPaired)Shortcode\(\s*["'`](\w+)/g),
  };
}
