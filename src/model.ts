/**
 * The site as a value: what reading produces, planning arranges and rendering turns into files.
 * Types only. Nothing here changes after it was made.
 */
import type { DateTime } from "luxon";
import type { Header } from "./images/formats/header.ts";
import type { Float, LargeInteger } from "./read/scalar-values.ts";
import type { Bibliography, Publication } from "./scholar/model.ts";

/** A value as YAML 1.1 front matter, `_config.yml` or a data file gives it. Times are instants (a
 * `ZonedTime` where they name a zone), dates have no time; a whole number is an Integer, a `Float` one with a point. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Float
  | LargeInteger
  | Date
  | PlainDate
  | readonly Value[]
  | Data;

/** A mapping of YAML, in the order it was written. */
export interface Data {
  readonly [key: string]: Value;
}

/** A calendar date without a time of day, as YAML's `2020-01-02` is one. Months count from 1. */
export interface PlainDate {
  readonly kind: "date";
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** `jekyll`: Jekyll's letter. `octavo`: the same content and URLs, with what a careful author wants (docs/differences.md). */
export type Mode = "jekyll" | "octavo";

/** `_config.yml` merged over Jekyll's defaults, checked at the border, with the command line's options on top. */
export interface Config {
  readonly mode: Mode;
  /** Absolute path of the folder that is read. */
  readonly source: string;
  /** Absolute path of the folder that is written. */
  readonly destination: string;
  /** The configuration files that were read, relative to the source, in order. Empty where there is none. */
  readonly files: readonly string[];
  readonly title: string;
  readonly description: string;
  /** Scheme and host without a trailing slash, or "" where the site does not say. */
  readonly url: string;
  /** "" or "/repo": leading slash, no trailing one. */
  readonly baseurl: string;
  /** BCP 47 tag; "en" by default. */
  readonly lang: string;
  /** The author's name, or "". */
  readonly author: string;
  /** IANA name. Jekyll uses the machine's zone where none is given; Octavo uses UTC, so that two machines agree. */
  readonly timezone: string;
  /** A style's name or a template, as written. */
  readonly permalink: string;
  readonly future: boolean;
  readonly unpublished: boolean;
  readonly showDrafts: boolean;
  /** 0: no limit. */
  readonly limitPosts: number;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly keepFiles: readonly string[];
  /** File extensions that are Markdown, lower case, without the dot. */
  readonly markdownExt: readonly string[];
  readonly excerptSeparator: string;
  readonly strictFrontMatter: boolean;
  readonly collectionsDir: string;
  readonly layoutsDir: string;
  readonly dataDir: string;
  readonly includesDir: string;
  /** Absolute path of the theme's folder (`_layouts`, `_includes`, `_sass`, `assets`, `_data`), or "" where there is none. */
  readonly theme: string;
  /** The gems that come with it. */
  readonly themeGems: readonly string[];
  readonly defaults: readonly DefaultsScope[];
  readonly collections: readonly CollectionConfig[];
  /** Whether the site is to have a search page: in mode octavo, unless `search` or al-folio's `search_enabled` is false. */
  readonly search: boolean;
  /** Every key as written (merged over Jekyll's defaults), unknown ones included: what a template sees as `site.KEY`. */
  readonly data: Data;
}

/** One entry of `defaults:`. */
export interface DefaultsScope {
  readonly path: string;
  /** "pages", "posts", "drafts" or a collection's label; absent: every type. */
  readonly type?: string;
  readonly values: Data;
}

/** One entry of `collections:`; "posts" is always among them. */
export interface CollectionConfig {
  readonly label: string;
  readonly output: boolean;
  readonly permalink?: string;
  readonly sortBy?: string;
  readonly order?: readonly string[];
  readonly metadata: Data;
}

interface Source {
  /** Path of the source file relative to the source folder, "/" between parts. For a page that no file stands behind: "". */
  readonly path: string;
  /** Front matter merged over the `defaults` that apply, as written. */
  readonly data: Data;
  /** The text after the front matter. */
  readonly body: string;
  /** 1-based line of the file at which `body` begins. */
  readonly bodyLine: number;
  /** Site-relative URL, percent-encoded, without baseurl: "/blog/2025/about-me/". */
  readonly url: string;
  /** The file to write, relative to the destination, decoded: "blog/2025/about-me/index.html". */
  readonly file: string;
  /** A layout's name, or "" for none. */
  readonly layout: string;
  readonly title: string;
  /** The front matter's description, or "". */
  readonly description: string;
  /** BCP 47 tag: the front matter's `lang`, else the site's. */
  readonly lang: string;
  /** Whether the body is Markdown (by the file's extension). */
  readonly markdown: boolean;
}

/** A post, a draft or an item of a collection. */
export interface Post extends Source {
  readonly kind: "post";
  /** "posts" or a collection's label. */
  readonly collection: string;
  readonly draft: boolean;
  /** Whether a file is written for it (`output: false` in its collection: not). */
  readonly output: boolean;
  /** In the site's time zone. */
  readonly date: DateTime;
  /** `last_modified_at`, `last_updated` or `updated` of the front matter, in the site's time zone. */
  readonly updated?: DateTime;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly slug: string;
  /** Jekyll's document id: the URL's folder and the slug. */
  readonly id: string;
  /** The part of the body that is the excerpt (spec: text before `excerpt_separator`), or the front matter's own `excerpt`. */
  readonly excerpt: string;
}

/** A page: a file with front matter outside the collections, or one that Octavo adds (archives, blog, home, 404). */
export interface Page extends Source {
  readonly kind: "page";
  /** Whether a file is written for it: not where another one has its file (mode jekyll). Absent: it is. */
  readonly output?: boolean;
  /** What the page lists, where it is an archive, an index or the blog. */
  readonly listing?: Listing;
  /** The paper that the page is about. */
  readonly publication?: Publication;
}

/** Whatever has a text of its own and becomes a file. */
export type Document = Post | Page;

/** What an archive page lists. */
export interface Listing {
  readonly type: "blog" | "tag" | "category" | "year" | "month" | "day" | "tags" | "categories";
  /** Newest first. Empty on the two index pages. */
  readonly posts: readonly Post[];
  /** On the two index pages: every term. */
  readonly terms: readonly Term[];
  readonly paginator?: Paginator;
}

/** A tag or a category, with the posts that carry it (newest first) and the URL of its archive page. */
export interface Term {
  readonly name: string;
  readonly slug: string;
  readonly url: string;
  readonly posts: readonly Post[];
}

/** One page of several of a list; URLs are site-relative, without baseurl. */
export interface Paginator {
  readonly page: number;
  readonly perPage: number;
  readonly totalPages: number;
  readonly totalPosts: number;
  readonly previousUrl?: string;
  readonly nextUrl?: string;
  /** Every page's URL, the first page's first. */
  readonly urls: readonly string[];
  /** The page's own URL with its file's name; absent in lists of jekyll-paginate, whose templates know no such thing. */
  readonly path?: string;
  /** The pages around this one, where the site asks for them. */
  readonly trail?: readonly { readonly number: number; readonly path: string; readonly title: string }[];
}

/** A file that is copied byte for byte. */
export interface StaticFile {
  /** Absolute path of the file. */
  readonly from: string;
  /** Relative to the source: "assets/x.png". */
  readonly path: string;
  /** Relative to the destination. */
  readonly file: string;
  /** Site-relative URL, percent-encoded. */
  readonly url: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Label of the collection it lies in, or "". */
  readonly collection: string;
  readonly data: Data;
}

/** A file that is made from something else when all pages are rendered, and kept by the content of `recipe`. */
export interface Derived {
  /** Relative to the destination. */
  readonly file: string;
  /** What makes it: a name of `src/disk/makers.ts`. */
  readonly maker: string;
  /**
   * All that it is made from. The same recipe gives the same bytes: a file on disk is named with a hash of its content, and `from`
   * tells where it lies.
   */
  readonly recipe: Data;
}

/** An image file of the site that can be read. */
export interface FoundImage {
  readonly kind: "image";
  readonly file: StaticFile;
  readonly header: Header;
  /** Of its bytes. */
  readonly hash: string;
}

/** What lies at the URL of an image. */
export type SiteImage =
  | FoundImage
  /** A file whose name says that it is an image, and why it is none. */
  | { readonly kind: "unreadable"; readonly file: StaticFile; readonly why: string }
  /** Nothing, but for a file at a URL that differs by case or accents alone. */
  | { readonly kind: "misspelt"; readonly like: string }
  /** Something that is not the images' business. */
  | { readonly kind: "other" }
  | { readonly kind: "missing" };

/** Everything that was read. */
export interface Site {
  readonly config: Config;
  /** The moment the build stands for, in the site's zone: decides what is future. */
  readonly time: DateTime;
  /** Newest first; ties by path, descending. */
  readonly posts: readonly Post[];
  readonly pages: readonly Page[];
  /** Every collection but "posts", by label, in its order. */
  readonly collections: ReadonlyMap<string, readonly Post[]>;
  readonly staticFiles: readonly StaticFile[];
  /** `_data`, by file name. */
  readonly data: Data;
  /** What the .bib files hold, where there are any (mode octavo). */
  readonly bibliography?: Bibliography;
}

/** One file to write, planned. Its owner is unique: no two outputs share `file`. */
export interface Output {
  readonly url: string;
  /** Relative to the destination, "/" between parts. */
  readonly file: string;
  /** What to name in a message: the source file, or the feature that made it. */
  readonly source: string;
  /** The document that is rendered; absent where a plugin makes the text from the whole site. */
  readonly document?: Document;
  /** The file's whole text. Throws SiteError. */
  readonly render: () => string;
  /** Whether that text has nothing in it that a template made: it is the same as long as the site is. */
  readonly isPlain?: boolean;
}

/** A heading of the rendered body, for the table of contents. `text` is plain. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** A rendered body. */
export interface Content {
  /** HTML, trusted: goes into the page as it is. */
  readonly html: string;
  readonly headings: readonly Heading[];
  /** Words of the text without markup. */
  readonly words: number;
}
