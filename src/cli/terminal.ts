/** What a person sees of a build: messages, progress on a terminal, one line at the end; annotations on GitHub. */
import { join, relative } from "node:path";
import { styleText } from "node:util";
import { type Diagnostic, formatDiagnostic } from "../errors.ts";
import { withExcerpts } from "../excerpts.ts";
import type { Reporter } from "../report.ts";
import { gathered } from "./gathered.ts";

/** What of a build is to be shown, and whose. */
export interface TerminalOptions {
  /** Absolute path of the source: messages name files relative to it. */
  readonly source: string;
  readonly quiet: boolean;
  /** Name every file that was written. */
  readonly verbose: boolean;
}

/** A terminal reports; messages go to stderr, the closing line to stdout. */
export function terminalReporter({ source, quiet, verbose }: TerminalOptions): Reporter {
  const live = process.stderr.isTTY === true && !quiet;
  let shown = 0;
  const clear = (): void => {
    if (shown > 0) process.stderr.write("\r\u001b[K");
    shown = 0;
  };
  return {
    progress: (done, total) => {
      // Drawn from the first second on, and then ten times a second at most.
      if (!live || performance.now() < 1000 || performance.now() - shown < 100) return;
      shown = performance.now();
      process.stderr.write(`\rRendering ${done} of ${total}\u001b[K`);
    },
    diagnostics: (messages) => {
      clear();
      for (const message of withExcerpts(gathered(messages), source)) {
        if (process.env.GITHUB_ACTIONS === "true") console.log(annotation(message, source));
        if (quiet && message.level === "warning") continue;
        console.error(coloured(message));
      }
    },
    finished: ({ files, unchanged, removed }, errors, milliseconds) => {
      clear();
      if (quiet) return;
      if (verbose) for (const file of files) console.log(`wrote ${file}`);
      const written = files.length;
      const seconds = (milliseconds / 1000).toFixed(2);
      const nothing = written + removed === 0 ? ", nothing changed" : "";
      const failed = errors === 0 ? "" : `, in spite of ${errors} ${errors === 1 ? "error" : "errors"}`;
      console.log(`${written} written, ${unchanged} unchanged, ${removed} removed in ${seconds} s${nothing}${failed}`);
    },
  };
}

function coloured(message: Diagnostic): string {
  const text = formatDiagnostic(message);
  if (process.stderr.isTTY !== true || process.env.NO_COLOR !== undefined) return text;
  const [first = "", ...rest] = text.split("\n");
  return [styleText(message.level === "error" ? "red" : "yellow", first), ...rest].join("\n");
}

/**
 * A workflow command that GitHub shows at the line of the file (docs.github.com, "Workflow commands for GitHub Actions").
 * @param source absolute path of the source; GitHub counts from the checked-out repository
 */
function annotation({ level, file, line, column, problem, help }: Diagnostic, source: string): string {
  const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
  const properties = [
    file === undefined ? undefined : `file=${escapeProperty(relative(workspace, join(source, file)))}`,
    line === undefined ? undefined : `line=${line}`,
    column === undefined ? undefined : `col=${column}`,
  ].filter((property) => property !== undefined);
  return `::${level}${properties.length === 0 ? "" : ` ${properties.join(",")}`}::${escapeData(`${problem}. ${help}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
