/** What templates see of YAML's scalars, and of pages beside each other: each case is what Jekyll 4.3.1 printed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, renderSite } from "./setting.ts";

const SHOWN: readonly (readonly [yaml: string, printed: string, why: string])[] = [
  ["3.0", "3.0", "a whole Float keeps its point"],
  ["3", "3", "an Integer has none"],
  ["12345678901234567890", "12345678901234567890", "a large Integer keeps its digits"],
  ["2020-01-02 03:04:05 +0900", "2020-01-02 03:04:05 +0900", "a time prints in the zone it was written in"],
  ["2020-01-02 03:04:05 Z", "2020-01-02 03:04:05 UTC", "a time in UTC says so"],
  ["2020-01-02 03:04:05", "2020-01-02 03:04:05 +0000", "a time without a zone is UTC, shown in the site's zone"],
];

for (const [yaml, printed, why] of SHOWN)
  test(why, (context) => {
    const site = renderSite(context, { "a.html": `---\nv: ${yaml}\n---\n{{ page.v }}` });
    assert.equal(site.page("a.html"), printed);
  });

test("keys that are numbers keep the order they were written in", (context) => {
  const files = { "_data/years.yml": "2021: a\n2019: b\nx: c\n2020: d\n", "_data/j.json": '{"9": 1.0, "1": 2}' };
  const each =
    "{% for y in site.data.years %}{{ y[0] }} {% endfor %}{% for y in site.data.j %}{{ y[0] }}={{ y[1] }} {% endfor %}";
  assert.equal(renderSite(context, { ...files, "a.html": page(each) }).page("a.html"), "2021 2019 x 2020 9=1.0 1=2 ");
});

test("pages stand by name, those of inner folders before those of outer ones, and one that lost its file is among them", (context) => {
  const empty = "---\n---\n";
  const files = {
    "p.md": empty,
    "b/p.md": empty,
    "a/p.md": empty,
    "a/z/p.md": empty,
    "x.md": `---\npermalink: /q.html\n---\n`,
    "y.md": `---\npermalink: /q.html\n---\n{% link x.md %}`,
    "l.html": page("{% for p in site.pages %}{{ p.path }} {% endfor %}"),
  };
  const site = renderSite(context, files);
  assert.equal(site.page("l.html"), "l.html a/z/p.md a/p.md b/p.md p.md x.md y.md ");
  assert.equal(site.page("y.md"), "/q.html");
});

test("a symbol in the configuration is a text", (context) => {
  const files = { "_config.yml": "timezone: UTC\nstyle: :compressed\n", "a.html": page("{{ site.style }}") };
  assert.equal(renderSite(context, files).page("a.html"), ":compressed");
});

test("a date among the defaults is a time, also to a page", (context) => {
  const defaults = 'defaults: [{scope: {path: ""}, values: {date: "2019-05-05"}}]\n';
  const files = { "_config.yml": `timezone: America/New_York\n${defaults}`, "a.html": page("{{ page.date }}") };
  assert.equal(renderSite(context, files).page("a.html"), "2019-05-05 00:00:00 -0400");
});

test("keys of YAML that are no texts are what they were written as, and are found as that alone", (context) => {
  const files = {
    "_data/d.yml": "1: one\nyes: b\n1.5: f\n2020-01-02: c\nx: t\n~: n\n10: ten\n9: nine\n",
    "a.html": page("{% for p in site.data.d %}{{ p[0] | inspect }};{% endfor %}"),
    "b.html": page(
      "{{ site.data.d[1] }}|{{ site.data.d['1'] }}|{{ site.data.d.true }}|{{ site.data.d[true] }}|{{ site.data.d.x }}",
    ),
    "c.html": page("{% for p in site.data.d %}{% if p[0] == 10 %}{{ p[0] | plus: 1 }}{% endif %}{% endfor %}"),
    "_posts/2020-01-01-a.html": "---\ntags: [2020, x]\n---\n",
    "d.html": page("{{ site.tags[2020].size }}|{{ site.tags['2020'].size }}|{{ site.tags.x.size }}"),
  };
  const site = renderSite(context, files);
  const day = "#&lt;Date: 2020-01-02 ((2458851j,0s,0n),+0s,2299161j)&gt;";
  assert.equal(site.page("a.html"), `1;true;1.5;${day};&quot;x&quot;;nil;10;9;`);
  assert.equal(site.page("b.html"), "one|||b|t");
  assert.equal(site.page("c.html"), "11");
  assert.equal(site.page("d.html"), "1||1");
});

test("a tag is what was written, also where it stands alone", (context) => {
  const files = {
    "_posts/2020-01-01-a.html": "---\ntag: 5\n---\n",
    "a.html": page("{{ site.posts[0].tags | inspect }}"),
  };
  assert.equal(renderSite(context, files).page("a.html"), "[5]");
});

test("a file of a collection is named without the folder of the collections", (context) => {
  const files = {
    "_config.yml": "timezone: UTC\ncollections_dir: all\ncollections: {notes: {output: true}}\n",
    "all/_notes/x.png": "x",
    "y.png": "y",
    "a.html": page("{{ site.static_files | map: 'path' | join: ' ' }} {{ site.collections[0].files | inspect }}"),
  };
  const shown = "/y.png _notes/x.png [#&lt;Jekyll::StaticFile @relative_path=&quot;_notes/x.png&quot;&gt;]";
  assert.equal(renderSite(context, files).page("a.html"), shown);
});

test("inspect shows Jekyll's drops as JSON, in a list as well, and those of Liquid by their class", (context) => {
  const files = {
    "_config.yml": "timezone: UTC\ncollections: {notes: {output: true}}\n",
    "a.html": page("{{ jekyll | inspect }} {{ site.collections | inspect }}"),
  };
  const shown = renderSite(context, files).page("a.html");
  assert.match(shown, /^Jekyll::Drops::JekyllDrop \[\{\n {2}&quot;label&quot;: &quot;/);
  assert.match(shown, /\n\}, \{\n {2}&quot;label&quot;: &quot;[^}]*\n {2}&quot;docs&quot;: \[\n\n {2}\][^}]*\n\}\]$/);
});

test("a table keeps the order of its columns, those without a name, and the first of two with one", (context) => {
  const files = {
    "_data/t.csv": "name,2020,2019,,a,a\nx,1,2,3,4,5,6\n",
    "a.html": page(
      "{% for row in site.data.t %}{% for cell in row %}{{ cell[0] }}={{ cell[1] }};{% endfor %}{% endfor %}",
    ),
  };
  assert.equal(renderSite(context, files).page("a.html"), "name=x;2020=1;2019=2;=3;a=4;");
});

test("a number of JSON with an exponent is what YAML takes it for: a text without a sign or a point", (context) => {
  const files = { "_data/j.json": "[1e3, -1.5e+3, 2.5E-3]", "a.html": page("{{ site.data.j | inspect }}") };
  assert.equal(renderSite(context, files).page("a.html"), "[&quot;1e3&quot;, -1500.0, 0.0025]");
});

test("a document whose excerpt separator is empty has no excerpt", (context) => {
  const files = {
    "_posts/2020-01-01-a.md": "---\nexcerpt_separator: ''\n---\nx",
    "a.html": page("[{{ site.posts[0].excerpt }}]"),
  };
  assert.equal(renderSite(context, files).page("a.html"), "[]");
});

const FILTERED: readonly (readonly [template: string, printed: string, why: string])[] = [
  ["{{ 'ΛΟΓΟΣ ǆX ﬁX ა' | downcase }}", "λογοσ ǆx ﬁx ა", "no final sigma"],
  [
    "{{ 'ΑΣ' | capitalize }} {{ 'ﬁX' | capitalize }} {{ 'აბ' | capitalize }} {{ 'ǆ' | capitalize }}",
    "Ασ Fix აბ ǅ",
    "a large letter is that of a word's start",
  ],
  [
    "{{ 3.5 | divided_by: 0 }} {{ -1 | divided_by: '0.0' }} {{ 0 | divided_by: 0.0 }}",
    "Infinity -Infinity NaN",
    "a number with a point may be divided by nothing",
  ],
  ["{{ page.v | to_integer }}", "1577934245", "a time is its seconds"],
  ["{{ '👍a' | replace: '', '-' }}", "-👍-a-", "nothing is found between characters"],
  ["{{ 1.5 | sort_natural: 'x' | inspect }}", "nil", "what has no keys cannot be sorted by one"],
];

for (const [template, printed, why] of FILTERED)
  test(`${template}: ${why}`, (context) => {
    const site = renderSite(context, { "a.html": `---\nv: 2020-01-02 03:04:05\n---\n${template}` });
    assert.equal(site.page("a.html"), printed);
  });

test("inspect shows by its number only what has no shape", (context) => {
  const files = {
    "_data/j.json": JSON.stringify("a\u200d\ufeffb\u0001\u2028"),
    "a.html": page("{{ site.data.j | inspect }}"),
  };
  assert.equal(renderSite(context, files).page("a.html"), "&quot;a\u200d\ufeffb\\u0001\\u2028&quot;");
});
