/**
 * The Markdown of a large site, rendered on a second thread while the first one still reads: a cold build uses both cores.
 * Nothing hangs on it: what the thread has not done when it is asked for, the first one renders itself.
 */
import { join } from "node:path";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { Config } from "../model.ts";
import { packageRoot } from "../paths.ts";
import type { KeptContent } from "./markdown.ts";

/** What the thread is started with. */
export interface AheadData {
  readonly config: Config;
  readonly port: MessagePort;
}

/** What comes back: rendered texts, by their keys (`markdownKey` and the text, hashed). */
export type AheadResult = readonly (readonly [key: string, content: KeptContent])[];

/** Fewer texts are rendered sooner than a thread is started. */
const least = 200;

/** Texts in a message: many enough to be cheap, few enough that an answer comes soon. */
const batch = 16;

/** Memory of the thread in MiB: it holds little beside the text at hand, and would take what it is given. */
const limits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };

/** One for a build that finds nothing kept by an earlier one. */
export class MarkdownAhead {
  readonly #config: Config;
  readonly #done = new Map<string, KeptContent>();
  #waiting: string[] = [];
  #thread: { readonly worker: Worker; readonly port: MessagePort } | undefined;

  constructor(config: Config) {
    this.#config = config;
  }

  /** Hands over a text that is going to be asked for. */
  offer(text: string): void {
    this.#waiting.push(text);
    if (this.#waiting.length < (this.#thread === undefined ? least : batch)) return;
    this.#thread ??= startThread(this.#config);
    this.#thread.port.postMessage(this.#waiting);
    this.#waiting = [];
  }

  /** What the thread made of a text, where it has done so by now. @param key as in AheadResult */
  take(key: string): KeptContent | undefined {
    if (this.#thread === undefined) return undefined;
    for (;;) {
      const message = receiveMessageOnPort(this.#thread.port) as { readonly message: AheadResult } | undefined;
      if (message === undefined) break;
      for (const [done, content] of message.message) this.#done.set(done, content);
    }
    const content = this.#done.get(key);
    this.#done.delete(key);
    return content;
  }

  /** Ends the thread, whatever it is at. */
  close(): void {
    this.#thread?.port.close();
    void this.#thread?.worker.terminate();
    this.#thread = undefined;
    this.#done.clear();
  }
}

function startThread(config: Config): { readonly worker: Worker; readonly port: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  // A thread is started from a file of its own, and from JavaScript: the bundle's.
  const file = join(packageRoot, "dist/ahead-thread.js");
  const workerData: AheadData = { config, port: port2 };
  const worker = new Worker(file, {
    workerData,
    transferList: [port2],
    resourceLimits: limits,
  });
  // A text that makes the thread fail is met again by the first thread, which can say whose it is.
  worker.on("error", () => {});
  worker.unref();
  port1.unref();
  return { worker, port: port1 };
}
