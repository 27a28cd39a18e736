/** Small whole sites beside what Jekyll 4.3.1 and the gems write for them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Builder } from "../../src/build.ts";
import { type Files, temporaryFolder, writeFiles } from "../support/site.ts";

interface Case {
  readonly name: string;
  readonly files: Files;
  /** Text of written files, by their path; blank lines and spaces around it left out. */
  readonly written: Files;
  /** What stands somewhere in a written file. */
  readonly holds?: Files;
  /** What is not written. */
  readonly missing?: readonly string[];
}

const PRINTED_SHEET: Files = {
  "a.txt":
    "---\n---\n{% capture s %}$d: .5s; $c: #11223344; a[type='x'] { transition: all .2s, color 0.30s; top: $d; color: #FFF; content: '\\201c'; font-family: 'A B',  sans-serif; b: 1px + .5px; margin: 0 -.5em !important; background: f($c); w: rgba(0,0,0,.5) } a:hover{x:y} .q { content: \"\"; &:after { content: '' } } .r { content: ''; opacity: 0.5 } .s { opacity: .5; z: 1.50 } @import \"p\"; @media print { b { width: 50.0%; .k & { c: d } } }{% endcapture %}{{ s | scssify }}",
  "_sass/_p.scss": "p { q: .7s; r: WHITE }\n",
};

