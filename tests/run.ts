/**
 * `npm test`: types, lint, dead code, the engine's bundle, a browser, then every test in one run of node's test runner.
 * Every stage runs whatever became of the one before; the run ends with 1 where any of them failed.
 */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { ensureChromium, thisMachine } from "./support/chromium.ts";

const root = path.join(import.meta.dirname, "..");

/** Runs one stage with its output shown. False where it failed. */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): boolean {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: "inherit", env });
  if (error !== undefined) console.error(error.message);
  return status === 0;
}

/** Tells the tests which browser to use; false, with what to do, where there is none. */
function browser(): boolean {
  try {
    process.env.CHROME_PATH = ensureChromium(thisMachine());
    console.log(process.env.CHROME_PATH);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

function tests(): boolean {
  const files = readdirSync(path.join(root, "tests"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => path.join("tests", file))
    .sort();
  const reporter = process.stdout.isTTY ? "spec" : "tap";
  const options = [`--test-reporter=${reporter}`, `--test-concurrency=${availableParallelism()}`];
  // The tests of annotations set this themselves; set by the machine it would change what every other test reads.
  const { GITHUB_ACTIONS: _, ...env } = process.env;
  return run(process.execPath, ["--import", "tsx", "--test", ...options, ...files], env);
}

const stages: readonly (readonly [string, () => boolean])[] = [
  ["types", () => run("npx", ["tsc", "-p", "."])],
  ["lint", () => run("npx", ["biome", "check", "."])],
  ["dead code", () => run("npx", ["knip"])],
  ["bundle", () => run("npm", ["run", "--silent", "--if-present", "prepare"])],
  ["browser", browser],
  ["tests", tests],
];

const failed = stages.filter(([name, stage]) => {
  console.log(`\n== ${name}`);
  return !stage();
});
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.map(([name]) => name).join(", ")}`);
  process.exitCode = 1;
}
