/**
 * dart-sass beside the first thread: its process needs a third of a second to be loaded, to start and to compile what
 * most sites have, which is the time in which their other pages are rendered.
 */
import { startThread } from "../../bin/start-thread.js";
import { Thread } from "../thread.ts";

/** With braces, or by indentation. */
export type SassSyntax = "scss" | "indented";

/** A stylesheet to be compiled. */
export interface SassTask {
  readonly text: string;
  readonly syntax: SassSyntax;
  readonly style: "compressed" | "expanded";
  /** Absolute paths of the folders that imports are looked for in. */
  readonly folders: readonly string[];
  readonly sourceMap: boolean;
  /** What sassc copies from its sources is marked in the CSS (as-written.ts). */
  readonly marksCopied: boolean;
}

/** A stylesheet that was compiled. */
export interface SassResult {
  /** What `@warn` said. */
  readonly warnings: readonly SassWarning[];
  readonly css: string;
  /** file: URLs of everything that went into it, but the text itself. */
  readonly loaded: readonly string[];
  readonly map?: SassMap;
}

/** What is wrong with one that was not. */
export interface SassRefusal {
  /** What `@warn` said before. */
  readonly warnings: readonly SassWarning[];
  readonly problem: string;
  readonly place?: SassPlace;
}

/** What became of a task. */
export type SassOutcome = SassResult | SassRefusal;

/** What a stylesheet warns of. */
export interface SassWarning {
  readonly message: string;
  /** Lines of "path line:column name", the innermost first, "-" for the text. */
  readonly stack?: string;
}

/** A place in a stylesheet; 0-based. Without a URL it lies in the text. */
export interface SassPlace {
  readonly line: number;
  readonly column: number;
  readonly url?: string;
  readonly context?: string;
}

/** The parts of a source map that Sass knows (sourcemaps.info/spec.html). */
export interface SassMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly string[];
  readonly mappings: string;
}

/** What the thread is sent. */
export interface SassRequest {
  readonly id: number;
  readonly task: SassTask;
}

/** What comes back. A failure is none of the stylesheet: the compiler could not be started, or broke down. */
export type SassMessage = { readonly id: number; readonly outcome: SassOutcome } | { readonly failure: string };

/** How long the compiler may be silent while a stylesheet is waited for, in ms: then it is taken for dead. */
const PATIENCE = 60_000;

/** The thread is started with the first task, or before. */
export class SassThread {
  #thread: Thread<SassRequest, SassMessage> | undefined;
  /** By the task as JSON. */
  readonly #ids = new Map<string, number>();
  readonly #outcomes = new Map<number, SassOutcome>();

  /** Starts the compiler, which is going to be needed. @throws Error where the bundle of the thread is missing */
  start(): void {
    this.#running();
  }

  #running(): Thread<SassRequest, SassMessage> {
    this.#thread ??= new Thread(startThread("sass-thread"));
    return this.#thread;
  }

  /** Hands over a task whose outcome is going to be asked for. Throws as `start` does. */
  offer(task: SassTask): number {
    const key = JSON.stringify(task);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const request: SassRequest = { id: this.#ids.size, task };
    this.#ids.set(key, request.id);
    this.#running().send(request);
    return request.id;
  }

  /** The outcome of a task: waits for it. @throws Error where the compiler cannot be started, or breaks down */
  take(task: SassTask): SassOutcome {
    const id = this.offer(task);
    const thread = this.#running();
    for (;;) {
      const { count } = thread;
      for (const message of thread.received()) {
        if ("failure" in message) throw new Error(`dart-sass does not run: ${message.failure}`);
        this.#outcomes.set(message.id, message.outcome);
      }
      const outcome = this.#outcomes.get(id);
      if (outcome !== undefined) return outcome;
      if (!thread.wait(count, PATIENCE)) throw new Error(`dart-sass gave no answer for ${PATIENCE / 1000} s`);
    }
  }

  /** Ends the compiler, whatever it is at. What is compiled afterwards starts another. */
  close(): void {
    this.#thread?.close();
    this.#thread = undefined;
    this.#ids.clear();
    this.#outcomes.clear();
  }
}
