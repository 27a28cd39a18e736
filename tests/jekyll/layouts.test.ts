import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { renderSite } from "./setting.ts";

describe("Liquid layouts", () => {
  it("nest, with the inner front matter over the outer", (test) => {
    const site = renderSite(test, {
      "_layouts/outer.html":
        "---\na: outer\nb: {x: 1, y: 2}\n---\n<{{ layout.a }} {{ layout.b | jsonify }} {{ page.a }}>{{ content }}",
      "_layouts/in/inner.html":
        "---\nlayout: outer\na: inner\nb: {y: 3}\n---\n[{{ layout.a }} {{ layout.b | jsonify }}]{{ content }}",
      "p.html": "---\nlayout: in/inner\na: page\n---\n{{ layout.a }}",
    });
    assert.equal(site.page("p.html"), '<inner {"x":1,"y":3} page>[inner {"y":3}]inner');
  });

  it("stop at the first that was there already", (test) => {
    const site = renderSite(test, {
      "_layouts/a.html": "---\nlayout: b\n---\nA{{ content }}",
      "_layouts/b.html": "---\nlayout: a\n---\nB{{ content }}",
      "p.html": "---\nlayout: a\n---\nx",
    });
    assert.equal(site.page("p.html"), "BAx");
  });

  it("that do not exist are warned of, and the content stands alone", (test) => {
    const site = renderSite(test, { "p.html": "---\nlayout: gone\n---\nx" });
    assert.equal(site.page("p.html"), "x");
    assert.deepEqual(
      site.diagnostics.all.map(({ file, problem }) => `${file}: ${problem}`),
      ["p.html: The layout gone does not exist"],
    );
  });

  it("are left out by what `exclude` says, read as if they lay in the source", (test) => {
    const site = renderSite(test, {
      "_config.yml": "timezone: UTC\nexclude: [docs, in/, '[xy]*']\n",
      ...Object.fromEntries(
        ["docs", "in/a", "xa", "a"].map((name) => [`_layouts/${name}.html`, `${name}{{ content }}`]),
      ),
      "p.html": "---\nlayout: docs\n---\n1",
      "q.html": "---\nlayout: in/a\n---\n2",
      "r.html": "---\nlayout: xa\n---\n3",
      "s.html": "---\nlayout: a\n---\n4",
    });
    assert.deepEqual(["p.html", "q.html", "r.html", "s.html"].map(site.page), ["1", "2", "3", "a4"]);
  });

  it("are not put around stylesheets", (test) => {
    const site = renderSite(test, {
      "_layouts/a.html": "<{{ content }}>",
      "s.scss": "---\nlayout: a\n---\na { b: {{ 1 | plus: 1 }} }",
      "t.css": "---\nlayout: a\n---\na {}",
    });
    assert.equal(site.page("s.scss"), "a { b: 2 }");
    assert.equal(site.page("t.css"), "<a {}>");
  });

  it("see no variable that the body assigned", (test) => {
    const site = renderSite(test, {
      "_layouts/a.html": "{{ v }}|{{ content }}",
      "p.html": "---\nlayout: a\n---\n{% assign v = 1 %}{{ v }}",
    });
    assert.equal(site.page("p.html"), "|1");
  });

  it("name their own lines, front matter counted", (test) => {
    const site = renderSite(test, {
      "_layouts/a.html": "---\nk: v\n---\n\n{% nope %}",
      "p.html": "---\nlayout: a\n---\n",
    });
    assert.equal(site.page("p.html"), "_layouts/a.html:5: The tag {% nope %} is not known");
  });

  it("of pages see the source as page.content, of posts the HTML", (test) => {
    const layout = "{{ page.content }}|{{ content }}";
    const body = "---\nlayout: a\n---\n{{ 1 | plus: 1 }}";
    const site = renderSite(test, { "_layouts/a.html": layout, "p.html": body, "_posts/2020-01-01-x.html": body });
    assert.equal(site.page("p.html"), "{{ 1 | plus: 1 }}|2");
    assert.equal(site.page("_posts/2020-01-01-x.html"), "2|2");
  });
});

