/** Eleventy, run through its programmatic interface with the site's own configuration of it, where there is one. */
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Message } from "esbuild";
import type { BuilderOptions } from "../build.ts";
import { isWhole, replaceFile, writeModule } from "../disk/cache-files.ts";
import { makeFolder } from "../disk/make-folder.ts";
import { configurationKey, findConfiguration } from "../eleventy-config.ts";
import type { EleventyConfig } from "../eleventy-types.ts";
import { messageOf, SiteError } from "../errors.ts";
import { compileFailure } from "../esbuild-message.ts";
import { fingerprint } from "../hash.ts";
import { CACHE_FOLDER, packageRoot } from "../paths.ts";
import octavo, { setCommandLine } from "../plugin.ts";
import { placeOfThrow } from "../render/layout-failure.ts";
import type { Reporter } from "../report.ts";

/** The parts of chokidar's watcher that the commands use. */
export interface Watcher {
  readonly options: { readonly cwd?: string };
  on(event: string, listener: (path: string) => void): void;
  /** The names in each folder; folders are absolute or relative to `cwd`. */
  getWatched(): Readonly<Record<string, readonly string[]>>;
}

/** The parts of Eleventy's class that the commands use (www.11ty.dev/docs/programmatic). */
export interface Eleventy {
  init(): Promise<void>;
  write: () => Promise<unknown>;
  /** Paths and globs, relative to the working directory. */
  getWatchedFiles(): Promise<readonly string[]>;
  watch(): Promise<(path: string) => Promise<void>>;
  stopWatch(): Promise<void>;
  serve(port: number): Promise<void>;
  disableLogger(): void;
  readonly watcher?: Watcher;
  readonly eleventyServe: { getServerModule: () => Promise<unknown> };
}

/** `eleventy.config.ts` cannot be used: nothing is built, and what else is wrong with the site is looked for without it (src/cli/beside.ts). */
export class ConfigurationError extends SiteError {}

/**
 * An Eleventy that builds the source with the command line's options.
 * @param serverOptions options of Eleventy's server
 * @throws ConfigurationError where `eleventy.config.ts` cannot be loaded or does not add the plugin
 */
export async function createEleventy(
  options: BuilderOptions,
  reporter: Reporter,
  runMode: "build" | "serve",
  serverOptions: object = {},
): Promise<Eleventy> {
  const file = options.safe === true ? undefined : findConfiguration(options.source);
  const compiled = file === undefined ? undefined : await compileConfiguration(file, options.source);
  const isPlain = runMode === "build" && (compiled === undefined || !importsPackages(compiled));
  // Its hook for modules that change while it watches costs a thread.
  if (runMode === "build") process.env.ELEVENTY_SKIP_ESM_RESOLVER ??= "1";
  const { Eleventy: Constructor } = (await (isPlain
    ? import("./plain-eleventy.ts")
    : import("@11ty/eleventy"))) as unknown as {
    Eleventy: new (input: undefined, output: undefined, options: object) => Eleventy;
  };
  const eleventy = new Constructor(undefined, undefined, {
    source: "script",
    runMode,
    quietMode: true,
    configPath: "",
    config: async (config: EleventyConfig) => {
      setCommandLine(config, { options, reporter, isRead: file !== undefined || runMode === "serve" });
      if (file === undefined || compiled === undefined) octavo(config);
      else await configure(file, compiled, options.source, config);
      config.setServerOptions(serverOptions);
    },
  });
  // Whatever is to be told goes through the reporter.
  eleventy.disableLogger();
  return eleventy;
}

/** Whether a compiled configuration may bring plugins, which expect the package of Eleventy. */
function importsPackages(compiled: string): boolean {
  return /\b(?:from|import|import\(|require\()\s*"(?!node:|file:)[^./]/.test(readFileSync(compiled, "utf8"));
}

async function configure(file: string, path: string, source: string, config: EleventyConfig): Promise<void> {
  let configuration: unknown;
  try {
    configuration = ((await import(pathToFileURL(path).href)) as { default?: unknown }).default;
    if (typeof configuration !== "function") throw new MissingPlugin("it has no default export that is a function");
    let added = false;
    const addPlugin = config.addPlugin.bind(config);
    config.addPlugin = (plugin, pluginOptions) => {
      added ||= plugin === octavo;
      return addPlugin(plugin, pluginOptions);
    };
    const addTransform = config.addTransform.bind(config);
    config.addTransform = (name, transform) => addTransform(name, givingText(transform));
    await configuration(config);
    config.addPlugin = addPlugin;
    config.addTransform = addTransform;
    if (!added) throw new MissingPlugin("it does not add Octavo");
  } catch (error) {
    throw new ConfigurationError(
      {
        ...(placeOfThrow(error, source) ?? { file: file.slice(source.length + 1) }),
        problem: `This configuration of Eleventy cannot be used: ${reasonOf(error)}`,
        help: configurationHelp(error),
      },
      { cause: error },
    );
  }
}

type Transform = Parameters<EleventyConfig["addTransform"]>[1];

/** A transform whose author forgot to return: Eleventy would write no page, and say nothing. */
function givingText(transform: Transform): Transform {
  return async function (content) {
    const result = await transform.call(this, content);
    if (result === undefined) throw new Error("it returned nothing; let it return the page's text");
    return result;
  };
}

/** A package that is missing is asked for by the compiled file, which nobody has written. */
function reasonOf(error: unknown): string {
  return messageOf(error).replace(/ imported from .*$/s, "");
}

function configurationHelp(error: unknown): string {
  const [, missing] = /^Cannot find package '([^']+)'/.exec(reasonOf(error)) ?? [];
  if (missing !== undefined) return `npm install ${missing}`;
  if (error instanceof MissingPlugin)
    return 'Export a function that calls config.addPlugin(octavo), with `import octavo from "octavo"`';
  return "Correct the configuration";
}

/** The configuration does without Octavo. */
class MissingPlugin extends Error {}

/** Compiles the configuration and what it imports from the site; packages stay where they are, "octavo" is this engine. */
async function compileConfiguration(file: string, source: string): Promise<string> {
  const target = join(source, CACHE_FOLDER, `eleventy-${fingerprint(configurationKey(source), packageRoot)}.mjs`);
  if (isWhole(target)) return target;
  const { build } = await import("esbuild");
  makeFolder(join(source, CACHE_FOLDER));
  const { outputFiles } = await build({
    entryPoints: [file],
    absWorkingDir: resolve(source),
    write: false,
    outfile: "eleventy.mjs",
    sourcemap: "external",
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "silent",
    plugins: [
      {
        name: "octavo",
        setup: ({ onResolve }) => {
          const path = pathToFileURL(join(packageRoot, "dist/plugin.js")).href;
          onResolve({ filter: /^octavo$/ }, () => ({ path, external: true }));
        },
      },
    ],
  }).catch((error: { errors?: readonly Message[] }) => {
    const [first] = error.errors ?? [];
    if (first === undefined) throw error;
    throw new ConfigurationError(compileFailure(first, "Correct the configuration").diagnostic, { cause: error });
  });
  for (const { path, text } of outputFiles) {
    if (path.endsWith(".map")) replaceFile(`${target}.map`, (temporary) => writeFileSync(temporary, text));
    else writeModule(target, text);
  }
  return target;
}
