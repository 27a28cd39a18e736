/** TikZ, drawn at build time by TeX itself (node-tikzjax: WebAssembly), its letters as outlines: no font is loaded. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import tex2svg from "node-tikzjax";
import opentype, { type Font } from "opentype.js";
import { decodeHtml } from "../../html.ts";

const require = createRequire(import.meta.url);

/** One engine for each process, and it draws one picture at a time. */
let last: Promise<unknown> = Promise.resolve();

/** @throws Error where TeX refuses the source */
export async function draw(source: string): Promise<string> {
  const drawing = last.then(() => tex2svg.default(document(source), options(source)));
  last = drawing.catch(() => {});
  const svg = await drawing.catch((cause: unknown) => {
    throw new Error("TeX cannot read it", { cause });
  });
  return outlined(svg);
}

/** What al-folio's pages write is a picture; TeX wants a document. */
function document(source: string): string {
  const text = source
    .replace(
      /\\documentclass(?:\[[^\]]*\])?\{[^}]*\}|\\usetikzlibrary\{[^}]*\}|\\usepackage(?:\[[^\]]*\])?\{[^}]*\}/g,
      "",
    )
    .trim();
  return text.includes("\\begin{document}") ? text : `\\begin{document}\n${text}\n\\end{document}`;
}

function options(source: string): Parameters<typeof tex2svg.default>[1] {
  const packages = [...source.matchAll(/\\usepackage(?:\[([^\]]*)\])?\{([^}]*)\}/g)];
  const libraries = [...source.matchAll(/\\usetikzlibrary\{([^}]*)\}/g)].map(([, names = ""]) => names);
  return {
    texPackages: Object.fromEntries(packages.map(([, given = "", name = ""]) => [name, given])),
    tikzLibraries: libraries.join(","),
  };
}

/** Every text as the outlines of its letters: TeX's fonts have an order of their own, which no other font shares. */
function outlined(svg: string): string {
  const fonts = new Map<string, Font>();
  return svg.replace(/<text\b([^>]*)>([^<]*)<\/text>/g, (whole, attributes: string, text: string) => {
    const get = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
    const family = get("font-family");
    const font = fonts.get(family) ?? load(family);
    if (font === undefined) return whole;
    fonts.set(family, font);
    const path = font
      .getPath(decodeHtml(text), Number(get("x")), Number(get("y")), Number(get("font-size")))
      .toPathData(2);
    const kept = ["transform", "fill"].map((name) => (get(name) === "" ? "" : ` ${name}="${get(name)}"`)).join("");
    return `<path d="${path}"${kept} stroke="none"/>`;
  });
}

function load(family: string): Font | undefined {
  try {
    const folder = join(dirname(require.resolve("node-tikzjax/package.json")), "css/bakoma/ttf");
    const bytes = readFileSync(join(folder, `${family}.ttf`));
    return opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  } catch {
    return undefined;
  }
}
