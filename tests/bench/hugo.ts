/**
 * The made-up posts as a Hugo site with a small theme: home, paginated blog, archives by tag, category and year,
 * highlighting by Chroma with classes, feed and sitemap.
 */
import { type MadePost, postText } from "../support/corpus.ts";
import type { Files } from "../support/site.ts";

const CONFIG = `baseURL = "https://example.org/"
languageCode = "en"
title = "Benchmark"
paginate = 10
enableRobotsTXT = true
disableHugoGeneratorInject = true

[taxonomies]
tag = "tags"
category = "categories"
year = "years"

[permalinks]
blog = "/blog/:year/:slugorfilename/"

[outputs]
home = ["HTML", "RSS"]
section = ["HTML"]
taxonomy = ["HTML"]
term = ["HTML"]

[services.rss]
limit = 10

[markup.highlight]
noClasses = false

[markup.goldmark.extensions]
typographer = true
`;

const BASE = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }}</title>
<meta name="description" content="{{ with .Description }}{{ . }}{{ else }}{{ .Site.Title }}{{ end }}">
<link rel="canonical" href="{{ .Permalink }}">
<link rel="alternate" type="application/rss+xml" href="/index.xml">
<link rel="stylesheet" href="/main.css">
</head>
<body>
<header><nav><a href="/">{{ .Site.Title }}</a> <a href="/blog/">Blog</a> <a href="/tags/">Tags</a></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>{{ .Site.Title }}</p></footer>
</body>
</html>
`;

const ITEM = `<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
<time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "January 2, 2006" }}</time>
<p>{{ .Description }}</p>
{{ range .Params.tags }}<a href="/tags/{{ . | urlize }}/">{{ . }}</a> {{ end }}</li>
`;

const SINGLE = `{{ define "main" }}<article><header><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "January 2, 2006" }}</time> {{ .ReadingTime }} min</p>
<p>{{ range .Params.tags }}<a href="/tags/{{ . | urlize }}/">{{ . }}</a> {{ end }}
{{ range .Params.categories }}<a href="/categories/{{ . | urlize }}/">{{ . }}</a> {{ end }}</p></header>
{{ .Content }}
<nav>{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
</article>{{ end }}
`;

const LIST = `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}{{ .Render "item" }}{{ end }}</ul>{{ end }}
`;

const BLOG = `{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Paginator.Pages }}{{ .Render "item" }}{{ end }}</ul>
<nav>{{ with .Paginator }}{{ if .HasPrev }}<a href="{{ .Prev.URL }}">Newer</a>{{ end }}
{{ .PageNumber }} of {{ .TotalPages }}
{{ if .HasNext }}<a href="{{ .Next.URL }}">Older</a>{{ end }}{{ end }}</nav>{{ end }}
`;

const TERMS = `{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}
`;

const HOME = `{{ define "main" }}<h1>{{ .Title }}</h1>
<ul>{{ range first 5 (where .Site.RegularPages "Section" "blog") }}{{ .Render "item" }}{{ end }}</ul>{{ end }}
`;

const FEED = `{{ print "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ .Site.Title }}</title><link>{{ .Permalink }}</link>
{{ range first 10 (where .Site.RegularPages "Section" "blog") }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><guid>{{ .Permalink }}</guid>
<description>{{ .Content | html }}</description></item>
{{ end }}</channel></rss>
`;

export function hugoSite(posts: readonly MadePost[]): Files {
  return {
    "config.toml": CONFIG,
    "content/blog/_index.md": "---\ntitle: Blog\n---\n",
    "static/main.css": "body { max-width: 60rem; margin: auto }\n",
    "layouts/_default/baseof.html": BASE,
    "layouts/_default/single.html": SINGLE,
    "layouts/_default/list.html": LIST,
    "layouts/_default/terms.html": TERMS,
    "layouts/_default/item.html": ITEM,
    "layouts/blog/list.html": BLOG,
    "layouts/index.html": HOME,
    "layouts/404.html": `{{ define "main" }}<h1>Not found</h1>{{ end }}\n`,
    "layouts/index.rss.xml": FEED,
    ...Object.fromEntries(
      posts.map((post) => [
        `content/blog/${post.name}.md`,
        // Hugo takes the layout from the section, and has no archive of years but as a taxonomy.
        postText(post, { layout: '""', years: `["${post.date.slice(0, 4)}"]` }),
      ]),
    ),
  };
}
