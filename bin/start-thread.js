/** Starts the engine's other threads: for the launcher, and for the engine itself (src/thread.ts). */
import { existsSync } from "node:fs";
import { MessageChannel, Worker } from "node:worker_threads";
import { scriptFile } from "./script.js";

/** Memory of the thread for Markdown in MiB: it holds little beside the text at hand, and would take what it is given. */
const limits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };

/**
 * Starts a thread.
 * @param {string} script what it runs, by its name in the bundle: "sass-thread"
 * @param {import("node:worker_threads").ResourceLimits} resourceLimits
 * @returns {import("./start-thread.js").StartedThread}
 * @throws {Error} where the bundle has no such script
 */
export function startThread(script, resourceLimits = {}) {
  const file = scriptFile(script);
  if (!existsSync(file)) throw new Error(`There is no ${file}: make it with "npm run prepare"`);
  const { port1: port, port2 } = new MessageChannel();
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL("../bin/thread.js", import.meta.url), {
    workerData: { script, port: port2, signal },
    transferList: [port2],
    resourceLimits,
    execArgv: [],
  });
  // What fails in a thread is told by it, or met again by the first one.
  worker.on("error", () => {});
  worker.unref();
  port.unref();
  return { worker, port, signal };
}

/** Starts the thread for Markdown. Throws as `startThread` does. */
export function startMarkdownThread() {
  return startThread("ahead-thread", limits);
}
