/** Liquid for one site, with Jekyll's tags, filters, variables and leniency, on LiquidJS's parser stream, context and limits. */
import { join } from "node:path";
import { Liquid } from "liquidjs";
import type { Diagnostics } from "../errors.ts";
import { once } from "../memo.ts";
import type { Document, Site } from "../model.ts";
import { nearest } from "../nearest.ts";
import { rubyTags } from "../plugins/ruby.ts";
import type { Place } from "../read/position.ts";
import type { Body } from "./body.ts";
import { JekyllDrop } from "./drops/jekyll.ts";
import { paginatorOf } from "./drops/paginator.ts";
import type { Rendering } from "./drops/rendering.ts";
import { SiteDrop, SiteDrops } from "./drops/site.ts";
import { ThemeDrop } from "./drops/theme.ts";
import { LiquidFault } from "./errors.ts";
import { coreFilters } from "./filters.ts";
import { Links } from "./links.ts";
import { TemplateParser } from "./parser.ts";
import { type Payload, Scope } from "./scope.ts";
import type { BuiltInInclude, Converters, Filters, Services } from "./services.ts";
import { liquidSettings } from "./settings.ts";
import { hasLiquid } from "./signs.ts";
import { Source } from "./source.ts";
import type { TagReader } from "./tag.ts";
import { coreTags } from "./tags.ts";
import { Includes } from "./templates.ts";
import { relativeUrl, siteBase } from "./urls.ts";
import type { Ruby } from "./values.ts";

/** What is known only outside of Liquid. */
export interface LiquidContext extends Rendering {
  readonly diagnostics: Diagnostics;
  readonly converters: Converters;
  /** `jekyll.environment`: JEKYLL_ENV, "development" where it is not set. */
  readonly environment: string;
  /** Absolute paths of includes folders that stand behind the site's own: a theme's. */
  readonly includeFolders?: readonly string[];
  /** Tags and filters of plugins; they go before the core's. */
  readonly tags?: ReadonlyMap<string, TagReader>;
  readonly filters?: Filters;
  /** Includes that stand behind all folders, by their names without an extension. */
  readonly includes?: { readonly get: (name: string) => BuiltInInclude | undefined };
  /** Whether the site does without a tag or an include that nobody has: it is told, and nothing stands in its place. */
  readonly doesWithout?: (kind: "tag" | "include", name: string) => boolean;
}

/** Renders templates of one site; synchronous. Every method throws SiteError with the file and line of what went wrong. */
export interface JekyllLiquid {
  /** The names that the body and the layouts of a document begin with; its counters live in it, so one serves both. */
  readonly payload: (document: Document | undefined) => Payload;
  /** Those that the excerpt of a document begins with. */
  readonly excerptPayload: (document: Document) => Payload;
  /** A template that is rendered once. Text without Liquid is given back as it is. */
  readonly render: (text: string, payload: Payload, document: Document | undefined, place: Place) => string;
  /** A template that is rendered often. */
  readonly parse: (text: string, place: Place) => Body;
  readonly run: (body: Body, payload: Payload, document: Document | undefined) => string;
}

/** The engine for the templates of one build. */
export function createLiquid(site: Site, context: LiquidContext): JekyllLiquid {
  const settings = liquidSettings(site.config);
  // No file system and no property but own ones: a template reaches nothing but what it is given.
  const engine = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    renderLimit: settings.renderLimit,
    memoryLimit: settings.memoryLimit,
    // The library would ask the system for one, which takes 13 ms; dates are written by filters of our own.
    locale: "en-US",
  });
  const drops = new SiteDrops(site, context);
  const payload = payloads(site, context, drops);
  const tags = new Map([...coreTags, ...(context.tags ?? [])]);
  const doesWithout = (tag: string): boolean =>
    settings.unknownTags === "remove" || (context.doesWithout?.("tag", tag) ?? false);
  const ruby = once(() => rubyTags(site.config));
  // Jekyll passes over such a filter in silence; where `strict_filters` is set it is an error.
  const helpForFilter = (name: string): string | undefined => {
    if (site.config.mode === "jekyll" || settings.strictFilters || services.filters.has(name)) return undefined;
    const guess = nearest(name, [...services.filters.keys()]);
    return guess === undefined ? "Correct its name, or add it in eleventy.config.ts" : `Did you mean ${guess}?`;
  };
  const parse = (text: string, place: Place): Body => {
    const source = new Source(place, context.diagnostics);
    const parser = new TemplateParser(source, {
      ...settings,
      tags,
      doesWithout,
      rubyOf: (tag) => ruby().get(tag),
      helpForFilter,
    });
    return parser.parse(text);
  };
  const services = createServices({ site, context, parse, tags, settings });
  const run = (body: Body, payload: Payload, document: Document | undefined): string =>
    body.renderWhole(new Scope(engine, services, payload, document));
  return {
    payload: (document) => payload(document, document === undefined ? null : drops.current(document)),
    excerptPayload: (document) => payload(document, drops.excerpted(document)),
    render: (text, payload, document, place) => (hasLiquid(text) ? run(parse(text, place), payload, document) : text),
    parse,
    run,
  };
}

/** The names that templates begin with. @returns makes those of a document, with what `page` is there */
function payloads(
  site: Site,
  { environment }: LiquidContext,
  drops: SiteDrops,
): (document: Document | undefined, page: Ruby) => Payload {
  const jekyll = new JekyllDrop(environment);
  const theme = site.config.theme === "" ? null : new ThemeDrop(site.config.theme);
  return (document, page) =>
    new Map<string, Ruby>([
      ["site", new SiteDrop(drops, document)],
      ["jekyll", jekyll],
      ["page", page],
      ["paginator", document === undefined ? null : paginatorOf(document, site.config, (listed) => drops.all(listed))],
      ["theme", theme],
      ["content", null],
      ["layout", null],
      ["highlighter_prefix", null],
      ["highlighter_suffix", null],
    ]);
}

/** What the services of the templates are made of. */
interface Parts {
  readonly site: Site;
  readonly context: LiquidContext;
  readonly parse: (text: string, place: Place) => Body;
  readonly tags: ReadonlyMap<string, TagReader>;
  readonly settings: Services["settings"];
}

function createServices({ site, context, parse, tags, settings }: Parts): Services {
  const { config, time } = site;
  const folders = [join(config.source, config.includesDir), ...(context.includeFolders ?? [])];
  const includes = new Includes(config.source, folders, (text, file) => parse(text, { file, line: 1 }));
  const links = new Links(site, (problem, help) => context.diagnostics.warn({ problem, help }));
  const base = siteBase(config);
  const withBase = (url: string | undefined) => (url === undefined ? undefined : relativeUrl(url, base));
  return {
    site,
    config,
    base,
    settings,
    zone: config.timezone,
    now: time,
    converters: context.converters,
    filters: new Map([...coreFilters, ...(context.filters ?? [])]),
    tags,
    include: (name) => {
      const found = includes.find(name) ?? context.includes?.get(name.replace(/\.(?:liquid|html)$/, ""));
      if (found === undefined && !context.doesWithout?.("include", name)) throw includes.missing(name);
      return found;
    },
    includeRelative: (document, name) => {
      if (document.path === "") throw new LiquidFault("This page has no file to look beside", "Use include");
      return includes.findBeside(document.path, name);
    },
    linkTo: (path) => withBase(links.toPath(path)),
    postUrl: (name) => withBase(links.toPost(name)),
    searches: new WeakMap(),
    cachedIncludes: new Map(),
  };
}
