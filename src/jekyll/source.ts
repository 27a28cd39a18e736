/** Where a template stands, and what is said about a place in it. */
import type { Token } from "liquidjs";
import { type Diagnostics, SiteError } from "../errors.ts";
import type { Place } from "../read/position.ts";
import { LiquidFault } from "./errors.ts";

/** The file of one template. */
export class Source {
  readonly #place: Place;
  readonly #diagnostics: Diagnostics;

  constructor(place: Place, diagnostics: Diagnostics) {
    this.#place = place;
    this.#diagnostics = diagnostics;
  }

  warn(token: Token, problem: string, help: string): void {
    this.#diagnostics.warn({ ...this.#where(token), problem, help });
  }

  /** Throws the last of several errors, and tells the others. */
  raise(errors: readonly SiteError[]): void {
    const last = errors.at(-1);
    if (last === undefined) return;
    for (const { diagnostic } of errors.slice(0, -1)) this.#diagnostics.add(diagnostic);
    throw last;
  }

  /** A SiteError that says what went wrong at a token; one that names its file already is handed on. */
  locate(error: unknown, token: Token): unknown {
    if (error instanceof SiteError) {
      if (error.diagnostic.file !== undefined) return error;
      const { problem, help } = error.diagnostic;
      return new SiteError({ ...this.#where(token), problem, help }, { cause: error });
    }
    const told = explain(error);
    return told === undefined ? error : new SiteError({ ...this.#where(token), ...told }, { cause: error });
  }

  #where({ input, begin }: Token) {
    const before = input.slice(0, begin);
    const start = before.lastIndexOf("\n") + 1;
    const end = input.indexOf("\n", begin);
    return {
      file: this.#place.file,
      line: this.#place.line + before.split("\n").length - 1,
      column: begin - start + 1,
      excerpt: input.slice(start, end < 0 ? input.length : end),
    };
  }
}

/** What an author is told of an error that a template can cause; undefined for any other. */
function explain(error: unknown): { problem: string; help: string } | undefined {
  if (error instanceof LiquidFault) return { problem: error.message, help: error.help };
  if (!(error instanceof Error)) return undefined;
  if (error instanceof RangeError && /call stack/i.test(error.message)) {
    return {
      problem: "The template nests too deep",
      help: "See whether an include, an excerpt or a page contains itself",
    };
  }
  if (error.name === "AssertionError" && error.message.startsWith("template render")) {
    return {
      problem: "The template takes too long",
      help: "Look for an endless loop, or raise liquid.render_limit (milliseconds)",
    };
  }
  if (error.name === "AssertionError" && error.message.startsWith("memory alloc")) {
    return {
      problem: "The template makes too much text",
      help: "Look for a loop that grows a text, or raise liquid.memory_limit",
    };
  }
  if (error instanceof RangeError && /Invalid (string|array) length/.test(error.message)) {
    return { problem: "The template makes too much text", help: "Look for a loop that grows a text" };
  }
  return undefined;
}
