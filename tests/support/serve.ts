import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { launcher } from "./site.ts";

/** A running `octavo serve`. */
export interface Serving {
  /** "http://127.0.0.1:12345" */
  readonly origin: string;
  /** All it has printed so far. */
  readonly printed: () => string;
  readonly stop: () => Promise<void>;
}

/** Longer than a first build may take, ms. */
const START_LIMIT = 120_000;

/** Starts `octavo serve` on a free port. Resolves when it has printed its address; rejects, with what it printed, where it ends first. */
export async function startServe(source: string): Promise<Serving> {
  const port = await freePort();
  const server = spawn(process.execPath, [launcher, "serve", "--port", String(port)], { cwd: source });
  const ended = new Promise<void>((resolve) => server.on("exit", () => resolve()));
  let printed = "";
  const origin = `http://127.0.0.1:${port}`;
  const ready = new Promise<void>((resolve) => {
    for (const stream of [server.stdout, server.stderr])
      stream.on("data", (data) => {
        printed += data;
        if (printed.includes(origin)) resolve();
      });
  });
  const stop = async (): Promise<void> => {
    server.kill();
    await ended;
  };
  const limit = setTimeout(() => server.kill(), START_LIMIT);
  const failed = ended.then(() => Promise.reject(new Error(`octavo serve ended:\n${printed}`)));
  await Promise.race([ready, failed]).finally(() => clearTimeout(limit));
  failed.catch(() => {});
  return { origin, printed: () => printed, stop };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