const CASES: readonly Case[] = [
  {
    name: "jekyll-archives without its layout writes the bare pages, with a warning",
    files: {
      "_config.yml": "plugins: [jekyll-archives]\njekyll-archives: {enabled: [year]}\n",
      "_posts/2018-03-04-a.md": "a",
    },
    written: { "2018/index.html": "" },
  },
  {
    name: "jekyll-include-cache keeps what the oldest post asked for",
    files: {
      "_config.yml": "plugins: [jekyll-include-cache]\n",
      "_includes/k.html": "{{ page.title }}",
      "_layouts/l.html": "{% include_cached k.html %}",
      "_posts/2018-01-01-a.md": "---\nlayout: l\n---\n",
      "_posts/2020-01-01-c.md": "---\nlayout: l\n---\n",
      "index.html": "---\nlayout: l\ntitle: I\n---\n",
    },
    written: { "2018/01/01/a.html": "A", "2020/01/01/c.html": "A", "index.html": "A" },
  },
  {
    name: "jekyll-feed makes no feeds of tags where no post has any",
    files: {
      "_config.yml": "plugins: [jekyll-feed]\nfeed: {tags: {only: [x]}}\n",
      "_posts/2018-01-01-a.md": "a",
    },
    written: {},
    missing: ["feed/by_tag/x.xml"],
  },
  {
    name: "jekyll-archives makes a year with its months and days, and names all of its pages in site.archives",
    files: {
      "_config.yml": "plugins: [jekyll-archives]\njekyll-archives: {enabled: [year, month, day]}\n",
      "_posts/2018-03-04-a.md": "a",
      "_posts/2020-01-01-b.md": "b",
      "_posts/2020-02-02-c.md": "c",
      "_layouts/archive.html": "",
      "index.html":
        "---\n---\n{{ site.pages | map: 'url' | join: ' ' }} {{ site.archives | map: 'type' | join: ' ' }} {{ site.archives.size }}",
    },
    written: {
      "index.html":
        "/ /2018/ /2018/03/ /2018/03/04/ /2020/ /2020/02/ /2020/02/02/ /2020/01/ /2020/01/01/ year month day year month day month day 8",
    },
  },
  {
    name: "jekyll-paginate-v2 names its pages by indexpage and extension, and lies below a permalink that is a file's",
    files: {
      "_config.yml":
        "plugins: [jekyll-paginate-v2]\npagination: {enabled: true, per_page: 2, trail: {before: 1, after: 1}}\ncollections: {recipes: {output: true}}\n",
      "_recipes/r1.md": "---\n---\n",
      "_recipes/r2.md": "---\n---\n",
      "_recipes/r3.md": "---\n---\n",
      "list.html":
        "---\npagination: {enabled: true, collection: recipes, sort_field: none, sort_reverse: true, indexpage: list, extension: htm}\n---\n{{ paginator.posts | map: 'title' }} {{ paginator.page_path }} {{ paginator.next_page_path }} {{ paginator.page_trail | map: 'path' | join: ' ' }}",
      "tag.html":
        "---\npermalink: /t.html\npagination: {enabled: true, permalink: '/:num'}\n---\n{{ paginator.page_path }} {{ paginator.page_trail | inspect }}",
    },
    written: {
      "list.htm": "R3R2 /list.htm /page2/list.htm /list.htm /page2/list.htm",
      "page2/list.htm": "R1 /page2/list.htm  /list.htm /page2/list.htm",
      "t.html/index.html": "/t.html/index.html nil",
    },
  },
  {
    name: "jekyll-optional-front-matter passes over a byte order mark",
    files: { "_config.yml": "plugins: [jekyll-optional-front-matter]\n", "a.md": "\ufeff# A" },
    written: { "a.html": '<h1 id="a">A</h1>' },
  },
  {
    name: "absolute_url writes a host outside ASCII as Punycode, in lower case",
    files: {
      "_config.yml": "url: 'http://Ümlaut.example.org:4000'\nbaseurl: /ü\n",
      "a.html": "---\n---\n{{ 'x' | absolute_url }}",
    },
    written: { "a.html": "http://xn--mlaut-jva.example.org:4000/%C3%BC/x" },
  },
  {
    name: "jekyll-feed writes nothing in development where it is told so",
    files: {
      "_config.yml": "plugins: [jekyll-feed]\nfeed: {disable_in_development: true}\n",
      "a.html": "---\n---\n{{ jekyll.environment }}",
    },
    written: { "a.html": "development" },
    missing: ["feed.xml"],
  },
  {
    name: "jekyll-paginate-v2 reads tags and categories between commas, and makes no autopage of what stands behind the last",
    files: {
      "_config.yml":
        "plugins: [jekyll-paginate-v2]\npagination: {enabled: true}\nautopages: {enabled: true, categories: {enabled: false}, collections: {enabled: false}}\n",
      "_posts/2020-01-01-a.md": "---\ntags: jam, pie\ncategories: food, tea\n---\n",
      "_posts/2020-01-02-b.md": "---\ntags: jam\ncategories: tea\n---\n",
      "_layouts/autopage_tags.html": "{{ page.title }}: {{ paginator.posts | map: 'title' | join: ' ' }}",
      "food.html":
        "---\npagination: {enabled: true, category: food}\npermalink: /food/\n---\n{{ paginator.posts | map: 'title' }}",
    },
    written: {
      "food/index.html": "A",
      "tag/jam/index.html": "Posts tagged with jam: A B",
      "tag/pie/index.html": "Posts tagged with pie: A",
    },
    missing: ["tag/index.html"],
  },
  {
    name: "an autopage that jekyll-paginate-v2 does not divide has its layout's text, and its file's name in its URL",
    files: {
      "_config.yml":
        "plugins: [jekyll-paginate-v2]\nautopages: {enabled: true, categories: {enabled: false}, collections: {enabled: false}}\n",
      "_posts/2020-01-01-a.md": "---\ntags: jam\n---\n",
      "_layouts/autopage_tags.html":
        "[{{ page.url }} {{ page.autopage.display_name }} {{ page.autopages.display_name }} {{ content }}]",
    },
    written: { "tag/jam/index.html": "[/tag/jam/index.html jam  [/tag/jam/index.html jam  ]]" },
  },
  {
    name: "the excerpt of a post that leads elsewhere is Markdown, as its text was",
    files: {
      "_config.yml": "plugins: [jekyll-redirect-from]\n",
      "_posts/2020-01-01-a.md": "---\nredirect_to: /x/\n---\nAn *excerpt*.\n\nMore.\n",
      "a.html": "---\n---\n{{ site.posts.first.excerpt }}",
    },
    written: { "a.html": "<p>An <em>excerpt</em>.</p>" },
  },
  {
    name: "jekyll-feed prints the description of a site that is a date",
    files: { "_config.yml": "plugins: [jekyll-feed]\ndescription: 2020-01-02\n" },
    written: {},
    holds: { "feed.xml": "<subtitle>2020-01-02</subtitle>" },
  },
  {
    name: "jekyll-feed prints the description of a post that is no text",
    files: {
      "_config.yml": "plugins: [jekyll-feed]\n",
      "_posts/2020-01-01-a.md": "---\ndescription: true\n---\nText.\n",
    },
    written: {},
    holds: { "feed.xml": '<summary type="html"><![CDATA[true]]></summary>' },
  },
  {
    name: "the first page of a list of jekyll-paginate-v2 keeps a title that says nothing",
    files: {
      "_config.yml": "plugins: [jekyll-paginate-v2]\ntitle: T\npagination: {enabled: true}\n",
      "index.html": "---\ntitle: ''\npagination: {enabled: true}\n---\n[{{ page.title }}]",
      "b/index.html": "---\npagination: {enabled: true}\n---\n[{{ page.title }}]",
    },
    written: { "index.html": "[]", "b/index.html": "[T]" },
  },
  {
    name: "data of the configuration stands in for the folder",
    files: {
      "_config.yml": "data: [{name: Jo}, {name: Li}]\n",
      "_data/x.yml": "a: 1\n",
      "a.html": "---\n---\n{% for m in site.data %}{{ m.name }} {% endfor %}",
    },
    written: { "a.html": "Jo Li" },
  },
  {
    name: "a page in CoffeeScript or YAML has Liquid, a document of a collection has none",
    files: {
      "_config.yml": "collections: {c: {output: true}}\n",
      "a.coffee": "---\nx: 1\nlayout: l\n---\na = {{ page.x }}",
      "b.yml": "---\nx: 2\n---\nb: {{ page.x }}",
      "_c/d.yml": "---\nx: 3\n---\nd: {{ page.x }}",
      "_layouts/l.html": "[{{ content }}]",
    },
    written: { "a.coffee": "a = 1", "b.yml": "b: 2", "c/d.yml": "d: {{ page.x }}" },
  },
  {
    name: "time in the configuration is the time of the build: what is later is not published",
    files: {
      "_config.yml": "time: 2010-01-01\n",
      "_posts/2009-12-31-a.md": "a",
      "_posts/2010-01-02-b.md": "b",
      "index.html": "---\n---\n{{ site.time | date: '%F' }} {{ site.posts | map: 'url' | join: ' ' }}",
    },
    written: { "index.html": "2010-01-01 /2009/12/31/a.html" },
  },
  {
    name: "the text of a script in a header is part of its id",
    files: { "a.md": "---\n---\n## <script>x</script>a" },
    written: { "a.html": '<h2 id="xa"><script>x</script>a</h2>' },
  },
  {
    name: "jekyll-avatar takes size and variable from the text as written, and a name that has no value as the user",
    files: {
      "_config.yml": "plugins: [jekyll-avatar]\n",
      "a.txt":
        "---\nn: 60\n---\n{% capture x %}{% avatar user=hubot %}\n{% avatar hub size={{ page.n }} %}\n{% avatar %}{% endcapture %}{% assign l = x | newline_to_br | split: '<br />' %}{% for i in l %}{{ i | strip | slice: 33, 17 }}\n{% endfor %}",
    },
    written: {
      "a.txt": 'alt="hubot" width\nalt="hub" width="\nalt="" width="40"',
    },
  },
  {
    name: "jekyll-feed takes the site's name for a missing title, and has a summary where the excerpt is a picture alone",
    files: {
      "_config.yml":
        "plugins: [jekyll-feed]\nname: N\nfeed: {collections: {notes: {path: /n.xml}}}\ncollections: [notes]\n",
      "_posts/2020-01-01-a.md": "![x](y.png)\n\nb",
    },
    written: {},
    holds: {
      "feed.xml": '<summary type="html"><![CDATA[]]></summary>',
      "n.xml": '<title type="html">N | Notes</title>',
    },
  },
  {
    name: "a Date is printed as Ruby inspects it",
    files: { "a.txt": "---\nlist: [2020-01-02]\n---\n{{ page.list | inspect }}" },
    written: { "a.txt": "[#&lt;Date: 2020-01-02 ((2458851j,0s,0n),+0s,2299161j)&gt;]" },
  },
  {
    name: "the category posts of jekyll-paginate-v2 holds every post that is not hidden, whatever hides it",
    files: {
      "_config.yml": "plugins: [jekyll-paginate-v2]\npagination: {enabled: true, per_page: 1, category: posts}\n",
      "_posts/2020-01-01-a.md": "---\ncategory: x\n---\n",
      "_posts/2020-01-02-b.md": "",
      "_posts/2020-01-03-c.md": "---\nhidden: 'yes, please'\n---\n",
      "index.html":
        "---\npagination: {enabled: true}\n---\n{{ paginator.posts | map: 'title' }}{{ paginator.total_pages }}",
    },
    written: { "index.html": "A2", "page2/index.html": "B2" },
  },
  {
    name: "a gem that loads ActiveSupport, and no other, makes blank a question",
    files: {
      "_config.yml": "plugins: [jekyll-mentions]\n",
      "a.txt":
        "---\ne: ' '\nn: 0\nf: false\n---\n{% if page.e == blank %}1{% endif %}{% if page.x != blank %}2{% endif %}{% if page.n == blank %}3{% endif %}{% if page.f == blank %}4{% endif %}{% if site.data == blank %}5{% endif %}{% if site == blank %}6{% endif %}{% case page.e %}{% when blank %}7{% endcase %}",
    },
    written: { "a.txt": "1457" },
  },
  {
    name: "nothing is blank without such a gem",
    files: { "a.txt": "---\n---\n{% if page.x == blank %}1{% endif %}{% if page.x != blank %}2{% endif %}" },
    written: { "a.txt": "2" },
  },
  {
    name: "a stylesheet printed into a page has what LibSass copies as it is written",
    files: PRINTED_SHEET,
    written: {
      "a.txt":
        "a[type='x'] { transition: all .2s, color 0.30s; top: 0.5s; color: #FFF; content: '\\201c'; font-family: 'A B',  sans-serif; b: 1.5px; margin: 0 -.5em !important; background: f(#11223344); w: rgba(0, 0, 0, 0.5); }\n\na:hover { x: y; }\n\n.q { content: \"\"; }\n\n.q:after { content: ''; }\n\n.r { content: ''; opacity: 0.5; }\n\n.s { opacity: .5; z: 1.50; }\n\np { q: .7s; r: WHITE; }\n\n@media print { b { width: 50.0%; } .k b { c: d; } }",
    },
  },
  {
    name: "so has a compressed one",
    files: { ...PRINTED_SHEET, "_config.yml": "sass: {style: compressed}\n" },
    written: {
      "a.txt":
        "a[type='x']{transition:all .2s, color 0.30s;top:.5s;color:#FFF;content:'\\201c';font-family:'A B',  sans-serif;b:1.5px;margin:0 -.5em !important;background:f(rgba(17,34,51,0.266667));w:rgba(0,0,0,0.5)}a:hover{x:y}.q{content:\"\"}.q:after{content:''}.r{content:'';opacity:0.5}.s{opacity:.5;z:1.50}p{q:.7s;r:WHITE}@media print{b{width:50.0%}.k b{c:d}}",
    },
  },
  {
    name: "comments of indented Sass are printed without their stars, and part nothing",
    files: {
      "a.txt": "---\n---\n{% capture s %}/*\n * note\n */\na\n  b: .5em\n  c: '.5'\n{% endcapture %}{{ s | sassify }}",
    },
    written: { "a.txt": "/* note */\na { b: .5em; c: '.5'; }" },
  },
];

describe("Whole sites", () => {
  for (const { name, files, written, holds = {}, missing = [] } of CASES)
    it(name, async () => {
      const { folder, remove } = temporaryFolder();
      try {
        writeFiles(folder, { "_config.yml": "title: T\n", ...files });
        const { changed } = await new Builder({ source: folder, mode: "jekyll" }).build("");
        const texts = new Map(changed.map(({ file, text }) => [file, text.trim()]));
        for (const [file, text] of Object.entries(written)) assert.equal(texts.get(file), text, file);
        assert.deepEqual(
          [...texts.keys()].filter((file) => missing.includes(file)),
          [],
        );
        for (const [file, text] of Object.entries(holds)) assert.ok(texts.get(file)?.includes(text), texts.get(file));
      } finally {
        remove();
      }
    });
});
