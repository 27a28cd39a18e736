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

  it("gives excerpts rendered, those of the front matter as they are", (test) => {
    const site = renderSite(test, {
      "_posts/2020-01-01-x.html": "---\ntitle: T\n---\n{{ page.title }} a\n\nb",
      "_posts/2020-01-02-y.html": "---\nexcerpt: '{{ own }}'\n---\nc",
      "p.html": "---\n---\n{% for post in site.posts %}[{{ post.excerpt }}]{% endfor %}",
    });
    assert.equal(site.page("p.html"), "[{{ own }}][T a]");
  });
});
