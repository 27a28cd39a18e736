/** What the plugin and the commands use of Eleventy, whose package ships no types. Types only. */
import type { LiquidThis, OwnLiquid } from "./jekyll/own.ts";

/** The parts of Eleventy's configuration that the adapter uses, and those that a site's own configuration may (www.11ty.dev/docs/config). */
export interface EleventyConfig {
  readonly directories: { readonly output: string; setInput(path: string): void; setOutput(path: string): void };
  on(event: string, listener: (argument: never) => unknown): void;
  addPlugin(plugin: unknown, options?: object): void;
  /** In the Liquid of texts, layouts and includes. It gives its value at once. */
  addFilter(name: string, filter: (this: LiquidThis, ...given: never[]) => unknown): void;
  addShortcode(name: string, shortcode: (this: LiquidThis, ...given: never[]) => unknown): void;
  addPairedShortcode(name: string, shortcode: (this: LiquidThis, body: string, ...given: never[]) => unknown): void;
  addGlobalData(name: string, value: unknown): void;
  addTemplate(path: string, template: object): void;
  addCollection(name: string, collect: (api: { getAll(): readonly PageEntry[] }) => unknown): void;
  addTransform(name: string, transform: (this: TransformedPage, content: string) => unknown): void;
  addWatchTarget(target: string): void;
  setTemplateFormats(formats: readonly string[]): void;
  setWatchJavaScriptDependencies(watch: boolean): void;
  setChokidarConfig(options: object): void;
  setServerOptions(options: object): void;
  readonly watchIgnores: Set<string>;
  /** What was added for Liquid: by Eleventy itself, and by the user. */
  readonly liquid: OwnLiquid;
}

/** What a transform knows of the page at hand. */
interface TransformedPage {
  readonly url: string;
  readonly outputPath: string;
  readonly page: { readonly url: string; readonly outputPath: string };
}

/** A page that Eleventy is about to write. */
export interface PageEntry {
  readonly inputPath: string;
  readonly url: string;
  readonly template: { renderPageEntry(entry: PageEntry): Promise<unknown> };
}
