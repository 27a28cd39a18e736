/**
 * The made-up posts as a Jekyll site with small layouts: paginated blog, archives by tag, category and year,
 * highlighting by Rouge, feed and sitemap.
 */
import { type MadePost, postFiles } from "../support/corpus.ts";
import type { Files } from "../support/site.ts";

const CONFIG = `title: Benchmark
url: https://example.org
permalink: /blog/:year/:title/
plugins: [jekyll-archives, jekyll-feed, jekyll-paginate, jekyll-sitemap]
paginate: 10
paginate_path: /blog/page/:num/
jekyll-archives:
  enabled: [year, tags, categories]
  layout: archive
  permalinks: { year: "/blog/:year/", tag: "/blog/tag/:name/", category: "/blog/category/:name/" }
`;

const DEFAULT = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ page.title | escape }}</title>
<meta name="description" content="{{ page.description | default: site.title | escape }}">
<link rel="canonical" href="{{ page.url | absolute_url }}">
<link rel="alternate" type="application/atom+xml" href="/feed.xml">
<link rel="stylesheet" href="/main.css">
</head>
<body>
<header><nav><a href="/">{{ site.title }}</a> <a href="/blog/">Blog</a></nav></header>
<main>{{ content }}</main>
<footer><p>{{ site.title }}</p></footer>
</body>
</html>
`;

const ITEM = `<li><a href="{{ post.url }}">{{ post.title | escape }}</a>
<time datetime="{{ post.date | date: "%Y-%m-%d" }}">{{ post.date | date: "%B %-d, %Y" }}</time>
<p>{{ post.description | escape }}</p>
{% for tag in post.tags %}<a href="/blog/tag/{{ tag | slugify }}/">{{ tag }}</a> {% endfor %}</li>
`;

const POST = `---
layout: default
---
<article><header><h1>{{ page.title | escape }}</h1>
<p><time datetime="{{ page.date | date: "%Y-%m-%d" }}">{{ page.date | date: "%B %-d, %Y" }}</time></p>
<p>{% for tag in page.tags %}<a href="/blog/tag/{{ tag | slugify }}/">{{ tag }}</a> {% endfor %}
{% for name in page.categories %}<a href="/blog/category/{{ name | slugify }}/">{{ name }}</a> {% endfor %}</p></header>
{{ content }}
<nav>{% if page.previous %}<a rel="prev" href="{{ page.previous.url }}">{{ page.previous.title | escape }}</a>{% endif %}
{% if page.next %}<a rel="next" href="{{ page.next.url }}">{{ page.next.title | escape }}</a>{% endif %}</nav>
</article>
`;

const ARCHIVE = `---
layout: default
---
<h1>{{ page.title | default: page.date }}</h1>
<ul>{% for post in page.posts %}${ITEM}{% endfor %}</ul>
`;

const INDEX = `---
layout: default
title: Benchmark
---
<ul>{% for post in paginator.posts %}${ITEM}{% endfor %}</ul>
<nav>{% if paginator.previous_page %}<a href="{{ paginator.previous_page_path }}">Newer</a>{% endif %}
{{ paginator.page }} of {{ paginator.total_pages }}
{% if paginator.next_page %}<a href="{{ paginator.next_page_path }}">Older</a>{% endif %}</nav>
`;

export function jekyllSite(posts: readonly MadePost[]): Files {
  return {
    "_config.yml": CONFIG,
    "main.css": "body { max-width: 60rem; margin: auto }\n",
    "_layouts/default.html": DEFAULT,
    "_layouts/post.html": POST,
    "_layouts/archive.html": ARCHIVE,
    "index.html": INDEX,
    "404.html": "---\nlayout: default\ntitle: Not found\n---\n",
    ...postFiles(posts),
  };
}
