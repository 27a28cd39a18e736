/** The tags of gems. */

/** Those of jekyll-scholar, which mode octavo defines itself (src/scholar). */
export const SCHOLAR_TAGS = [
  "bibliography",
  "bibliography_count",
  "bibtex",
  "cite",
  "cite_details",
  "details_link",
  "nocite",
  "quote",
  "reference",
] as const;

/** Tags that Jekyll sites use and the gem each comes from: what to name when nobody here defines one. */
const GEMS: Readonly<Record<string, readonly string[]>> = {
  "jekyll-archives": [],
  "jekyll-asciinema": ["asciinema"],
  "jekyll-asset-path-plugin": ["asset_path"],
  "jekyll-avatar": ["avatar"],
  "jekyll-cloudinary": ["cloudinary"],
  "jekyll-commonmark-figure": ["figure"],
  "jekyll-diagrams": [
    "actdiag",
    "blockdiag",
    "erd",
    "nomnoml",
    "nwdiag",
    "seqdiag",
    "smcat",
    "state_machine_cat",
    "svgbob",
    "syntrax",
    "vega",
    "vegalite",
    "wavedrom",
  ],
  "jekyll-feed": ["feed_meta"],
  "jekyll-figure": ["figure"],
  "jekyll-gist": ["gist"],
  "jekyll-github-metadata": ["github_edit_link"],
  "jekyll-graphviz": ["graphviz"],
  "jekyll-include-cache": ["include_cached"],
  "jekyll-include-absolute-plugin": ["include_absolute"],
  "jekyll-inline-svg": ["svg"],
  "jekyll-jupyter-notebook": ["jupyter_notebook"],
  "jekyll-katex": ["katex", "katexmm"],
  "jekyll-last-modified-at": ["last_modified_at"],
  "jekyll-lazy-load-image": ["lazyload"],
  "jekyll-loading-lazy": ["loading_lazy"],
  "jekyll-maps": ["google_map"],
  "jekyll-mermaid": ["mermaid"],
  "jekyll-multiple-languages-plugin": ["t", "tf", "translate", "translate_file", "translate_link"],
  "jekyll-octicons": ["octicon"],
  "jekyll-oembed": ["oembed"],
  "jekyll-paginate-content": ["paginate_content"],
  "jekyll-pdf-embed": ["pdf"],
  "jekyll-polyglot": ["I18n_Headers", "Unrelativized_Link", "static_href"],
  "jekyll-pug-include": ["pug"],
  "jekyll-quotes": ["quote"],
  "jekyll-remote-include": ["remote_include"],
  "jekyll-responsive-image": ["responsive_image", "responsive_image_block"],
  "jekyll-scholar": SCHOLAR_TAGS,
  "jekyll-seo-tag": ["seo"],
  "jekyll-spaceship": ["spaceship"],
  "jekyll-tabs": ["tab", "tabs"],
  "jekyll-tagging": ["tag_cloud"],
  "jekyll-target-blank": [],
  "jekyll-toc": ["toc"],
  "jekyll-twitter-plugin": ["twitter"],
  "jekyll-uml": ["uml"],
  "jekyll-video-embed": ["youtube", "vimeo", "dailymotion"],
  "jekyll-webmention_io": ["webmentions", "webmention_count", "webmentions_head", "webmentions_js"],
  jekyll_asset_pipeline: ["css_asset_tag", "javascript_asset_tag"],
  jekyll_picture_tag: ["picture"],
  "jekyll-assets": ["asset", "asset_source", "img", "css", "js", "javascript", "stylesheet"],
  kramdown_plantuml: ["plantuml"],
  premonition: ["premonition"],
  al_citations: ["google_scholar_citations", "inspirehep_citations"],
};

const byTag = new Map(Object.entries(GEMS).flatMap(([gem, tags]) => tags.map((tag) => [tag, gem] as const)));

/** The gem that defines a tag, where it is a known one. */
export function gemOfTag(tag: string): string | undefined {
  return byTag.get(tag);
}
