/**
 * Every URL, key, tag, include, fence, BibTeX field and data shape that content of al-folio depends on, a name each. The tests of
 * rows-*.test.ts are keyed by these names, so that none can be left out; docs.test.ts looks each of them up in docs/al-folio.md.
 * A name of several words stands in one line of the page with all of them: "figure alt" is the parameter `alt` of `figure`.
 */

const all = (text: string): string[] => text.trim().split(/\s+/);

/** `of("figure", "alt title")`: "figure alt", "figure title". */
const of = (owner: string, names: string): string[] => all(names).map((name) => `${owner} ${name}`);

const SIZES = "width height min-width min-height max-width max-height";

export const urls = [
  ...all("/ /blog/ /blog/page/2/ /blog/:year/:title/ /blog/2025/ /blog/tag/x/ /blog/category/x/"),
  ...all("/news/announcement_1/ /projects/1_project/ /books/x/ /teachings/x/"),
  ...all("/books/2024/ /books/tag/x/ /books/category/x/"),
  ...all("/publications/ /projects/ /news/ /repositories/ /cv/ /people/ /teaching/ /books/ /404.html"),
  ...all("/feed.xml /sitemap.xml /robots.txt /assets/ x-480.webp bust_file_cache"),
] as const;

/** What Jekyll makes of posts as they are written. */
export const READING = [
  "tags: a, b",
  "tags: [a b]",
  "categories: A B",
  "other letters in tags",
  "date without a zone",
  "in the future",
  "published: false",
  "no front matter",
  "_posts/sub/",
  "teach/_posts/",
  "title of the browser",
  "description",
] as const;

export const tags = [
  ...of("figure", `path src class zoomable caption alt title ${SIZES} loading sizes cache_bust avoid_scaling slot url`),
  ...of("video", `path class ${SIZES} controls autoplay loop muted poster alt title caption cache_bust`),
  ...of("audio", "path controls autoplay loop muted caption alt title"),
  ...all("cite reference quote bibliography"),
  ...of("bibliography", "--cited --cited_in_order --group_by --query --file -f"),
  ...all("details tabs tab highlight raw comment mermaid post_url link"),
  ...all("relative_url absolute_url site page assign capture if for"),
  ...all("twitter jupyter_notebook file_exists google_scholar_citations inspirehep_citations social_links toc"),
  ...all("bib_search news projects projects_horizontal repository/repo repository/repo_user repository/repo_trophies"),
  ...all("pagination calendar courses course_schedule selected_papers latest_posts newsletter citation"),
  ...of("calendar", "calendar_id timezone style"),
  ...all("cv/ resume/ .liquid .html social"),
  ...all("bust_css_cache remove_accents regex_replace regex_replace_once encode_email"),
] as const;

export const markdown = [
  ...["attributes of blocks", "attributes of spans", "attributes of links", "attributes by name"],
  ...[
    "footnotes",
    "definition lists",
    "tables",
    "{:toc}",
    "round quotes",
    "ids of headings",
    'markdown="1"',
    "data-toc-text",
  ],
  ...all(".block-tip .block-warning .block-danger"),
  ...["fenced code", "task lists", "strikethrough", "autolinks", ":smile:", "@mentions"],
  ...["$$…$$", "$…$", "\\begin{equation}", "\\eqref"],
] as const;

export const fences = all("mermaid chartjs echarts vega_lite plotly geojson diff2html pseudocode typograms text/tikz");

export const hooks = [
  ...all(
    "row col-sm mt-3 mt-md-0 caption img-fluid rounded z-depth-1 text-center float-right d-flex card swiper-container swiper-slide carousel",
  ),
  ...all(
    "img-comparison-slider data-zoomable data-lightbox .pswp-gallery .spotlight-group .spotlight .venobox data-gall",
  ),
  ...all("data-toggle d-cite d-footnote d-code d-math l-page l-body l-screen l-gutter fa- ai- ti- si-"),
] as const;

export const config = [
  "networks of older sites",
  ...all("title blank first_name middle_name last_name contact_note description footer_text keywords lang icon"),
  ...all(
    "apple_touch_icon url baseurl last_updated impressum_path back_to_top max_width navbar_fixed footer_fixed rss_icon",
  ),
  ...all(
    "blog_name blog_description permalink pagination.enabled related_blog_posts.enabled related_blog_posts.max_related",
  ),
  ...all("lsi display_tags display_categories external_sources"),
  ...of("external_sources", "name rss_url posts url published_date categories tags"),
  ...all("newsletter.enabled newsletter.endpoint disqus_shortname"),
  ...of("giscus", "repo repo_id category category_id mapping strict reactions_enabled input_position"),
  ...of("giscus", "dark_theme light_theme emit_metadata lang"),
  ...all("search_enabled socials_in_search posts_in_search bib_search serve_og_meta serve_schema_org og_image"),
  ...all("google_site_verification bing_site_verification enable_google_verification enable_bing_verification"),
  ...all("google_analytics cronitor_analytics pirsch_analytics openpanel_analytics enable_google_analytics"),
  ...all(
    "enable_cronitor_analytics enable_pirsch_analytics enable_openpanel_analytics analytics enable_cookie_consent",
  ),
  ...all("collections jekyll-archives jekyll-archives.posts jekyll-archives.books"),
  ...of("scholar", "last_name first_name style locale source bibliography bibliography_template bibtex_filters"),
  ...of("scholar", "replace_strings join_strings details_dir details_link query group_by group_order"),
  ...of("enable_publication_badges", "altmetric dimensions google_scholar inspirehep"),
  ...all("filtered_bibtex_keywords max_author_limit more_authors_animation_delay enable_publication_thumbnails"),
  ...all("lazy_loading_images third_party_libraries jekyll-minifier terser sass"),
  ...of("external_links", "enabled rel target exclude"),
  ...all("enable_darkmode enable_math enable_tooltips enable_masonry enable_navbar_social enable_project_categories"),
  ...all("enable_medium_zoom enable_progressbar enable_video_embedding protect_email"),
  ...all("repo_theme_light repo_theme_dark repo_trophies external_services jekyll_get_json jsonresume"),
  ...all("theme al_folio news_limit announcements github_users github_repos"),
] as const;

