/**
 * dart-sass beside the first thread: its process needs a third of a second to be loaded, to start and to compile what
 * most sites have, which is the time in which their other pages are rendered.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import { packageRoot } from "../paths.ts";

export type SassSyntax = "scss" | "indented";

/** A stylesheet to be compiled. */
export interface SassTask {
  readonly text: string;
  readonly syntax: SassSyntax;
  readonly style: "compressed" | "expanded";
  /** Absolute paths of the folders that imports are looked for in. */
  readonly folders: readonly string[];
  readonly sourceMap: boolean;
}

/** What became of it: CSS, or what is wrong. */
export type SassOutcome = {
  /** What `@warn` said. */
  readonly warnings: readonly SassWarning[];
} & (
  | {
      readonly css: string;
      /** file: URLs of everything that went into it, but the text itself. */
      readonly loaded: readonly string[];
      readonly map?: SassMap;
    }
  | { readonly problem: string; readonly place?: SassPlace }
);

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
interface SassMap {
  readonly sources: readonly string[];
  readonly sourcesContent?: readonly string[];
  readonly mappings: string;
}

/** What the thread is started with. */
export interface SassData {
  readonly port: MessagePort;
  /** Counts the messages of the thread. */
  readonly signal: Int32Array;
}

/** What the thread is sent. */
export interface SassRequest {
  readonly id: number;
  readonly task: SassTask;
}

/** What comes back. A failure is none of the stylesheet: the compiler could not be started, or broke down. */
export type SassMessage = { readonly id: number; readonly outcome: SassOutcome } | { readonly failure: string };

interface Running {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly signal: Int32Array;
}

/** The thread is started with the first task, or before. */
export class SassThread {
  #running: Running | undefined;
  /** By the task as JSON. */
  readonly #ids = new Map<string, number>();
  readonly #outcomes = new Map<number, SassOutcome>();

  /** Starts the compiler, which is going to be needed. @throws Error where the bundle of the thread is missing */
  start(): void {
    this.#running ??= startThread();
  }

  /** Hands over a task whose outcome is going to be asked for. Throws as `start` does. */
  offer(task: SassTask): number {
    const key = JSON.stringify(task);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#running ??= startThread();
    const request: SassRequest = { id: this.#ids.size, task };
    this.#ids.set(key, request.id);
    this.#running.port.postMessage(request);
    return request.id;
  }

  /** The outcome of a task: waits for it. @throws Error where the compiler cannot be started, or breaks down */
  take(task: SassTask): SassOutcome {
    const id = this.offer(task);
    for (;;) {
      const outcome = this.#outcomes.get(id);
      if (outcome !== undefined) return outcome;
      this.#receive();
    }
  }

  /** Reads all messages that there are, or waits until there may be one. */
  #receive(): void {
    if (this.#running === undefined) throw new Error("dart-sass was ended while a stylesheet waited for it");
    const { port, signal } = this.#running;
    const count = Atomics.load(signal, 0);
    let next = receiveMessageOnPort(port);
    if (next === undefined) Atomics.wait(signal, 0, count);
    for (; next !== undefined; next = receiveMessageOnPort(port)) {
      const message = next.message as SassMessage;
      if ("failure" in message) throw new Error(`dart-sass does not run: ${message.failure}`);
      this.#outcomes.set(message.id, message.outcome);
    }
  }

  /** Ends the compiler, whatever it is at. What is compiled afterwards starts another. */
  close(): void {
    this.#running?.port.close();
    void this.#running?.worker.terminate();
    this.#running = undefined;
    this.#ids.clear();
    this.#outcomes.clear();
  }
}

function startThread(): Running {
  // A thread is started from a file of its own, and from JavaScript: the bundle's.
  const file = join(packageRoot, "dist/sass-thread.js");
  if (!existsSync(file)) throw new Error(`There is no ${file}: make it with "npm run prepare"`);
  const { port1, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const workerData: SassData = { port: port2, signal };
  const worker = new Worker(file, { workerData, transferList: [port2], execArgv: [] });
  // What fails in the thread is told by it.
  worker.on("error", () => {});
  worker.unref();
  port1.unref();
  return { worker, port: port1, signal };
}
