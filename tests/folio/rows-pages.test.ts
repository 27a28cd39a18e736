/** Every key of the front matter of al-folio's layouts: one site with a page for each layout. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { built } from "../support/built.ts";
import type { Files } from "../support/site.ts";
import { frontMatter } from "./inventory.ts";
import { shownMarks } from "./marks.ts";
import { PICTURE, type Rows, testRows } from "./row.ts";

const files: Files = {
  "_config.yml": `title: T
url: https://n.example
first_name: Emmy
last_name: Noether
include: [_pages]
keywords: of the site
collections: {news: {output: true}, projects: {output: true}, books: {output: true}, volumes: {output: true}, teachings: {output: true}}
related_blog_posts: {enabled: true, max_related: 3}
giscus: {repo: o/r, repo_id: R1, category: C, category_id: C1}
disqus_shortname: short
jekyll-archives:
  posts: {enabled: [year, tags, categories], permalinks: {year: "/blog/:year/", tags: "/blog/:type/:name/", categories: "/blog/:type/:name/"}}
  books: {enabled: [year, tags, categories]}
`,
  "_pages/about.md": `---
layout: about
title: about
permalink: /
subtitle: <a href="/all/">Algebra</a>
profile:
  align: left
  image: prof_pic.svg
  image_circular: true
  more_info: <p>Room 5</p>
  address: <p>Never beside more_info</p>
selected_papers: true
social: true
announcements: {enabled: true, scrollable: true, limit: 1}
latest_posts: {enabled: true, scrollable: true, limit: 1}
---
I am.
`,
  "_pages/older.md": `---
layout: about
title: older
permalink: /older/
profile: {address: <p>Göttingen</p>}
news: true
---
I was.
`,
  "_pages/all.md": `---
layout: page
title: All
description: What it says
permalink: /all/
tags: [one]
categories: [two]
keywords: mine, alone
og_image: /assets/img/prof_pic.svg
_styles: >
  .mine { color: teal; }
sitemap: false
toc: {sidebar: left}
---
<p class="mine">x</p>

## First

## Second
`,
  "_pages/redirect.md": "---\nlayout: page\ntitle: Away\npermalink: /away/\nredirect: https://away.example/\n---\n",
  "_pages/first.md": `---
layout: page
title: first
permalink: /first/
nav: true
nav_order: 1
display_categories: [work, fun]
horizontal: true
related_publications: true
giscus_comments: true
years: [1921, 1907]
---
{% for category in page.display_categories %}({{ category }}){% endfor %} {% if page.horizontal %}side by side{% endif %} {% for y in page.years %}<{{ y }}>{% endfor %} {% cite mine %}
`,
  "_pages/second.md": "---\nlayout: page\ntitle: second\npermalink: /second/\nnav: true\norder: 2\n---\nx\n",
  "_pages/more.md":
    "---\nlayout: page\ntitle: submenus\nnav: true\nnav_order: 3\ndropdown: true\nchildren: [{title: third, permalink: /all/}, {title: divider}, {title: again, permalink: /first/}, {title: fourth, permalink: /cv/}]\n---\n",
  "_pages/blog.md": `---
layout: default
permalink: /blog/
title: blog
nav: true
nav_order: 4
pagination: {enabled: true, collection: posts, permalink: /seite/:num/, per_page: 2, sort_field: title, sort_reverse: true, trail: {before: 1, after: 3}}
---
{% assign featured_posts = site.posts | where: "featured", "true" %}{% for post in featured_posts %}<b>{{ post.title }}</b>{% endfor %}

{% for post in paginator.posts %}{% if post.thumbnail %}<img src="{{ post.thumbnail | relative_url }}" alt="thumb">{% endif %}<i>{{ post.title }}</i>{% if post.external_source %} from {{ post.external_source }}: {{ post.feed_content }}{% endif %} {% endfor %}

{% for step in paginator.page_trail %}({{ step.num }}){% endfor %}

{% include pagination.liquid %}
`,
  "_posts/2024-01-01-full.md": `---
layout: post
title: Zebra
date: 2024-01-01 10:00:00
description: Of stripes
author: Albert Einstein
meta: Read it <b>twice</b>
last_updated: 2024-02-03
thumbnail: assets/img/prof_pic.svg
featured: true
toc: {beginning: true, sidebar: right, collapse: true, collapse_depth: 2}
giscus_comments: true
disqus_comments: true
related_publications: mine
citation: true
tag: [stripes]
category: animals
slug: named
pretty_table: true
tabs: true
mermaid: {enabled: true, zoomable: true}
code_diff: true
map: true
chart: {chartjs: true, echarts: true, vega_lite: true, plotly: true}
pseudocode: true
tikzjax: true
typograms: true
images: {compare: true, slider: true, lightbox2: true, photoswipe: true, spotlight: true, venobox: true}
calendar: true
marimo: true
---
## One

Text.

## Two

More text.
`,
  "_posts/2024-01-02-older.md":
    "---\nlayout: post\ntitle: Older\nlast_modified_at: 2024-03-04\ncomments: true\nrelated_posts: false\ntags: [stripes]\n---\nx\n",
  "_posts/2024-01-03-hidden.md": "---\nlayout: post\ntitle: Hidden\npublished: false\n---\nx\n",
  "_posts/2024-01-04-fed.md":
    "---\nlayout: post\ntitle: Fed\nexternal_source: medium\nfeed_content: A feed says\nredirect: https://m.example/p\n---\n",
  "_posts/2018-12-22-distill.md": `---
layout: distill
title: An article
description: of it
date: 2018-12-22
_styles: >
  .fake { color: red; }
authors:
  - {name: Albert Einstein, url: https://ae.example, affiliations: {name: IAS, url: https://ias.example}}
bibliography: article.bib
toc:
  - name: Equations
    subsections: [{name: Deep one}]
  - name: Notes
---
<div class="fake">x</div>

## Equations

See <d-cite key="hilbert"></d-cite>.

### Deep one

## Notes
`,
  "_pages/cv.md":
    "---\nlayout: cv\ntitle: cv\npermalink: /cv/\ncv_pdf: cv.pdf\ncv_format: jsonresume\ndescription: In short\ntoc: {sidebar: left}\n---\n",
  "_pages/people.md": `---
layout: profiles
title: people
permalink: /people/
profiles:
  - {align: left, image: prof_pic.svg, content: about_emil.md, image_circular: true, more_info: <p>Room 7</p>}
---
`,
  "_pages/about_emil.md": "I am *Emil*.\n",
  "_teachings/algebra.md": `---
layout: course
title: Algebra
instructor: E. N.
term: Winter
year: 1921
location: Hall 3
time: Mo 10
course_id: alg
schedule:
  - {week: 1, date: 1921-10-20, topic: Ideals, description: "*first*", materials: [{name: Notes, url: /assets/pdf/cv.pdf}]}
---
{% include course_schedule.liquid course_id="alg" %}
`,
  "_pages/books.md": "---\nlayout: book-shelf\ntitle: books\npermalink: /books/\ncollection: books\n---\nBooks.\n",
  "_pages/bare.md":
    "---\nlayout: book-shelf\ntitle: bare\npermalink: /bare/\ncollection: volumes\ncovers: false\n---\n",
  "_books/rings.md": `---
layout: book-review
title: Rings
author: B. v. d. Waerden
cover: assets/img/prof_pic.svg
olid: OL1M
isbn: 123
categories: [classics]
tags: [maths]
buy_link: https://shop.example/x
date: 2024-05-01
started: 2024-04-01
finished: 2024-04-20
released: 1930
stars: 4
goodreads_review: 77
status: finished
giscus_comments: true
---
Good.
`,
  "_volumes/v.md":
    "---\nlayout: book-review\ntitle: Volume\ncover: assets/img/prof_pic.svg\ndate: 2023-01-01\n---\nx\n",
  ...Object.fromEntries(
    ["abandoned", "interested", "paused", "queued", "reading", "reread"].map((status) => [
      `_books/${status}.md`,
      `---\nlayout: book-review\ntitle: ${status} book\nstatus: ${status}\ndate: 2023-01-01\n---\nx\n`,
    ]),
  ),
  "_news/a.md": "---\nlayout: post\ndate: 2020-01-01\ninline: true\nrelated_posts: false\n---\nOlder news\n",
  "_news/b.md":
    "---\nlayout: post\ntitle: A long one\ndate: 2021-01-02\ninline: false\nrelated_posts: false\n---\nLong text\n",
  "_projects/1.md":
    "---\nlayout: page\ntitle: Second project\nimg: assets/img/prof_pic.svg\nimportance: 2\ncategory: work\ngithub: https://github.com/o/r\ngithub_stars: o/r\nrelated_publications: true\ngiscus_comments: true\n---\n{% cite mine %}\n",
  "_projects/2.md":
    "---\nlayout: page\ntitle: First project\nimportance: 1\ncategory: fun\nredirect: https://first.example/\n---\nx\n",
  "_pages/bib.md": "---\nlayout: bib\npermalink: /bib/\ntitle: Bib\n---\nAs a page.\n",
  "_pages/none.md": "---\nlayout: none\npermalink: /none/\n---\nBare text.\n",
  "_pages/default.md": "---\nlayout: default\npermalink: /default/\n---\nIn the frame.\n",
  "_bibliography/papers.bib":
    "@article{mine, author={Noether, Emmy}, title={Mine}, journal={J}, year=1921, selected={true}}\n",
  "assets/bibliography/article.bib": "@misc{hilbert, author={Hilbert, David}, title={On forms}, year=1890}\n",
  "_data/socials.yml": "github_username: en\n",
  "_data/cv.yml": "cv: {name: E., sections: {Own: [{bullet: Of RenderCV}]}}\n",
  "_data/repositories_cache.json": '{"repositories":{"o/r":{"stars":12}}}',
  "assets/json/resume.json":
    '{"basics": {"name": "E."}, "work": [{"name": "Princeton"}], "education": [{"institution": "Erlangen"}]}',
  "assets/pdf/cv.pdf": "pdf",
  "assets/img/prof_pic.svg": PICTURE,
};
const site = await built(files);

const ALL = "all/index.html";
const POST = "blog/2024/named/index.html";
const OLDER = "blog/2024/older/index.html";
const ABOUT = "index.html";
const ARTICLE = "blog/2018/distill/index.html";
const COURSE = "teachings/algebra/index.html";
const BOOK = "books/rings/index.html";
const SHELF = "books/index.html";
/** A switch of a script that al-folio loads: the page is shown without it, and nothing asks for more. */
const NEEDLESS = [POST, "More text.", "<script src"] as const;

