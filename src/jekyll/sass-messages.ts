/** What dart-sass says, with its place in the site's files. */
import { relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Diagnostic, SiteError } from "../errors.ts";
import type { Config } from "../model.ts";
import type { Place } from "../read/position.ts";
import type { SassPlace, SassRefusal, SassWarning } from "./sass-tasks.ts";

/** What `@warn` said. @param loaded URLs of the stylesheet's files @param place where the text that is compiled stands */
export function sassWarning(
  { message, stack }: SassWarning,
  loaded: readonly string[],
  config: Config,
  place: Partial<Place>,
): Omit<Diagnostic, "level"> {
  const problem = `Sass warns: ${message}`;
  return { ...placeOfCall(stack, loaded, config, place), problem, help: "See the stylesheet at this line" };
}

/**
 * Where a `@warn` stands: the first line of its stack, "name line:column of what", with "-" for the text that is compiled. The folders
 * of a file may be missing from its name.
 */
function placeOfCall(
  stack: string | undefined,
  loaded: readonly string[],
  { source }: Config,
  place: Partial<Place>,
): Partial<Place> {
  const [, name = "-", line = "1"] = /^(.+?) (\d+):\d+ /.exec(stack ?? "") ?? [];
  if (name === "-") return { ...place, ...(place.line === undefined ? {} : { line: place.line + Number(line) - 1 }) };
  const path = loaded.map((url) => fileURLToPath(url)).find((file) => file.endsWith(sep + name)) ?? resolve(name);
  return { file: nameIn(source, path), line: Number(line) };
}

/** Why a stylesheet cannot be compiled, as the error that its author sees. @param place where the text that is compiled stands */
export function sassError(
  { problem: given, place: span }: SassRefusal,
  config: Config,
  place: Partial<Place>,
): SiteError {
  const problem = `The stylesheet cannot be compiled: ${given.replace(/\.$/, "").replaceAll("\n", " ")}`;
  const help = given.startsWith("Can't find stylesheet")
    ? "Correct its name, put it into _sass, or install its package (npm install) where it lies in node_modules"
    : "Correct the stylesheet at this line";
  return new SiteError({ ...placeOf(span, config, place), problem, help });
}

/** A place in the site. Without a URL it lies in the text that is compiled, which begins at `place`. */
export function placeOf(
  span: SassPlace | undefined,
  { source }: Config,
  place: Partial<Place>,
): Partial<Place> & Pick<Diagnostic, "excerpt"> {
  if (span === undefined) return place;
  const { line, column, url, context } = span;
  const at = {
    column: column + 1,
    ...(context === undefined ? {} : { excerpt: context.split("\n")[0] ?? "" }),
  };
  if (url !== undefined) return { file: nameIn(source, fileURLToPath(url)), line: line + 1, ...at };
  return { ...place, ...(place.line === undefined ? {} : { line: place.line + line }), ...at };
}

/** A path as messages and maps name it: relative to the site, with slashes. */
export function nameIn(source: string, path: string): string {
  return relative(source, path).split(sep).join("/");
}
