/**
 * How long a saved post takes to become a changed file in `octavo serve`.
 */
import { spawn } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { MadePost } from "../support/corpus.ts";
import { launcher } from "../support/site.ts";

/** Longer than any build may take. */
const LIMIT_MS = 120_000;

/** Edits `edits` different posts one after the other. Returns ms from each save to the changed file. */
export async function measureSaves(
  folder: string,
  posts: readonly MadePost[],
  edits: number,
): Promise<readonly number[]> {
  const args = [launcher, "serve", "--quiet", "--port", String(await freePort())];
  const server = spawn(process.execPath, args, { cwd: folder, stdio: "ignore" });
  const failed = new Promise<never>((_, reject) =>
    server.on("exit", (status) => reject(new Error(`serve ended with ${status}`))),
  );
  // A server that ends after the measurement is no failure.
  failed.catch(() => {});
  try {
    // The first save proves that it watches; it does not count.
    const saves: number[] = [];
    await Promise.race([failed, sleep(3000)]);
    for (let edit = 0; edit <= edits; edit++) {
      const post = posts[Math.floor((edit * posts.length) / (edits + 1))]!;
      const time = await Promise.race([failed, save(folder, post, `Saved as number ${edit}.`)]);
      if (edit > 0) saves.push(time);
      await sleep(500);
    }
    return saves;
  } finally {
    server.kill();
  }
}

/** Appends a line to a post and waits for it in the built page. */
async function save(folder: string, post: MadePost, line: string): Promise<number> {
  const page = path.join(folder, "_site/blog", post.date.slice(0, 4), post.name.slice(11), "index.html");
  appendFileSync(path.join(folder, "_posts", `${post.name}.md`), `\n${line}\n`);
  const start = performance.now();
  while (!readFileSync(page, "utf8").includes(line)) {
    if (performance.now() - start > LIMIT_MS) throw new Error(`${page} did not change`);
    await sleep(2);
  }
  return performance.now() - start;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
