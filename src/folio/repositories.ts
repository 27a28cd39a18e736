/** What is known of repositories and accounts at GitHub: `_data/repositories_cache.json`, which `octavo fetch` writes. */
import type { Data } from "../model.ts";
import { asCount, asData, asText } from "../settings.ts";

/** What is known of a repository of GitHub's. */
export interface Repository {
  /** "owner/name". */
  readonly name: string;
  readonly description: string;
  readonly language: string;
  readonly stars: number | undefined;
  readonly forks: number | undefined;
  readonly archived: boolean;
}

/** What is known of an account of GitHub's. */
export interface Account {
  readonly login: string;
  readonly name: string;
  readonly bio: string;
  readonly repositories: number | undefined;
  readonly followers: number | undefined;
}

/** A repository that the cache does not know has its name alone. */
export function repositoryOf(data: Data, name: string): Repository {
  const known = keptOf(data, "repositories", name);
  return {
    name,
    description: asText(known.description) ?? "",
    language: asText(known.language) ?? "",
    stars: asCount(known.stars),
    forks: asCount(known.forks),
    archived: known.archived === true,
  };
}

/** What `octavo fetch` kept of an account. */
export function accountOf(data: Data, login: string): Account {
  const known = keptOf(data, "users", login);
  return {
    login,
    name: asText(known.name) ?? "",
    bio: asText(known.bio) ?? "",
    repositories: asCount(known.repositories),
    followers: asCount(known.followers),
  };
}

function keptOf(data: Data, kind: "repositories" | "users", name: string): Data {
  return asData(asData(asData(data.repositories_cache)?.[kind])?.[name]) ?? {};
}
