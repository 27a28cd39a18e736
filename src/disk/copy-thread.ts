/** The thread that copies many files (src/disk/copies.ts). */
import { workerData } from "node:worker_threads";
import { answer, type ThreadData } from "../thread.ts";
import { type Copy, copyAll } from "./copying.ts";

const given = workerData as ThreadData;
given.port.on("message", (copies: readonly Copy[]) => answer(given, copyAll(copies)));
