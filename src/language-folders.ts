/** Languages that the gem jekyll-polyglot parts: each but the main one has a folder of its own (https://polyglot.untra.io). */
import { documentsOf, itemsOf } from "./documents.ts";
import type { Config, Data, Post, Site } from "./model.ts";
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
  const main = mainLanguage(config);
  return partedLanguages(config)
    .filter((language) => language !== main)
    .map((language) => `/${language}`);
}

function mainLanguage({ data, lang }: Config): string {
  return textOf(data.default_lang) || lang;
}

/** The folder of the language that a site of `siteInLanguage` is in. */
export function ownFolder(config: Config): string {
  return languageFolders(config).find((folder) => folder === `/${textOf(config.data.active_lang)}`) ?? "";
}

/** The main language's folder, and those of the others in which the site has documents: each has lists of its own. */
export function foldersWithLists(site: Site): readonly string[] {
  const folders = languageFolders(site.config);
  if (folders.length === 0) return [""];
  const used = new Set(documentsOf(site).map(({ url }) => folderOf(url, folders)));
  return ["", ...folders.filter((folder) => used.has(folder))];
}

/**
 * The site as the pages of one language see it: every post and item once, in that language where it is there in it, else in the
 * main one, else in the first that has it; `lang-exclusive` keeps one to the languages that it names (jekyll-polyglot,
 * `coordinate_documents`). Pages are all there. The site itself where nothing parts languages.
 */
export function siteInLanguage(site: Site, folder: string): Site {
  const { config } = site;
  const folders = languageFolders(config);
  if (folders.length === 0) return site;
  const main = mainLanguage(config);
  const lang = folder.slice(1) || main;
  const urls = new Set([...site.posts, ...itemsOf(site)].map(({ url }) => url));
  const preferred = [folder, "", ...folders];
  const isShown = ({ url, data }: Post): boolean => {
    const own = folderOf(url, folders);
    const only = asList(data["lang-exclusive"])?.map(String) ?? [];
    const best = preferred.find((other) => urls.has(other + url.slice(own.length)));
    return own === best && (only.length === 0 || only.includes(lang));
  };
  return {
    ...site,
    config: { ...config, lang, data: { ...config.data, lang, default_lang: main, active_lang: lang } },
    posts: site.posts.filter(isShown),
    collections: new Map([...site.collections].map(([label, items]) => [label, items.filter(isShown)])),
  };
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
