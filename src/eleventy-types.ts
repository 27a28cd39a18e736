/** What the plugin and the commands use of Eleventy, whose package ships no types. Types only. */
import type { OwnLiquid } from "./jekyll/own.ts";

/** The parts of Eleventy's configuration that the adapter uses (www.11ty.dev/docs/config). */
export interface EleventyConfig {
  readonly directories: { readonly output: string; setInput(path: string): void; setOutput(path: string): void };
  on(event: string, listener: (argument: never) => unknown): void;
  addPlugin(plugin: unknown, options?: object): void;
  addGlobalData(name: string, value: unknown): void;
  addTemplate(path: string, template: object): void;
  addCollection(name: string, collect: (api: { getAll(): readonly PageEntry[] }) => unknown): void;
  addTransform(name: string, transform: (this: { readonly url: string }, content: string) => unknown): void;
  addWatchTarget(target: string): void;
  setTemplateFormats(formats: readonly string[]): void;
  setWatchJavaScriptDependencies(watch: boolean): void;
  setChokidarConfig(options: object): void;
  setServerOptions(options: object): void;
  readonly watchIgnores: Set<string>;
  /** What was added for Liquid: by Eleventy itself, and by the user. */
  readonly liquid: OwnLiquid;
}

/** A page that Eleventy is about to write. */
export interface PageEntry {
  readonly inputPath: string;
  readonly url: string;
  readonly template: { renderPageEntry(entry: PageEntry): Promise<unknown> };
}
