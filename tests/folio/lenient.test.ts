/** Where al-folio sites leave to Jekyll what a configuration says. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { Builder } from "../../src/build.ts";
import { isAcademic } from "../../src/folio/academic.ts";
import { built } from "../support/built.ts";
import { inFolder } from "../support/site.ts";

it("leaves posts where Jekyll puts them, where the configuration names jekyll-scholar and no permalink", async () => {
  const { files } = await built({
    "_config.yml": "title: T\nplugins: [jekyll/scholar]\n",
    "_posts/2024-01-02-a.md": "x",
  });
  assert.ok(files.includes("2024/01/02/a.html"), files.join(" "));
});

it("writes the first page of a list into its folder, as jekyll-paginate-v2 does", async () => {
  const { files } = await built({
    "_config.yml": "title: T\nfirst_name: A\npagination: {enabled: true}\n",
    "blog/index.html":
      "---\npermalink: /blog\npagination: {enabled: true}\n---\n{% for post in paginator.posts %}{{ post.title }}{% endfor %}",
    "_posts/2024-01-02-a.md": "x",
  });
  assert.ok(files.includes("blog/index.html") && !files.includes("blog.html"), files.join(" "));
});

it("draws a list as the HTML that it is, for jekyll-paginate-v2's pages are no Markdown", async () => {
  const { main } = await built({
    "_config.yml": "title: T\nfirst_name: A\npagination: {enabled: true}\n",
    "blog.md":
      "---\npermalink: /blog/\npagination: {enabled: true}\n---\n<div>{% for post in paginator.posts %}<p>{{ post.description }}</p>{% endfor %}</div>",
    "_posts/2024-01-02-a.md": "---\ndescription: See <a href=https://example.org/a>a</a> and *b*\n---\nx",
  });
  assert.match(main("blog/index.html"), /<p>See <a href="?https:\/\/example\.org\/a"?[^>]*>a<\/a> and \*b\*<\/p>/);
});

it("reads a collection whose folder `include` names, and its files as pages, as Jekyll does", async () => {
  const { files, main } = await built({
    "_config.yml":
      "title: T\nplugins: [jekyll-scholar]\ninclude: [_pages, _projects]\ncollections:\n  projects: {output: true}\n",
    "_pages/p.md": "---\npermalink: /p/\n---\n{% for p in site.projects %}{{ p.url }}{% endfor %}",
    "_projects/a.md": "---\ntitle: A\n---\nx",
  });
  assert.ok(files.includes("projects/a.html") && files.includes("_projects/a.html"), files.join(" "));
  assert.match(main("p/index.html"), /\/projects\/a\.html/);
});

it("puts no page around what is a whole one, unless it asks for a layout", async () => {
  const whole =
    '<!DOCTYPE html>\n<html lang="en"><head><title>Slides of {{ site.title }}</title></head><body>x</body></html>\n';
  const { page } = await built({
    "_config.yml": "title: T\n",
    "slides.html": `---\ntitle: Slides\n---\n${whole}`,
    "old.html": "---\n---\n\n<HTML><body>x</body></HTML>\n",
    "part.html": "---\n---\n<p>See &lt;html&gt;</p>\n",
    "asked.html": `---\nlayout: page\n---\n${whole}`,
  });
  assert.equal(page("slides/index.html"), whole.replace("{{ site.title }}", "T"));
  assert.match(page("old/index.html"), /^\s*<HTML><body>/);
  for (const framed of ["part/index.html", "asked/index.html"]) assert.match(page(framed), /<main/);
});

it("asks for no posts of a source that is not filled in", async () => {
  const { told } = await built({
    "_config.yml":
      "title: T\nfirst_name: A\nexternal_sources:\n  - name:\n    rss_url:\n  - name: b\n    rss_url: https://b.org/feed\n",
  });
  assert.deepEqual(
    told.map(({ file, line, problem }) => [file, line, problem]),
    [["_config.yml", 3, "The posts of b are not here"]],
  );
});

it("leaves out a picture that lies among the posts, and says so", async () => {
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
  const files = { "_config.yml": "title: T\n", "_posts/2024-01-02-b.md": "x", "_posts/2024-01-02-a.png": picture };
  const { diagnostics } = await inFolder(files, (folder) => new Builder({ source: folder, mode: "octavo" }).build(""));
  assert.deepEqual(
    diagnostics.all.map(({ level, file }) => [level, file]),
    [["warning", "_posts/2024-01-02-a.png"]],
  );
});

it("prints a project's `redirect` as it is written, and leads there", async () => {
  const { main, page } = await built({
    "_config.yml": "title: T\nfirst_name: A\ncollections:\n  projects: {output: true}\n",
    "_projects/a.md": "---\nlayout: page\nredirect: https://example.org/a\n---\nx",
    "p.md": '---\npermalink: /p/\n---\n{% for p in site.projects %}<a href="{{ p.redirect }}">a</a>{% endfor %}',
  });
  assert.match(main("p/index.html"), /<a href="https:\/\/example\.org\/a"/);
  assert.match(page("projects/a/index.html"), /<meta http-equiv="refresh" content="0; url=https:\/\/example\.org\/a"/);
});

it("takes the first language of several, and none for what is no language", async () => {
  const { page } = await built({
    "_config.yml": "title: T\nfirst_name: A\nlang: en, zh_CN\n",
    "_posts/2024-01-02-a.md": "---\nlang: zh_CN\n---\nx",
    "_posts/2024-01-03-b.md": '---\nlang: "?"\n---\nx',
  });
  assert.match(page("blog/2024/a/index.html"), /<html lang="zh-CN"/);
  assert.match(page("blog/2024/b/index.html"), /<html lang="en"/);
});

it("sets the formulas of a page in HTML, but not those of its code", async () => {
  const { main } = await built({
    "p.html": "---\npermalink: /p/\n---\n<p>Of \\(a\\), <i>$b$</i> and $$c$$</p><pre>$$d$$</pre><!-- $$e$$ -->",
  });
  assert.match(
    main("p/index.html"),
    /Of <math><mi>a<\/mi><\/math>, <i><math><mi>b<\/mi><\/math><\/i> and .*<math display="block"><mi>c<\/mi><\/math>.*<pre[^>]*>\$\$d\$\$<\/pre>/s,
  );
});

it("gives columns their part of twelve, so that a row of many goes on in the next line", async () => {
  const { page } = await built({
    "p.md": '---\npermalink: /p/\n---\n<div class="row"><div class="col-sm-4">a</div></div>',
  });
  const style = /<style>(.*?)<\/style>/s.exec(page("p/index.html"))?.[1] ?? "";
  assert.ok(style.includes("flex:var(--grow) 1 calc((100% + .75rem) * var(--span)/12 - .75rem)"), style);
  assert.match(style, /\.col-sm-4,[^{]*\{--span:4;--grow:0\}/);
});

it("shows the HTML of a description below its title, and its text where no markup can stand", async () => {
  const description = "See <a href='https://example.org/a'>A</a> &amp; <b>B</b>: a < b";
  const files = {
    "_posts/2024-01-02-a.md": `---\nlayout: distill\ntitle: CO<sub>2</sub> in <T>\nauthors: [{name: Emmy <br> N., affiliations: {name: <i>Erlangen</i>}}]\ntoc: [{name: A <b>part</b>}, {name: B}, {name: C}]\ndescription: "${description}"\n---\nx`,
    "_posts/2024-01-03-b.md": "---\ntitle: R&amp;D\n---\nx",
  };
  const { page, main } = await built({ "_config.yml": "title: <b>T</b> U\nfirst_name: A\n", ...files });
  const article = page("blog/2024/a/index.html");
  assert.match(article, /<title>CO2 in &lt;T> \| T U<\/title>/);
  assert.match(article, /<meta name="description" content="See A &amp; B: a &lt; b"/);
  assert.match(article, /<p class="standfirst">See <a href="https:\/\/example\.org\/a"[^>]*>A<\/a> &amp; <b>B<\/b>/);
  assert.match(article, /<dd>Emmy N\.<span class="affiliation">, Erlangen</);
  assert.match(article, />A part<\/a>/);
  assert.match(main("blog/index.html"), /<p class="gist">See A &amp; B: a &lt; b<\/p>/);
  assert.match(page("blog/2024/b/index.html"), /<h1>R&amp;D<\/h1>/);
  const other = await built({ ...files, "_config.yml": "title: T\n" });
  assert.match(other.main("blog/index.html"), /See &lt;a href=/, "elsewhere a description is text");
});

it("leads to every page with a title on an early site, which has `name` for a title and no `nav`", async () => {
  const { page } = await built({
    "_config.yml": "name: Emmy N.\nplugins: [jekyll-scholar, jekyll-paginate-v2]\npagination: {enabled: true}\n",
    "b.md": "---\ntitle: b\npermalink: /b/\n---\nx",
    "a.md": "---\ntitle: A\npermalink: /a/\n---\nx",
    "none.md": "---\npermalink: /none/\n---\nx",
    "blog/index.html":
      "---\npagination: {enabled: true}\n---\n{% for post in paginator.posts %}{{ post.title }}{% endfor %}",
    "_posts/2016-01-02-a.md": "x",
  });
  assert.match(
    page("a/index.html"),
    /<a class="site-name" href="\/">Emmy N\.<\/a>.*href="\/a\/"[^>]*>A<.*href="\/blog\/">Blog<.*href="\/b\/">b<\/a>/s,
  );
  assert.doesNotMatch(page("a/index.html"), /href="\/none\/"/);
});

it("shows a list in a description as the list, and as text where no markup can stand", async () => {
  const { page } = await built({
    "_config.yml": "title: T\nfirst_name: A\n",
    "a.md": "---\ntitle: A\ndescription: <ul> <li>One</li> <li>Two</li> </ul>\n---\nx",
  });
  const html = page("a/index.html");
  assert.match(html, /<div class="standfirst"><ul> <li>One<\/li> <li>Two<\/li> <\/ul><\/div>/);
  assert.match(html, /<meta name="description" content="One Two"/);
});

it("writes the formulas of a title in Unicode, wherever the title stands; a sum of money is none", async () => {
  const title = String.raw`On $$\ell_1$$, \(O(n^2)\) and $x_0$ for $5 to $9`;
  const files = { "_posts/2024-01-02-a.md": `---\ntitle: '${title}'\ndescription: 'A $$\\beta$$'\n---\nx` };
  const { main, page } = await built({ "_config.yml": "title: T\nfirst_name: A\n", ...files });
  const plain = "On ℓ₁, O(n²) and x₀ for $5 to $9";
  assert.match(page("blog/2024/a/index.html"), new RegExp(`<title>${plain.replace(/[$()]/g, "\\$&")} \\| T<`));
  for (const file of ["blog/2024/a/index.html", "blog/index.html"]) assert.ok(main(file).includes(plain), file);
  assert.ok(page("feed.xml").includes(plain));
  assert.match(main("blog/index.html"), /<p class="gist">A β</);
  const off = await built({ "_config.yml": "title: T\nfirst_name: A\nenable_math: false\n", ...files });
  assert.ok(off.page("feed.xml").includes(String.raw`$$\ell_1$$`));
});

it("draws a layout of a fork's own as the one that it is named after, and a post as a post", async () => {
  const { page, told } = await built({
    "_config.yml": "title: T\nfirst_name: A\npermalink: /:title/\n",
    "_posts/2024-01-02-a.md": '---\nlayout: distill-wide\n---\nSo<d-cite key="x"></d-cite>.',
    "_posts/2024-01-03-b.md": "---\nlayout: single\n---\nx",
    "c.md": "---\nlayout: single\ntitle: C\n---\nx",
  });
  assert.match(page("a/index.html"), /<article class="distill">.*So<span class="citation">/s);
  assert.match(page("b/index.html"), /<header class="page-header">.*<time /s);
  assert.doesNotMatch(page("c/index.html"), /<time /);
  assert.deepEqual(
    told.map(({ problem }) => problem).filter((problem) => problem.includes("layout")),
    ["distill", "post", "page"].map(
      (used, index) => `There is no layout "${index === 0 ? "distill-wide" : "single"}"; "${used}" is used`,
    ),
  );
});

it("takes what is no text for none, where a list of names is meant", async () => {
  const odd = "[{a: 1}, [b], name]";
  const { page, told, files } = await built({
    "_config.yml": `title: T\nurl: https://e.org\nplugins: [{a: 1}]\nallow_hosts: ${odd}\nexternal_sources: [{name: X, categories: ${odd}, posts: [{url: "https://x.org/p", published_date: 2024-01-01}]}]\n`,
    "_bibliography/a.bib": "@book{name, title={T}, year=2000}",
    "_posts/2024-01-02-a.md": `---\nrelated_publications: ${odd}\n---\nx`,
  });
  assert.match(page("feed.xml"), /<category term="name"/);
  assert.doesNotMatch(JSON.stringify(told) + files.map(page).join("\n"), /\[object/);
});

it("draws the reviews and shelves of another collection as those of books, and a day that no calendar has as it is written", async () => {
  const { main } = await built({
    "_config.yml": "title: T\nfirst_name: A\ncollections:\n  films: {output: true}\n",
    "films.md": "---\nlayout: film-shelf\ntitle: Films\ncollection: films\n---\n",
    "_films/m.md":
      "---\nlayout: film-review\ntitle: M\nauthor: Fritz Lang\nstarted: 2024-06-31\nfinished: 2024-07-01\nstars: 5\n---\nx",
  });
  assert.match(main("films/index.html"), />M<\/a>[\s\S]*Fritz Lang[\s\S]*5 of 5 stars/);
  assert.match(main("films/m/index.html"), /2024-06-31[\s\S]*<time datetime="?2024-07-01"?>[\s\S]*/);
});

