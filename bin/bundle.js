/**
 * Turns src/ and the theme into the JavaScript that runs: dist/. Done once on installation, and again by the launcher
 * when a source file is newer, so that a change to the engine needs no build step.
 */
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepCompiled, loadEngine, threads } from "./engine.js";
import { dist, scriptFile } from "./script.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const engineFile = scriptFile("engine");

function sources() {
  return ["bin", "src", "_layouts", "package.json"]
    .map((name) => join(root, name))
    .filter((path) => existsSync(path))
    .flatMap((path) =>
      statSync(path).isDirectory()
        ? readdirSync(path, { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name))
        : [path],
    )
    .sort();
}

/** Makes dist/ where it is missing or older than a source file. Throws what esbuild throws. */
export async function ensureBundle() {
  // An installed package comes with its bundle, and nobody edits it.
  if (root.includes("node_modules") && existsSync(engineFile)) return;
  const files = sources();
  if (isUpToDate(files)) return;
  const hash = createHash("sha1");
  for (const file of files) hash.update(readFileSync(file));
  const engineKey = JSON.stringify(hash.digest("hex").slice(0, 16));
  await bundleModules(engineKey);
  for (const [name, path] of Object.entries(threads))
    await bundleScript(name, { entryPoints: [join(root, path)] }, engineKey);
  writeFileSync(
    join(dist, "plugin.js"),
    `import { loadEngine } from "../bin/engine.js";\nexport const { default: octavo } = loadEngine();\nexport default octavo;\n`,
  );
  // The last one is what a launcher takes for a sign that all is made.
  const contents = `export { main } from "./src/cli/main.ts"; export { default, compileTheme } from "./src/plugin.ts";`;
  await bundleScript("engine", { stdin: { contents, resolveDir: root } }, engineKey);
  await loadEngine().compileTheme();
  removeOld();
}

/** Whether the engine was made after the last change of any of these files. */
function isUpToDate(files) {
  if (!existsSync(engineFile)) return false;
  const built = statSync(engineFile).mtimeMs;
  return files.every((file) => statSync(file).mtimeMs <= built);
}

/** Options of esbuild for whatever goes to dist/. */
function options() {
  const { peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return {
    outdir: dist,
    bundle: true,
    platform: "node",
    target: "node20",
    // Everything small comes along: looking up and loading a hundred little files would cost a third of a small build.
    // What is loaded on demand, is too large, or may not be there (what draws figures) stays a package.
    external: [
      "esbuild",
      "katex",
      "pagefind",
      "sharp",
      "highlight.js/lib/languages/*",
      ...Object.keys(peerDependencies),
    ],
    logLevel: "warning",
  };
}

/** Writes what has to be a module: the thread of the search index, which is one of Pagefind's, and what draws figures. */
async function bundleModules(engineKey) {
  const { build } = await import("esbuild");
  const { forModules } = await import("./esbuild-plugins.js");
  const kinds = join(root, "src/diagrams/kinds");
  await build({
    ...options(),
    entryPoints: {
      "index-thread": join(root, "src/search/index-thread.ts"),
      ...Object.fromEntries(readdirSync(kinds).map((name) => [basename(name, ".ts"), join(kinds, name)])),
    },
    splitting: true,
    format: "esm",
    plugins: forModules,
    define: { ENGINE_KEY: engineKey },
  });
}

/** Writes a script, which is a function that bin/script.js calls. It is there as a whole or not at all. */
async function bundleScript(name, entry, engineKey) {
  const { build } = await import("esbuild");
  const { forScripts } = await import("./esbuild-plugins.js");
  const { outputFiles } = await build({
    ...options(),
    ...entry,
    write: false,
    format: "cjs",
    // Read at every start; and comments alone hold letters that are not ASCII.
    minifyWhitespace: true,
    plugins: forScripts,
    define: { ENGINE_KEY: engineKey, "import.meta.url": "moduleUrl", "import.meta.resolve": "resolveUrl" },
    banner: { js: "(function (exports, require, module, moduleUrl, resolveUrl, importModule) {" },
    footer: { js: "})" },
  });
  // What esbuild has left of `import()` is for Node to load. A script may do so by an option of `vm.Script` alone, of which Node 20
  // warns at every start that it is experimental: it is given a function instead.
  const code = inAscii(outputFiles[0].text.replace(/\bimport\((?=[\w"(])/g, "importModule("));
  const key = createHash("sha1").update(code).digest("hex").slice(0, 16);
  writeFileSync(`${scriptFile(name)}.tmp`, `${code}\n//${key}\n`);
  renameSync(`${scriptFile(name)}.tmp`, scriptFile(name));
}

/** A script is read letter by letter, which is faster; esbuild leaves what stands in regular expressions as it is. */
function inAscii(code) {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Files of earlier bundles. Another process may still be loading one that was made a moment ago. */
function removeOld() {
  const newest = statSync(engineFile).mtimeMs;
  for (const name of readdirSync(dist)) {
    const path = join(dist, name);
    if (statSync(path, { throwIfNoEntry: false })?.mtimeMs < newest - 60_000) rmSync(path, { force: true });
  }
}

/** Sites of the checkout that a build has nothing to say of, and together ask for much of the engine; by their mode. */
const samples = {
  jekyll: [
    "archives-and-kramdown-options",
    "gems-of-content",
    "liquid-variables",
    "plugins",
    "tags-blocks",
    "tiny",
  ].map((name) => `tests/sites/fixtures/${name}/source`),
  octavo: ["examples/academic"],
};

/**
 * Builds the samples, so that the very first build of a user finds the engine compiled. In an installed package, which has
 * none, it is the first build that keeps what it compiled.
 */
async function buildSamples() {
  const folder = mkdtempSync(join(tmpdir(), "octavo-"));
  try {
    for (const [mode, names] of Object.entries(samples)) {
      for (const name of names.filter((sample) => existsSync(join(root, sample)))) {
        const source = join(folder, mode, basename(dirname(name)), basename(name));
        cpSync(join(root, name), source, { recursive: true });
        const destination = join(source, "_site");
        await loadEngine().main(["build", "--quiet", "--mode", mode, "--source", source, "--destination", destination]);
      }
    }
    keepCompiled();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureBundle();
  await buildSamples();
  // Each sample has left the status of its own build there, and none of them says whether this one went well.
  process.exitCode = 0;
}
