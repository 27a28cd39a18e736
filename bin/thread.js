/** What a thread of the engine is started with: runs the script that it is named. */
import { workerData } from "node:worker_threads";
import { runScript } from "./script.js";

runScript(workerData.script);
