/**
 * What was measured, as Markdown.
 */
import { cpus, totalmem, type } from "node:os";
import { type Comparison, WARM } from "./compare.ts";
import { median, type Run } from "./measure.ts";

const MIB = 1024 * 1024;

/** The machine and the day, without a path or a name. */
export function machineLine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? "unknown processor";
  const memory = Math.round(totalmem() / 1024 / MIB);
  return `${model}, ${processors.length} cores, ${memory} GiB, ${type()}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
}

/** A table of one number of posts. */
export function comparisonTable({ posts, runs, saves }: Comparison): string {
  const hugo = times(runs, "Hugo");
  const rows = [...runs].map(([name, measured]) => {
    const time = measured.map((run) => run.time);
    return [
      name,
      seconds(median(time)),
      `${seconds(Math.min(...time))}–${seconds(Math.max(...time))}`,
      ...againstHugo(time, hugo),
      mebibytes(measured),
    ];
  });
  if (saves.length > 0)
    rows.push([
      "Octavo, save → file",
      seconds(median(saves)),
      `${seconds(Math.min(...saves))}–${seconds(Math.max(...saves))}`,
      hugo.length > 0 ? (median(saves) / median(hugo)).toFixed(2) : "",
      "",
      "",
    ]);
  const head = ["", "median, s", "range, s", "÷ Hugo", "÷ Hugo, round by round", "peak memory, MiB"];
  return `### ${posts.toLocaleString("en")} posts\n\n${table(head, rows)}`;
}

interface Goal {
  readonly name: string;
  /** Name of the measured builder, and of the one it is measured against. */
  readonly of: string;
  readonly against: string;
  readonly limit: number;
  readonly posts: number;
}

const GOALS: readonly Goal[] = [
  { name: "cold", of: "Octavo", against: "Empty Eleventy", limit: 1.3, posts: 20 },
  { name: "cold", of: "Octavo", against: "Hugo", limit: 1.0, posts: 1000 },
  { name: "cold", of: "Octavo", against: "Hugo", limit: 0.7, posts: 4000 },
  { name: "warm", of: WARM, against: "Empty Eleventy", limit: 1.2, posts: 20 },
  { name: "warm", of: WARM, against: "Hugo", limit: 0.5, posts: 1000 },
  { name: "warm", of: WARM, against: "Hugo", limit: 0.25, posts: 4000 },
];
const SAVE_LIMITS: Readonly<Record<number, number>> = { 20: 1.0, 1000: 0.15, 4000: 0.1 };
const MEMORY_LIMIT = { posts: 4000, mebibytes: 350 };

/** The goals that the comparisons can answer, each with what was reached. */
export function goalsTable(comparisons: readonly Comparison[]): string {
  const rows: string[][] = [];
  const add = (what: string, limit: number, value: number, unit: string): void => {
    if (Number.isFinite(value))
      rows.push([
        what,
        `≤ ${limit}${unit}`,
        `${Number(value.toFixed(2))}${unit}`,
        value <= limit ? "met" : "**not met**",
      ]);
  };
  for (const { posts, runs, saves } of comparisons) {
    const label = `${posts.toLocaleString("en")} posts`;
    for (const goal of GOALS.filter((one) => one.posts === posts)) {
      const ratios = ratioByRound(times(runs, goal.of), times(runs, goal.against));
      add(`${label}, ${goal.name}, against ${goal.against}`, goal.limit, median(ratios), " ×");
    }
    const limit = SAVE_LIMITS[posts];
    if (limit !== undefined)
      add(`${label}, save → file, against Hugo's build`, limit, median(saves) / median(times(runs, "Hugo")), " ×");
    if (posts === MEMORY_LIMIT.posts)
      for (const name of ["Octavo", WARM])
        add(`${label}, ${name}, peak memory`, MEMORY_LIMIT.mebibytes, peak(runs.get(name) ?? []) / MIB, " MiB");
  }
  return `### Goals\n\n${table(["", "goal", "reached", ""], rows)}`;
}

/** One line on growth. */
export function growthTable(small: number, large: number, pairs: readonly (readonly [Run, Run])[]): string {
  const ratio = median(pairs.map(([less, more]) => more.time / less.time));
  const rows = [small, large].map((posts, index) => [
    posts.toLocaleString("en"),
    seconds(median(pairs.map((pair) => pair[index]!.time))),
    mebibytes(pairs.map((pair) => pair[index]!)),
  ]);
  const line = `${large / small} times the posts take ${ratio.toFixed(2)} times as long.`;
  return `### Growth\n\n${table(["posts", "cold, median, s", "peak memory, MiB"], rows)}\n\n${line}`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), `|${head.map((_, index) => (index === 0 ? "---|" : "---:|")).join("")}`, ...rows.map(line)].join(
    "\n",
  );
}

function times(runs: Comparison["runs"], name: string): readonly number[] {
  return (runs.get(name) ?? []).map((run) => run.time);
}

/** Ratios of two builders measured in the same rounds. */
function ratioByRound(of: readonly number[], against: readonly number[]): readonly number[] {
  return of.flatMap((time, round) => (against[round] === undefined ? [] : [time / against[round]]));
}

function againstHugo(time: readonly number[], hugo: readonly number[]): readonly string[] {
  const ratios = ratioByRound(time, hugo);
  return ratios.length === 0
    ? ["", ""]
    : [median(ratios).toFixed(2), ratios.map((ratio) => ratio.toFixed(2)).join(", ")];
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}

function peak(runs: readonly Run[]): number {
  return runs.length === 0 ? Number.NaN : median(runs.map((run) => run.memory));
}

function mebibytes(runs: readonly Run[]): string {
  const bytes = peak(runs);
  return bytes > 0 ? String(Math.round(bytes / MIB)) : "not known";
}
