/** The typed Config out of the merged configuration. */
import { resolve } from "node:path";
import { ownerOf } from "../folio/academic.ts";
import { withoutMarkup } from "../folio/markup.ts";
import { languageIn } from "../language.ts";
import type { Config, Data, Mode } from "../model.ts";
import { gemsOfTheme } from "../read/theme.ts";
import { isData } from "../values.ts";
import { readCollections, readDefaults } from "./collections.ts";
import { EXCLUDED_ALWAYS, EXCLUDED_TOOLS, INCLUDED_ALWAYS, OCTAVO_PERMALINK } from "./defaults.ts";
import type { ConfigFile, ConfigValues } from "./values.ts";

/** What a Config is made of. */
interface Parts {
  /** Absolute path. */
  readonly source: string;
  /** As the command line names it, relative to the working folder. */
  readonly destination: string | undefined;
  readonly mode: Mode;
  /** Every key, merged over all defaults. */
  readonly data: Data;
  /** The same, to be asked for by type. */
  readonly values: ConfigValues;
  readonly files: readonly ConfigFile[];
  /** Absolute path of the theme's folder, or "". */
  readonly theme: string;
}

/** Nothing is thrown: a value of a wrong type is told by `values`, and its default taken. */
export function assembleConfig(parts: Parts): Config {
  const { source, destination, mode, data, values, files, theme } = parts;
  const permalink = values.string("permalink", mode === "jekyll" ? "date" : OCTAVO_PERMALINK);
  const collections = readCollections(values, permalink);
  const read = whatIsRead(parts);
  return {
    mode,
    source,
    destination: resolve(destination ?? values.string("destination", "_site")),
    files: files.map((file) => file.path),
    ...identity(parts),
    permalink,
    ...read,
    ...folders(values),
    theme,
    themeGems: theme === "" ? [] : gemsOfTheme(theme),
    defaults: readDefaults(values),
    collections,
    search: mode === "octavo" && data.search !== false && data.search_enabled !== false,
    data: {
      ...data,
      exclude: read.exclude,
      collections: Object.fromEntries(collections.map(({ label, metadata }) => [label, metadata])),
    },
  };
}

/** Who and where the site is. */
function identity({ mode, data, values }: Parts) {
  const { author } = data;
  const owner = mode === "octavo" ? ownerOf(data) : "";
  const title = values.text("title");
  // al-folio: a title that is left blank is the owner's name.
  const named = mode === "octavo" && ["", "blank"].includes(title) ? owner : title;
  return {
    title: withoutMarkup(named, { mode, data }),
    description: withoutMarkup(values.text("description"), { mode, data }),
    url: values.text("url").replace(/\/+$/, ""),
    baseurl: slashed(values.text("baseurl")),
    lang: languageIn(values.text("lang") || values.text("locale"), "en"),
    author: isData(author) ? String(author.name ?? "") : values.text("author") || owner,
    timezone: values.zone("timezone", "UTC"),
  };
}

/** Which files and posts are read, and how. */
function whatIsRead({ mode, values }: Parts) {
  const include = values.strings("include");
  const tools = mode === "octavo" ? EXCLUDED_TOOLS : [];
  return {
    future: values.flag("future"),
    unpublished: values.flag("unpublished"),
    showDrafts: values.flag("show_drafts"),
    limitPosts: values.count("limit_posts"),
    include: mode === "octavo" ? [...new Set([...include, ...INCLUDED_ALWAYS])] : include,
    exclude: [...new Set([...values.strings("exclude"), ...EXCLUDED_ALWAYS, ...tools])],
    keepFiles: values.strings("keep_files"),
    markdownExt: values
      .string("markdown_ext", "md")
      .toLowerCase()
      .split(",")
      .map((extension) => extension.trim()),
    excerptSeparator: values.text("excerpt_separator"),
    strictFrontMatter: values.flag("strict_front_matter"),
  };
}

function folders(values: ConfigValues) {
  return {
    collectionsDir: values.string("collections_dir", "").replace(/^\/+|\/+$/g, ""),
    layoutsDir: values.string("layouts_dir", "_layouts"),
    dataDir: values.string("data_dir", "_data"),
    includesDir: values.string("includes_dir", "_includes"),
  };
}

/** "" or "/repo". */
function slashed(baseurl: string): string {
  const inner = baseurl.replace(/^\/+|\/+$/g, "");
  return inner === "" ? "" : `/${inner}`;
}
