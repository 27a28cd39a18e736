/** A word that changes with a number: a text for each plural category of the language (Unicode CLDR), `{count}` in it. */
type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** The theme's own words. A word that is new here is wanted of every other language: the types ask for it. */
export const ENGLISH = {
  // The frame of every page
  skip: "Skip to content",
  mainNavigation: "Main",
  home: "Home",
  feed: "Feed",
  backToTop: "Back to top",
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
  readingTime: { one: "{count}\u00a0min read", other: "{count}\u00a0min read" },
  draft: "Draft",
  contents: "Contents",
  relatedPosts: "Related posts",
  otherPosts: "Other posts",
  previous: "Previous",
  next: "Next",
  cite: "Cite this post",
  fullImage: "Full size",

  projects: "Projects",

  // Publications
  publications: "Publications",
  selectedPublications: "Selected publications",
  allPublications: "All publications",
  abstract: "Abstract",
  bibtex: "BibTeX",
  citeAs: "Cite as",
  linksOf: "{link}: {title}",
  more: "Details",
  moreAuthors: { one: "{count} more author", other: "{count} more authors" },
  andMoreAuthors: "and others",
  and: "and",
  editors: "Edited by",
  award: "Award",
  filter: "Filter publications",
  download: "Download",

  // Inside a text
  backToText: "Back to the text",
  copy: "Copy",
  copied: "Copied",
  code: "Code",
  codeIn: "Code in {language}",
  diagram: "Diagram {number}",
  chart: "Chart {number}",
  geography: "Map {number}",
  algorithm: "Algorithm {number}",
  changes: "Changes {number}",
  source: "Source",
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

  // Who it is about, what is new, what was done
  contact: "Contact",
  email: "Email",
  cv: "CV",
  work: "Work",
  news: "News",
  postBy: "Post by {name} on X",
  postsBy: "Posts by {name} on X",
  stars: { one: "{count} star", other: "{count} stars" },
  forks: { one: "{count} fork", other: "{count} forks" },
  archived: "archived",
  repositories: { one: "{count} repository", other: "{count} repositories" },
  followers: { one: "{count} follower", other: "{count} followers" },
  calendar: "Calendar",
  newsletter: "Get new posts by email",
  subscribe: "Subscribe",
  authors: "Authors",
  published: "Published",
  footnotes: "Footnotes",
  references: "References",

  // Courses and books
  instructor: "Instructor",
  term: "Term",
  time: "Time",
  place: "Place",
  schedule: "Schedule",
  week: "Week",
  date: "Date",
  topic: "Topic",
  materials: "Materials",
  abandoned: "abandoned",
  finished: "finished",
  interested: "of interest",
  paused: "paused",
  queued: "queued",
  reading: "reading",
  reread: "read again",
  started: "Begun",
  finishedOn: "Finished",
  buy: "Where to buy",
  starsOf: "{count} of 5 stars",

  // The search page
  search: "Search",
  searchLabel: "Search this site",
  results: { one: "{count} result", other: "{count} results" },
  noResults: "Nothing was found",
  moreResults: "More results",
  searchFailed: "The search does not work just now",
  everything: "Or look here:",

  // The page for an address that leads nowhere
  notFound: "Page not found",
  notFoundHelp: "Nothing lies at this address. It may have moved, or the link may be mistyped.",
} as const satisfies Readonly<Record<string, string | Plural>>;

/** The name of one of the theme's words. */
export type Word = keyof typeof ENGLISH;

/** Every word of one language. */
export type Dictionary = Readonly<Record<Word, string | Plural>>;
