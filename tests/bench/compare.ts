/**
 * Builds the same posts with every builder in turn, several rounds in one run.
 */
import { makePosts } from "../support/corpus.ts";
import { inFolder, temporaryFolder, writeFiles } from "../support/site.ts";
import { type Builder, builders, clean, octavo } from "./builders.ts";
import { measure, type Run } from "./measure.ts";
import { measureSaves } from "./serve.ts";

/** One number of posts, measured. Every list has a run a round, in the order of the rounds. */
export interface Comparison {
  readonly posts: number;
  readonly runs: ReadonlyMap<string, readonly Run[]>;
  /** From saving a post to the changed file on disk, ms, one an edit. */
  readonly saves: readonly number[];
}

export const WARM = "Octavo, warm";

/** The builders of a plan that are installed, with their versions. Says on stderr which are not. */
export function installed(only: readonly string[]): readonly (readonly [Builder, string])[] {
  return builders
    .filter(({ name }) => only.length === 0 || only.includes(name))
    .flatMap((builder) => {
      const version = builder.version();
      if (version === undefined) console.error(`${builder.name} is not installed: not measured`);
      return version === undefined ? [] : [[builder, version] as const];
    });
}

/** Measures one number of posts: a warm-up round, then `rounds` that count, then saves in `serve`. */
export async function compare(posts: number, rounds: number, chosen: readonly Builder[]): Promise<Comparison> {
  const { folder: parent, remove } = temporaryFolder();
  try {
    const made = makePosts(posts);
    const folderOf = (builder: Builder): string => `${parent}/${builder.name}`;
    for (const builder of chosen) writeFiles(folderOf(builder), builder.files(made));
    const runs = new Map<string, Run[]>();
    for (let round = 0; round <= rounds; round++) {
      for (const builder of chosen) {
        const folder = folderOf(builder);
        clean(builder, folder);
        const measured = [[builder.name, await measure(builder.command(folder))] as const];
        if (builder === octavo) measured.push([WARM, await measure(builder.command(folder))]);
        for (const [name, run] of measured) {
          const label = round === 0 ? "warm-up" : `round ${round}`;
          console.error(`${posts} posts, ${label}, ${name}: ${Math.round(run.time)} ms`);
          if (round > 0) runs.set(name, [...(runs.get(name) ?? []), run]);
        }
      }
    }
    const saves = chosen.includes(octavo) ? await measureSaves(folderOf(octavo), made, 2 * rounds) : [];
    return { posts, runs, saves };
  } finally {
    remove();
  }
}

/** Octavo's cold build of many posts against a smaller number, in turn: time may grow no faster than the posts. */
export async function growth(small: number, large: number, rounds: number): Promise<readonly (readonly [Run, Run])[]> {
  return inFolder({}, async (folder) => {
    for (const posts of [small, large]) writeFiles(`${folder}/${posts}`, octavo.files(makePosts(posts)));
    const cold = async (posts: number): Promise<Run> => {
      clean(octavo, `${folder}/${posts}`);
      const run = await measure(octavo.command(`${folder}/${posts}`));
      console.error(`growth, ${posts} posts: ${Math.round(run.time)} ms`);
      return run;
    };
    const pairs: (readonly [Run, Run])[] = [];
    for (let round = 0; round < rounds; round++) pairs.push([await cold(small), await cold(large)]);
    return pairs;
  });
}
