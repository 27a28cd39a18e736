import { accountOf, repositoryOf } from "../../src/folio/repositories.ts";
import type { Helpers } from "../../src/layout.ts";
import type { Data } from "../../src/model.ts";
import { Facts } from "./facts.tsx";

interface CardProps {
  readonly name: string;
  readonly data: Data;
  readonly lang: string;
  readonly helpers: Helpers;
}

/** A repository: its name as the link, what it is, its language and how many like it, as far as the cache knows. */
export function RepositoryCard({ name, data, lang, helpers }: CardProps) {
  const { description, language, stars, forks, archived } = repositoryOf(data, name);
  const words = helpers.words(lang);
  const facts = [
    language,
    stars === undefined ? "" : words("stars", { count: stars }),
    forks === undefined ? "" : words("forks", { count: forks }),
    archived ? words("archived") : "",
  ];
  return (
    <article class="repo">
      <a href={`https://github.com/${name}`}>{name}</a>
      {description && <p>{description}</p>}
      <Facts>{facts.filter((fact) => fact !== "")}</Facts>
    </article>
  );
}

/** An account, with how much is there. */
export function AccountCard({ name: login, data, lang, helpers }: CardProps) {
  const { name, bio, repositories, followers } = accountOf(data, login);
  const words = helpers.words(lang);
  const facts = [
    repositories === undefined ? "" : words("repositories", { count: repositories }),
    followers === undefined ? "" : words("followers", { count: followers }),
  ];
  return (
    <article class="repo">
      <a href={`https://github.com/${login}`}>{name === "" ? login : `${name} (${login})`}</a>
      {bio && <p>{bio}</p>}
      <Facts>{facts.filter((fact) => fact !== "")}</Facts>
    </article>
  );
}
