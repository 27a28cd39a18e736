/** A folder → Site: everything that can be known without rendering. */
import type { DateTime } from "luxon";
import type { Diagnostics } from "../errors.ts";
import type { Config, Document, Page, Post, Site, StaticFile } from "../model.ts";
import { warnOfRuby } from "../plugins/ruby.ts";
import { findConflicts } from "./conflicts.ts";
import { readData } from "./data.ts";
import { defaultsFinder } from "./defaults.ts";
import { ReadMemory } from "./memory.ts";
import { Reader } from "./reader.ts";
import { SourceReader } from "./source.ts";
import { warnOfMisspeltFolders } from "./spelling.ts";

/**
 * Reads a site. Problems are told to `diagnostics`, all of them in one reading; `memory` says what becomes of a file with an error.
 * @param config the site's configuration
 * @param time the moment of the build, in the site's zone: later posts are future ones
 * @param memory what the last reading of this process found, where there was one
 * @param onDocument called with each post, page and document of a collection as soon as it is read
 */
export function readSite(
  config: Config,
  time: DateTime,
  diagnostics: Diagnostics,
  memory = new ReadMemory(),
  onDocument: (document: Document) => void = () => {},
): Site {
  memory.begin(JSON.stringify(config));
  warnOfRuby(config, diagnostics);
  const source = new SourceReader(config, diagnostics);
  if (config.mode === "octavo") warnOfMisspeltFolders(source.underscored(), config, diagnostics);
  const reader = new Reader(
    { config, time, diagnostics, defaults: defaultsFinder(config) },
    source,
    memory,
    onDocument,
  );
  const posts = reader.posts();
  const own = reader.pages();
  const collections = reader.collections();
  const collected = [...collections.values()].flatMap((collection) => collection.files);
  const { pages, files } = reader.withAdditions({ pages: own.pages, files: [...own.files, ...collected] });
  const data = readData(config, memory, diagnostics);
  memory.end();
  const documents = [...collections.values()].flatMap((collection) => collection.posts);
  const written = {
    pages,
    staticFiles: files,
    // Jekyll writes posts from the oldest on.
    posts: [...posts.toReversed(), ...documents].filter((post) => post.output),
  };
  const lost = findConflicts(written, config, diagnostics);
  const stays = (item: Page | StaticFile | Post) => !lost.has(item);
  const output = (post: Post) => (stays(post) ? post : { ...post, output: false });
  return {
    config,
    time,
    posts: posts.map(output),
    // Jekyll's templates see a page that gave way to another one all the same.
    pages: pages.flatMap((page) =>
      stays(page) ? [page] : config.mode === "jekyll" ? [{ ...page, output: false }] : [],
    ),
    collections: new Map([...collections].map(([label, collection]) => [label, collection.posts.map(output)])),
    staticFiles: files.filter(stays),
    data,
  };
}
