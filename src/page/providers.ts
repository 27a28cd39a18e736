/** What is known of the hosts whose things authors embed: where a reader finds the thing itself, and what to load on a click. */
import type { Word } from "../words/en.ts";

/** Something of another host, before it is loaded. */
export interface Embed {
  /** What it is. */
  readonly kind: Word;
  /** The host's name as readers know it. */
  readonly host: string;
  /** The page to go to. */
  readonly link: string;
  /** What the frame loads. */
  readonly src: string;
}

interface Provider {
  readonly kind: Word;
  readonly name: string;
  /** Matches a URL without its scheme; what it captures is given to `link` and `src`. */
  readonly url: RegExp;
  readonly link?: (match: RegExpExecArray, url: URL) => string | undefined;
  readonly src?: (match: RegExpExecArray, url: URL) => string;
}

/** A copy of the URL with a parameter set. */
function withParameter(url: URL, name: string, value: string): string {
  const copy = new URL(url);
  copy.searchParams.set(name, value);
  return copy.href;
}

function youtubeLink(id: string, { searchParams }: URL): string {
  const list = searchParams.get("list");
  if (id === "videoseries" && list !== null) return `https://www.youtube.com/playlist?list=${list}`;
  const start = startOf(searchParams);
  return `https://www.youtube.com/watch?v=${id}${start === undefined ? "" : `&t=${start}`}`;
}

/** The frame of a video that is named by the address of its page. */
function youtubeFrame(id: string, { searchParams }: URL): string {
  const start = startOf(searchParams);
  return `https://www.youtube-nocookie.com/embed/${id}${start === undefined ? "" : `?start=${start}`}`;
}

/** Where a video begins, in seconds: `start`, or `t` of a link that someone shared ("90", "1m30s"). */
function startOf(searchParams: URLSearchParams): number | undefined {
  const written = searchParams.get("start") ?? searchParams.get("t") ?? "";
  const [whole, hours = 0, minutes = 0, seconds = 0] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/.exec(written) ?? [];
  const start = 3600 * Number(hours) + 60 * Number(minutes) + Number(seconds);
  return whole === undefined || start === 0 ? undefined : start;
}

/** A place on OpenStreetMap: the marker, else the box that is shown. */
function openStreetMapLink({ searchParams }: URL): string {
  const [latitude, longitude] = (searchParams.get("marker") ?? "").split(",");
  if (latitude && longitude) return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}`;
  const [west, south, east, north] = (searchParams.get("bbox") ?? "").split(",");
  if (!north) return "https://www.openstreetmap.org/";
  return `https://www.openstreetmap.org/?minlon=${west}&minlat=${south}&maxlon=${east}&maxlat=${north}`;
}

/** A place on Google Maps: what was searched for, else the coordinates that `pb` holds. */
function googleMapsLink({ searchParams }: URL): string {
  const query = searchParams.get("q") ?? searchParams.get("center");
  const pb = searchParams.get("pb") ?? "";
  const longitude = /!2d(-?[\d.]+)/.exec(pb)?.[1];
  const latitude = /!3d(-?[\d.]+)/.exec(pb)?.[1];
  const place = query ?? (latitude && longitude ? `${latitude},${longitude}` : undefined);
  if (place === undefined) return "https://www.google.com/maps";
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(place)}`;
}

const PROVIDERS: readonly Provider[] = [
  {
    kind: "video",
    name: "YouTube",
    url: /^(?:www\.|m\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|shorts|live)\/([\w-]+)/,
    link: ([, id = ""], url) => youtubeLink(id, url),
    src: ([, id = ""], { search }) => `https://www.youtube-nocookie.com/embed/${id}${search}`,
  },
  {
    kind: "video",
    name: "YouTube",
    url: /^(?:www\.|m\.)?youtube\.com\/watch\?(?:.*&)?v=([\w-]+)/,
    link: ([, id = ""], url) => youtubeLink(id, url),
    src: ([, id = ""], url) => youtubeFrame(id, url),
  },
  {
    kind: "video",
    name: "YouTube",
    url: /^youtu\.be\/([\w-]+)/,
    link: ([, id = ""], url) => youtubeLink(id, url),
    src: ([, id = ""], url) => youtubeFrame(id, url),
  },
  {
    kind: "video",
    name: "Vimeo",
    url: /^player\.vimeo\.com\/video\/(\d+)/,
    // The hash opens a video that is not listed.
    link: ([, id = ""], { searchParams }) => `https://vimeo.com/${[id, searchParams.get("h") ?? []].flat().join("/")}`,
    src: (_, url) => withParameter(url, "dnt", "1"),
  },
  {
    kind: "video",
    name: "Bilibili",
    url: /^player\.bilibili\.com\//,
    link: (_, { searchParams }) => {
      const id = searchParams.get("bvid") ?? (searchParams.has("aid") ? `av${searchParams.get("aid")}` : undefined);
      return id === undefined ? undefined : `https://www.bilibili.com/video/${id}`;
    },
    src: (_, url) => withParameter(url, "autoplay", "0"),
  },
  {
    kind: "video",
    name: "Dailymotion",
    url: /^(?:www\.|geo\.)?dailymotion\.com\/embed\/video\/(\w+)/,
    link: ([, id = ""]) => `https://www.dailymotion.com/video/${id}`,
  },
  {
    kind: "video",
    name: "TED",
    url: /^embed\.ted\.com\/(.+)/,
    link: ([, path = ""]) => `https://www.ted.com/${path}`,
  },
  {
    kind: "audio",
    name: "Spotify",
    url: /^open\.spotify\.com\/embed\/([^?]+)/,
    link: ([, path = ""]) => `https://open.spotify.com/${path}`,
  },
  {
    kind: "audio",
    name: "SoundCloud",
    url: /^w\.soundcloud\.com\/player/,
    // What is named by a number of its API has no page but the player.
    link: (_, { searchParams }) => /^https:\/\/(?:www\.)?soundcloud\.com\/.*/.exec(searchParams.get("url") ?? "")?.[0],
  },
  {
    kind: "map",
    name: "OpenStreetMap",
    url: /^www\.openstreetmap\.org\/export\/embed/,
    link: (_, url) => openStreetMapLink(url),
  },
  {
    kind: "map",
    name: "Google Maps",
    url: /^(?:www|maps)\.google\.[a-z.]+\/maps/,
    link: (_, url) => googleMapsLink(url),
  },
  {
    kind: "post",
    name: "X",
    url: /^platform\.(?:twitter|x)\.com\/embed\//,
    link: (_, { searchParams }) => `https://x.com/i/status/${searchParams.get("id")}`,
  },
  {
    kind: "post",
    name: "Bluesky",
    url: /^embed\.bsky\.app\/embed\/([^/]+)\/app\.bsky\.feed\.post\/(\w+)/,
    link: ([, who = "", id = ""]) => `https://bsky.app/profile/${who}/post/${id}`,
  },
  {
    kind: "post",
    name: "Instagram",
    url: /^www\.instagram\.com\/(p|reel|tv)\/([\w-]+)/,
    link: ([, kind = "", id = ""]) => `https://www.instagram.com/${kind}/${id}/`,
  },
  {
    kind: "post",
    name: "TikTok",
    url: /^www\.tiktok\.com\/embed\/(?:v2\/)?(\d+)/,
    link: ([, id = ""]) => `https://www.tiktok.com/video/${id}`,
  },
  {
    kind: "gist",
    name: "GitHub",
    url: /^gist\.github\.com\/([^?]*?)(?:\.js|\.pibb)?(?:\?|$)/,
    link: ([, id = ""]) => `https://gist.github.com/${id}`,
    src: ([, id = ""], { search }) => `https://gist.github.com/${id}.pibb${search}`,
  },
  {
    kind: "video",
    name: "asciinema",
    url: /^asciinema\.org\/a\/(\w+)(?:\.js|\/iframe|\/embed)/,
    link: ([, id = ""]) => `https://asciinema.org/a/${id}`,
    src: ([, id = ""]) => `https://asciinema.org/a/${id}/iframe`,
  },
  // Mastodon and its kin, on any host.
  { kind: "post", name: "", url: /^([^/]+\/@[^/]+\/\d+)\/embed/, link: ([, post = ""]) => `https://${post}` },
];

