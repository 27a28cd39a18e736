/** Comments below a page, through giscus or Disqus: a facade like any other. */
import type { Config, Data, Document } from "../model.ts";
import { asData, asText } from "../settings.ts";
import { absoluteUrl } from "../urls.ts";
import { langAttribute } from "../words/words.ts";
import type { Edit } from "./edits.ts";
import type { PageElement } from "./element.ts";
import { facade, frame } from "./facade.ts";
import { plainText } from "./plain-text.ts";
import type { PageContext, Rule } from "./rule.ts";

/** Where comments are read and written. */
interface Thread {
  readonly host: string;
  readonly link: string;
  readonly src: string;
}

/** al-folio's keys: `giscus_comments: true` and `disqus_comments: true` (older: `comments`) of a page, `giscus:` and `disqus_shortname` of the site. */
export function comments({ data }: Config): Rule {
  const giscus = asData(data.giscus);
  const disqus = asText(data.disqus_shortname);
  return {
    name: "comments",
    elements: [],
    around: ["article", "main", "title"],
    editPage: (elements, context) => {
      const { page } = context;
      const wantsGiscus = page.data.giscus_comments === true;
      const wantsDisqus = page.data.disqus_comments === true || (disqus !== undefined && page.data.comments === true);
      if (!wantsGiscus && !wantsDisqus) return [];
      const title = plainText(elements.find(({ name }) => name === "title")?.content ?? page.title);
      const threads = [
        ...(wantsGiscus ? giscusThread(giscus ?? {}, title, context) : []),
        ...(wantsDisqus && disqus !== undefined ? [disqusThread(disqus, title, context)] : []),
      ];
      return threads.flatMap((thread) => section(thread, elements, context));
    },
  };
}

function section(
  { host, link, src }: Thread,
  elements: readonly PageElement[],
  { words }: PageContext,
): readonly Edit[] {
  const place =
    elements.findLast(({ name, parent }) => name === "article" && parent?.name === "main") ??
    elements.find(({ name }) => name === "main");
  if (place === undefined) return [];
  const title = words("comments");
  const load = frame(src, title, new Map());
  const box = facade({ title, host, link, load, size: undefined }, words);
  const text = `<section class="comments"><h2 class="minor"${langAttribute(words, "comments")}>${title}</h2>${box}</section>`;
  return [{ start: place.contentEnd, end: place.contentEnd, text }];
}

/** The frame that giscus.app/client.js would make (github.com/giscus/giscus, client.ts). */
function giscusThread(settings: Data, title: string, { config, page, warn }: PageContext): readonly Thread[] {
  const repo = asText(settings.repo) ?? "";
  const [repoId, categoryId] = [asText(settings.repo_id), asText(settings.category_id)];
  if (repo === "" || repoId === undefined || categoryId === undefined) {
    warn(
      "The page asks for comments by `giscus_comments`, but `giscus:` of _config.yml is not filled in",
      "Set `repo`, `repo_id`, `category` and `category_id` as giscus.app shows them, or take `giscus_comments` out",
      "",
    );
    return [];
  }
  const url = absoluteUrl(config, page.url);
  const mapping = asText(settings.mapping) ?? "pathname";
  const term = termOf(mapping, settings, page, title, url, config);
  const flag = (key: string, usual: string): string => String(Number(settings[key] ?? usual) === 1 ? 1 : 0);
  const query = new URLSearchParams({
    origin: url,
    // A token takes its place where the reader has one (src/render/scripts.ts).
    session: "session",
    theme: asText(settings.theme) ?? "preferred_color_scheme",
    reactionsEnabled: flag("reactions_enabled", "1"),
    emitMetadata: "0",
    inputPosition: asText(settings.input_position) ?? "bottom",
    repo,
    repoId,
    category: asText(settings.category) ?? "",
    categoryId,
    strict: flag("strict", "0"),
    description: page.description,
    backLink: url,
    ...(mapping === "number" ? { number: term } : { term }),
  });
  const lang = asText(settings.lang) ?? page.lang;
  return [
    {
      host: "GitHub",
      link: `https://github.com/${repo}/discussions?discussions_q=${encodeURIComponent(term)}`,
      src: `https://giscus.app/${encodeURIComponent(lang)}/widget?${query}`,
    },
  ];
}

/** What a discussion is found by. */
function termOf(mapping: string, settings: Data, page: Document, title: string, url: string, config: Config): string {
  if (mapping === "url") return url;
  if (mapping === "title" || mapping === "og:title") return mapping === "title" ? title : page.title;
  if (mapping === "specific" || mapping === "number") return String(settings.term ?? "");
  const path = config.baseurl + page.url;
  return path.length < 2 ? "index" : path.slice(1).replace(/\.\w+$/, "");
}

function disqusThread(shortname: string, title: string, { config, page }: PageContext): Thread {
  const url = absoluteUrl(config, page.url);
  // al-folio's embed names the page by its path, without the slash at its beginning.
  const query = new URLSearchParams({ base: "default", f: shortname, t_i: page.url, t_u: url, t_t: title });
  return {
    host: "Disqus",
    link: `https://${encodeURIComponent(shortname)}.disqus.com/`,
    src: `https://disqus.com/embed/comments/?${query}`,
  };
}
