/** Files that are copied as they are, by the rules of Jekyll's `StaticFile`. */
import { join } from "node:path";
import type { CollectionConfig, Config, Data, StaticFile } from "../model.ts";
import { checkFile, decodePath, escapePath, pageUrl, suffixedTemplate } from "../urls.ts";
import type { FindDefaults } from "./defaults.ts";
import type { SourceFile } from "./files.ts";
import { pathInCollection } from "./placeholders.ts";
import { extensionOf, withoutCollectionsDir } from "./values.ts";

/** A static file at its own path. Throws PermalinkError where its name would leave the destination. */
export function staticFile(path: string, stamp: SourceFile, config: Config, defaults: FindDefaults): StaticFile {
  const extension = extensionOf(path);
  const file = path.slice(0, path.length - extension.length).replace(/\.*$/, "") + extension;
  return describe(path, decodePath(file), stamp, "", config, defaults(path, undefined));
}

/** A file of `public/` in mode octavo: at the site's root. Throws PermalinkError. */
export function publicFile(path: string, stamp: SourceFile, config: Config): StaticFile {
  return describe(path, path.slice("public/".length), stamp, "", config, {});
}

/** A file of a collection without front matter: the collection's permalink, without what only documents have. Throws PermalinkError. */
export function collectionFile(
  path: string,
  stamp: SourceFile,
  collection: CollectionConfig,
  config: Config,
  defaults: FindDefaults,
): StaticFile {
  const extension = extensionOf(path);
  const inner = pathInCollection(path, collection.label, config);
  const name = inner.slice(inner.lastIndexOf("/") + 1);
  const template = collection.permalink ?? suffixedTemplate("/:collection/:path", config.permalink);
  const values = { collection: collection.label, path: inner, output_ext: "", name, title: "" };
  const url = pageUrl(template, values, config.mode).replace(/\/$/, "") + extension;
  const data = defaults(withoutCollectionsDir(path, config), collection.label);
  return describe(path, decodePath(url).replace(/^\/+/, ""), stamp, collection.label, config, data);
}

function describe(
  path: string,
  file: string,
  stamp: SourceFile,
  collection: string,
  config: Config,
  data: Data,
): StaticFile {
  const { size, modified } = stamp;
  const from = join(config.source, path);
  return { from, path, file: checkFile(file), url: `/${escapePath(file, "octavo")}`, size, modified, collection, data };
}
