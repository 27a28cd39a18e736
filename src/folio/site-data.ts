/** What al-folio's plugins add to a site before it is rendered: data from JSON files, and posts that lie elsewhere. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { capital } from "../case.ts";
import { type Diagnostics, SiteError } from "../errors.ts";
import { liesIn } from "../file-kinds.ts";
import type { CollectionConfig, Config, Data, Post, Site, Value } from "../model.ts";
import { parseJsonWithComments } from "../read/json.ts";
import { documentPlaceholders } from "../read/placeholders.ts";
import { placeInConfig } from "../read/reading.ts";
import { asData, asNames, asText, mappingsOf } from "../settings.ts";
import { slugify } from "../slug.ts";
import { documentUrl, urlToFile } from "../urls.ts";
import { isDate } from "../values.ts";
import { RESUME } from "./cv-source.ts";
import { tellUnknownSocials } from "./socials.ts";

/** The site with both (mode octavo). Nothing is fetched: what lies elsewhere comes from what `octavo fetch` kept in `_data`. */
export function academicSite(site: Site, diagnostics: Diagnostics): Site {
  if (site.config.mode !== "octavo") return site;
  tellUnknownSocials(site, diagnostics);
  tellResume(site, diagnostics);
  const data = withJson(site, diagnostics);
  const external = externalPosts({ ...site, data }, diagnostics);
  if (external.length === 0) return data === site.data ? site : { ...site, data };
  const posts = [...site.posts, ...external].sort((a, b) => b.date.toMillis() - a.date.toMillis());
  return { ...site, data, posts };
}

/** `jekyll_get_json: [{data: resume, json: assets/json/resume.json}]`: the file as `site.data.resume`. */
function withJson({ config, data }: Site, diagnostics: Diagnostics): Data {
  const added = mappingsOf(config.data.jekyll_get_json).flatMap(
    ({ data: name, json }): readonly (readonly [string, Value])[] => {
      const [key, path] = [asText(name), asText(json)];
      if (key === undefined || path === undefined || data[key] !== undefined) return [];
      const isElsewhere = /^https?:/.test(path);
      const file = isElsewhere ? undefined : fileInside(config, path);
      if (file === undefined) {
        const problem = `\`jekyll_get_json\` wants ${path}, which is not here`;
        const fetched = `Run "octavo fetch", which keeps it as _data/${key}.json`;
        diagnostics.warn({ problem, help: isElsewhere ? fetched : "Put the file there, or take the key out" });
        return [];
      }
      const value = readJson(file, path, diagnostics);
      return value === undefined ? [] : [[key, value]];
    },
  );
  return added.length === 0 ? data : { ...data, ...Object.fromEntries(added) };
}

/** What a file of JSON holds; undefined where it cannot be read, which is told. @param path from the site's folder */
function readJson(file: string, path: string, diagnostics: Diagnostics): Value | undefined {
  try {
    return parseJsonWithComments(readFileSync(file, "utf8"), path);
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    const { level: _, ...told } = error.diagnostic;
    diagnostics.warn(told);
    return undefined;
  }
}

/** A page of the layout `cv` reads a résumé that no key names: its faults are told here, once, and the page does without it. */
function tellResume({ config, pages }: Site, diagnostics: Diagnostics): void {
  const isAsked = pages.some(({ data }) => data.cv_format === "jsonresume");
  const isNamed = mappingsOf(config.data.jekyll_get_json).some(({ json }) => json === RESUME);
  const file = isAsked && !isNamed ? fileInside(config, RESUME) : undefined;
  if (file !== undefined) readJson(file, RESUME, diagnostics);
}

function fileInside({ source }: Config, path: string): string | undefined {
  const file = join(source, path);
  return existsSync(file) && liesIn(file, source) ? file : undefined;
}

/** A post of `external_sources`, as far as it is known. */
interface External {
  readonly title: string;
  readonly url: string;
  readonly date: DateTime;
  readonly description: string;
}

