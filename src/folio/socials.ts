/** Where else the author is found: `_data/socials.yml`, or, as older sites have it, the same keys in `_config.yml`. */
import { capital } from "../case.ts";
import type { Diagnostics } from "../errors.ts";
import type { Data, Site, Value } from "../model.ts";
import { asData, asList, asText } from "../settings.ts";

/** A link to an account, or to another place of the author's. */
export interface SocialLink {
  /** The network's name, a proper noun; "email", "cv", "feed" and "work" are words of the theme. */
  readonly name: string;
  /** Site-relative, or leading elsewhere. */
  readonly url: string;
}

/** Key → name and address, `%` being the value. In the order in which older sites, whose keys have none, show them. */
const NETWORKS: Readonly<Record<string, readonly [name: string, url: string]>> = {
  email: ["email", "mailto:%"],
  cv_pdf: ["cv", "%"],
  telegram_username: ["Telegram", "https://telegram.me/%"],
  whatsapp_number: ["WhatsApp", "https://wa.me/%"],
  orcid_id: ["ORCID", "https://orcid.org/%"],
  scholar_userid: ["Google Scholar", "https://scholar.google.com/citations?user=%"],
  semanticscholar_id: ["Semantic Scholar", "https://www.semanticscholar.org/author/%"],
  publons_id: ["Publons", "https://publons.com/a/%/"],
  lattes_id: ["Lattes", "http://lattes.cnpq.br/%"],
  osf_id: ["OSF", "https://osf.io/%/"],
  research_gate_profile: ["ResearchGate", "https://www.researchgate.net/profile/%/"],
  scopus_id: ["Scopus", "https://www.scopus.com/authid/detail.uri?authorId=%"],
  ieee_id: ["IEEE Xplore", "https://ieeexplore.ieee.org/author/%/"],
  acm_id: ["ACM Digital Library", "https://dl.acm.org/profile/%/"],
  arxiv_id: ["arXiv", "https://arxiv.org/a/%"],
  hal_id: ["HAL", "https://cv.hal.science/%"],
  inspirehep_id: ["INSPIRE-HEP", "https://inspirehep.net/authors/%"],
  dblp_url: ["DBLP", "%"],
  github_username: ["GitHub", "https://github.com/%"],
  gitlab_username: ["GitLab", "https://gitlab.com/%"],
  linkedin_username: ["LinkedIn", "https://www.linkedin.com/in/%"],
  x_username: ["X", "https://x.com/%"],
  twitter_username: ["X", "https://x.com/%"],
  mastodon_username: ["Mastodon", "https://%"],
  bluesky_url: ["Bluesky", "%"],
  medium_username: ["Medium", "https://medium.com/@%"],
  quora_username: ["Quora", "https://www.quora.com/profile/%"],
  blogger_url: ["Blogger", "%"],
  work_url: ["work", "%"],
  wikidata_id: ["Wikidata", "https://www.wikidata.org/wiki/%"],
  wikipedia_id: ["Wikipedia", "https://wikipedia.org/wiki/User:%"],
  strava_userid: ["Strava", "https://www.strava.com/athletes/%"],
  keybase_username: ["Keybase", "https://keybase.io/%"],
  stackoverflow_id: ["Stack Overflow", "https://stackoverflow.com/users/%"],
  kaggle_id: ["Kaggle", "https://www.kaggle.com/%"],
  leetcode_id: ["LeetCode", "https://leetcode.com/u/%/"],
  lastfm_id: ["Last.fm", "https://www.last.fm/user/%"],
  spotify_id: ["Spotify", "https://open.spotify.com/user/%"],
  pinterest_id: ["Pinterest", "https://www.pinterest.com/%"],
  unsplash_id: ["Unsplash", "https://unsplash.com/@%"],
  flickr_id: ["Flickr", "https://www.flickr.com/people/%"],
  instagram_id: ["Instagram", "https://instagram.com/%"],
  facebook_id: ["Facebook", "https://facebook.com/%"],
  youtube_id: ["YouTube", "https://youtube.com/@%"],
  discord_id: ["Discord", "https://discord.com/users/%"],
  zotero_username: ["Zotero", "https://www.zotero.org/%"],
  academia_edu: ["Academia.edu", ""],
  wechat_qr: ["WeChat", ""],
  rss_icon: ["feed", ""],
};