/** What is behind a URL that a frame or a script would load; a host that nobody knows is itself the place to go to. */
export function embedOf(url: URL): Embed {
  const bare = url.host + url.pathname + url.search;
  for (const { kind, name, url: pattern, link, src } of PROVIDERS) {
    const match = pattern.exec(bare);
    if (match === null) continue;
    const host = name === "" ? url.host : name;
    return { kind, host, link: link?.(match, url) ?? url.href, src: src?.(match, url) ?? url.href };
  }
  return { kind: "frame", host: url.host, link: url.href, src: url.href };
}

/** Scripts whose work is done by what stands in their place: the frames of the posts that they would have drawn. */
const DRAWING =
  /^(?:platform\.(?:twitter|x)\.com\/widgets\.js|embed\.bsky\.app\/|[^/]+\/embed\.js$|(?:www\.)?instagram\.com\/embed\.js|www\.tiktok\.com\/embed\.js|embed\.reddit\.com\/|player\.vimeo\.com\/api\/|www\.youtube\.com\/iframe_api)/;

/** Whether a script only draws what is embedded otherwise. */
export function onlyDraws({ host, pathname }: URL): boolean {
  return DRAWING.test(host + pathname);
}

/** Scripts that write a thing where they stand. */
export function writesEmbed({ host, pathname }: URL): boolean {
  return host === "gist.github.com" || (host === "asciinema.org" && pathname.endsWith(".js"));
}

interface Quote {
  /** A class of the quote. */
  readonly mark: string;
  /** The URL of its frame, from its attributes and the last link within it. */
  readonly frame: (get: (attribute: string) => string | undefined, lastLink: string) => string | undefined;
}

const QUOTES: readonly Quote[] = [
  {
    mark: "twitter-tweet",
    frame: (_, link) => {
      const id = /\/status\/(\d+)/.exec(link)?.[1];
      return id && `https://platform.twitter.com/embed/Tweet.html?id=${id}&dnt=true`;
    },
  },
  { mark: "mastodon-embed", frame: (get) => get("data-embed-url") },
  {
    mark: "bluesky-embed",
    frame: (get) => get("data-bluesky-uri")?.replace(/^at:\/\//, "https://embed.bsky.app/embed/"),
  },
  {
    mark: "instagram-media",
    frame: (get, link) => (get("data-instgrm-permalink") ?? link).replace(/\/?(?:\?.*)?$/, "/embed/"),
  },
  {
    mark: "tiktok-embed",
    frame: (get) => get("data-video-id") && `https://www.tiktok.com/embed/v2/${get("data-video-id")}`,
  },
  {
    mark: "reddit-embed-bq",
    frame: (_, link) => link.replace(/^https:\/\/(?:www\.)?reddit\.com/, "https://embed.reddit.com"),
  },
];

/** The URL of the frame in which a quoted post is drawn; undefined for any other quote. */
export function frameOfQuote(
  classes: readonly string[],
  get: (attribute: string) => string | undefined,
  lastLink: string,
): string | undefined {
  return QUOTES.find(({ mark }) => classes.includes(mark))?.frame(get, lastLink) || undefined;
}