const ROWS: Rows = {
  "all layout": [ALL, '<header class="page-header"><h1>All</h1>'],
  "all title": [ALL, ["<title>All | T</title>", "<h1>All</h1>"]],
  "all description": [ALL, ['<meta name="description" content="What it says"', '<p class="standfirst">What it says']],
  "all permalink": ["files", "all/index.html"],
  "all date": [POST, '<time datetime="2024-01-01">'],
  "all published": ["files", ALL, "hidden"],
  "all tags": [OLDER, 'href="/blog/tag/stripes/"'],
  "all tag": [POST, 'href="/blog/tag/stripes/"'],
  "all categories": ["books/category/classics/index.html", "Rings"],
  "all category": [POST, 'href="/blog/category/animals/"'],
  "all slug": ["files", "blog/2024/named/index.html", "blog/2024/full"],
  "all redirect": ["away/index.html", "https://away.example/"],
  "all sitemap": ["sitemap.xml", "/second/", "/all/"],
  "all keywords": [ALL, '<meta name="keywords" content="mine, alone"'],
  "all og_image": [ALL, '<meta property="og:image" content="https://n.example/assets/img/prof_pic.svg"'],
  "all _styles": [ALL, /<style>\s*\.mine/],
  "all toc.sidebar": [ALL, /<details class="contents">.*href="#first"/s],
  "post author": [POST, " · Albert Einstein · "],
  "post meta": [POST, " · <span>Read it <b>twice</b></span>"],
  "post last_updated": [POST, /Updated <time datetime="2024-02-03">/],
  "post last_modified_at": [OLDER, /Updated <time datetime="2024-03-04">/],
  "post thumbnail": ["blog/index.html", '<img src="/assets/img/prof_pic.svg" alt="thumb"'],
  "post featured": ["blog/index.html", "<b>Zebra</b>"],
  "post toc.beginning": [POST, /<details class="contents">.*href="#one"/s],
  "post toc.collapse": [POST, /href="#two"/],
  "post toc.collapse_depth": [POST, /href="#two"/],
  "post giscus_comments": [POST, "giscus.app"],
  "post disqus_comments": [POST, "disqus.com"],
  "post comments": [OLDER, "disqus.com"],
  "post related_posts": [OLDER, "Older", 'class="related"'],
  "post related_publications": [POST, 'id="mine"'],
  "post citation": [POST, /<details class="cite">.*@misc\{einstein2024zebra/s],
  "post pretty_table": NEEDLESS,
  "post tabs": NEEDLESS,
  "post mermaid": NEEDLESS,
  "post code_diff": NEEDLESS,
  "post map": NEEDLESS,
  "post chart": NEEDLESS,
  "post pseudocode": NEEDLESS,
  "post tikzjax": NEEDLESS,
  "post typograms": NEEDLESS,
  "post images": NEEDLESS,
  "post calendar": NEEDLESS,
  "post marimo": NEEDLESS,
  "post external_source": ["blog/seite/2/index.html", "from medium"],
  "post feed_content": ["blog/seite/2/index.html", "A feed says"],
  "page nav": [ALL, /<nav[^>]*>.*href="\/first\/"[^>]*>first/s],
  "page nav_order": [ALL, /<nav[^>]*>.*>first<.*>second<.*>third<.*>blog</s],
  "page order": [ALL, /<nav[^>]*>.*>first<.*>second<.*>third</s],
  "page dropdown": [ALL, /<nav[^>]*>.*href="\/all\/"[^>]*>third</s, ">submenus<"],
  "page children": [ALL, /<nav[^>]*>.*>third<.*href="\/cv\/"[^>]*>fourth</s, />divider<|>again</],
  "page display_categories": ["first/index.html", "(work)(fun)"],
  "page horizontal": ["first/index.html", "side by side"],
  "page related_publications": ["first/index.html", /References.*id="mine"/s],
  "page giscus_comments": ["first/index.html", "giscus.app"],
  "page pagination": ["files", ["blog/index.html", "blog/seite/2/index.html"]],
  "page years": ["first/index.html", /1921.*1907/],
  "pagination enabled": ["files", "blog/seite/2/index.html"],
  "pagination collection": ["blog/index.html", "<i>Zebra</i>"],
  "pagination permalink": ["files", "blog/seite/2/index.html", "blog/page/2"],
  "pagination per_page": ["blog/index.html", /<i>Zebra<\/i>.*<i>Older<\/i>/s, "<i>Fed</i>"],
  "pagination sort_field": ["blog/index.html", /<i>Zebra<\/i>.*<i>Older<\/i>/s],
  "pagination sort_reverse": ["blog/seite/2/index.html", /<i>Fed<\/i>.*<i>An article<\/i>/s],
  "pagination trail": ["blog/index.html", "(1)(2)"],
  "about subtitle": [ABOUT, '<p class="standfirst"><a href="/all/">Algebra</a>'],
  "about profile.align": [ABOUT, '<aside class="profile left">'],
  "about profile.image": [ABOUT, 'src="/assets/img/prof_pic.svg"'],
  "about profile.image_circular": [ABOUT, /<img class="round"/],
  "about profile.more_info": [ABOUT, "<p>Room 5</p>", "Never beside"],
  "about profile.address": ["older/index.html", "<p>Göttingen</p>"],
  "about selected_papers": [ABOUT, /Selected publications.*id="mine"/s],
  "about social": [ABOUT, ">GitHub</a>"],
  "about announcements.enabled": [ABOUT, "A long one"],
  "about announcements.scrollable": [ABOUT, "A long one"],
  "about announcements.limit": [ABOUT, "A long one", "Older news"],
  "about news": ["older/index.html", ["A long one", "Older news"]],
  "about latest_posts.enabled": [ABOUT, />Fed</],
  "about latest_posts.scrollable": [ABOUT, />Fed</],
  "about latest_posts.limit": [ABOUT, />Fed</, ">Zebra<"],
  "distill title": [ARTICLE, "<h1>An article</h1>"],
  "distill description": [ARTICLE, '<p class="standfirst">of it'],
  "distill date": [ARTICLE, '<time datetime="2018-12-22">'],
  "distill authors": [ARTICLE, /Authors.*Albert Einstein/s],
  "distill name": [ARTICLE, ">Albert Einstein</a>"],
  "distill url": [ARTICLE, 'href="https://ae.example"'],
  "distill affiliations": [ARTICLE, 'href="https://ias.example"'],
  "distill bibliography": [ARTICLE, /References.*On forms/s],
  "distill toc": [ARTICLE, /<details class="contents">.*href="#equations"/s],
  "distill subsections": [ARTICLE, /<details class="contents">.*href="#deep-one".*<\/details>/s],
  "distill _styles": [ARTICLE, /<style>\s*\.fake/],
  "cv cv_pdf": ["cv/index.html", '<a href="/assets/pdf/cv.pdf">PDF</a>'],
  "cv cv_format": ["cv/index.html", "Princeton", "Of RenderCV"],
  "cv description": ["cv/index.html", "In short"],
  "cv toc.sidebar": ["cv/index.html", /<details class="contents">.*href="#work"/s],
  "profiles profiles": ["people/index.html", '<section class="person">'],
  "profiles align": ["people/index.html", '<aside class="profile left">'],
  "profiles image": ["people/index.html", 'src="/assets/img/prof_pic.svg"'],
  "profiles content": ["people/index.html", "I am <em>Emil</em>."],
  "profiles image_circular": ["people/index.html", '<img class="round"'],
  "profiles more_info": ["people/index.html", "<p>Room 7</p>"],
  "course instructor": [COURSE, "E. N."],
  "course term": [COURSE, "Winter 1921"],
  "course year": [COURSE, "Winter 1921"],
  "course location": [COURSE, "Hall 3"],
  "course time": [COURSE, "Mo 10"],
  "course course_id": [COURSE, /Ideals.*Ideals/s],
  "course schedule": [COURSE, '<h2 class="minor">Schedule</h2>'],
  "course week": [COURSE, "<td>1</td>"],
  "course date": [COURSE, "<td>1921-10-20</td>"],
  "course topic": [COURSE, "<td>Ideals"],
  "course description": [COURSE, "<em>first</em>"],
  "course materials": [COURSE, '<a href="/assets/pdf/cv.pdf">Notes</a>'],
  "book-shelf collection": ["bare/index.html", ">Volume</a>", "Rings"],
  "book-shelf covers": ["bare/index.html", "Volume", '<img class="cover"'],
  "book-review author": [BOOK, "B. v. d. Waerden"],
  "book-review cover": [BOOK, '<img class="cover" src="/assets/img/prof_pic.svg"'],
  "book-review olid": [BOOK, 'href="https://openlibrary.org/books/OL1M"'],
  "book-review isbn": [BOOK, "<dd>123</dd>"],
  "book-review categories": [BOOK, 'href="/books/category/classics/"'],
  "book-review tags": [BOOK, 'href="/books/tag/maths/"'],
  "book-review buy_link": [BOOK, '<a href="https://shop.example/x"'],
  "book-review date": ["books/2024/index.html", "Rings"],
  "book-review started": [BOOK, '<time datetime="2024-04-01">Apr 1, 2024</time>'],
  "book-review finished": [BOOK, "2024-04-20"],
  "book-review status": [BOOK, " · finished"],
  "book-review released": [BOOK, " · 1930"],
  "book-review stars": [BOOK, "4 of 5 stars"],
  "book-review goodreads_review": [BOOK, 'href="https://www.goodreads.com/review/show/77"'],
  "book-review abandoned": [SHELF, /<p class="facts">(?:[^<]* · )?abandoned[ <]/],
  "book-review interested": [SHELF, /<p class="facts">(?:[^<]* · )?of interest[ <]/],
  "book-review paused": [SHELF, /<p class="facts">(?:[^<]* · )?paused[ <]/],
  "book-review queued": [SHELF, /<p class="facts">(?:[^<]* · )?queued[ <]/],
  "book-review reading": [SHELF, /<p class="facts">(?:[^<]* · )?reading[ <]/],
  "book-review reread": [SHELF, /<p class="facts">(?:[^<]* · )?read again[ <]/],
  "book-review giscus_comments": [BOOK, "giscus.app"],
  "news layout": ["news/b/index.html", "Long text"],
  "news date": ["news/b/index.html", '<time datetime="2021-01-02">'],
  "news inline": ["older/index.html", /A long one.*Older news/s, 'href="/news/a/"'],
  "news title": ["older/index.html", 'href="/news/b/">A long one</a>'],
  "news related_posts": ["news/b/index.html", "Long text", 'class="related"'],
  "project layout": ["projects/1/index.html", "<h1>Second project</h1>"],
  "project img": ["projects/index.html", '<img src="/assets/img/prof_pic.svg"'],
  "project importance": ["projects/index.html", /First project.*Second project/s],
  "project category": ["projects/index.html", ['<h2 class="minor">work</h2>', '<h2 class="minor">fun</h2>']],
  "project redirect": ["projects/index.html", 'href="https://first.example/"'],
  "project github": ["projects/index.html", 'href="https://github.com/o/r"'],
  "project github_stars": ["projects/index.html", "12 stars"],
  "project related_publications": ["projects/1/index.html", /References.*id="mine"/s],
  "project giscus_comments": ["projects/1/index.html", "giscus.app"],
  "all archive": ["blog/2024/index.html", ["Zebra", "Older"]],
  "all bib": ["bib/index.html", "As a page."],
  "all none": ["none/index.html", /^<p>Bare text\.<\/p>\s*$/],
  "all default": ["default/index.html", /<main[^>]*>.*In the frame\..*<footer/s],
};

testRows("front matter", frontMatter, ROWS, (file) => (file === "files" ? site.files.join("\n") : site.page(file)));

it("nothing is told but the layout of a bibliography on a page, and no page shows a mark", () => {
  assert.deepEqual(
    site.told.map(({ file, line, problem }) => `${file}:${line}: ${problem}`),
    ['_pages/bib.md:2: There is no layout "bib"; "page" is used'],
  );
  for (const file of site.files.filter((name) => name.endsWith(".html")))
    assert.deepEqual(shownMarks(site.page(file)), [], file);
});
