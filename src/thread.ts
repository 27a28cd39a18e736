/** A second thread beside the first one, which stays synchronous: it sends work, and waits for messages where it needs them. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  MessageChannel,
  type MessagePort,
  type ResourceLimits,
  receiveMessageOnPort,
  Worker,
} from "node:worker_threads";
import { packageRoot } from "./paths.ts";

/** What every thread is started with. */
export interface ThreadData {
  readonly port: MessagePort;
  /** Counts the messages of the thread. */
  readonly signal: Int32Array;
}

/** The first thread's end. */
export class Thread<Sent, Received> {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #signal = new Int32Array(new SharedArrayBuffer(4));

  /**
   * @param script what the thread runs, by its name in the bundle: "sass-thread"
   * @param data what the thread is given beside its `ThreadData`
   * @throws Error where the bundle has no such script
   */
  constructor(script: string, data: object = {}, resourceLimits: ResourceLimits = {}) {
    const file = join(packageRoot, `dist/${script}.cjs`);
    if (!existsSync(file)) throw new Error(`There is no ${file}: make it with "npm run prepare"`);
    const { port1, port2 } = new MessageChannel();
    const workerData = { ...data, port: port2, signal: this.#signal, script };
    this.#worker = new Worker(join(packageRoot, "bin/thread.js"), {
      workerData,
      transferList: [port2],
      resourceLimits,
      execArgv: [],
    });
    // What fails in a thread is told by it, or met again by the first one.
    this.#worker.on("error", () => {});
    this.#worker.unref();
    port1.unref();
    this.#port = port1;
  }

  send(message: Sent): void {
    this.#port.postMessage(message);
  }

  /** How many messages came so far, for `wait`: to be asked before `received`. */
  get count(): number {
    return Atomics.load(this.#signal, 0);
  }

  /** Every message that is there and was not read yet. */
  received(): readonly Received[] {
    const messages: Received[] = [];
    for (let next = receiveMessageOnPort(this.#port); next !== undefined; next = receiveMessageOnPort(this.#port))
      messages.push(next.message as Received);
    return messages;
  }

  /**
   * Sleeps until more than `count` messages came.
   * @param patience ms
   * @returns false where it took longer
   */
  wait(count: number, patience: number): boolean {
    return Atomics.wait(this.#signal, 0, count, patience) !== "timed-out";
  }

  /** Ends the thread, whatever it is at. */
  close(): void {
    this.#port.close();
    void this.#worker.terminate();
  }
}

/** Sends a message from the thread, and wakes the first one. */
export function answer({ port, signal }: ThreadData, message: unknown): void {
  port.postMessage(message);
  Atomics.add(signal, 0, 1);
  Atomics.notify(signal, 0);
}
