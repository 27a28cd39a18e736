/** What a site has beside its pages: files that are copied, and files made from others. */
import { statSync } from "node:fs";
import { startThread } from "../../bin/start-thread.js";
import type { Diagnostics } from "../errors.ts";
import { fingerprint } from "../hash.ts";
import type { Derived, StaticFile } from "../model.ts";
import type { RenderedSite } from "../render/site.ts";
import { Thread } from "../thread.ts";
import { type Copy, type CopyOutcome, copyAll } from "./copying.ts";
import type { DerivedFiles, Made } from "./derived.ts";
import type { Destination } from "./destination.ts";
import { writeFailure } from "./write-failure.ts";

/**
 * Makes what the pages want. Pages that want what turns out not to be had are rendered again without it.
 * @returns every wanted file that there is
 * @throws SiteError where the cache cannot be written
 */
export async function provideFiles(
  rendered: RenderedSite,
  store: DerivedFiles,
  destination: Destination,
  diagnostics: Diagnostics,
): Promise<readonly Made[]> {
  const stands = ({ file, hash }: Made): boolean => destination.standing(file)?.hash === hash;
  const isRefused = (want: Derived): boolean => store.refusal(want) !== undefined;
  let made = await store.provide(rendered.wanted, stands, diagnostics);
  while (rendered.wanted.some(isRefused)) {
    rendered.renderAgain(isRefused);
    made = await store.provide(rendered.wanted, stands, diagnostics);
  }
  return made;
}

/** Fewer files, and fewer bytes, are copied sooner than a thread is started. */
const LEAST_FILES = 48;
const LEAST_BYTES = 16 << 20;

/** The copies of one build. */
export class Copies {
  readonly #destination: Destination;
  readonly #stop = new AbortController();
  #ahead: Promise<readonly string[]> | undefined;

  constructor(destination: Destination) {
    this.#destination = destination;
  }

  /** Begins before the pages are rendered, where nothing is in the way and nothing stands that an error would have to leave. */
  beginAhead(copies: readonly StaticFile[]): void {
    if (!this.#destination.wasEmpty) return;
    this.#ahead = copyFiles(this.#destination, copies, [], this.#stop.signal);
    // A failure is met by who finishes.
    this.#ahead.catch(() => {});
  }

  /**
   * Makes all copies, or those that were not begun yet, where the way is clear.
   * @returns the files that were copied, relative to the destination
   * @throws SiteError where the destination cannot be written
   */
  async finish(copies: readonly StaticFile[], made: readonly Made[]): Promise<readonly string[]> {
    const rest = copyFiles(this.#destination, this.#ahead === undefined ? copies : [], made, this.#stop.signal);
    return [...((await this.#ahead) ?? []), ...(await rest)];
  }

  /** Leaves an empty destination empty: for a build that ends before anything else is written. */
  async undo(): Promise<void> {
    if (this.#ahead === undefined) return;
    this.#stop.abort();
    await this.#ahead.catch(() => {});
    this.#destination.empty();
  }
}

/**
 * Copies what differs from what was copied last; where that is much, beside what the first thread does.
 * @returns the files that were copied, relative to the destination
 * @throws SiteError where the destination cannot be written, and what the file system throws where a file cannot be read
 */
async function copyFiles(
  destination: Destination,
  copies: readonly StaticFile[],
  made: readonly Made[],
  stop: AbortSignal,
): Promise<readonly string[]> {
  const all = [
    ...copies.map((copy) => ({ ...copy, hash: contentOf(copy) })),
    ...made.map((file) => ({ ...file, size: 0 })),
  ];
  const changed = all.filter(({ file, hash }) => destination.standing(file)?.hash !== hash);
  const tasks = changed.map(({ from, file }) => ({ from, to: destination.path(file) }));
  const bytes = changed.reduce((sum, { size }) => sum + size, 0);
  const isMuch = changed.length >= LEAST_FILES || bytes >= LEAST_BYTES;
  const outcome = isMuch ? await copiedByThread(tasks, stop) : copyAll(tasks);
  for (const [at, [size, since]] of outcome.made.entries()) {
    const { file, hash } = changed[at]!;
    destination.remember(file, { hash, size, changed: since });
  }
  if (outcome.failure !== undefined) {
    const { message, ...system } = outcome.failure;
    const error = Object.assign(new Error(message), system, { syscall: "copyfile" });
    throw tasks.some(({ from }) => from === system.path) ? error : writeFailure(error, system.path);
  }
  return changed.map(({ file }) => file);
}

/** One thread has it done sooner than Node's four, which come back to the first one after each file. */
async function copiedByThread(tasks: readonly Copy[], stop: AbortSignal): Promise<CopyOutcome> {
  const thread = new Thread<readonly Copy[], CopyOutcome>(startThread("copy-thread"));
  stop.addEventListener("abort", () => thread.close());
  try {
    thread.send(tasks);
    return await thread.next();
  } finally {
    thread.close();
  }
}

/** A name for what a static file holds, without reading it. */
function contentOf({ from }: StaticFile): string {
  const { size, ctimeMs, ino } = statSync(from);
  return fingerprint(from, `${size} ${ctimeMs} ${ino}`);
}
