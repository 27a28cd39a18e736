/** The values that jekyll-seo-tag prints (version 2.8, its drops). Texts are HTML already. */
import type { Scope } from "../jekyll/scope.ts";
import type { Services } from "../jekyll/services.ts";
import { hashKeys, isHash, isList, isTruthy, type Ruby } from "../jekyll/values.ts";
import { dig, filtered, filteredText, firstItem, firstOf, isAbsolute, pageOf, siteOf } from "./templates.ts";

/** What there is to print for the page of a scope, found when it is made. */
export class Seo {
  readonly site: Ruby;
  readonly page: Ruby;
  readonly siteTitle: Ruby;
  /** The page's own title, or the site's. */
  readonly pageTitle: Ruby;
  readonly description: Ruby;
  readonly canonicalUrl: string;
  /** A mapping with `name` and more, or an empty one. `_data/authors` may hold more about a name. */
  readonly author: Ruby;
  /** The page's image with its absolute URL as `path`; nil where there is none. */
  readonly image: Ruby;
  readonly #scope: Scope;

  constructor(scope: Scope) {
    this.#scope = scope;
    this.site = siteOf(scope);
    this.page = pageOf(scope);
    this.siteTitle = this.#format(firstOf(dig(this.site, "title"), dig(this.site, "name")));
    this.pageTitle = this.#format(dig(this.page, "title")) ?? this.siteTitle;
    this.description = this.#description();
    this.canonicalUrl = this.#canonicalUrl();
    this.author = this.#author();
    this.image = this.#image();
  }

  /** With the site's title or motto, and the number of the page where it is one of several. */
  get title(): Ruby {
    const { siteTitle, pageTitle } = this;
    const description = this.#format(dig(this.site, "description"));
    const text = (value: Ruby) => this.#scope.text(value);
    let title = firstOf(pageTitle, siteTitle);
    if (siteTitle !== null && pageTitle !== siteTitle) title = `${text(pageTitle)} | ${text(siteTitle)}`;
    else if (description !== null && siteTitle !== null) {
      title = `${text(siteTitle)} | ${text(this.#format(dig(this.site, "tagline")) ?? description)}`;
    }
    const number = this.#pageNumber();
    return title === null ? null : number + text(title);
  }

