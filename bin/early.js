/** What starts before the engine is loaded, so that it is ready when the engine is. */
import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { startMarkdownThread } from "./start-thread.js";

/** So many files of Markdown are worth a thread: a guess, since their lengths are not asked for. */
const enough = 64;

/** Where they are not among so many names, they are few in what there is to do. */
const most = 5000;

/**
 * Starts the thread for Markdown where a source is built for the first time and has much of it; a wrong guess costs some of
 * another core's time.
 * @returns what the engine's `main` is to be given
 */
export function startEarly([command, ...args]) {
  if (command !== "build") return undefined;
  const { values } = parseArgs({ args, strict: false, options: { source: { type: "string", short: "s" } } });
  const source = resolve(String(values.source ?? "."));
  const isWarm = existsSync(join(source, ".octavo-cache"));
  return !isWarm && hasMuchMarkdown(source) ? startMarkdownThread() : undefined;
}

function hasMuchMarkdown(source) {
  const folders = [source];
  let files = 0;
  let seen = 0;
  for (const folder of folders) {
    for (const entry of entriesOf(folder)) {
      if (/^\.|^(?:node_modules|vendor|_site)$/.test(entry.name)) continue;
      if (entry.isDirectory()) folders.push(join(folder, entry.name));
      else if (/\.(?:md|markdown)$/.test(entry.name) && ++files >= enough) return true;
      if (++seen > most) return false;
    }
  }
  return false;
}

function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
