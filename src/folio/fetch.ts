/**
 * `octavo fetch`: what a site shows of other hosts, asked once and kept in `_data`, to be committed. A build never asks anybody.
 *
 * What is kept, each as JSON: `repositories_cache` (GitHub's REST API, "Get a repository", "Get a user"), `external_posts` (RSS or
 * Atom feeds and single pages of `external_sources`), `inspirehep` (INSPIRE's REST API, `citation_count`), and each address of
 * `jekyll_get_json` under its own name.
 */

import { decodeHtml } from "../html.ts";
import type { Config, Data, Value } from "../model.ts";
import { asData, asList, asText } from "../settings.ts";

/** As much of `fetch` as is used here. */
export type Fetch = (
  url: string,
  init: { readonly headers: Readonly<Record<string, string>> },
) => Promise<{
  readonly ok: boolean;
  readonly status: number;
  readonly text: () => Promise<string>;
}>;

/** What was asked for, and what came of it. */
export interface Fetched {
  /** Text of each file by its name in the data folder. Only what was asked for is among them. */
  readonly files: ReadonlyMap<string, string>;
  /** What could not be had, a sentence each; the old values of it are kept. */
  readonly problems: readonly string[];
}

/** What the texts of a site name of other hosts. */
export interface Named {
  /** Of INSPIRE-HEP, whose citations are to be counted. */
  readonly papers: readonly string[];
  /** "owner/name": `github_stars` of projects. */
  readonly repositories: readonly string[];
}

/**
 * Asks the other hosts for all that a site shows of them.
 * @param data of the site: what an earlier call kept stands where a host does not answer
 * @param ask `fetch`, or what stands for it
 */
export async function fetchData(config: Config, data: Data, named: Named, ask: Fetch): Promise<Fetched> {
  const hosts = new Hosts(ask);
  const getJson = (url: string): Promise<Value | undefined> => hosts.json(url);
  const files = new Map<string, string>();
  // A file of which nobody told anything is not written anew.
  const keep = async (name: string, collect: () => Promise<Value | undefined>): Promise<void> => {
    const before = hosts.answers;
    const value = await collect();
    if (value !== undefined && hosts.answers > before) files.set(`${name}.json`, `${JSON.stringify(value, null, 2)}\n`);
  };
  await keep("repositories_cache", () => repositoriesOf(config, data, named.repositories, getJson));
  await keep("external_posts", () => externalOf(config, data, (url) => hosts.text(url)));
  await keep("inspirehep", () => citationsOf(data, named.papers, getJson));
  for (const one of asList(config.data.jekyll_get_json) ?? []) {
    const { data: name, json } = asData(one) ?? {};
    const [key, url] = [asText(name), asText(json)];
    if (key === undefined || url === undefined || !/^https?:/.test(url)) continue;
    await keep(key, () => getJson(url));
  }
  return { files, problems: hosts.problems };
}

/** The other hosts, which may not answer: that is noted, and the answer undefined. */
class Hosts {
  readonly problems: string[] = [];
  /** How many there were. */
  answers = 0;
  readonly #ask: Fetch;

  constructor(ask: Fetch) {
    this.#ask = ask;
  }

  async text(url: string): Promise<string | undefined> {
    try {
      const response = await this.#ask(url, { headers: headersFor(url) });
      if (!response.ok) {
        this.problems.push(`${url} answered ${response.status}`);
        return undefined;
      }
      const text = await response.text();
      this.answers += 1;
      return text;
    } catch (error) {
      this.problems.push(`${url} could not be asked: ${reasonOf(error)}`);
      return undefined;
    }
  }

  async json(url: string): Promise<Value | undefined> {
    const text = await this.text(url);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as Value;
    } catch {
      this.problems.push(`${url} answered with something that is no JSON`);
      return undefined;
    }
  }
}

/** `fetch` itself says no more than that it failed; why stands in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, cause } = error;
  return cause instanceof Error && cause.message !== "" ? cause.message : message;
}

/** GitHub allows 60 requests an hour without a token (REST API, "Rate limits"), and wants a name. */
function headersFor(url: string): Record<string, string> {
  const token = process.env.GITHUB_TOKEN ?? "";
  const isGithub = url.startsWith("https://api.github.com/");
  return { "user-agent": "octavo", ...(isGithub && token !== "" && { authorization: `Bearer ${token}` }) };
}

