/** Filters and shortcodes of the site's own configuration of Eleventy, in the Liquid of its pages. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { runOctavo, temporaryFolder, writeFiles } from "../support/site.ts";

let folder = "";
let remove = (): void => {};
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  writeFiles(folder, { "_config.yml": "title: T\nurl: https://example.org\n" });
});
afterEach(() => remove());

const configuration = (lines: string): string =>
  `import octavo from "octavo";\nexport default (config) => {\n  config.addPlugin(octavo);\n  ${lines}\n};\n`;

/** What the page /p/ holds within `<main>`, or what the build told. */
function built(body: string, lines: string, layout = "none"): string {
  writeFiles(folder, {
    "eleventy.config.ts": configuration(lines),
    "p.html": `---\nlayout: ${layout}\npermalink: /p.html\nlist: [b, a]\nday: 2024-05-06\n---\n${body}`,
  });
  const { status, stderr } = runOctavo(folder, ["build"]);
  return status === 0 ? readFileSync(join(folder, "_site/p.html"), "utf8") : stderr;
}

for (const [name, lines, body, expected] of [
  ["a filter", 'config.addFilter("shout", (text) => text.toUpperCase());', '{{ "abc" | shout }}', "ABC"],
  ["a filter for Liquid", 'config.addLiquidFilter("x", (n, by) => n * by);', "{{ 3 | x: 4 | plus: 1 }}", "13"],
  [
    "a filter of a list",
    'config.addFilter("sorted", (l) => [...l].sort());',
    '{{ page.list | sorted | join: "," }}',
    "a,b",
  ],
  ["a filter of a day", 'config.addFilter("year", (d) => d.getUTCFullYear());', "{{ page.day | year }}", "2024"],
  ["a filter that gives nothing", 'config.addFilter("no", () => {});', '{{ "a" | no }}.', "."],
  ["one that takes Jekyll's place", 'config.addFilter("upcase", () => "mine");', '{{ "a" | upcase }}', "mine"],
  ["a shortcode", 'config.addShortcode("who", (a, b) => a + b);', '{% who "A ", page.list[0] %}', "A b"],
  [
    "a block",
    'config.addPairedShortcode("b", (t, n) => t.repeat(n));',
    "{% b 2 %}{{ page.list[1] }}-{% endb %}",
    "a-a-",
  ],
  [
    "a shortcode of free words, as tags in Ruby are given them,",
    'config.addShortcode("go", function () { return this.markup.split(" | ").join(">"); });',
    "{% go Arch: Wiki | https://a.b/c,d %}",
    "Arch: Wiki>https://a.b/c,d",
  ],
  [
    "a shortcode that asks for the page and the site",
    'config.addShortcode("where", function () { return this.get("page.name") + this.get("site.url"); });',
    "{% where %}",
    "p.htmlhttps://example.org",
  ],
  [
    "a block that asks, in a loop,",
    'config.addPairedShortcode("b", function (t) { return t + this.markup + this.get("one"); });',
    "{% for one in page.list %}{% b > | #0f0 %}{{ one }}{% endb %};{% endfor %}",
    "b> | #0f0b;a> | #0f0a;",
  ],
  [
    "a filter that asks",
    'config.addFilter("at", function (path) { return this.get("site.url") + path; });',
    '{{ "/a" | at }}',
    "https://example.org/a",
  ],
  ["a shortcode in the place of Jekyll's tag", 'config.addShortcode("link", () => "mine");', "{% link a b %}", "mine"],
] as const) {
  test(`${name} of the configuration works in a page`, () => {
    assert.equal(built(body, lines), expected);
  });
}

test("Eleventy's own filters do not take the place of Jekyll's", () => {
  assert.equal(built('{{ "Ä B!" | slugify }} {{ "/a/" | url }}', ""), "ä-b /a/");
});

test("a change of a filter writes its pages again", () => {
  const body = '{{ "a" | one }}';
  assert.equal(built(body, 'config.addFilter("one", () => 1);'), "1");
  assert.equal(built(body, 'config.addFilter("one", () => 2);'), "2");
});

test("a filter works in a layout of Liquid, too", () => {
  writeFiles(folder, { "_layouts/l.html": '{{ "x" | shout }}: {{ content }}' });
  assert.equal(built("text", 'config.addFilter("shout", (text) => text.toUpperCase());', "l"), "X: text");
});

for (const [name, lines, says] of [
  [
    "fails",
    'config.addFilter("bad", () => { throw new Error("oh no"); });',
    /p\.html:7:1: error: .*filter bad failed: oh no/,
  ],
  ["is asynchronous", 'config.addFilter("bad", async () => 1);', /p\.html:7:1: error: .*filter bad is asynchronous/],
] as const) {
  test(`a filter that ${name} is told at its place`, () => {
    assert.match(built('{{ "a" | bad }}', lines), says);
  });
}
