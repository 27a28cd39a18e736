/** Jekyll's `relative_url` and `absolute_url`, whose results Addressable brings into RFC 3986's normal form. */
import { domainToASCII } from "node:url";
import type { Config } from "../model.ts";
import { absoluteUrl as plainUrl } from "../urls.ts";
import { strip } from "./blank.ts";
import { normalizeComponent } from "./filters/escapes.ts";

/** What stands before a path. */
export interface SiteBase {
  readonly url: string;
  /** "", or a path with a slash at its beginning. */
  readonly baseurl: string;
}

/** In mode jekyll what `_config.yml` says, to the letter: a slash at the end of `url` gives two. */
export function siteBase({ mode, url, baseurl, data }: Config): SiteBase {
  if (mode !== "jekyll") return { url, baseurl };
  const [rawUrl, rawBase] = [data.url, data.baseurl].map((value) => (value === null ? "" : String(value ?? "")));
  return { url: rawUrl ?? "", baseurl: slashed((rawBase ?? "").replace(/\/$/, "")) };
}

/** A path with baseurl in front; what has a scheme is left alone. */
export function relativeUrl(text: string, base: Pick<SiteBase, "baseurl">): string {
  if (hasScheme(text)) return text;
  return normalizeUrl(base.baseurl + slashed(text));
}

/** The same with the site's `url` in front, where it has one. */
export function absoluteUrl(text: string, base: SiteBase): string {
  if (hasScheme(text)) return text;
  const relative = relativeUrl(text, base);
  return base.url === "" ? relative : normalizeUrl(base.url + relative);
}

/** An absolute URL as a feed or a sitemap writes it: in mode jekyll that of the filter `absolute_url`. */
export function fullUrl(config: Config, url: string): string {
  return config.mode === "jekyll" ? absoluteUrl(url, siteBase(config)) : plainUrl(config, url);
}

function hasScheme(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(text);
}

function slashed(path: string): string {
  return path === "" || path.startsWith("/") ? path : `/${path}`;
}

const ENCODED_IN_PATH = /[^A-Za-z0-9\-._~!$&'()*+,;=:@]/gu;
const ENCODED_IN_QUERY = /[^A-Za-z0-9\-._~!$'()*+,=:@/?]/gu;
const ENCODED_IN_FRAGMENT = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]/gu;

function normalizeUrl(url: string): string {
  // Most are in normal form as they are.
  if (/^(?:https?:\/\/[a-z0-9][a-z0-9.-]*)?(?:\/[A-Za-z0-9_~-][A-Za-z0-9_~.-]*)+\/?$/.test(url)) return url;
  const match = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url);
  if (match === null) return url;
  const [, scheme, authority, path = "", query = "", fragment = ""] = match;
  const segments = strip(path)
    .split("/")
    .map((part) => normalizeComponent(part, ENCODED_IN_PATH));
  const clean = removeDots(segments.join("/"));
  const shown = clean === "" && authority !== undefined && /^https?$/i.test(scheme ?? "") ? "/" : clean;
  const pairs = query.split("&").map((pair) => normalizeComponent(pair, ENCODED_IN_QUERY));
  return [
    scheme === undefined ? "" : `${scheme.toLowerCase()}:`,
    authority === undefined ? "" : `//${normalizeAuthority(authority, scheme)}`,
    shown,
    query === "" ? "" : `?${pairs.join("&")}`,
    fragment === "" ? "" : `#${normalizeComponent(fragment, ENCODED_IN_FRAGMENT)}`,
  ].join("");
}

/** Lower case; letters outside ASCII as Punycode (RFC 3492). */
function normalizeHost(host: string): string {
  return host.replace(/^[^:]*\P{ASCII}[^:]*/u, (name) => domainToASCII(name) || name).toLowerCase();
}

/** A normal host, and no port that the scheme has anyway. */
function normalizeAuthority(authority: string, scheme: string | undefined): string {
  const port = scheme?.toLowerCase() === "https" ? ":443" : ":80";
  const [, user = "", host = ""] = /^(.*@)?(.*)$/s.exec(authority) ?? [];
  const lower = normalizeHost(host);
  return user + (lower.endsWith(port) ? lower.slice(0, -port.length) : lower);
}

/** RFC 3986, 5.2.4. */
function removeDots(path: string): string {
  if (!/(?:^|\/)\.\.?(?:\/|$)/.test(path)) return path;
  const kept: string[] = [];
  const parts = path.split("/");
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    if (part === "..") {
      if (kept.length > 1) kept.pop();
      if (isLast) kept.push("");
    } else if (part !== "." || isLast) kept.push(part === "." ? "" : part);
  }
  return kept.join("/");
}
