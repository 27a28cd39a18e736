import type { BuilderOptions } from "../build.ts";
import { writeFailure } from "../disk/write-failure.ts";
import { BuildError, type Diagnostic, SiteError } from "../errors.ts";
import type { Reporter } from "../report.ts";
import { createEleventy } from "./eleventy.ts";

/**
 * Builds once.
 * @returns the exit status: 0, or 1 for an error in the site
 */
export async function build(options: BuilderOptions, reporter: Reporter): Promise<number> {
  let errors = 0;
  const counting: Reporter = {
    ...reporter,
    finished: (summary, count, milliseconds) => {
      errors = count;
      reporter.finished(summary, count, milliseconds);
    },
  };
  try {
    const eleventy = await createEleventy(options, counting, "build");
    await eleventy.write();
  } catch (error) {
    // A BuildError was told when it was met.
    if (!(rootCause(error) instanceof BuildError)) reporter.diagnostics([explain(error, options)]);
    return 1;
  }
  return errors === 0 ? 0 : 1;
}

/** The error at the bottom of what Eleventy wrapped. */
export function rootCause(error: unknown): unknown {
  const inner = (error as { originalError?: unknown } | undefined)?.originalError;
  return inner === undefined ? error : rootCause(inner);
}

/** A message for whatever ended a build. */
export function explain(error: unknown, options: BuilderOptions): Diagnostic {
  const cause = rootCause(error);
  if (cause instanceof SiteError) return cause.diagnostic;
  if ((cause as NodeJS.ErrnoException).syscall !== undefined)
    return writeFailure(cause, options.destination ?? options.source).diagnostic;
  if (cause === error && error instanceof Error) {
    const place = error.stack?.split("\n").find((line) => /^\s+at /.test(line)) ?? "";
    return {
      level: "error",
      problem: `Octavo itself failed: ${error.message}`,
      help: `This is a fault of Octavo; please report it with the file that brings it about and this line: ${place.trim()}`,
    };
  }
  const messages: string[] = [];
  for (let link = error; link instanceof Error; link = (link as { originalError?: unknown }).originalError as Error) {
    // The first link lists every page by name: Eleventy's way of saying "somewhere".
    if (!link.message.startsWith("Having trouble writing")) messages.push(link.message);
  }
  return {
    level: "error",
    problem: messages.join(" ") || String(cause),
    help: "See the filters, transforms and plugins of eleventy.config.ts; nothing was written",
  };
}
