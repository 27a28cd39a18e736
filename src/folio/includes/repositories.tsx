/** `repository/repo`, `repository/repo_user` and `repository/repo_trophies`: cards from the site's own cache. */

import { AccountCard, RepositoryCard } from "../../../_layouts/parts/repository.tsx";
import { type Around, type Given, type Include, langOf } from "../include.ts";

/** A repository of GitHub's as a card. */
export const repository: Include = (given, around) => {
  const name = given.text("repository");
  return name === undefined ? "" : <RepositoryCard name={name} {...cardProps(around)} />;
};

/** An account of GitHub's as a card. */
export const account: Include = (given: Given, around) => {
  const name = given.text("username");
  return name === undefined ? "" : <AccountCard name={name} {...cardProps(around)} />;
};

/** The pictures of a server that counts: the account's card says what is known of the same. */
export const trophies: Include = () => "";

function cardProps(around: Around) {
  return { data: around.site.data, lang: langOf(around), helpers: around.helpers };
}
