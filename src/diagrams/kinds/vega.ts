/** Vega-Lite's charts, and Vega's, drawn at build time without a browser. Data comes from the source or from files of the site. */
import { join, normalize } from "node:path";
import { type Loader, loader as makeLoader, parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { sourceText } from "../../file-kinds.ts";

const GREYS = {
  background: null,
  axis: { domainColor: "#888", tickColor: "#888", gridColor: "#ddd", labelColor: "#333", titleColor: "#333" },
  view: { stroke: "#ddd" },
};

/**
 * @param source a specification, as JSON
 * @param folder absolute path of the site, from which `data: {url: …}` counts
 * @throws Error where it cannot be read, or asks for data of another host
 */
export async function draw(source: string, folder: string): Promise<string> {
  const given = JSON.parse(source) as { readonly $schema?: string };
  const isVega = /\/schema\/vega\//.test(given.$schema ?? "");
  const spec = isVega ? given : compile(given as TopLevelSpec, { config: GREYS as never }).spec;
  const failures: Error[] = [];
  const view = new View(parse(spec as never), { renderer: "none", loader: localLoader(folder, failures) });
  try {
    const svg = await view.toSVG();
    // Vega draws an empty chart where its data cannot be loaded.
    for (const failure of failures) throw failure;
    // It counts to a thousandth of a pixel and beyond: a map weighs a third less without.
    return svg.replace(/(?<=<[^>]*)-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
  } finally {
    view.finalize();
  }
}

/** Files of the site, and nothing else: a build uses no network. @param failures learns of what could not be loaded */
function localLoader(folder: string, failures: Error[]): Loader {
  const load = async (uri: string): Promise<string> => {
    try {
      if (/^[a-z]+:|^\/\//i.test(uri)) throw new Error(`${uri} lies on another host: put the data into the site`);
      const path = normalize(join("/", uri.replace(/[?#].*$/, "")));
      const text = sourceText(folder, path);
      if (text === undefined) throw new Error(`${uri} is not there`);
      return text;
    } catch (error) {
      failures.push(error instanceof Error ? error : new Error(String(error)));
      return "[]";
    }
  };
  return { ...makeLoader(), load };
}
