/** What a layout is given: the page, the site, and what it may ask for. Types only. */
import type { DateTime } from "luxon";
import type { Content, Data, Derived, Document, Post, Site, SiteImage, StaticFile } from "./model.ts";
import type { Library } from "./scholar/library.ts";
import type { Publication, ShownPublication } from "./scholar/model.ts";
import type { Words } from "./words/words.ts";

/** What a layout is given. The layout returns a whole HTML document. */
export interface LayoutProps {
  readonly site: Site;
  readonly page: Document;
  readonly content: Content;
  readonly helpers: Helpers;
}

/** A link of the theme: its text and a URL, site-relative or leading elsewhere. */
export interface Link {
  readonly text: string;
  readonly url: string;
  /** The language of the text where that is not the one of the page that it leads to: the theme's English. */
  readonly lang?: string | undefined;
  /** The language that it leads to, on pages of any other: the way to change it. */
  readonly hreflang?: string;
}

/** The pages that other pages lead to. */
export interface SiteMap {
  readonly nav: readonly Link[];
  /** The same for the pages below the folder of another language ("/es"), where the site has such. */
  readonly navBelow: Readonly<Record<string, readonly Link[]>>;
  /** First page of the list of all posts. */
  readonly blog: Link | undefined;
  /** The pages that list every tag and every category. */
  readonly tags: Link | undefined;
  readonly categories: Link | undefined;
  /** The page that searches the site. */
  readonly search: Link | undefined;
  /** The page that lists the publications. */
  readonly publications: Link | undefined;
  /** al-folio's `impressum_path`. */
  readonly impressum: Link | undefined;
  /** The day of the newest post or of its last change, where `last_updated` asks for it. */
  readonly lastUpdated: DateTime | undefined;
}

/** The style sheets of a site's pages. */
export interface Sheets {
  /** Changes when any of them does. */
  readonly key: string;
  /** Every property of the root that is a colour ("paper", "accent"): "#rrggbb" in the light theme and in the dark one. */
  readonly colours: Readonly<Record<string, readonly [light: string, dark: string]>>;
  /** The CSS that a page needs, small. @param html the whole page */
  readonly cssFor: (html: string) => string;
}

/** Who stands behind a site, and by what one knows it: the same for every page. */
export interface Identity {
  /** The author's name, or "". */
  readonly name: string;
  /** Pages about the author elsewhere: absolute URLs. */
  readonly profiles: readonly Link[];
  /** `_data/authors`: more about people whom `author:` names. */
  readonly authors: Data;
  readonly icons: readonly HeadLink[];
  /** Files that the icons need. */
  readonly wants: readonly Derived[];
}

/** A `<link>` of the head. */
export interface HeadLink {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
  readonly title?: string;
  readonly sizes?: string;
}

/** A `<meta>` of the head; `property` is what Open Graph calls the name. */
export type HeadMeta = ({ readonly name: string } | { readonly property: string }) & {
  readonly content: string;
  readonly media?: string;
};

/** What search engines, social networks and browsers are told of a page. */
export interface PageMeta {
  /** For `<title>`. */
  readonly title: string;
  readonly metas: readonly HeadMeta[];
  readonly links: readonly HeadLink[];
  /** JSON-LD, safe inside a script element; "" for none. */
  readonly jsonLd: string;
  /** Speculation rules, likewise. */
  readonly speculation: string;
}

/** What a layout may ask for beyond the values themselves. A page is rendered again when an answer it was given changes. */
export interface Helpers {
  readonly map: SiteMap;
  /** A site-relative URL with baseurl in front; absolute URLs, fragments and mailto are left alone. */
  readonly href: (url: string) => string;
  /** `href` with the site's `url` in front; the same as `href` where the site has no `url`. */
  readonly absolute: (url: string) => string;
  /** The rendered body of any document of the site (computed once). */
  readonly content: (document: Document) => Content;
  /** The rendered excerpt of a post, HTML. */
  readonly excerpt: (post: Post) => string;
  /** Older and newer neighbour in the post's collection. */
  readonly neighbours: (post: Post) => { readonly previous?: Post; readonly next?: Post };
  /** Up to `count` posts that share the most tags, newest first among equals. */
  readonly related: (post: Post, count: number) => readonly Post[];
  /** URL (site-relative, without baseurl) of the archive of a tag, a category or a year of a collection ("posts"), where there is one. */
  readonly archive: (type: "tag" | "category" | "year", name: string, collection?: string) => string | undefined;
  /** URL (site-relative) of the feed, where there is one. */
  readonly feed: string | undefined;
  /** URL (with baseurl) of a file that the site copies, with a stamp of its content, so that a browser never shows an old one. */
  readonly asset: (url: string) => string;
  /** The theme's words in a language (BCP 47 tag), with what the site says instead: `words(page.lang)("skip")`. */
  readonly words: (lang: string) => Words;
  /** In which direction a language is written. */
  readonly direction: (lang: string) => "ltr" | "rtl";
  /** A rendered body as a page of that language shows it: its code, headings and notes dressed. */
  readonly prose: (html: string, lang: string) => string;
  /** The style sheets of the site's pages, read when they are first asked for. */
  readonly sheets: () => Sheets;
  /** The text of a file of the source (UTF-8) by its path from there; undefined where there is none, or it leads out of the source. */
  readonly file: (path: string) => string | undefined;
  /** Markdown, as a text of front matter or data has it, to HTML. */
  readonly markdown: (text: string) => string;
  /** The static file that is served at a site-relative URL. */
  readonly staticFile: (url: string) => StaticFile | undefined;
  /** What is served at a site-relative URL, which has neither query nor fragment: a document, another file, or nothing. */
  readonly target: (url: string) => Document | "file" | undefined;
  /** Who stands behind the site. */
  readonly identity: Identity;
  /** What goes into the head of a page beside its style. */
  readonly meta: (page: Document, content: Content) => PageMeta;
  /** A BibTeX entry for a post; "" where there is none to show. */
  readonly citation: (page: Document) => string;
  /** What lies at the site-relative URL of an image. */
  readonly image: (url: string) => SiteImage;
  /**
   * Has files made for the page that is being rendered. Gives the reason where one of them was refused before; then none of them
   * is made.
   */
  readonly want: (...together: readonly Derived[]) => string | undefined;
  /** The site's publications; undefined where it has no .bib file. */
  readonly library: () => Library | undefined;
  /** One of them with all that a page shows of it, for a page of its own. */
  readonly paper: (publication: Publication) => ShownPublication | undefined;
}
