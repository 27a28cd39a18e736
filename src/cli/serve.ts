/** Builds, serves, watches: every good save shows in the browser, a bad one shows what is wrong and where. */
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import type { BuilderOptions } from "../build.ts";
import { readConfig } from "../config/config.ts";
import { configurationKey } from "../eleventy-config.ts";
import { BuildError, type Diagnostic, Diagnostics, SiteError } from "../errors.ts";
import { withExcerpts } from "../excerpts.ts";
import type { Reporter } from "../report.ts";
import { explain, rootCause } from "./build.ts";
import { createEleventy, type Eleventy, type Watcher } from "./eleventy.ts";
import { serverOn } from "./server.ts";

/** What `octavo serve` was asked for beside what a build is. */
export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly open: boolean;
  readonly quiet: boolean;
}

/** Node loads a module once: what a site adds to Eleventy is that of the start. */
const OLD_CONFIGURATION: Diagnostic = {
  level: "warning",
  problem: "eleventy.config.ts, or a package, is not the one that the server has loaded",
  help: "End the server and start it again",
};

/**
 * Serves until the process is told to end.
 * @returns the exit status
 * @throws SiteError where the port is in use
 */
export async function serve(
  options: BuilderOptions,
  reporter: Reporter,
  { port, host, open, quiet }: ServeOptions,
): Promise<number> {
  await requirePort(port, host);
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  let failure: readonly Diagnostic[] = [];
  const configuration = configurationKey(options.source);
  const watching: Reporter = {
    ...reporter,
    diagnostics: (messages) => {
      failure = withExcerpts(
        messages.filter((message) => message.level === "error"),
        options.source,
      );
      const isOld = options.safe !== true && configurationKey(options.source) !== configuration;
      reporter.diagnostics(isOld ? [...messages, OLD_CONFIGURATION] : messages);
    },
  };
  const tell = (error: unknown): void => {
    // A BuildError was told when it was met.
    if (!(rootCause(error) instanceof BuildError)) watching.diagnostics([explain(error, options)]);
  };

  const eleventy = await createEleventy(options, watching, "serve", { messageOnStart: () => false });
  await eleventy.init();
  const Server = serverOn({ port, host }, () => failure, tell);
  eleventy.eleventyServe.getServerModule = async () => Server;
  outliveFailure(eleventy, tell);
  const targets = eleventy.getWatchedFiles.bind(eleventy);
  eleventy.getWatchedFiles = async () => (await targets()).filter(isThere);
  const began = Date.now();
  const rebuild = await eleventy.watch();
  // Eleventy notes a deleted file and waits for the next change; a deleted post must vanish now.
  eleventy.watcher?.on("unlink", (path) => void rebuild(path));
  await eleventy.serve(port);
  const { baseurl } = readConfig(options, new Diagnostics());
  if (!quiet) console.log(`Serving ${address}${baseurl}/ until you press Ctrl+C`);
  const missed = eleventy.watcher && changedSince(began, eleventy.watcher);
  if (missed !== undefined) void rebuild(missed);
  if (open) openBrowser(`${address}${baseurl}/`);
  await untilEnded();
  await eleventy.stopWatch();
  return 0;
}

/** Resolves when the process is told to end. */
function untilEnded(): Promise<void> {
  return new Promise((end) => {
    process.once("SIGINT", end);
    process.once("SIGTERM", end);
  });
}

/** A site that is broken at the start is served as well: the next good save mends it. */
function outliveFailure(eleventy: Eleventy, tell: (error: unknown) => void): void {
  const write = eleventy.write.bind(eleventy);
  eleventy.write = async () => {
    eleventy.write = write;
    return await write().catch((error: unknown) => {
      tell(error);
      return [[], []];
    });
  };
}

/**
 * Whether there is what a path or a glob is to watch. chokidar counts a path that is not there twice, and then says that it is
 * ready while it still looks for others: what is saved meanwhile would never show.
 */
function isThere(target: string): boolean {
  return existsSync(target.replace(/\/[^/]*\*.*$/, ""));
}

/**
 * A file that was saved while the first build ran, when nobody watched; or a folder, in which one was made or deleted.
 * @param time ms since 1970
 */
function changedSince(time: number, watcher: Watcher): string | undefined {
  const { cwd = "." } = watcher.options;
  return Object.entries(watcher.getWatched())
    .flatMap(([folder, names]) => names.map((name) => join(resolve(cwd, folder), name)))
    .find((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= time);
}

/** Fails where the port is taken, instead of going to another in silence. */
async function requirePort(port: number, host: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((free, taken) => {
    probe.once("error", taken);
    probe.listen({ port, host }, () => probe.close(() => free()));
  }).catch((error: NodeJS.ErrnoException) => {
    const inUse = error.code === "EADDRINUSE";
    throw new SiteError(
      {
        problem: inUse
          ? `Port ${port} of ${host} is in use`
          : `${host}:${port} cannot be listened on: ${error.message}`,
        help: inUse
          ? `End the other server, or choose another port: --port ${port + 1}`
          : "Choose another --host or --port",
      },
      { cause: error },
    );
  });
}

function openBrowser(url: string): void {
  const [command, ...before] =
    process.platform === "darwin" ? ["open"] : process.platform === "win32" ? ["cmd", "/c", "start"] : ["xdg-open"];
  // Where there is no browser to open, the address was printed.
  spawn(command ?? "", [...before, url], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
