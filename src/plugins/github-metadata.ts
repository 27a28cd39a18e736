/**
 * jekyll-github-metadata: `site.github`, as far as it can be known without the network. What only GitHub can tell (releases,
 * contributors, the description) is missing.
 */
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Config, Data } from "../model.ts";
import { mergeData } from "../read/merge.ts";
import { asData, asText, listsPlugin } from "../settings.ts";

/**
 * The configuration with `site.github`, and with a title where the site has neither title nor name. In production the URL of
 * GitHub Pages stands in for `url` and `baseurl` where they are missing.
 */
export function withGithubMetadata(config: Config): Config {
  if (!listsPlugin(config, "jekyll-github-metadata")) return config;
  const { data } = config;
  const nwo = repositoryOf(config);
  const environment = process.env.PAGES_ENV || process.env.JEKYLL_ENV || "development";
  const github = { environment, pages_env: environment, ...GENERAL, ...(nwo === undefined ? {} : about(nwo, config)) };
  const known = data.github ?? null;
  const merged = known === null ? github : asData(known) === undefined ? known : mergeData(github, asData(known) ?? {});
  const title = config.title === "" && !data.name && nwo !== undefined ? titleOf(nwo) : config.title;
  const place = nwo !== undefined && process.env.JEKYLL_ENV === "production" ? pagesUrl(nwo, config) : undefined;
  const url = config.url === "" ? (place?.origin ?? "") : config.url;
  // `/` says nothing, as the gem reads it; a template would write `//` with it.
  const isOpen = place !== undefined && (data.baseurl ?? "/") === "/";
  const baseurl = isOpen ? place.path : config.baseurl;
  const filled = {
    ...(title !== config.title && { title }),
    ...(url !== config.url && { url }),
    ...(isOpen && { baseurl }),
  };
  return { ...config, title, url, baseurl, data: { ...data, ...filled, github: merged } };
}

interface Repository {
  readonly owner: string;
  readonly name: string;
}

const GENERAL: Data = {
  hostname: "github.com",
  pages_hostname: "github.io",
  api_url: "https://api.github.com",
  help_url: "https://help.github.com",
  versions: {},
  public_repositories: [],
  organization_members: [],
  contributors: [],
  releases: [],
};

function about(repository: Repository, config: Config): Data {
  const { owner, name } = repository;
  const ownerUrl = `https://github.com/${owner}`;
  const url = `${ownerUrl}/${name}`;
  const { origin, path } = pagesUrl(repository, config);
  const branch = isUserPage(repository) ? "master" : "gh-pages";
  return {
    project_title: name,
    project_tagline: null,
    owner_name: owner,
    owner_url: ownerUrl,
    owner_gravatar_url: `${ownerUrl}.png`,
    repository_url: url,
    repository_nwo: `${owner}/${name}`,
    repository_name: name,
    zip_url: `${url}/zipball/${branch}`,
    tar_url: `${url}/tarball/${branch}`,
    clone_url: `${url}.git`,
    releases_url: `${url}/releases`,
    issues_url: `${url}/issues`,
    wiki_url: `${url}/wiki`,
    is_user_page: isUserPage(repository),
    is_project_page: !isUserPage(repository),
    show_downloads: true,
    url: origin + path,
    baseurl: path,
    source: { branch: asText(asData(asData(config.data.github)?.source)?.branch) ?? branch, path: "/" },
  };
}

/** A project's own name; the owner's for the page of a user or an organisation. */
function titleOf(repository: Repository): string {
  return isUserPage(repository) ? repository.owner : repository.name;
}

function isUserPage({ owner, name }: Repository): boolean {
  return [`${owner}.github.io`, `${owner}.github.com`].some((own) => own.toLowerCase() === name.toLowerCase());
}

/** Where GitHub Pages serves a repository: at the domain of the file CNAME, where there is one. */
function pagesUrl(repository: Repository, { source }: Config): { readonly origin: string; readonly path: string } {
  const domain = textOf(join(source, "CNAME"))?.trim();
  if (domain !== undefined && domain !== "") return { origin: `https://${domain}`, path: "" };
  const origin = `https://${repository.owner.toLowerCase()}.github.io`;
  return { origin, path: isUserPage(repository) ? "" : `/${repository.name}` };
}

/** PAGES_REPO_NWO, `repository`, or the remote `origin` of git: "owner/name". */
function repositoryOf({ source, data }: Config): Repository | undefined {
  const remote = /github\.com[:/]([\w-]+\/[\w.-]+?)(?:\.git)?\/?\s*$/.exec(originOf(source) ?? "")?.[1];
  const named = [process.env.PAGES_REPO_NWO, asText(data.repository), remote].find((nwo) => nwo?.includes("/"));
  const [owner, name] = named?.split("/") ?? [];
  return owner === undefined || name === undefined ? undefined : { owner, name };
}

/** The URL of the remote `origin`, read from git's own configuration: of the source, or of a folder above it. */
function originOf(source: string): string | undefined {
  for (let at = resolve(source); ; at = dirname(at)) {
    const config = textOf(join(at, ".git/config"));
    if (config !== undefined) return /^\[remote "origin"\][^[]*?^\s*url\s*=\s*(.*)$/m.exec(config)?.[1];
    if (at === dirname(at)) return undefined;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
