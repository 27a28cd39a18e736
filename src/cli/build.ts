import { accessSync, constants } from "node:fs";
import { dirname, relative } from "node:path";
import type { BuilderOptions } from "../build.ts";
import { writeFailure } from "../disk/write-failure.ts";
import { BuildError, type Diagnostic, SiteError } from "../errors.ts";
import { placeOfThrow } from "../render/layout-failure.ts";
import type { Reporter } from "../report.ts";
import { isSystemError } from "../system-error.ts";
import { withOthers } from "./beside.ts";
import { ConfigurationError, createEleventy } from "./eleventy.ts";

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
    const cause = rootCause(error);
    if (cause instanceof ConfigurationError) reporter.diagnostics(await withOthers(cause.diagnostic, options));
    // A BuildError was told when it was met.
    else if (!(cause instanceof BuildError)) reporter.diagnostics([explain(error, options)]);
    return 1;
  }
  return errors === 0 ? 0 : 1;
}

/** The error at the bottom of what Eleventy wrapped. */
export function rootCause(error: unknown): unknown {
  const inner = wrappedIn(error);
  return inner === undefined ? error : rootCause(inner);
}

function wrappedIn(error: unknown): unknown {
  return error instanceof Error && "originalError" in error ? error.originalError : undefined;
}

/** What to tell where a file of the site cannot be read; undefined where that is not what the system refused. */
function readFailure(error: unknown, source: string): Diagnostic | undefined {
  if (!isSystemError(error)) return undefined;
  const { code, path, syscall } = error;
  // A file that is open is named no more.
  if (code === "EISDIR" && (syscall === "read" || syscall === "copyfile"))
    return changedMeanwhile(path === undefined ? "A file" : relative(source, path), "became a folder");
  if (path === undefined) return undefined;
  if (code === "ENOENT" && syscall !== "mkdir") return changedMeanwhile(relative(source, path), "vanished");
  if (code !== "EACCES" && code !== "EPERM") return undefined;
  const closed = [dirname(path), path].find((place) => existsOrHidden(place) && !isReadable(place));
  if (closed === undefined) return undefined;
  return {
    level: "error",
    file: relative(source, closed),
    problem: "This cannot be read: permission is denied",
    help: "Make it readable, or name it under `exclude`",
  };
}

function changedMeanwhile(what: string, how: string): Diagnostic {
  return { level: "error", problem: `${what} ${how} while the site was built`, help: "Build again" };
}

/** What a closed folder holds cannot be told from what is there. */
function existsOrHidden(path: string): boolean {
  return failure(path, constants.F_OK) !== "ENOENT";
}

function isReadable(path: string): boolean {
  return failure(path, constants.R_OK) === undefined;
}

function failure(path: string, mode: number): string | undefined {
  try {
    accessSync(path, mode);
    return undefined;
  } catch (error) {
    return isSystemError(error) ? error.code : undefined;
  }
}

/** A message for whatever ended a build. */
export function explain(error: unknown, options: BuilderOptions): Diagnostic {
  const cause = rootCause(error);
  if (cause instanceof SiteError) return cause.diagnostic;
  if (isSystemError(cause) && cause.syscall !== undefined)
    return readFailure(cause, options.source) ?? writeFailure(cause, options.destination ?? options.source).diagnostic;
  if (cause === error && error instanceof Error) {
    const place = error.stack?.split("\n").find((line) => /^\s+at /.test(line)) ?? "";
    return {
      level: "error",
      problem: `Octavo itself failed: ${error.message}`,
      help: `This is a fault of Octavo; please report it with the file that brings it about and this line: ${place.trim()}`,
    };
  }
  const messages: string[] = [];
  for (let link = error; link instanceof Error; link = wrappedIn(link)) {
    // The first link lists every page by name: Eleventy's way of saying "somewhere".
    if (!link.message.startsWith("Having trouble writing")) messages.push(transformFailure(link.message));
  }
  return {
    level: "error",
    ...placeOfThrow(cause, options.source),
    problem: messages.join(" ") || String(cause),
    help: "See the filters, transforms and plugins of eleventy.config.ts; nothing was written",
  };
}

/** Eleventy names the virtual template that all pages are written by. */
function transformFailure(message: string): string {
  return message.replace(/^Transform `(.*?)` encountered an error when transforming .*$/, "The transform $1 failed:");
}