/** The address of an account, by the network's name as a CV writes it ("StackOverflow"); undefined where it is not known. */
export function accountUrl(network: string, user: string): string | undefined {
  const plain = (name: string): string => name.toLowerCase().replace(/[\s.]/g, "");
  const wanted = plain(network) === "twitter" ? "x" : plain(network);
  const [, name, host] = /^@?([^@\s/]+)@([^@\s/]+)$/.exec(user) ?? [];
  if (wanted === "mastodon" && name !== undefined) return `https://${host}/@${name}`;
  if (wanted === "bluesky" && !user.includes("/")) return `https://bsky.app/profile/${user}`;
  // Where the account is the whole address, its name alone says too little.
  const known = Object.values(NETWORKS).find(([name, url]) => plain(name) === wanted && /^https:\/\/[^%]+%/.test(url));
  return known?.[1].replace("%", user);
}

/** What the networks call themselves, by their names in small letters alone ("googlescholar"). */
export const PROPER_NAMES: ReadonlyMap<string, string> = new Map(
  Object.values(NETWORKS)
    .filter(([name]) => /^[A-Z]|arXiv/.test(name))
    .map(([name]) => [name.toLowerCase().replace(/[^a-z]/g, ""), name]),
);

/** The networks that a site names, in the order of `_data/socials.yml`, or else those in its configuration. @param feed URL of the site's feed, where there is one */
export function socialLinks(
  { config, data }: Pick<Site, "config" | "data">,
  feed: string | undefined,
): readonly SocialLink[] {
  const written = asData(data.socials);
  if (written !== undefined) return Object.keys(written).flatMap((key) => linksOf(key, written[key], feed));
  return Object.keys(NETWORKS).flatMap((key) => linksOf(key, config.data[key], feed));
}

function linksOf(key: string, value: Value | undefined, feed: string | undefined): readonly SocialLink[] {
  if (value === undefined || value === null || value === false || value === "") return [];
  const list = asList(value);
  if (list !== undefined) return list.flatMap((one) => linksOf(key, one, feed));
  const [name, template] = NETWORKS[key] ?? [undefined, ""];
  const given = asData(value);
  if (name === undefined) return ownLink(key, given ?? { url: IS_ADDRESS.test(String(value)) ? value : null });
  if (key === "rss_icon") return feed === undefined ? [] : [{ name, url: feed }];
  if (key === "academia_edu") {
    const [organization, user] = [asText(given?.organization), asText(given?.username)];
    return organization && user ? [{ name, url: `https://${organization}.academia.edu/${user}` }] : [];
  }
  if (given !== undefined) return [];
  return [{ name, url: addressOf(key, template, String(value).trim()) }];
}

/** A network that nobody knows says itself where it lies, and what it is called if not by its key. */
function ownLink(key: string, given: Data): readonly SocialLink[] {
  const url = asText(given.url) ?? "";
  return url === "" ? [] : [{ name: asText(given.title) ?? spoken(key), url }];
}

const IS_ADDRESS = /^(?:[a-z][a-z\d+.-]*:|\/)/i;

/** "my_network_url" is "My network". */
function spoken(key: string): string {
  const words = key.replace(/_(?:id|url|link|user|username|userid|profile)$/, "").replaceAll("_", " ");
  return capital(words);
}

/** Tells what of `_data/socials.yml` leads nowhere: the name of an account in a network that nobody knows. */
export function tellUnknownSocials({ config, data }: Site, diagnostics: Diagnostics): void {
  for (const [key, value] of Object.entries(asData(data.socials) ?? {})) {
    const isGiven = value !== undefined && value !== null && value !== false && value !== "";
    if (!isGiven || Object.hasOwn(NETWORKS, key) || linksOf(key, value, undefined).length > 0) continue;
    diagnostics.warn({
      file: `${config.dataDir}/socials.yml`,
      problem: `The network ${key} is not known, and no address of it is given: it is not shown`,
      help: `Write "${key}: {title: ${spoken(key)}, url: https://…}"`,
    });
  }
}

function addressOf(key: string, template: string, value: string): string {
  if (key === "wechat_qr") return IS_ADDRESS.test(value) ? value : `/assets/img/${value}`;
  if (key === "cv_pdf") return IS_ADDRESS.test(value) ? value : `/${value.includes("/") ? "" : "assets/pdf/"}${value}`;
  // Some write the whole address where an id is wanted.
  if (/^https?:\/\//.test(value)) return value;
  return template.replace("%", value.replace(/^@/, ""));
}
