/**
 * The made-up posts as a plain Eleventy site, every post a template of its own: paginated blog, archives by tag,
 * category and year, highlighting by highlight.js, feed and sitemap.
 */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { type MadePost, postText } from "../support/corpus.ts";
import type { Files } from "../support/site.ts";

const require = createRequire(import.meta.url);
const packageUrl = (name: string): string => pathToFileURL(require.resolve(name)).href;

const CONFIG = `import hljs from "${packageUrl("highlight.js")}";
import markdownIt from "${packageUrl("markdown-it")}";

const slug = (name) => String(name).toLowerCase().replace(/[^a-z0-9]+/g, "-");

export default function (config) {
  config.setLibrary("md", markdownIt({
    html: true,
    typographer: true,
    highlight: (code, language) => hljs.getLanguage(language) ? hljs.highlight(code, { language }).value : "",
  }));
  config.addPassthroughCopy("main.css");
  config.addFilter("slug", slug);
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  const posts = (api) => api.getFilteredByGlob("blog/*.md").reverse();
  const group = (key) => (api) => {
    const groups = new Map();
    for (const post of posts(api))
      for (const name of key(post)) groups.set(name, [...(groups.get(name) ?? []), post]);
    return [...groups].sort().map(([name, members]) => ({ name, slug: slug(name), posts: members }));
  };
  config.addCollection("posts", posts);
  config.addCollection("byTag", group((post) => post.data.tags));
  config.addCollection("byCategory", group((post) => post.data.categories));
  config.addCollection("byYear", group((post) => [String(post.date.getUTCFullYear())]));
  return { markdownTemplateEngine: false };
}
`;

const DEFAULT = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
<meta name="description" content="{{ description or "Benchmark" }}">
<link rel="canonical" href="https://example.org{{ page.url }}">
<link rel="alternate" type="application/atom+xml" href="/feed.xml">
<link rel="stylesheet" href="/main.css">
</head>
<body>
<header><nav><a href="/">Benchmark</a> <a href="/blog/">Blog</a></nav></header>
<main>{{ content | safe }}</main>
<footer><p>Benchmark</p></footer>
</body>
</html>
`;

const POST = `---
layout: default
---
<article><header><h1>{{ title }}</h1><p><time datetime="{{ page.date | day }}">{{ page.date | day }}</time></p>
<p>{% for tag in tags %}<a href="/blog/tag/{{ tag | slug }}/">{{ tag }}</a> {% endfor %}
{% for name in categories %}<a href="/blog/category/{{ name | slug }}/">{{ name }}</a> {% endfor %}</p></header>
{{ content | safe }}
{% set previous = collections.posts | getNextCollectionItem(page) %}{% set next = collections.posts | getPreviousCollectionItem(page) %}
<nav>{% if previous %}<a rel="prev" href="{{ previous.url }}">{{ previous.data.title }}</a>{% endif %}
{% if next %}<a rel="next" href="{{ next.url }}">{{ next.data.title }}</a>{% endif %}</nav>
</article>
`;

const ITEM = `<li><a href="{{ post.url }}">{{ post.data.title }}</a>
<time datetime="{{ post.date | day }}">{{ post.date | day }}</time>
<p>{{ post.data.description }}</p>
{% for tag in post.data.tags %}<a href="/blog/tag/{{ tag | slug }}/">{{ tag }}</a> {% endfor %}</li>
`;

const BLOG = `---
layout: default
title: Blog
pagination: { data: collections.posts, size: 10 }
permalink: "/blog/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber + 1 }}/{% endif %}"
---
<ul>{% for post in pagination.items %}${ITEM}{% endfor %}</ul>
<nav>{% if pagination.href.previous %}<a href="{{ pagination.href.previous }}">Newer</a>{% endif %}
{% if pagination.href.next %}<a href="{{ pagination.href.next }}">Older</a>{% endif %}</nav>
`;

const archive = (collection: string, folder: string): string => `---
layout: default
title: Archive
pagination: { data: collections.${collection}, size: 1, alias: group }
permalink: "/blog/${folder}{{ group.slug }}/"
---
<h1>{{ group.name }}</h1>
<ul>{% for post in group.posts %}${ITEM}{% endfor %}</ul>
`;

const HOME = `---
layout: default
title: Benchmark
---
<ul>{% for post in collections.posts %}{% if loop.index0 < 5 %}${ITEM}{% endif %}{% endfor %}</ul>
`;

const FEED = `---
permalink: /feed.xml
---
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Benchmark</title><id>https://example.org/</id>
{% for post in collections.posts %}{% if loop.index0 < 10 %}<entry><title>{{ post.data.title }}</title>
<link href="https://example.org{{ post.url }}"/><id>https://example.org{{ post.url }}</id>
<updated>{{ post.date.toISOString() }}</updated><content type="html">{{ post.content | escape }}</content></entry>
{% endif %}{% endfor %}</feed>
`;

const SITEMAP = `---
permalink: /sitemap.xml
eleventyExcludeFromCollections: true
---
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for page in collections.all %}<url><loc>https://example.org{{ page.url }}</loc><lastmod>{{ page.date | day }}</lastmod></url>
{% endfor %}</urlset>
`;

export function eleventySite(posts: readonly MadePost[]): Files {
  return {
    "package.json": '{ "type": "module" }\n',
    "eleventy.config.js": CONFIG,
    "main.css": "body { max-width: 60rem; margin: auto }\n",
    "_includes/default.njk": DEFAULT,
    "_includes/post.njk": POST,
    "blog.njk": BLOG,
    "tags.njk": archive("byTag", "tag/"),
    "categories.njk": archive("byCategory", "category/"),
    "years.njk": archive("byYear", ""),
    "index.njk": HOME,
    "404.njk": "---\nlayout: default\ntitle: Not found\npermalink: /404.html\n---\n",
    "feed.njk": FEED,
    "sitemap.njk": SITEMAP,
    ...Object.fromEntries(
      posts.map((post) => [
        `blog/${post.name}.md`,
        postText(post, { permalink: `"/blog/${post.date.slice(0, 4)}/${post.name.slice(11)}/"` }),
      ]),
    ),
  };
}
