/** The command line: reads it, runs one command, sets the exit status (0, 1 for an error in the site, 2 for wrong usage). */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { StartedThread } from "../../bin/start-thread.js";
import type { BuilderOptions } from "../build.ts";
import { formatDiagnostic, SiteError } from "../errors.ts";
import { packageRoot } from "../paths.ts";
import { build } from "./build.ts";
import { clean } from "./clean.ts";
import { writeNew } from "./new.ts";
import { type Command, helpText, parseCommand, UsageError } from "./options.ts";
import { namedSource } from "./source.ts";
import { terminalReporter } from "./terminal.ts";

/**
 * Runs `octavo` with these arguments. What is wrong with the site or the usage is told, and in the exit status; what Octavo itself
 * fails with is thrown.
 * @param markdownThread started by the launcher where it expects much Markdown
 */
export async function main(args: readonly string[], markdownThread?: StartedThread): Promise<void> {
  const [first = "--help"] = args;
  if (["--version", "-v", "version"].includes(first)) {
    const { version } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as { version: string };
    console.log(`octavo ${version}`);
    return;
  }
  if (["--help", "-h", "help"].includes(first) || args.includes("--help") || args.includes("-h")) {
    console.log(helpText(first === "help" ? args[1] : first));
    return;
  }
  try {
    process.exitCode = await run(parseCommand(args), markdownThread);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`octavo: ${error.message}`);
      process.exitCode = 2;
    } else if (error instanceof SiteError) {
      console.error(formatDiagnostic(error.diagnostic));
      process.exitCode = 1;
    } else {
      throw error;
    }
  }
}

async function run(command: Command, markdownThread?: StartedThread): Promise<number> {
  const { name, options, words } = command;
  const builder = builderOptions(command);
  if (!existsSync(builder.source)) throw new UsageError(`There is no folder ${builder.source}`);
  if (!statSync(builder.source).isDirectory())
    throw new UsageError(`${builder.source} is a file: --source names the folder of a site`);
  if (name === "clean") {
    clean(builder);
    return 0;
  }
  if (name === "fetch") {
    const { fetchInto } = await import("./fetch.ts");
    return await fetchInto(builder, fetch);
  }
  if (name === "new") {
    const [kind, title, ...more] = words;
    if ((kind !== "post" && kind !== "page") || title === undefined || more.length > 0)
      throw new UsageError('Say octavo new post "Title", or octavo new page "Title"');
    const { source } = builder;
    const draft = options.draft === true;
    writeNew({ source, kind, title, draft, tags: list(options.tags), categories: list(options.categories) });
    return 0;
  }
  const quiet = options.quiet === true;
  const reporter = terminalReporter({ source: builder.source, quiet, verbose: options.verbose === true });
  if (name === "build") return await build({ ...builder, ...(markdownThread && { markdownThread }) }, reporter);
  // The server is a third of what a build would load: only who serves pays for it.
  const { serve } = await import("./serve.ts");
  return await serve(builder, reporter, {
    port: number("port", options.port ?? "4000", 65535),
    host: String(options.host ?? "127.0.0.1"),
    open: options["open-url"] === true,
    quiet,
  });
}

function builderOptions({ options }: Command): BuilderOptions {
  const given = options.config === undefined ? undefined : list(options.config);
  const named = options.source === undefined ? namedSource((given ?? []).map((file) => resolve(file))) : undefined;
  const source = named?.source ?? resolve(String(options.source ?? "."));
  const config =
    named?.config ??
    given?.map((file) => {
      // As Jekyll does, from the folder one stands in; and from the source, where the file lies there only.
      const [here, there] = [resolve(file), resolve(source, file)];
      return existsSync(there) && !existsSync(here) ? there : here;
    });
  const mode = options.mode;
  if (mode !== undefined && mode !== "jekyll" && mode !== "octavo")
    throw new UsageError(`--mode is jekyll or octavo, not "${String(mode)}"`);
  return {
    source,
    ...(options.destination !== undefined && { destination: resolve(String(options.destination)) }),
    ...(config !== undefined && { config }),
    ...(options.baseurl !== undefined && { baseurl: String(options.baseurl) }),
    ...(options.limit_posts !== undefined && {
      limitPosts: number("limit_posts", options.limit_posts, Number.MAX_SAFE_INTEGER),
    }),
    ...(options.drafts === true && { drafts: true }),
    ...(options.future === true && { future: true }),
    ...(options.unpublished === true && { unpublished: true }),
    ...(options.strict_front_matter === true && { strictFrontMatter: true }),
    ...(options["keep-going"] === true && { keepGoing: true }),
    ...(options.safe === true && { safe: true }),
    ...(mode !== undefined && { mode }),
  };
}

function list(value: string | boolean | undefined): readonly string[] {
  return String(value ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function number(name: string, value: string | boolean, most: number): number {
  const text = String(value);
  if (!/^\d+$/.test(text) || Number(text) > most)
    throw new UsageError(
      `--${name} is a whole number${most < Number.MAX_SAFE_INTEGER ? ` up to ${most}` : ""}, not "${text}"`,
    );
  return Number(text);
}
