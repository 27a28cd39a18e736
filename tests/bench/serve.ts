/**
 * How long a saved post takes to become a changed file in `octavo serve`.
 */
import { appendFileSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { MadePost } from "../support/corpus.ts";
import { startServe } from "../support/serve.ts";

/** Longer than any build may take. */
const LIMIT_MS = 120_000;

/** Edits `edits` different posts one after the other. Returns ms from each save to the changed file. */
export async function measureSaves(
  folder: string,
  posts: readonly MadePost[],
  edits: number,
): Promise<readonly number[]> {
  const server = await startServe(folder);
  try {
    const saves: number[] = [];
    await sleep(1000);
    // The first save warms up and does not count.
    for (let edit = 0; edit <= edits; edit++) {
      const post = posts[Math.floor((edit * posts.length) / (edits + 1))]!;
      const time = await save(folder, post, `Saved as number ${edit}.`);
      if (edit > 0) saves.push(time);
      await sleep(500);
    }
    return saves;
  } finally {
    await server.stop();
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
