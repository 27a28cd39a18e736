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
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { dist, engineFile, keepCompiled, loadEngine } from "./engine.js";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

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

/** A package that requires `fs` asks the process for it: an ES module has no `require`. */
const builtins = {
  name: "builtins",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(?:node:)?[a-z_/]+$/ }, ({ path, kind }) =>
      kind === "require-call" && isBuiltin(path) ? { path, namespace: "builtin" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule("${path}");`,
    }));
  },
};

/**
 * markdown-it is published with its class fields rewritten to calls of a helper that looks each name up before it sets it:
 * a tenth of the time of parsing. Here they are assignments. Where the helper is not there any more, nothing changes.
 */
const plainFields = {
  name: "plain-fields",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]markdown-it\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(
        /_defineProperty\(\s*this,\s*(?:\/\*[\s\S]*?\*\/\s*)?"(\w+)",\s*([^;]*?)\s*\);/g,
        "this.$1 = $2;",
      ),
    }));
  },
};

/** gray-matter is given Octavo's own YAML: the parser that it brings is never called, and need not be read at every start. */
const withoutSpareYaml = {
  name: "without-spare-yaml",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^js-yaml$/ }, ({ path, importer }) =>
      /[\\/]gray-matter[\\/]/.test(importer) && !importer.includes("@11ty") ? { path, namespace: "spare" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "spare" }, () => ({
      contents: "exports.safeLoad = exports.safeDump = () => {};",
    }));
  },
};

/**
 * Eleventy comes along for src/cli/plain-eleventy.ts alone; everyone else has the package, of which there can be but one for a
 * user's plugins. What serves and watches is loaded by who serves.
 */
const bundledEleventy = {
  name: "bundled-eleventy",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^(?:@11ty\/eleventy(?:-dev-server)?|chokidar)$/ }, ({ path, importer }) =>
      path === "@11ty/eleventy" && importer.endsWith("plain-eleventy.ts") ? undefined : { path, external: true },
    );
    // It finds its own package.json from where this file lies.
    onLoad({ filter: /[\\/]@11ty[\\/]eleventy[\\/]src[\\/]Util[\\/]\w+\.js$/ }, ({ path }) => {
      const home = `new URL("Util/${basename(path)}", import.meta.resolve("@11ty/eleventy")).href`;
      return { contents: readFileSync(path, "utf8").replaceAll("import.meta.url", home), loader: "js" };
    });
  },
};

/** sass-embedded finds the compiler of this machine, a package of its own, by code that stays where it lies. */
const bundledSass = {
  name: "bundled-sass",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]sass-embedded[\\/].*[\\/]compiler-path\.js$/ }, () => ({
      contents: `import { createRequire } from "node:module";
        export const { compilerCommand } = createRequire(import.meta.resolve("sass-embedded"))("./src/compiler-path.js");`,
    }));
  },
};

/** What draws a figure stays an ES module of its own, as some of the packages that it needs are. */
const drawing = /^(?:mermaid|echarts|vega|geojson|diff|pseudocode|typograms|tikz)\.ts$/;
const drawingsApart = {
  name: "drawings-apart",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\// }, ({ path, importer }) =>
      importer.endsWith("kinds.ts") && drawing.test(basename(path))
        ? { path: path.replace(".ts", ".js"), external: true }
        : undefined,
    );
  },
};

/** Makes dist/ where it is missing or older than a source file. Throws what esbuild throws. */
export async function ensureBundle() {
  // An installed package comes with its bundle, and nobody edits it.
  if (root.includes("node_modules") && existsSync(engineFile)) return;
  const files = sources();
  if (existsSync(engineFile)) {
    const built = statSync(engineFile).mtimeMs;
    if (files.every((file) => statSync(file).mtimeMs <= built)) return;
  }
  const hash = createHash("sha1");
  for (const file of files) hash.update(readFileSync(file));
  const { peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { build } = await import("esbuild");
  const common = {
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
  const key = JSON.stringify(hash.digest("hex").slice(0, 16));
  const plugins = [bundledEleventy, bundledSass, builtins, plainFields, withoutSpareYaml];
  const drawings = readdirSync(join(root, "src/diagrams")).filter((name) => drawing.test(name));
  await build({
    ...common,
    entryPoints: {
      "ahead-thread": join(root, "src/render/ahead-thread.ts"),
      "sass-thread": join(root, "src/jekyll/sass-thread.ts"),
      ...Object.fromEntries(drawings.map((name) => [name.replace(".ts", ""), join(root, "src/diagrams", name)])),
    },
    splitting: true,
    format: "esm",
    plugins,
    define: { ENGINE_KEY: key },
  });
  const {
    outputFiles: [engine],
  } = await build({
    ...common,
    stdin: {
      contents: `export { main } from "./src/cli/main.ts"; export { default, compileTheme } from "./src/plugin.ts";`,
      resolveDir: root,
    },
    write: false,
    format: "cjs",
    // Read at every start; and comments alone hold letters that are not ASCII.
    minifyWhitespace: true,
    plugins: [drawingsApart, bundledEleventy, plainFields, withoutSpareYaml],
    define: { ENGINE_KEY: key, "import.meta.url": "moduleUrl", "import.meta.resolve": "resolveUrl" },
    // bin/engine.js calls this.
    banner: { js: "(function (exports, require, module, moduleUrl, resolveUrl, importModule) {" },
    footer: { js: "})" },
  });
  // A script may import modules by an experimental function of Node alone: it is given one of its own.
  const code = engine.text.replace(/\bimport\((?=[\w"(])/g, "importModule(");
  const name = createHash("sha1").update(code).digest("hex").slice(0, 16);
  writeFileSync(
    join(dist, "plugin.js"),
    `import { loadEngine } from "../bin/engine.js";\nexport const { default: octavo } = loadEngine();\nexport default octavo;\n`,
  );
  // What a launcher takes for a sign that all is made: it is there as a whole or not at all.
  writeFileSync(`${engineFile}.tmp`, `${code}\n//${name}\n`);
  renameSync(`${engineFile}.tmp`, engineFile);
  await loadEngine().compileTheme();
  removeOld();
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
        await loadEngine().main(["build", "--quiet", "--mode", mode, "--source", source]);
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
  process.exitCode = 0;
}