type GetJson = (url: string) => Promise<Value | undefined>;

/** What `_data/repositories.yml` lists, or `_config.yml` of older sites, and what projects name. */
async function repositoriesOf(
  { data: settings }: Config,
  data: Data,
  named: readonly string[],
  getJson: GetJson,
): Promise<Data | undefined> {
  const wanted = { ...settings, ...asData(data.repositories) };
  const repos = [...new Set([...texts(wanted.github_repos), ...named])];
  const logins = texts(wanted.github_users);
  if (repos.length + logins.length === 0) return undefined;
  const old = asData(data.repositories_cache) ?? {};
  const each = async (
    kind: "repos" | "users",
    names: readonly string[],
    kept: Data | undefined,
    read: (found: Data) => Data,
  ): Promise<Data> => {
    const all: Record<string, Value> = {};
    for (const name of names) {
      const found = asData(await getJson(`https://api.github.com/${kind}/${name}`));
      all[name] = (found && read(found)) ?? kept?.[name] ?? {};
    }
    return all;
  };
  return {
    repositories: await each("repos", repos, asData(old.repositories), (found) => ({
      description: asText(found.description) ?? "",
      language: asText(found.language) ?? "",
      stars: found.stargazers_count ?? null,
      forks: found.forks_count ?? null,
      archived: found.archived === true,
    })),
    users: await each("users", logins, asData(old.users), (found) => ({
      name: asText(found.name) ?? "",
      bio: asText(found.bio) ?? "",
      repositories: found.public_repos ?? null,
      followers: found.followers ?? null,
    })),
  };
}

function texts(value: Value | undefined): readonly string[] {
  return (asList(value) ?? []).map(String);
}

/** By the name of the source: its posts with `url`, `title`, `date` (ISO 8601) and `description`. */
async function externalOf(
  config: Config,
  data: Data,
  get: (url: string) => Promise<string | undefined>,
): Promise<Data | undefined> {
  const sources = asList(config.data.external_sources) ?? [];
  if (sources.length === 0) return undefined;
  const old = asData(data.external_posts) ?? {};
  const kept: Record<string, Value> = {};
  for (const one of sources) {
    const { name, rss_url, posts } = asData(one) ?? {};
    const key = asText(name) ?? "";
    const feed = asText(rss_url);
    if (feed !== undefined) {
      const text = await get(feed);
      kept[key] = text === undefined ? (old[key] ?? []) : await readFeed(text);
      continue;
    }
    const pages: Value[] = [];
    for (const post of asList(posts) ?? []) {
      const url = asText(asData(post)?.url);
      if (url === undefined) continue;
      const page = await get(url);
      const known = asList(old[key])?.find((one) => asData(one)?.url === url);
      if (page !== undefined) pages.push({ url, ...describe(page) });
      else if (known !== undefined) pages.push(known);
    }
    kept[key] = pages;
  }
  return kept;
}

async function readFeed(xml: string): Promise<readonly Value[]> {
  const { parseFeed } = await import("htmlparser2");
  return (parseFeed(xml)?.items ?? []).flatMap(({ link, title, pubDate, description }): readonly Value[] => {
    if (link === undefined || pubDate === undefined) return [];
    const text = plain(description ?? "");
    return [{ url: link, title: plain(title ?? ""), date: pubDate.toISOString(), description: text.slice(0, 200) }];
  });
}

/** What a page says of itself. */
function describe(html: string): Data {
  const title = /<title[^>]*>([\s\S]*?)<\/title>/i.exec(html)?.[1] ?? "";
  const tag = /<meta[^>]*\bname\s*=\s*["']description["'][^>]*>/i.exec(html)?.[0] ?? "";
  const description = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag);
  return { title: plain(title), description: plain(description?.[1] ?? description?.[2] ?? "") };
}

function plain(html: string): string {
  return decodeHtml(html.replace(/<[^>]*>/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}

async function citationsOf(data: Data, ids: readonly string[], getJson: GetJson): Promise<Data | undefined> {
  if (ids.length === 0) return undefined;
  const counts: Record<string, Value> = {};
  for (const id of ids) {
    const found = asData(await getJson(`https://inspirehep.net/api/literature/${id}?fields=citation_count`));
    const count = asData(found?.metadata)?.citation_count ?? asData(data.inspirehep)?.[id];
    if (count !== undefined) counts[id] = count;
  }
  return counts;
}
