/** What esbuild says of a file that does not compile, as an author is told it. */
import type { Message } from "esbuild";
import { SiteError } from "./errors.ts";

/** One of esbuild's messages, told at its place: a path relative to the folder that esbuild works in. */
export function compileFailure({ text, location }: Message, help: string): SiteError {
  if (location === null) return new SiteError({ problem: text, help });
  const { file, line, column, lineText } = location;
  // esbuild counts bytes.
  const before = Buffer.from(lineText).subarray(0, column).toString("utf8");
  return new SiteError({ file, line, column: before.length + 1, excerpt: lineText, problem: text, help });
}
