import type { MessagePort, ResourceLimits, Worker } from "node:worker_threads";

/** A thread that is starting, and the first thread's end of what lies between them. */
export interface StartedThread {
  readonly worker: Worker;
  readonly port: MessagePort;
  /** Counts the messages of the thread. */
  readonly signal: Int32Array;
}

export function startThread(script: string, resourceLimits?: ResourceLimits): StartedThread;
export function startMarkdownThread(): StartedThread;
