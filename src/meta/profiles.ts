/** The author's profiles elsewhere: al-folio's `_data/socials.yml`, the same keys in `_config.yml`, and jekyll-seo-tag's `social.links`. */
import type { Data, Profile, Value } from "../model.ts";
import { asData, asList, asText } from "../plugins/settings.ts";

/** A profile's name and its address, in which `*` stands for what the key holds. A whole address is taken as it is. */
const known: Readonly<Record<string, readonly [name: string, url: string]>> = {
  academia_edu: ["Academia", "https://*.academia.edu/"],
  acm_id: ["ACM Digital Library", "https://dl.acm.org/profile/*"],
  arxiv_id: ["arXiv", "https://arxiv.org/a/*"],
  blogger_url: ["Blogger", "*"],
  bluesky_url: ["Bluesky", "*"],
  dblp_url: ["DBLP", "*"],
  facebook_id: ["Facebook", "https://www.facebook.com/*"],
  facebook_username: ["Facebook", "https://www.facebook.com/*"],
  flickr_id: ["Flickr", "https://www.flickr.com/people/*"],
  flickr_username: ["Flickr", "https://www.flickr.com/people/*"],
  github_username: ["GitHub", "https://github.com/*"],
  gitlab_username: ["GitLab", "https://gitlab.com/*"],
  hal_id: ["HAL", "https://cv.hal.science/*"],
  ieee_id: ["IEEE Xplore", "https://ieeexplore.ieee.org/author/*"],
  inspirehep_id: ["INSPIRE", "https://inspirehep.net/authors/*"],
  instagram_id: ["Instagram", "https://www.instagram.com/*/"],
  instagram_username: ["Instagram", "https://www.instagram.com/*/"],
  kaggle_id: ["Kaggle", "https://www.kaggle.com/*"],
  keybase_username: ["Keybase", "https://keybase.io/*"],
  lastfm_id: ["Last.fm", "https://www.last.fm/user/*"],
  lattes_id: ["Lattes", "http://lattes.cnpq.br/*"],
  leetcode_id: ["LeetCode", "https://leetcode.com/u/*/"],
  linkedin_username: ["LinkedIn", "https://www.linkedin.com/in/*"],
  mastodon_username: ["Mastodon", "https://*"],
  medium_username: ["Medium", "https://medium.com/@*"],
  orcid_id: ["ORCID", "https://orcid.org/*"],
  osf_id: ["OSF", "https://osf.io/*"],
  pinterest_id: ["Pinterest", "https://www.pinterest.com/*"],
  publons_id: ["Publons", "https://publons.com/a/*"],
  quora_username: ["Quora", "https://www.quora.com/profile/*"],
  research_gate_profile: ["ResearchGate", "https://www.researchgate.net/profile/*"],
  scholar_userid: ["Google Scholar", "https://scholar.google.com/citations?user=*"],
  scopus_id: ["Scopus", "https://www.scopus.com/authid/detail.uri?authorId=*"],
  semanticscholar_id: ["Semantic Scholar", "https://www.semanticscholar.org/author/*"],
  spotify_id: ["Spotify", "https://open.spotify.com/user/*"],
  stackoverflow_id: ["Stack Overflow", "https://stackoverflow.com/users/*"],
  strava_userid: ["Strava", "https://www.strava.com/athletes/*"],
  telegram_username: ["Telegram", "https://t.me/*"],
  twitter_username: ["X", "https://x.com/*"],
  unsplash_id: ["Unsplash", "https://unsplash.com/@*"],
  wikidata_id: ["Wikidata", "https://www.wikidata.org/wiki/*"],
  wikipedia_id: ["Wikipedia", "https://en.wikipedia.org/wiki/User:*"],
  work_url: ["Work", "*"],
  x_username: ["X", "https://x.com/*"],
  youtube_id: ["YouTube", "https://www.youtube.com/@*"],
  zotero_username: ["Zotero", "https://www.zotero.org/*"],
};

/** Profiles in the order in which they are written, each address once; `_data/socials.yml` comes first. */
export function profilesOf(config: Data, socials: Value | undefined): readonly Profile[] {
  const data = Object.entries(asData(socials) ?? {});
  const settings = Object.entries(config).filter(([key]) => Object.hasOwn(known, key));
  const written = [...data, ...settings].map(profileOf);
  const links = asList(asData(config.social)?.links) ?? [];
  const others = links.map((link) => profileAt(asText(link) ?? "", ""));
  const found = [...written, ...others].filter((profile) => profile !== undefined);
  return [...new Map(found.map((profile) => [profile.url, profile])).values()];
}

function profileOf([key, value]: readonly [string, Value]): Profile | undefined {
  const about = asData(value);
  // A profile that al-folio does not know, as it lets one write it: `{title, url, logo}`.
  if (!Object.hasOwn(known, key)) return about && profileAt(asText(about.url) ?? "", asText(about.title) ?? key);
  const [name, template] = known[key] ?? ["", ""];
  if (key === "academia_edu") {
    const [organization, username] = [about?.organization, about?.username].map((part) => idOf(part));
    if (!organization || !username) return undefined;
    return { key, name, url: `${template.replace("*", organization)}${username}` };
  }
  const id = idOf(value)?.replace(/^@/, "");
  if (id === undefined) return undefined;
  const url = /^https?:\/\//.test(id) ? id : template.replace("*", () => encodeURI(id));
  return profileAt(url, name, key);
}

/** Only what a browser opens as a page. */
function profileAt(url: string, name: string, key = ""): Profile | undefined {
  if (!/^https?:\/\/[^\s"<>]+$/.test(url)) return undefined;
  return { key, name: name === "" ? new URL(url).host : name, url };
}

function idOf(value: Value | undefined): string | undefined {
  const id = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return id === "" ? undefined : id;
}
