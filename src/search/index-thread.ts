/** The thread of an index: makes it, and ends. What fails in it is told by `Worker`, and that it ends without an answer. */
import { parentPort, workerData } from "node:worker_threads";
import { makeIndex } from "./pagefind.ts";
import type { SearchRecord } from "./record.ts";

void makeIndex(workerData as readonly SearchRecord[]).then((files) => parentPort?.postMessage(files));
