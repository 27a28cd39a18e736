/** What templates see of YAML's scalars, and of pages beside each other: each case is what Jekyll 4.3.1 printed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { page, renderSite } from "./setting.ts";

const shown: readonly (readonly [yaml: string, printed: string, why: string])[] = [
  ["3.0", "3.0", "a whole Float keeps its point"],
  ["3", "3", "an Integer has none"],
  ["12345678901234567890", "12345678901234567890", "a large Integer keeps its digits"],
  ["2020-01-02 03:04:05 +0900", "2020-01-02 03:04:05 +0900", "a time prints in the zone it was written in"],
  ["2020-01-02 03:04:05 Z", "2020-01-02 03:04:05 UTC", "a time in UTC says so"],
  ["2020-01-02 03:04:05", "2020-01-02 03:04:05 +0000", "a time without a zone is UTC, shown in the site's zone"],
];

for (const [yaml, printed, why] of shown)
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