it("loses no text of an article behind a citation whose end tag is not whole", async () => {
  const { main } = await built({
    "_config.yml": "title: T\nfirst_name: A\npermalink: /:title/\n",
    "_posts/2024-01-02-a.md": '---\nlayout: distill\n---\nThe graph <d-cite key="x"></d-cite, that is:\n\nMore.',
  });
  assert.match(main("a/index.html"), /graph <span class="citation">\[\?\]<\/span>.*, that is:<\/p>\s*<p>More/s);
});

it("knows a course that was made of al-folio by the thanks in its footer", async () => {
  const { main, told } = await built({
    "_config.yml": "title: T\nfooter_text: Made with <a href=https://github.com/alshedivat/al-folio>al-folio</a>.\n",
    "assets/css/main.scss": "---\n---\n@import 'left/behind';\n",
    "a.md": "---\ntitle: A\n---\nLet $$\\parens{x}$$ and $$\\{x}}$$ be. {% include left_behind.html %}",
  });
  assert.match(main("a/index.html"), /Let .* be\./s);
  assert.deepEqual([...new Set(told.map(({ level }) => level))], ["warning"]);
});

it("takes no footer that thanks another for al-folio's", () => {
  for (const footer_text of ["Made by hand", "Made with al-folios", ["al-folio"]])
    assert.equal(isAcademic({ data: { footer_text } }), false, String(footer_text));
});