describe("The order of rendering", () => {
  const files = {
    "_posts/2020-01-01-old.html": "---\ntitle: Old\n---\n{{ page.title }} {{ page.next.content }}",
    "_posts/2020-01-02-new.html": "---\ntitle: New\n---\n{{ page.title }} {{ page.previous.content }}",
    "_layouts/l.html": "<{{ content }}>",
    "p.html": "---\n---\n{{ site.posts[0].content }}",
  };

  it("shows a post the source of later ones and the HTML of earlier ones", (test) => {
    const site = renderSite(test, files);
    const old = "Old {{ page.title }} {{ page.previous.content }}";
    assert.equal(site.page("_posts/2020-01-02-new.html"), `New ${old}`);
    assert.equal(site.page("_posts/2020-01-01-old.html"), old);
    assert.equal(site.page("p.html"), `New ${old}`);
  });

  it("gives a page what the posts have become, and their whole pages as output", (test) => {
    const site = renderSite(test, {
      "_layouts/l.html": "<{{ content }}>",
      "_posts/2020-01-01-x.html": "---\nlayout: l\n---\n{{ 1 | plus: 1 }}",
      "p.html": "---\n---\n{% for post in site.posts %}{{ post.content }}|{{ post.output }}|{{ post }}{% endfor %}",
    });
    assert.equal(site.page("p.html"), "2|<2>|<2>");
  });

  it("gives pages of HTML an excerpt where `page_excerpts` asks for it, which itself has none", (test) => {
    const list = "{% for p in site.pages %}{{ p.name }}={{ p.excerpt | inspect }};{% endfor %}";
    const files = {
      "a.html": "---\n---\nA {{ page.name }}[{{ page.excerpt }}]\n\nb",
      "b.txt": "---\n---\nB\n\nc",
      "c.html": "---\nexcerpt: own\n---\nC",
      "d.txt": `---\n---\n${list}`,
    };
    const config = "timezone: UTC\npage_excerpts: true\n";
    const site = renderSite(test, { ...files, "_config.yml": config });
    const quoted = (text: string) => `&quot;${text}&quot;`;
    assert.equal(site.page("d.txt"), `a.html=${quoted("A a.html[]")};b.txt=nil;c.html=${quoted("own")};d.txt=nil;`);
    assert.equal(site.page("a.html"), "A a.html[A a.html[]]\n\nb");
    assert.match(renderSite(test, files).page("d.txt"), /^a\.html=nil;/);
  });

  it("gives a post its excerpt in its own text; in the excerpt there is none", (test) => {
    const site = renderSite(test, { "_posts/2020-01-01-a.html": "---\n---\nA[{{ page.excerpt }}]\n\nb" });
    assert.equal(site.page("_posts/2020-01-01-a.html"), "A[A[]]\n\nb");
  });

  it("makes a title of the file's name where the front matter says false", (test) => {
    const post = "---\ntitle: false\n---\n{{ page.title }}|{% if page.title %}yes{% endif %}";
    const site = renderSite(test, {
      "_posts/2020-01-01-a-b.html": post,
      "p.html": "---\ntitle: false\n---\n{{ page.title }}",
    });
    assert.equal(site.page("_posts/2020-01-01-a-b.html"), "A B|yes");
    assert.equal(site.page("p.html"), "false");
  });

  it("gives excerpts rendered, those of the front matter as they are", (test) => {
    const site = renderSite(test, {
      "_posts/2020-01-01-x.html": "---\ntitle: T\n---\n{{ page.title }} a\n\nb",
      "_posts/2020-01-02-y.html": "---\nexcerpt: '{{ own }}'\n---\nc",
      "p.html": "---\n---\n{% for post in site.posts %}[{{ post.excerpt }}]{% endfor %}",
    });
    assert.equal(site.page("p.html"), "[{{ own }}][T a]");
  });
});
