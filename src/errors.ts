/**
 * What an author is told: one message a problem, with the place and the way out.
 */

/** A place in a file of the site, and what to say about it. */
export interface Diagnostic {
  readonly level: "error" | "warning";
  /** Relative to the source folder; absent where no file is at fault. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** What is wrong, one sentence without a full stop. */
  readonly problem: string;
  /** What to do, one sentence without a full stop. */
  readonly help: string;
  /** The offending line as it stands in the file. */
  readonly excerpt?: string;
}

/** A problem that ends the work on one file. Pure functions throw it; the reader collects it and goes on with the next file. */
export class SiteError extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Omit<Diagnostic, "level">, options?: ErrorOptions) {
    super(diagnostic.problem, options);
    this.name = "SiteError";
    this.diagnostic = { level: "error", ...diagnostic };
  }
}

/** Several problems at once: what a build ends with when the site has errors. */
export class BuildError extends Error {
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic)).join("\n"));
    this.name = "BuildError";
    this.diagnostics = diagnostics;
    // The message is the whole story: a stack trace of the engine helps no author.
    this.stack = this.message;
  }
}

/** Collects what is to be told, each message once. */
export class Diagnostics {
  readonly #messages = new Map<string, Diagnostic>();
  #heard: Diagnostic[] = [];

  /** Adds a warning. */
  warn(diagnostic: Omit<Diagnostic, "level">): void {
    this.add({ level: "warning", ...diagnostic });
  }

  /** Adds an error. */
  error(diagnostic: Omit<Diagnostic, "level">): void {
    this.add({ level: "error", ...diagnostic });
  }

  add(diagnostic: Diagnostic): void {
    this.#heard.push(diagnostic);
    const { level, file, line, problem } = diagnostic;
    this.#messages.set(JSON.stringify([level, file, line, problem]), diagnostic);
  }

  /** Runs `work` and gives what was told meanwhile, too, told before or not. */
  listen<Result>(work: () => Result): { readonly result: Result; readonly told: readonly Diagnostic[] } {
    this.#heard = [];
    const result = work();
    const told = this.#heard;
    this.#heard = [];
    return { result, told };
  }

  /** Runs `work`; a SiteError is collected and `undefined` returned, anything else is thrown on. */
  attempt<Result>(work: () => Result): Result | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof SiteError)) throw error;
      this.add(error.diagnostic);
      return undefined;
    }
  }

  /** All messages, in the order of their files and lines. */
  get all(): readonly Diagnostic[] {
    return [...this.#messages.values()].sort(
      (a, b) => compare(a.file ?? "", b.file ?? "") || (a.line ?? 0) - (b.line ?? 0),
    );
  }

  get errors(): readonly Diagnostic[] {
    return this.all.filter((message) => message.level === "error");
  }
}

/** `path:line:column: error: problem` with the offending line below and what to do, as plain text. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { level, file, line, column, problem, help, excerpt } = diagnostic;
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(":");
  const lines = [`${place === "" ? "" : `${place}: `}${level}: ${problem}`];
  if (excerpt !== undefined && excerpt.trim() !== "") {
    const shown = excerpt.replaceAll("\t", " ").slice(0, 160);
    const gutter = `  ${line ?? ""} | `;
    lines.push(`${gutter}${shown}`);
    if (column !== undefined && column <= shown.length + 1)
      lines.push(`${" ".repeat(gutter.length - 2)}| ${" ".repeat(column - 1)}^`);
  }
  lines.push(`  → ${help}`);
  return lines.join("\n");
}

/** Order by code unit: the same on every machine, whatever its locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