it("sets the formulas and the code of an article's notes, too", async () => {
  const { main } = await built({
    "_config.yml": "title: T\nfirst_name: A\npermalink: /:title/\n",
    "_posts/2024-01-02-a.md":
      "---\nlayout: distill\n---\nSo<d-footnote>as <d-math>x</d-math> and <d-code>a=1</d-code> say</d-footnote>.",
  });
  assert.match(main("a/index.html"), /id="Note-1">.*as <math>.*<\/math> and <code>a=1<\/code> say/s);
});

it("writes the later of two pages for one file, and says so, as Jekyll does", async () => {
  const files = {
    "_pages/blog.md": "---\npermalink: /blog/\ntitle: New\n---\nNew",
    "blog/index.html": "---\ntitle: Old\n---\nOld",
  };
  const { main, told } = await built({ "_config.yml": "title: T\nfirst_name: A\ninclude: [_pages]\n", ...files });
  assert.match(main("blog/index.html"), /Old/);
  assert.deepEqual(
    told.map(({ level, file, problem }) => [level, file, problem]),
    [
      [
        "warning",
        "blog/index.html",
        "_pages/blog.md and blog/index.html are both written to /blog/: blog/index.html is shown",
      ],
    ],
  );
});

it("says no day of an item that has none: the build's is nobody's", async () => {
  const { main } = await built({
    "_config.yml": "title: T\nfirst_name: A\ncollections:\n  datasets: {output: true}\n  news: {output: true}\n",
    "_datasets/a.md": "---\nlayout: post\ntitle: A\n---\nx",
    "_datasets/b.md": "---\nlayout: distill\ntitle: B\n---\nx",
    "_datasets/c.md": "---\nlayout: post\ntitle: C\ndate: 2024-01-02\nlast_updated: 2024-01-02\n---\nx",
    "_datasets/d.md": "---\nlayout: post\ntitle: D\nlast_updated: 2024-01-02\n---\nx",
    "_news/n.md": "---\ninline: true\n---\nSomething new",
    "news.md": "---\npermalink: /news/\n---\n{% include news.liquid %}",
  });
  const days = (file: string): number => {
    assert.ok(main(file), file);
    return main(file).split("<time ").length - 1;
  };
  assert.deepEqual(
    ["a", "b", "c", "d"].map((name) => days(`datasets/${name}/index.html`)),
    [0, 0, 1, 1],
  );
  assert.match(main("news/index.html"), /Something new/);
  assert.equal(days("news/index.html"), 0);
});

