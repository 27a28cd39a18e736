/** All layouts of a site as one module: esbuild's part, which is loaded where no earlier build has kept the module. */
import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve, sep } from "node:path";
import type { Message, Metafile, Plugin } from "esbuild";
import { compare } from "../compare.ts";
import { replaceFile, writeModule } from "../disk/cache-files.ts";
import { makeFolder } from "../disk/make-folder.ts";
import { BuildError } from "../errors.ts";
import { compileFailure } from "../esbuild-message.ts";
import { packageRoot, themeLayouts } from "../paths.ts";
import { importCircle } from "./layout-circle.ts";

/** A layout as it is written. */
export interface LayoutFile {
  /** With "/" between folders, without extension. */
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes the module of these layouts.
 * @param folder absolute path of the site's layouts
 * @param source absolute path of the site
 * @param targetOf absolute path of the module, by what the layouts import beside each other
 * @returns what they import beside each other, relative to the source: packages are left out
 * @throws BuildError where layouts do not compile, or import each other in a circle
 */
export async function compileLayouts(
  files: readonly LayoutFile[],
  folder: string,
  source: string,
  targetOf: (imported: readonly string[]) => string,
): Promise<readonly string[]> {
  const { build } = await import("esbuild");
  const result = await build({
    stdin: { contents: entryOf(files), resolveDir: packageRoot },
    absWorkingDir: source,
    outfile: "layouts.mjs",
    write: false,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    jsx: "automatic",
    jsxImportSource: "preact",
    alias: { preact: packageFolder("preact"), "preact-render-to-string": packageFolder("preact-render-to-string") },
    plugins: [siteFirst(folder)],
    // Read only when a layout throws.
    sourcemap: "external",
    metafile: true,
    logLevel: "silent",
  }).catch((error: { errors?: readonly Message[] }) => {
    if (error.errors === undefined || error.errors.length === 0) throw error;
    const help = "Correct the layout and save it again";
    throw new BuildError(error.errors.map((message) => compileFailure(message, help).diagnostic));
  });
  const circle = importCircle(result.metafile, files, source);
  if (circle !== undefined) throw new BuildError([circle.diagnostic]);
  const imported = importedBeside(files, result.metafile, source);
  const target = targetOf(imported);
  makeFolder(dirname(target));
  for (const { path, text } of result.outputFiles) {
    if (path.endsWith(".map")) replaceFile(`${target}.map`, (temporary) => writeFileSync(temporary, text));
    else writeModule(target, text);
  }
  return imported;
}

/** The module that all layouts are bundled into. */
function entryOf(files: readonly LayoutFile[]): string {
  const imports = files.map((file, index) => `import * as m${index} from ${JSON.stringify(file.path)};`);
  const entries = files.map((file, index) => `${JSON.stringify(file.name)}: m${index}.default`);
  return [
    'export { h } from "preact";',
    'export { renderToString } from "preact-render-to-string";',
    ...imports,
    `export const layouts = { ${entries.join(", ")} };`,
  ].join("\n");
}

/** What the layouts import beside each other, relative to the source: neither packages nor parts of the theme. */
function importedBeside(files: readonly LayoutFile[], { inputs }: Metafile, source: string): readonly string[] {
  const layouts = new Set(files.map(({ path }) => path));
  const isKnown = (path: string): boolean =>
    layouts.has(path) || [themeLayouts, join(packageRoot, "src")].some((part) => path.startsWith(part + sep));
  return Object.keys(inputs)
    .filter((path) => !path.startsWith("<") && !path.includes("node_modules/") && !isKnown(resolve(source, path)))
    .sort(compare);
}

/** Imports between layouts are looked up in the site's folder first and in the theme's after that. */
function siteFirst(folder: string): Plugin {
  return {
    name: "site-first",
    setup: (build) => {
      build.onResolve({ filter: /^\.{1,2}\// }, (args) => {
        const path = resolve(args.resolveDir, args.path);
        const inside = [folder, themeLayouts].find((base) => path.startsWith(base + sep));
        if (inside === undefined) return undefined;
        const candidates = [folder, themeLayouts].map((base) => join(base, path.slice(inside.length)));
        const found = candidates.find((candidate) => existsSync(candidate));
        return found === undefined ? undefined : { path: found };
      });
    },
  };
}

function packageFolder(name: string): string {
  return dirname(createRequire(join(packageRoot, "package.json")).resolve(`${name}/package.json`));
}