/** The files of jekyll-imagemagick. */
export const images = of("imagemagick", "enabled widths input_directories input_formats output_formats");

export const plugins = all(`jekyll-archives-v2 jekyll-cache-bust jekyll-email-protect jekyll-feed jekyll-get-json
  jekyll-imagemagick jekyll-jupyter-notebook jekyll-link-attributes jekyll-minifier jekyll-paginate-v2 jekyll-regex-replace
  jekyll/scholar jekyll-scholar jekyll-sitemap jekyll-socials jekyll-tabs jekyll-terser jekyll-toc jekyll-twitter-plugin jemoji
  classifier-reborn jekyll-3rd-party-libraries al_folio_core al_icons al_folio_cv al_folio_distill al_folio_upgrade
  al_folio_bootstrap_compat al_cookie al_analytics al_citations al_ext_posts al_img_tools al_search al_charts al_math
  al_comments al_newsletter al_rtl al_email_protect al_marimo`);

export const frontMatter = [
  ...of("all", "layout title description permalink date published tags tag categories category slug redirect sitemap"),
  ...of("all", "keywords og_image _styles toc.sidebar"),
  ...of(
    "post",
    "author meta last_updated last_modified_at thumbnail featured toc.beginning toc.collapse toc.collapse_depth",
  ),
  ...of(
    "post",
    "giscus_comments disqus_comments comments related_posts related_publications citation pretty_table tabs",
  ),
  ...of("post", "mermaid code_diff map chart pseudocode tikzjax typograms images calendar marimo"),
  ...of("post", "external_source feed_content"),
  ...of(
    "page",
    "nav nav_order order dropdown children display_categories horizontal related_publications giscus_comments",
  ),
  ...of("page", "pagination years"),
  ...of("pagination", "enabled collection permalink per_page sort_field sort_reverse trail"),
  ...of("about", "subtitle profile.align profile.image profile.image_circular profile.more_info profile.address"),
  ...of("about", "selected_papers social announcements.enabled announcements.scrollable announcements.limit news"),
  ...of("about", "latest_posts.enabled latest_posts.scrollable latest_posts.limit"),
  ...of("distill", "title description date authors name url affiliations bibliography toc subsections _styles"),
  ...of("cv", "cv_pdf cv_format description toc.sidebar"),
  ...of("profiles", "profiles align image content image_circular more_info"),
  ...of("course", "instructor term year location time course_id schedule week date topic description materials"),
  ...of("book-shelf", "collection covers"),
  ...of("book-review", "author cover olid isbn categories tags buy_link date started finished released stars"),
  ...of("book-review", "goodreads_review status abandoned interested paused queued reading reread giscus_comments"),
  ...of("news", "layout date inline title related_posts"),
  ...of("project", "layout img importance category redirect github github_stars related_publications giscus_comments"),
  ...of("all", "archive bib none default"),
] as const;

export const bibtex = [
  "empty front matter",
  ...all(
    "abbr abstract additional_info altmetric annotation arxiv award award_name bibtex_show blog code dimensions doi",
  ),
  ...all(
    "eprint google_scholar_id hal html inspirehep_id isbn location month note pdf pmid poster preview selected slides",
  ),
  ...all("supp video website journal booktitle school *†‡§¶‖&^ @string hideCustomBibtex hook/bib"),
  ...all("@article @inproceedings @incollection @phdthesis @mastersthesis"),
] as const;

export const socials =
  all(`academia_edu acm_id arxiv_id blogger_url bluesky_url cv_pdf dblp_url discord_id email facebook_id
  flickr_id github_username gitlab_username hal_id ieee_id inspirehep_id instagram_id kaggle_id keybase_username lastfm_id
  lattes_id leetcode_id linkedin_username mastodon_username medium_username orcid_id osf_id pinterest_id publons_id
  quora_username research_gate_profile rss_icon scholar_userid scopus_id semanticscholar_id spotify_id stackoverflow_id
  strava_userid telegram_username unsplash_id wechat_qr whatsapp_number wikidata_id wikipedia_id work_url x_username youtube_id
  zotero_username`);

export const data = [
  "order of socials.yml",
  ...of("socials.yml", "logo title url"),
  ...of("coauthors.yml", "firstname url"),
  ...of("venues.yml", "url color"),
  ...of("repositories.yml", "github_users repo_description_lines_max github_repos"),
  ...of("citations.yml", "metadata papers"),
  ...of("cv.yml", "map time_table nested_list list cv sections"),
  ...of("resume.json", "basics work"),
  ...all("featured_plugins.yml assets/bibliography/*.bib"),
] as const;