it("gives many links a line of their own below the site's name", async () => {
  const links = Object.fromEntries(
    [...Array(12).keys()].map((index) => [`p${index}.md`, `---\ntitle: Page with words ${index}\nnav: true\n---\nx`]),
  );
  const few = await built({ "_config.yml": "title: A library of materials\n", "p0.md": links["p0.md"] ?? "" });
  const many = await built({ "_config.yml": "title: A library of materials\n", ...links });
  assert.match(
    many.page("p0/index.html"),
    /<style>.*\.many \.site-name\+nav\{order:1.*<header class="site-header many">/s,
  );
  assert.match(few.page("p0/index.html"), /<header class="site-header">/);
  assert.doesNotMatch(few.page("p0/index.html"), /\.many/);
});

it("lists the posts on a blog without a text, whose layout was left behind", async () => {
  const files = {
    "blog.md": "---\nlayout: blog-topics\ntitle: Writing\npermalink: /blog/\nnav: true\n---\n",
    "_posts/2024-01-02-a.md": "---\ntitle: Hello\n---\nx",
  };
  const { main, page, told } = await built({ "_config.yml": "title: T\nfirst_name: A\n", ...files });
  assert.match(main("blog/index.html"), /<h1>Writing<\/h1>.*<a href="\/blog\/2024\/a\/">Hello<\/a>/s);
  assert.match(page("blog/2024/a/index.html"), /<nav.*<a href="\/blog\/"[^>]*>Writing<\/a>.*<\/nav>/s);
  assert.deepEqual(
    told.map(({ problem }) => problem),
    ['There is no layout "blog-topics"; "archive" is used'],
  );
  const off = await built({ "_config.yml": "title: T\nfirst_name: A\npagination: {enabled: false}\n", ...files });
  assert.doesNotMatch(off.main("blog/index.html"), /Hello/);
});

it("leads to every page with a title where the early site's `name` has a `title` beside it, unless a page says `nav`", async () => {
  const header = async (config: string, nav: string): Promise<readonly string[]> => {
    const files = {
      "a.md": "---\ntitle: Papers\npermalink: /a/\n---\nx",
      "b.md": `---\ntitle: Talks\npermalink: /b/\n${nav}---\nx`,
    };
    const { page } = await built({ "_config.yml": `title: Emmy\nplugins: [jekyll-scholar]\n${config}`, ...files });
    return [...page("a/index.html").matchAll(/<li><a href="\/(?:a|b)\/"[^>]*>(\w+)/g)].map(([, text = ""]) => text);
  };
  assert.deepEqual(await header("name: Emmy N.\n", ""), ["Papers", "Talks"]);
  assert.deepEqual(await header("name: Emmy N.\n", "nav: true\n"), ["Talks"]);
  assert.deepEqual(await header("", ""), []);
});
