/** What an author is told: one message a problem, with the place and the way out. */
import { compare } from "./compare.ts";

/** A place in a file of the site, and what to say about it. */
export interface Diagnostic {
  readonly level: "error" | "warning";
  /** Relative to the source folder; absent where no file is at fault. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units, as editors count. */
  readonly column?: number;
  /** What is wrong, one sentence without a full stop. */
  readonly problem: string;
  /** What to do, one sentence without a full stop. */
  readonly help: string;
  /** The offending line as it stands in the file. */
  readonly excerpt?: string;
}

/** Where to send the author: a file, and the line within it. */
export type MessagePlace = Omit<Diagnostic, "level" | "problem" | "help">;

/** A problem that ends the work on one file. Pure functions throw it; the reader collects it and goes on with the next file. */
export class SiteError extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Omit<Diagnostic, "level">, options?: ErrorOptions) {
    super(diagnostic.problem, options);
    this.name = "SiteError";
    this.diagnostic = { level: "error", ...diagnostic };
  }
}

/** What anything that was thrown says. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
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
    const { shown, before } = windowOf(
      excerpt.replace(CONTROLS, (sign) => (sign === "\t" ? " " : "\ufffd")),
      (column ?? 1) - 1,
    );
    const gutter = `  ${line ?? ""} | `;
    lines.push(`${gutter}${shown}`);
    if (column !== undefined) lines.push(`${" ".repeat(gutter.length - 2)}| ${" ".repeat(cells(before))}^`);
  }
  lines.push(`  → ${help}`);
  return lines.join("\n");
}

/** What moves a terminal's cursor or colours it: a binary file is full of it. */
const CONTROLS = /\p{Cc}/gu;

/** Characters of a line that a message shows. */
const SHOWN = 160;

/** The part of a line that is shown, so that the place at `index` is in it, and what of it stands before that place. */
function windowOf(line: string, index: number): { readonly shown: string; readonly before: string } {
  const start = index < SHOWN - 20 ? 0 : index - SHOWN / 2;
  const end = start + SHOWN;
  const opening = start === 0 ? "" : "…";
  return {
    shown: `${opening}${line.slice(start, end)}${end < line.length ? "…" : ""}`,
    before: `${opening}${line.slice(start, index)}`,
  };
}

/** How many cells of a terminal a text takes: ideographs and emoji two, marks upon letters none. */
function cells(text: string): number {
  let count = 0;
  for (const character of text)
    count += NARROW.test(character) ? 1 : ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
  return count;
}

const NARROW = /[ -~]/;
const ZERO = /[\p{Mn}\p{Me}\p{Cf}]/u;
const WIDE =
  /[\u{1100}-\u{115f}\u{2e80}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
