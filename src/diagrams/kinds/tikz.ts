/** TikZ, drawn at build time by TeX itself (node-tikzjax: WebAssembly), its letters as outlines: no font is loaded. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import tex2svg, { load } from "node-tikzjax";
import opentype, { type Font } from "opentype.js";
import { decodeHtml } from "../../html.ts";

const require = createRequire(import.meta.url);

/** One engine for each process, and it draws one picture at a time. */
let last: Promise<unknown> = Promise.resolve();

/** @throws Error where TeX refuses the source: what it says, and at which line */
export async function draw(source: string): Promise<string> {
  const text = source.trim();
  const log = { text: "" };
  const drawing = last.then(() => run(text, log));
  last = drawing.catch(() => {});
  const svg = await drawing.catch((cause: unknown) => {
    throw new Error(reason(log.text), { cause });
  });
  return outlined(svg);
}

/** The part of TeX's own file system in which it writes what it met. */
interface Library {
  readFileSync(name: string): Uint8Array;
  deleteEverything(): void;
}

/** Milliseconds. Where TeX gives up in the midst its engine never says so, and a process that waits for nothing else would end. */
const PATIENCE = 5_000;

/** Runs TeX. The engine empties its file system once it is done: its log is read just before. */
async function run(text: string, log: { text: string }): Promise<string> {
  const library = require("node-tikzjax/dist/library.js") as Library;
  const { deleteEverything } = library;
  library.deleteEverything = () => {
    library.deleteEverything = deleteEverything;
    try {
      log.text = Buffer.from(library.readFileSync("input.log")).toString("latin1");
    } finally {
      deleteEverything();
    }
  };
  // With its files at hand the engine computes without a pause: a timer comes to its turn only where it stands still.
  await load();
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error("TeX does not end"));
      library.deleteEverything();
    }, PATIENCE);
  });
  try {
    return await Promise.race([tex2svg.default(document(text), options(text)), silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** The first error of a log (The TeXbook, chapter 6: "!", and "l." with the line's number). The engine's preamble is a line of its own. */
function reason(log: string): string {
  // TeX breaks the lines of its log at 79 letters.
  const [, error = "", rest = ""] = /^! ((?:.{77}\n(?:.{79}\n)*)?.*)([\s\S]*)/m.exec(log) ?? [];
  if (error === "") return "TeX cannot read it";
  const missing = /File `([^']*)\.sty' not found|tikz library '([^']*)'/.exec(error.replaceAll("\n", ""));
  if (missing !== null) return `its TeX has no ${missing[1] ?? missing[2]}`;
  const [, number = "1", at = ""] = /^l\.(\d+) (.*)/m.exec(rest) ?? [];
  const line = Number(number) - 1;
  return `TeX says: ${error.replaceAll("\n", "")}${line > 0 ? ` (line ${line} of it: ${at})` : ""}`;
}

/** What al-folio's pages write is a picture; TeX wants a document. Its lines keep their numbers. */
function document(source: string): string {
  const text = source
    .replace(
      /\\documentclass(?:\[[^\]]*\])?\{[^}]*\}|\\usetikzlibrary\{[^}]*\}|\\usepackage(?:\[[^\]]*\])?\{[^}]*\}/g,
      (removed) => "\n".repeat(removed.split("\n").length - 1),
    )
    // pgfplots is 1.16 here, and refuses to be compatible with a later one.
    .replace(/(?<=\\pgfplotsset\{[^}]*)\bcompat\s*=\s*1\.(?:1[7-9]|[2-9]\d)/g, "compat=1.16");
  return text.includes("\\begin{document}") ? text : `\\begin{document}${text}\n\\end{document}`;
}

function options(source: string): Parameters<typeof tex2svg.default>[1] {
  const packages = [...source.matchAll(/\\usepackage(?:\[([^\]]*)\])?\{([^}]*)\}/g)].flatMap(
    ([, given = "", names = ""]) =>
      names.split(",").map((name) => [INSTEAD[name.trim()] ?? name.trim(), given] as const),
  );
  const libraries = [...source.matchAll(/\\usetikzlibrary\{([^}]*)\}/g)].map(([, names = ""]) => names);
  return { texPackages: Object.fromEntries(packages), tikzLibraries: libraries.join(",").replace(/\s+/g, "") };
}

/** What the engine lacks, by a package that has the most of it. */
const INSTEAD: Readonly<Record<string, string>> = { mathtools: "amsmath" };

/** Every text as the outlines of its letters: TeX's fonts have an order of their own, which no other font shares. */
function outlined(svg: string): string {
  const fonts = new Map<string, Font>();
  return svg.replace(/<text\b([^>]*)>([^<]*)<\/text>/g, (whole, attributes: string, text: string) => {
    const get = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
    const family = get("font-family");
    const font = fonts.get(family) ?? loadFont(family);
    if (font === undefined) return whole;
    fonts.set(family, font);
    const path = font
      .getPath(decodeHtml(text), Number(get("x")), Number(get("y")), Number(get("font-size")))
      .toPathData(2);
    const kept = ["transform", "fill"].map((name) => (get(name) === "" ? "" : ` ${name}="${get(name)}"`)).join("");
    return `<path d="${path}"${kept} stroke="none"/>`;
  });
}

function loadFont(family: string): Font | undefined {
  try {
    const folder = join(dirname(require.resolve("node-tikzjax/package.json")), "css/bakoma/ttf");
    const bytes = readFileSync(join(folder, `${family}.ttf`));
    return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  } catch {
    return undefined;
  }
}