  #description(): Ruby {
    const own = dig(this.page, "description");
    // An excerpt is rendered when it is asked for.
    return this.#format(isTruthy(own) ? own : dig(this.page, "excerpt")) ?? this.#format(dig(this.site, "description"));
  }

  get locale(): string {
    const language = firstOf(dig(this.page, "lang"), dig(this.site, "lang"), "en_US");
    const locale = firstOf(dig(this.page, "locale"), dig(this.site, "locale"), language);
    return this.#scope.text(locale).replaceAll("-", "_");
  }

  #canonicalUrl(): string {
    const own = this.#scope.text(dig(this.page, "canonical_url"));
    if (own !== "") return own;
    return filteredText(this.#scope, dig(this.page, "url"), "absolute_url").replace(/\/index\.html$/, "/");
  }

  #author(): Ruby {
    const sources = [dig(this.page, "author"), firstItem(dig(this.page, "authors")), dig(this.site, "author")];
    const author = sources.find((source) => this.#scope.text(source) !== "") ?? null;
    if (isHash(author)) return author;
    if (typeof author !== "string") return new Map();
    const more = dig(this.site, "data", "authors", author);
    return new Map<string, Ruby>([["name", author], ...(isHash(more) ? pairs(more) : [])]);
  }

  /** The author's name on Twitter. */
  get twitter(): Ruby {
    const name = firstOf(dig(this.author, "twitter"), dig(this.author, "name"));
    return typeof name === "string" ? name.replace(/^@/, "") : null;
  }

  #image(): Ruby {
    const written = dig(this.page, "image");
    const given = isHash(written)
      ? written
      : new Map<string, Ruby>([["path", typeof written === "string" ? written : null]]);
    const path = firstOf(dig(given, "path"), dig(given, "facebook"), dig(given, "twitter"));
    if (path === null) return null;
    const url = typeof path === "string" && !isAbsolute(path) ? filtered(this.#scope, path, "absolute_url") : path;
    return new Map<string, Ruby>([["path", null], ...pairs(given), ["path", filtered(this.#scope, url, "uri_escape")]]);
  }

  /** schema.org's description of the page, keys sorted, without those that have no value. */
  get jsonLd(): Ruby {
    const scope = this.#scope;
    const date = dig(this.page, "date");
    const seo = this.#subHash(this.page, "seo");
    const modified = firstOf(dig(seo, "date_modified"), dig(this.page, "last_modified_at"), date);
    const moment = (value: Ruby) => (isTruthy(value) ? filtered(scope, value, "date_to_xmlschema") : null);
    const type = this.#type();
    const values: readonly (readonly [string, Ruby])[] = [
      ["@context", "https://schema.org"],
      ["@type", type],
      ["author", this.#jsonAuthor()],
      ["dateModified", moment(modified)],
      ["datePublished", moment(date)],
      ["description", this.description],
      ["headline", this.pageTitle],
      ["image", this.#jsonImage()],
      ["mainEntityOfPage", this.#mainEntity(type)],
      ["name", this.#name()],
      ["publisher", this.#publisher()],
      ["sameAs", this.#links()],
      ["url", this.canonicalUrl],
    ];
    return new Map(values.filter(([, value]) => value !== null));
  }

  #type(): Ruby {
    const own = dig(this.#subHash(this.page, "seo"), "type");
    if (isTruthy(own)) return own;
    if (this.#isHomeOrAbout()) return "WebSite";
    return isTruthy(dig(this.page, "date")) ? "BlogPosting" : "WebPage";
  }

  #isHomeOrAbout(): boolean {
    return /^\/(?:about\/)?(?:index.html?)?$/.test(this.#scope.text(dig(this.page, "url")));
  }

  #name(): Ruby {
    const own = dig(this.#subHash(this.page, "seo"), "name");
    const named = isTruthy(own) ? this.#format(own) : null;
    if (named !== null) return named;
    if (!this.#isHomeOrAbout()) return null;
    const social = dig(this.#subHash(this.site, "social"), "name");
    return isTruthy(social) ? this.#format(social) : this.siteTitle;
  }

  #links(): Ruby {
    const own = dig(this.#subHash(this.page, "seo"), "links");
    return firstOf(own, this.#isHomeOrAbout() ? dig(this.#subHash(this.site, "social"), "links") : null);
  }

  #jsonAuthor(): Ruby {
    const { author } = this;
    const [name, type, url] = ["name", "type", "url"].map((key) => dig(author, key));
    if (!isTruthy(name ?? null)) return null;
    if (isTruthy(type ?? null) && type !== "Person" && type !== "Organization") return null;
    return new Map<string, Ruby>([
      ["@type", firstOf(type ?? null, "Person")],
      ["name", name ?? null],
      ...(isTruthy(url ?? null) ? [["url", url ?? null] as const] : []),
    ]);
  }

  #jsonImage(): Ruby {
    const { image } = this;
    if (!isHash(image)) return null;
    if (hashKeys(image).length === 1) return dig(image, "path");
    const others = pairs(image).filter(([key]) => key !== "path");
    return new Map<string, Ruby>([...others, ["url", dig(image, "path")], ["@type", "imageObject"]]);
  }

  #publisher(): Ruby {
    const logo = dig(this.site, "logo");
    if (!isTruthy(logo)) return null;
    const text = this.#scope.text(logo);
    const url = filtered(
      this.#scope,
      isAbsolute(text) ? text : filtered(this.#scope, text, "absolute_url"),
      "uri_escape",
    );
    const name = dig(this.author, "name");
    return new Map<string, Ruby>([
      ["@type", "Organization"],
      [
        "logo",
        new Map<string, Ruby>([
          ["@type", "ImageObject"],
          ["url", url],
        ]),
      ],
      ...(isTruthy(name) ? [["name", name] as const] : []),
    ]);
  }

  #mainEntity(type: Ruby): Ruby {
    if (type !== "BlogPosting" && type !== "CreativeWork") return null;
    return new Map<string, Ruby>([
      ["@type", "WebPage"],
      ["@id", this.canonicalUrl],
    ]);
  }

  /** "Page 2 of 3 for ", or the site's own `seo_paginator_message`. */
  #pageNumber(): string {
    const paginator = this.#scope.find("paginator");
    const [current, total] = ["page", "total_pages"].map((key) => Number(this.#scope.text(dig(paginator, key))));
    if (current === undefined || current < 2) return "";
    const message = this.#scope.text(
      firstOf(dig(this.site, "seo_paginator_message"), "Page %<current>s of %<total>s for "),
    );
    return message.replace(/%(?:<(current|total)>[sd]|\{(current|total)\})/g, (_, angled?: string, braced?: string) =>
      String((angled ?? braced) === "current" ? current : total),
    );
  }

  #subHash(value: Ruby, key: string): Ruby {
    const found = dig(value, key);
    return isHash(found) ? found : new Map();
  }

  /** One line of HTML without tags; nil for nothing. */
  #format(value: Ruby): Ruby {
    const { services } = this.#scope;
    const known = formatted.get(services) ?? new Map<string, string>();
    formatted.set(services, known);
    const text = this.#scope.text(value);
    let html = known.get(text);
    if (html === undefined) {
      html = filteredText(this.#scope, text, "markdownify", "strip_html", "normalize_whitespace", "escape_once");
      known.set(text, html);
    }
    return html === "" ? null : html;
  }
}

/** What each text of a site came to: the site's own are on every page, the page's are asked for more than once. */
const formatted = new WeakMap<Services, Map<string, string>>();

function pairs(hash: Ruby): readonly (readonly [string, Ruby])[] {
  return isHash(hash) && !isList(hash) ? hashKeys(hash).map((key) => [key, dig(hash, key)] as const) : [];
}
