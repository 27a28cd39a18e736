/** The line of the file that a message is about. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { withoutMark } from "./byte-order-mark.ts";
import type { Diagnostic } from "./errors.ts";

/**
 * The messages, each with the line that it names as it stands in the file, where whoever told it had no text at hand.
 * @param source absolute path of the site, from which the files of messages count
 */
export function withExcerpts(messages: readonly Diagnostic[], source: string): readonly Diagnostic[] {
  const files = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const known = files.get(file) ?? readLines(resolve(source, file));
    files.set(file, known);
    return known;
  };
  return messages.map((message) => {
    const { file, line, excerpt = "" } = message;
    const found = file === undefined || line === undefined || excerpt !== "" ? undefined : linesOf(file)[line - 1];
    return found === undefined ? message : { ...message, excerpt: found };
  });
}

/** Without a byte order mark; none where the file cannot be read. */
function readLines(path: string): readonly string[] {
  try {
    return withoutMark(readFileSync(path, "utf8")).split(/\r?\n/);
  } catch {
    return [];
  }
}
