/** A word that changes with a number: a text for each plural category of the language (Unicode CLDR), `{count}` in it. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The theme's own words. A word that is new here is wanted of every other language: the types ask for it. */
export const english = {
  // The frame of every page
  skip: "Skip to content",
  mainNavigation: "Main",
  home: "Home",
  feed: "Feed",
  theme: "Theme",
  auto: "Auto",
  light: "Light",
  dark: "Dark",

  // Lists of posts
  blog: "Blog",
  latestPosts: "Latest posts",
  allPosts: "All posts",
  noPosts: "Nothing has been published yet.",
  posts: { one: "{count} post", other: "{count} posts" },
  pages: "Pages",
  newer: "Newer",
  older: "Older",
  pageOf: "Page {page} of {total}",
  titleOfPage: "{title}, page {page}",
  tags: "Tags",
  categories: "Categories",
  tag: "Tag",
  category: "Category",
  year: "Year",
  month: "Month",
  day: "Day",

  // A post
  updated: "Updated",
  readingTime: { one: "{count} min read", other: "{count} min read" },
  draft: "Draft",
  contents: "Contents",
  relatedPosts: "Related posts",
  otherPosts: "Other posts",
  previous: "Previous",
  next: "Next",
  cite: "Cite this post",

  // Inside a text
  backToText: "Back to the text",
  copy: "Copy",
  copied: "Copied",
  code: "Code",
  table: "Table {number}",
  equation: "Equation {number}",
  formula: "Formula {number}",
  note: "Note",
  tip: "Tip",
  important: "Important",
  warning: "Warning",
  caution: "Caution",
  danger: "Danger",

  // What a reader has to ask for, since it comes from another host
  embed: "{title} ({host})",
  load: "Load",
  loadFrom: "Load from {host}: {title}",
  video: "Video",
  audio: "Audio",
  post: "Post",
  map: "Map",
  gist: "Gist",
  picture: "Picture",
  frame: "Page",
  comments: "Comments",

  // The page for an address that leads nowhere
  notFound: "Page not found",
  notFoundHelp: "Nothing lies at this address. It may have moved, or the link may be mistyped.",
} as const satisfies Readonly<Record<string, string | Plural>>;
