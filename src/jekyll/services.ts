/** What tags and filters may ask of the engine that runs them. */
import type { DateTime } from "luxon";
import type { Config, Document, Site } from "../model.ts";
import type { Body } from "./body.ts";
import type { ErrorMode } from "./lax.ts";
import type { Scope } from "./scope.ts";
import type { TagReader } from "./tag.ts";
import type { SiteBase } from "./urls.ts";
import type { Ruby } from "./values.ts";

/** A filter and how many arguments it takes besides its input. */
export interface Filter {
  readonly least: number;
  readonly most: number;
  readonly apply: (scope: Scope, input: Ruby, ...given: Ruby[]) => Ruby;
}

/** Filters by their names in Liquid. */
export type Filters = ReadonlyMap<string, Filter>;

/** `liquid:` of the configuration. Times in ms, memory in characters and list items. */
export interface LiquidSettings {
  readonly errorMode: ErrorMode;
  readonly strictFilters: boolean;
  readonly strictVariables: boolean;
  readonly unknownTags: "error" | "remove";
  /** Whether a value may be compared with `blank`, or equals it never. */
  readonly knowsBlank: boolean;
  readonly renderLimit: number;
  readonly memoryLimit: number;
}

/** What happens to text outside of Liquid, handed in from where it is known. */
export interface Converters {
  /** Markdown to HTML with the site's options. */
  readonly markdownify: (text: string) => string;
  /** Straight quotes, dashes and dots to their typographic forms, Markdown left alone. */
  readonly smartify: (text: string) => string;
  /** Sass to CSS. */
  readonly sass: (text: string, syntax: "scss" | "indented") => string;
  /** Spans with Rouge's classes; undefined for a language nobody knows. */
  readonly highlight: (code: string, language: string) => string | undefined;
}

/**
 * An include that the engine brings, for sites that have none of its name: the parameters of the tag, and the scope it stands
 * in, to what it prints; undefined where it has nothing to print there. Throws LiquidFault for parameters that it cannot do with.
 */
export type BuiltInInclude = (parameters: ReadonlyMap<string, Ruby>, scope: Scope) => string | undefined;

/** What tags and filters of one build may ask for. */
export interface Services {
  readonly site: Site;
  readonly config: Config;
  readonly base: SiteBase;
  readonly settings: LiquidSettings;
  readonly zone: string;
  readonly now: DateTime;
  readonly converters: Converters;
  readonly filters: Filters;
  readonly tags: ReadonlyMap<string, TagReader>;
  /**
   * A file of `_includes`, parsed, or what the engine brings in its place. Undefined where neither is there and the site does
   * without; throws LiquidFault where it must not be missing, or leaves the folder.
   */
  readonly include: (name: string) => Body | BuiltInInclude | undefined;
  /** A file beside a document. Throws LiquidFault where it is not there or leaves the source. */
  readonly includeRelative: (document: Document, name: string) => Body;
  /** The URL (with baseurl) of what a path of the source names; undefined where it names nothing. */
  readonly linkTo: (path: string) => string | undefined;
  /** The URL (with baseurl) of a post by its name without extension; undefined where there is none. */
  readonly postUrl: (name: string) => string | undefined;
  /** What `where` found in a list, by the property and the value asked for. Lists never change. */
  readonly searches: WeakMap<readonly Ruby[], Map<string, Ruby>>;
  /** What an `include_cached` printed for a file and its parameters, by the file and the parameters as text. */
  readonly cachedIncludes: Map<string, string>;
}
