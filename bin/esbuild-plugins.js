/** What esbuild is to do otherwise with a few packages when it makes dist/. */
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname } from "node:path";

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

/**
 * highlight.js runs each regular expression of a grammar to learn how many groups it has, for which V8 has to compile them all.
 * Here their parentheses are counted. Where that function is not there any more, nothing changes.
 */
const countedGroups = {
  name: "counted-groups",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]highlight\.js[\\/]lib[\\/]core\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(
        "return (new RegExp(re.toString() + '|')).exec('').length - 1;",
        // Escapes and classes are passed over; a parenthesis that a question mark follows is a group where it has a name.
        String.raw`return (source(re).match(/\\.|\[(?:\\.|[^\\\]])*\]|\((?!\?(?!<[^=!]))/gs) ?? []).filter((token) => token === "(").length;`,
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

/** Packages of which Eleventy calls something in sites that configure it so, by what it imports of each. */
const seldomCalled = new Map([
  ["@11ty/dependency-tree", "default"],
  ["@11ty/dependency-tree-esm", "find"],
  ["@11ty/posthtml-urls", "default"],
  ["bcp-47-normalize", "bcp47Normalize"],
  ["iso-639-1", "default"],
  ["node-retrieve-globals", "RetrieveGlobals"],
  ["posthtml", "default"],
]);

/** What most sites never call is loaded when it is called: with the rest, loading them is half of what loading Eleventy takes. */
const loadedWhenCalled = {
  name: "loaded-when-called",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^[@a-z]/ }, ({ path, importer, namespace }) =>
      seldomCalled.has(path) && /[\\/]@11ty[\\/]/.test(importer) && namespace === "file"
        ? { path, namespace: "seldom", pluginData: dirname(importer) }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: "seldom" }, ({ path, pluginData }) => {
      const name = seldomCalled.get(path);
      return {
        resolveDir: pluginData,
        contents: `const load = () => { const loaded = require("${path}"); return loaded.${name} ?? loaded; };
          const called = new Proxy(function () {}, {
            get: (_, key) => load()[key],
            apply: (_, self, args) => load().apply(self, args),
            construct: (_, args) => new (load())(...args),
          });
          export { called as ${name} };`,
      };
    });
  },
};

/** fdir asks for a package that may be there to match globs, which Eleventy leaves to tinyglobby; finding it costs four files read. */
const withoutSpareMatcher = {
  name: "without-spare-matcher",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]fdir[\\/]dist[\\/]index\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/try \{\s*__require\.resolve\("picomatch"\);[^}]*\} catch \{\}/, ""),
    }));
  },
};

/**
 * sass-embedded finds the compiler of this machine, a package of its own, by code that stays where it lies. Node warns of `new Buffer`
 * outside node_modules, where the bundle lies.
 */
const bundledSass = {
  name: "bundled-sass",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]sass-embedded[\\/].*[\\/]compiler-path\.js$/ }, () => ({
      contents: `import { createRequire } from "node:module";
        export const { compilerCommand } = createRequire(import.meta.resolve("sass-embedded"))("./src/compiler-path.js");`,
    }));
    onLoad({ filter: /[\\/]buffer-builder[\\/][^\\/]+\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8")
        .replaceAll(/\bnew Buffer\(str\b/g, "Buffer.from(str")
        .replaceAll("new Buffer(", "Buffer.alloc("),
    }));
  },
};

/** What draws a figure (src/diagrams/kinds/) stays an ES module of its own, as some of the packages that it needs are. */
const drawingsApart = {
  name: "drawings-apart",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\/kinds\// }, ({ path }) => ({
      path: `./${basename(path, ".ts")}.js`,
      external: true,
    }));
  },
};

/** For modules that other modules import. */
export const forModules = [builtins];

/** For the engine and its threads, a script each. */
export const forScripts = [
  drawingsApart,
  bundledEleventy,
  loadedWhenCalled,
  withoutSpareMatcher,
  bundledSass,
  plainFields,
  countedGroups,
  withoutSpareYaml,
];
