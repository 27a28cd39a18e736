import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** One run of a command. */
export interface Run {
  /** Wall time, ms. */
  readonly time: number;
  /** Peak resident memory of the process and everything it started, bytes; 0 where the machine has no /proc. */
  readonly memory: number;
}

/** A command to run. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
}

const POLL_MS = 20;

/**
 * Runs a command to its end. Throws, with what it printed, where it fails.
 *
 * Memory is read from /proc while it runs: the kernel keeps each process's own high-water mark, so a look now and
 * then is enough; the sum over the living processes is the tree's.
 */
export async function measure({ program, args, folder }: Command): Promise<Run> {
  const start = performance.now();
  const child = spawn(program, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (printed += data));
  let memory = 0;
  const poll = setInterval(() => {
    if (child.pid !== undefined) memory = Math.max(memory, treeMemory(child.pid));
  }, POLL_MS);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", resolve);
  }).finally(() => clearInterval(poll));
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}:\n${printed}`);
  return { time, memory };
}

/** Sum of the high-water marks of a process and its descendants, bytes. */
function treeMemory(pid: number): number {
  try {
    const mark = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
    return Number(mark ?? 0) * 1024 + children.reduce((sum, child) => sum + treeMemory(child), 0);
  } catch {
    // It ended between two looks, or the system has no /proc.
    return 0;
  }
}

/** The middle value; the mean of the two middle ones of an even number. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
