import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { page, renderSite } from "./setting.ts";

function warnings(site: ReturnType<typeof renderSite>): readonly string[] {
  return site.diagnostics.all.map(({ file, line, column, problem }) => `${file}:${line}:${column}: ${problem}`);
}

describe("Sloppy Liquid", () => {
  it("is rendered as Jekyll renders it, with a warning at its place", (test) => {
    const site = renderSite(test, {
      "p.html": page("a\n b {{ site.timezone + 1 }}{% if site.timezone && nope %}T{% endif %}\n"),
    });
    assert.equal(site.page("p.html"), "a\n b UTCT\n");
    assert.deepEqual(warnings(site), [
      'p.html:4:4: The Liquid "site.timezone + 1" has "+" where nothing of the kind may stand',
      'p.html:4:27: The Liquid "site.timezone && nope" has "&" where nothing of the kind may stand',
    ]);
  });

  it("in an include is told of the include, once for all its pages", (test) => {
    const files = {
      "_includes/i.html": "\n{{ 'a' 'b' }}",
      "p.html": page("{% include i.html %}"),
      "q.html": page("{% include i.html %}"),
    };
    const site = renderSite(test, files);
    assert.equal(site.page("p.html") + site.page("q.html"), "\na\na");
    assert.deepEqual(warnings(site), [
      `_includes/i.html:2:1: The Liquid "'a' 'b'" has "'b'" where nothing of the kind may stand`,
    ]);
  });

  it("is silent under error_mode lax and an error under strict", (test) => {
    const of = (mode: string) =>
      renderSite(test, {
        "_config.yml": `timezone: UTC\nliquid: {error_mode: ${mode}}\n`,
        "p.html": page("{{ 1 + 1 }}"),
      });
    const lax = of("lax");
    assert.equal(lax.page("p.html"), "1");
    assert.deepEqual(warnings(lax), []);
    assert.match(of("strict").page("p.html"), /^p\.html:3: The Liquid "1 \+ 1" has "\+"/);
  });
});

describe("What nobody defines", () => {
  const templates: readonly (readonly [string, string])[] = [
    ["x\n{% seo %}", "p.html:4: The tag {% seo %} is not known; in Jekyll it comes from the gem jekyll-seo-tag"],
    ["{% cite a %}", "p.html:3: The tag {% cite %} is not known; in Jekyll it comes from the gem jekyll-scholar"],
    ["{% bibtex %}", "p.html:3: The tag {% bibtex %} is not known; in Jekyll it comes from the gem jekyll-scholar"],
    ["{% whatever %}", "p.html:3: The tag {% whatever %} is not known"],
    ["{% endif %}", "p.html:3: {% endif %} stands where no block is open for it"],
    ["{% if true %}x", "p.html:3: {% if %} is never closed"],
    ["x {{ y }", 'p.html:3: "{{ y }" is not closed'],
    ["{% raw %}x", "p.html:3: {% raw %} is never closed"],
  ];
  for (const [template, message] of templates) {
    it(`${JSON.stringify(template)} is an error with its place`, (test) => {
      assert.equal(renderSite(test, { "p.html": page(template) }).page("p.html"), message);
    });
  }

  it("a tag is left out where the site says so; a block keeps its body", (test) => {
    const config = "timezone: UTC\nliquid: {unknown_tags: remove}\n";
    const template = "a{% seo %}b{% tabs x %}{% if true %}c{% endif %}{% endtabs %}d";
    const site = renderSite(test, { "_config.yml": config, "p.html": page(template) });
    assert.equal(site.page("p.html"), "abcd");
    assert.equal(warnings(site).length, 2);
  });

  it("a filter passes its value on, and is an error under strict_filters", (test) => {
    const files = { "p.html": page('{{ "x" | nofilter: 1 }}') };
    assert.equal(renderSite(test, files).page("p.html"), "x");
    const config = "timezone: UTC\nliquid: {strict_filters: true}\n";
    assert.match(
      renderSite(test, { ...files, "_config.yml": config }).page("p.html"),
      /p\.html:3: The filter nofilter is not known/,
    );
  });

  it("a variable is nil, and is an error under strict_variables", (test) => {
    const files = { "p.html": page("[{{ nope }}{{ page.nope }}]") };
    assert.equal(renderSite(test, files).page("p.html"), "[]");
    const config = "timezone: UTC\nliquid: {strict_variables: true}\n";
    assert.match(
      renderSite(test, { ...files, "_config.yml": config }).page("p.html"),
      /The variable nope is not defined/,
    );
  });

  it("errors inside an include name the include", (test) => {
    const site = renderSite(test, {
      "_includes/i.html": "a\n{{ nil | sort }}",
      "p.html": page("{% include i.html %}"),
    });
    assert.equal(site.page("p.html"), "_includes/i.html:2: The filter sort needs a list");
  });
});
