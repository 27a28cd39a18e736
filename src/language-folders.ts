/** Languages that the gem jekyll-polyglot parts: each but the main one has a folder of its own (https://polyglot.untra.io). */
import type { Config, Data } from "./model.ts";
import { textOf } from "./read/values.ts";
import { asList, listsPlugin } from "./settings.ts";

/** What a document's URL and file begin with, and the language where its path alone says it. */
interface OwnLanguage {
  /** "/es", or "" for the main language and where nothing parts languages. */
  readonly prefix: string;
  /** The front matter's `lang`, else with `lang_from_path` the first part of the path that is a language of the site; or "". */
  readonly lang: string;
}

/**
 * The language of a document and its folder. Without `lang` it is in the main language (`default_lang`, else the site's). In mode
 * jekyll, where a gem that is not there changes nothing, no language has a folder.
 * @param path relative to the source
 */
export function ownLanguage(path: string, data: Data, config: Config): OwnLanguage {
  const written = textOf(data.lang);
  const languages = partedLanguages(config);
  if (languages.length === 0) return { prefix: "", lang: written };
  const isFromPath = written === "" && config.data.lang_from_path === true;
  const lang = isFromPath ? (path.split("/").find((part) => languages.includes(part)) ?? "") : written;
  return { prefix: languageFolders(config).find((folder) => folder === `/${lang}`) ?? "", lang };
}

/** The folders of the languages beside the main one, as URLs begin: "/es". */
export function languageFolders(config: Config): readonly string[] {
  const main = textOf(config.data.default_lang) || config.lang;
  return partedLanguages(config)
    .filter((language) => language !== main)
    .map((language) => `/${language}`);
}

/** The folder that a URL is below, or "" for the main language. */
export function folderOf(url: string, folders: readonly string[]): string {
  return folders.find((folder) => url === folder || url.startsWith(`${folder}/`)) ?? "";
}

/** A URL below the folder of its language; one that names the folder itself stays. */
export function inFolder(prefix: string, url: string): string {
  return folderOf(url, [prefix]) === prefix ? url : prefix + url;
}

/** `languages`, where the gem is named. */
function partedLanguages(config: Config): readonly string[] {
  const isParted = config.mode === "octavo" && listsPlugin(config, "jekyll-polyglot");
  return (isParted && asList(config.data.languages)?.map(String)) || [];
}
