/** Who stands behind a site: what is said of the author, and of the site, on every page. */
import type { Identity } from "../layout.ts";
import type { Config, Site } from "../model.ts";
import { asData, asText } from "../settings.ts";
import { siteIcons } from "./icons.ts";
import { profilesOf } from "./profiles.ts";

/** Reads the icon's file. */
export function identityOf(site: Site): Identity {
  const { config, data } = site;
  const icons = siteIcons(site);
  return {
    name: authorName(config),
    profiles: profilesOf(site),
    authors: asData(data.authors) ?? {},
    icons: icons.links,
    wants: icons.wants,
  };
}

/** `author`, or al-folio's parts of a name. */
function authorName({ author, data }: Config): string {
  if (author !== "") return author;
  const parts = [data.first_name, data.middle_name, data.last_name].map((part) => asText(part)?.trim());
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}

/** The site's name: its title, or, where al-folio's config says `title: blank`, the author's. */
export function siteName({ title }: Config, { name }: Identity): string {
  return title === "" || title === "blank" ? name : title;
}