/** `external_sources`: the posts that the configuration names, and those of feeds that `octavo fetch` kept. */
function externalPosts(site: Site, diagnostics: Diagnostics): readonly Post[] {
  const kept = asData(site.data.external_posts) ?? {};
  return mappingsOf(site.config.data.external_sources).flatMap((source): readonly Post[] => {
    const name = asText(source.name) ?? "";
    const known = mappingsOf(kept[name]);
    const feed = asText(source.rss_url) ?? "";
    if (feed !== "" && known.length === 0)
      diagnostics.warn({
        ...placeInConfig(site.config, ["external_sources"]),
        problem: `The posts of ${name || feed} are not here`,
        help: 'Run "octavo fetch", which keeps them in _data/external_posts.json',
      });
    const listed = feed === "" ? mappingsOf(source.posts) : known;
    return listed.flatMap((post) => {
      const external = readExternal(post, known, site.config);
      return external === undefined ? [] : [toPost(external, name, source, site.config)];
    });
  });
}

function readExternal(post: Data, known: readonly Data[], config: Config): External | undefined {
  const url = asText(post.url);
  const date = dateOf(post.published_date ?? post.date, config);
  if (url === undefined || date === undefined) return undefined;
  const more = known.find((other) => other.url === url) ?? {};
  const title = asText(post.title) ?? asText(more.title) ?? titleOf(url);
  return { url, date, title, description: asText(post.description) ?? asText(more.description) ?? "" };
}

function dateOf(value: Value | undefined, { timezone }: Config): DateTime | undefined {
  if (value instanceof Date) return DateTime.fromJSDate(value, { zone: timezone });
  if (isDate(value))
    return DateTime.fromObject({ year: value.year, month: value.month, day: value.day }, { zone: timezone });
  const read = typeof value === "string" ? DateTime.fromISO(value, { zone: timezone }) : undefined;
  return read?.isValid ? read : undefined;
}

/** The last part of an address as words. */
function titleOf(url: string): string {
  const last =
    url
      .replace(/[?#].*$/, "")
      .split("/")
      .filter((part) => part !== "")
      .at(-1) ?? url;
  const words = last
    .replace(/\.\w+$/, "")
    .replace(/[-_]+/g, " ")
    .trim();
  return capital(words);
}

/** Where a file `_posts/SLUG.md` of that day would lie, as al-folio makes it. Throws PermalinkError. */
function urlOf({ slug, date, categories }: Pick<Post, "slug" | "date" | "categories">, config: Config): string {
  const posts = config.collections.find(({ label }) => label === "posts") as CollectionConfig;
  const document = {
    origin: { file: `_posts/${slug}.md`, firstLine: "", front: undefined },
    data: {},
    collection: posts,
    name: slug,
    slug,
    categories,
    date: { time: date },
    outputExtension: ".html",
  };
  return documentUrl(posts.permalink ?? config.permalink, documentPlaceholders(document, config), config.mode);
}

/** A post whose page leads to where it lies: it stands in every list as any other. */
function toPost({ title, url: target, date, description }: External, name: string, source: Data, config: Config): Post {
  const slug = slugify(title);
  const [tags, categories] = [asNames(source.tags), asNames(source.categories)];
  const url = urlOf({ slug, date, categories }, config);
  const data: Data = {
    layout: "post",
    title,
    description,
    redirect: target,
    external_source: name,
    tags,
    categories,
    search: false,
  };
  return {
    kind: "post",
    collection: "posts",
    draft: false,
    output: true,
    path: "",
    data,
    body: "",
    bodyLine: 1,
    url,
    file: urlToFile(url, ".html"),
    layout: "post",
    title,
    description,
    lang: config.lang,
    markdown: true,
    date,
    tags,
    categories,
    slug,
    id: url.replace(/\/$/, ""),
    excerpt: "",
  };
}
