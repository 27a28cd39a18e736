/** A second thread beside the first one, which stays synchronous: it sends work, and waits for messages where it needs them. */
import { type MessagePort, receiveMessageOnPort, type Worker } from "node:worker_threads";
import type { StartedThread } from "../bin/start-thread.js";

/** What every thread is started with. */
export interface ThreadData {
  readonly port: MessagePort;
  /** Counts the messages of the thread. */
  readonly signal: Int32Array;
}

/** A second thread as the first one has it: messages go to it, and answers come back. */
export class Thread<Sent, Received> {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #signal: Int32Array;

  constructor({ worker, port, signal }: StartedThread) {
    this.#worker = worker;
    this.#port = port;
    this.#signal = signal;
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

  /**
   * The next message, beside whatever else this thread does until then.
   * @throws what the other thread failed with
   */
  next(): Promise<Received> {
    return new Promise((resolve, reject) => {
      this.#port.once("message", resolve);
      this.#worker.once("error", reject);
      this.#worker.once("exit", (code) => reject(new Error(`A thread ended with ${code} before it was done`)));
    });
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
