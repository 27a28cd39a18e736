/** A site's own Liquid layouts (Jekyll 4.3, `LayoutReader` and `Renderer#place_in_layouts`). */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { compare } from "../compare.ts";
import type { Diagnostics } from "../errors.ts";
import type { Config, Data, Document } from "../model.ts";
import { readFrontMatter } from "../read/front-matter.ts";
import { mergeData } from "../read/merge.ts";
import type { Place } from "../read/position.ts";
import { placeInFile } from "../read/reading.ts";
import { SourceReader } from "../read/source.ts";
import { pathFrom } from "../slashes.ts";
import { isData } from "../values.ts";
import type { Body } from "./body.ts";
import type { JekyllLiquid } from "./liquid.ts";
import type { Payload } from "./scope.ts";

interface Layout {
  readonly data: Data;
  readonly text: string;
  readonly place: Place;
}

/** The layouts of a site, read once for a build. */
export interface LiquidLayouts {
  /** Names without extension, "/" between folders, sorted. */
  readonly names: readonly string[];
  /** `layout` as a document's own body sees it; nil where the document has no layout. */
  readonly dataFor: (document: Document) => Data | null;
  /**
   * A document's whole page: its content in its layout, that in the layout's own layout and so on, up to the first that was
   * there already. Content without a layout is given back as it is; a layout that does not exist is warned of.
   * Throws SiteError.
   * @param payload the names that the document's body was rendered with
   */
  readonly render: (document: Document, content: string, payload: Payload) => string;
}

/**
 * Reads the layouts of a site.
 * @param themeFolder absolute path of a theme's layouts, which stand behind the site's own
 */
export function readLayouts(
  config: Config,
  liquid: JekyllLiquid,
  diagnostics: Diagnostics,
  themeFolder: string | undefined,
): LiquidLayouts {
  const layouts = new Map<string, Layout>();
  for (const { file, text } of [...themeFiles(themeFolder, config), ...siteFiles(config, diagnostics)]) {
    const name = file.name.replace(/\.[^.]*$/, "");
    const layout = diagnostics.attempt(() => readLayout(text(), file.path));
    if (layout !== undefined) layouts.set(name, layout);
  }
  const bodies = new Map<Layout, Body>();
  const bodyOf = (layout: Layout): Body => {
    let body = bodies.get(layout);
    if (body === undefined) {
      body = liquid.parse(layout.text, layout.place);
      bodies.set(layout, body);
    }
    return body;
  };
  return {
    names: [...layouts.keys()].sort(compare),
    dataFor: (document) => layouts.get(document.layout)?.data ?? null,
    render: (document, content, payload) => {
      let layout = layouts.get(document.layout);
      if (layout === undefined && document.layout !== "") {
        const problem = `The layout ${document.layout} does not exist`;
        const help = `Add ${config.layoutsDir}/${document.layout}.html, or name one that exists`;
        diagnostics.warn({ ...placeInFile(document.path, "layout", config), problem, help });
      }
      const used = new Set<Layout>();
      let output = content;
      let data: Data = {};
      while (layout !== undefined && !used.has(layout)) {
        used.add(layout);
        data = mergeData(layout.data, data);
        payload.set("content", output);
        payload.set("layout", data);
        output = liquid.run(bodyOf(layout), payload, document);
        layout = layouts.get(parentOf(layout));
      }
      return output;
    },
  };
}

function parentOf({ data }: Layout): string {
  const { layout = null } = data;
  return layout === null || isData(layout) ? "" : String(layout);
}

function readLayout(text: string, path: string): Layout {
  const { data, body, bodyLine } = readFrontMatter(text, path);
  return { data, text: body, place: { file: path, line: bodyLine } };
}

interface LayoutFile {
  /** `name` is relative to the folder of layouts, `path` is what messages call it. */
  readonly file: { readonly name: string; readonly path: string };
  readonly text: () => string;
}

function siteFiles(config: Config, diagnostics: Diagnostics): readonly LayoutFile[] {
  const source = new SourceReader(config, diagnostics);
  const folder = config.layoutsDir.replace(/\/+$/, "");
  return source
    .layouts(folder)
    .filter((path) => /[^/]*\.[^/]*$/.test(path))
    .map((path) => ({
      file: { name: path.slice(folder.length + 1), path },
      text: () => readFileSync(source.absolute(path), "utf8"),
    }));
}

function themeFiles(folder: string | undefined, config: Config): readonly LayoutFile[] {
  if (folder === undefined || !existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.includes("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort(compare)
    .map((path) => ({
      file: { name: pathFrom(folder, path), path: relative(config.source, path) },
      text: () => readFileSync(path, "utf8"),
    }));
}
