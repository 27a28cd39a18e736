import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { page, renderSite } from "./setting.ts";

const LIMITS = "timezone: UTC\nliquid: {render_limit: 200, memory_limit: 1000000}\n";

/** A page, and what must be said of it. */
const ends: readonly (readonly [string, string, RegExp])[] = [
  [
    "a loop that never ends",
    `{% assign l = "a b c d e f g h" | split: " " %}${"{% for i in l %}".repeat(12)}${"{% endfor %}".repeat(12)}`,
    /takes too long/,
  ],
  ["a range that fills the memory", "{% for i in (1..100000000000) %}{{ i }}{% endfor %}", /100000000000 numbers/],
  [
    "a text that doubles",
    "{% assign s = 'xxxxxxxxxxxx' %}{% for i in (1..90) %}{% assign s = s | append: s %}{% endfor %}",
    /too much text/,
  ],
  [
    "a capture that doubles",
    "{% assign s = 'x' %}{% for i in (1..90) %}{% capture s %}{{ s }}{{ s }}{% endcapture %}{% endfor %}",
    /too much text/,
  ],
  ["a width without measure", "{{ 1 | date: '%999999999d' }}", /too much text/],
  ["an include of itself", "{% include self.html %}", /self\.html:1: Includes or loops nest too deep/],
  ["a range that becomes a list", "{{ (1..100000000000) | join }}", /100000000000 numbers/],
  [
    "a list that doubles",
    "{% assign l = 'a b' | split: ' ' %}{% for i in (1..90) %}{% assign l = l | concat: l %}{% endfor %}",
    /too much text/,
  ],
  ...["{{ l | join }}", "{{ l | jsonify }}", "{{ l | inspect }}", "{% if l == m %}{% endif %}"].map(
    (use) =>
      [
        `lists that hold each other, in ${use}`,
        `{% assign l = 'a b' | split: ' ' %}{% assign m = l %}{% for i in (1..60) %}{% assign l = l | push: l %}{% assign m = m | push: m %}{% endfor %}${use}`,
        /too many parts|too much text|takes too long/,
      ] as const,
  ),
  ["blocks without end", `${"{% if true %}".repeat(300)}${"{% endif %}".repeat(300)}`, /Blocks nest too deep/],
];

describe("Limits of a template", () => {
  for (const [name, template, message] of ends) {
    it(`${name} ends with an error that names the file`, (test) => {
      const site = renderSite(test, {
        "_config.yml": LIMITS,
        "_includes/self.html": "{% include self.html %}",
        "p.html": page(template),
      });
      const said = site.page("p.html");
      assert.match(said, /^(?:p\.html:3|_includes\/self\.html:1): /);
      assert.match(said, message);
    });
  }

  it("one text longer than any page is too long under the limits that are set where nobody sets any", (test) => {
    const doubles =
      "{% assign s = 'xx' %}{% for i in (1..26) %}{% assign s = s | append: s %}{% endfor %}{{ s | size }}";
    const site = renderSite(test, { "_config.yml": "timezone: UTC\n", "p.html": page(doubles) });
    assert.match(site.page("p.html"), /^p\.html:3: .*too much text/);
  });

  it("a page of many tags is read from its first token to its last without moving those that follow", (test) => {
    const { shift } = Array.prototype;
    let moved = 0;
    Array.prototype.shift = function (this: unknown[]) {
      moved += this.length;
      return shift.call(this);
    };
    test.after(() => {
      Array.prototype.shift = shift;
    });
    const tags = 2000;
    const site = renderSite(test, {
      "p.html": page("{% if a %}x{% elsif b %}y{% else %}z{% endif %}{% comment %}{% endcomment %}".repeat(tags)),
    });
    assert.equal(site.page("p.html"), "z".repeat(tags));
    assert.ok(moved < 10 * tags, `${moved} moved`);
  });

  const long = 200_000;
  for (const [name, template, expected] of [
    ["tags that never end", `{{ "${"<".repeat(long)}" | strip_html | size }}`, String(long)],
    ["comments that never end", `{{ "${"<!--".repeat(long)}" | strip_html | size }}`, String(4 * long)],
    ["blanks before a letter", `{{ "${" ".repeat(long)}x" | strip }}`, "x"],
    ["blanks within", `{{ "x${" ".repeat(long)}x" | rstrip | size }}`, String(long + 2)],
  ] as const)
    it(`${name} take no longer than others`, (test) => {
      const site = renderSite(test, {
        "_config.yml": "liquid: {render_limit: 2000}\n",
        "p.html": page(`${template}{% if true %}{% endif %}`),
      });
      assert.equal(site.page("p.html"), expected);
    });

  it("an excerpt that contains itself is told", (test) => {
    const list = page("{% for post in site.posts %}{{ post.excerpt }}{% endfor %}");
    const site = renderSite(test, { "_posts/2020-01-01-a.md": list });
    assert.match(site.page("_posts/2020-01-01-a.md"), /The excerpt of .* contains itself/);
  });
});

describe("Documents that fail", () => {
  it("are rendered once, however many others show them", (test) => {
    const shown = page("{% for post in site.posts %}{{ post.output }}{% endfor %}{% include none.html %}");
    const posts = Array.from({ length: 24 }, (_, day) => `_posts/2020-01-${String(day + 1).padStart(2, "0")}-a.md`);
    const site = renderSite(test, Object.fromEntries(posts.map((path) => [path, shown])));
    // Each anew would be 2 ** 24 renderings.
    assert.match(site.page(posts.at(-1) ?? ""), /^_posts\/2020-01-24-a\.md:3: .*none\.html/);
  });

  it("an excerpt that fails is told alike to all that show it", (test) => {
    const files = { "a.html": page("{{ site.posts[0].excerpt }}"), "b.html": page("{{ site.posts[0].excerpt }}") };
    const site = renderSite(test, { ...files, "_posts/2020-01-01-a.md": page("{% include none.html %}") });
    const [first, second] = ["a.html", "b.html"].map(site.page);
    assert.match(first ?? "", /none\.html/);
    assert.equal(second, first);
  });
});

describe("What a template cannot reach", () => {
  const names = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];
  const objects = ["page", "site", "site.data", "site.posts", "site.time", "site.liquid", "jekyll", "forloop"];
  for (const name of names) {
    it(`${name} is nothing, whatever it is asked of`, (test) => {
      const asked = objects.map((object) => `{{ ${object}.${name} }}{{ ${object}["${name}"] }}`).join("");
      const template = `[${asked}{{ ${name} }}{{ "" | map: "${name}" }}]`;
      assert.equal(renderSite(test, { "p.html": page(template) }).page("p.html"), "[]");
    });
  }

  it("Node and the environment are nothing", (test) => {
    const template = "[{{ process }}{{ process.env }}{{ globalThis }}{{ require }}{{ global }}{{ site.env }}]";
    assert.equal(renderSite(test, { "p.html": page(template) }).page("p.html"), "[]");
  });

  it("a filter named like a method of an object is none", (test) => {
    assert.equal(renderSite(test, { "p.html": page('{{ "x" | constructor | toString }}') }).page("p.html"), "x");
  });

  it("a variable may be called like a method of an object", (test) => {
    const template = "{% assign __proto__ = 1 %}{% assign constructor = 2 %}{{ __proto__ }}{{ constructor }}";
    assert.equal(renderSite(test, { "p.html": page(template) }).page("p.html"), "12");
  });
});

describe("Links among the data", () => {
  it("are followed within the site, and told where they leave it or go round", (test) => {
    const files = { "other/a.yml": "a: 1\n", "other/sub/b.csv": "c\n2\n", "p.html": page("{{ site.data | jsonify }}") };
    const site = renderSite(
      test,
      { ...files, "_data/own.yml": "1" },
      {
        "_data/a.yml": "../other/a.yml",
        "_data/sub": "../other/sub",
        "_data/out.yml": "/etc/hostname",
        "_data/round": ".",
      },
    );
    assert.equal(site.page("p.html"), '{"a":{"a":1},"own":1,"round":{},"sub":{"b":[{"c":"2"}]}}');
    assert.deepEqual(
      site.diagnostics.errors.map(({ problem }) => problem),
      [
        "The link _data/out.yml leaves the site's folder",
        "The link _data/round leads back to a folder that it lies in",
      ],
    );
  });
});

describe("Includes stay in the site", () => {
  const links = {
    "_includes/leak.html": "/etc/hostname",
    "_includes/up": "..",
    "_includes/in.svg": "../assets/in.svg",
  };
  const cases: readonly (readonly [string, RegExp])[] = [
    ["{% include leak.html %}", /leaves the site's folder/],
    ["{% include ../x.html %}", /cannot be the name of an include/],
    ["{% assign f = '../x.html' %}{% include {{ f }} %}", /cannot be the name of an include/],
    ["{% include /etc/hostname %}", /There is no include/],
    ["{% include_relative ../../etc/hostname %}", /cannot be the name of an include/],
    ["{% include_relative /etc/hostname %}", /There is no file/],
    ["{% include in.svg %}", /^<svg\/>$/],
    ["{% link ../../etc/hostname %}", /leads to no file of the site/],
    ["{% link /etc/hostname %}", /leads to no file of the site/],
  ];
  for (const [template, message] of cases) {
    it(template, (test) => {
      const site = renderSite(
        test,
        { "assets/in.svg": "<svg/>", "_includes/a.html": "", "p.html": page(template) },
        links,
      );
      assert.match(site.page("p.html"), message);
    });
  }
});

describe("Layouts stay in the site", () => {
  it("one that is a link out of it is an error, or none", (test) => {
    const site = renderSite(
      test,
      { "_layouts/own.html": "own {{ content }}", "p.html": "---\nlayout: leak\n---\nbody" },
      { "_layouts/leak.html": "/etc/hostname" },
    );
    assert.match(site.page("p.html"), /^body$|leaves the site's folder/);
  });
});

describe("What a template knows of a theme", () => {
  it("its folder, and what its package says", (test) => {
    const site = renderSite(test, {
      "_config.yml": "timezone: UTC\ntheme_dir: th\n",
      "th/_layouts/x.html": "",
      "th/package.json": '{"version": "1.2.3", "author": "A B <a@b.org>", "description": "D"}',
      "p.html": page(
        "{{ theme.version }} {{ theme.authors }} {{ theme.description }} {{ theme.root | split: '/' | last }}",
      ),
    });
    assert.equal(site.page("p.html"), "1.2.3 A B D th");
  });

  it("nothing where the site has none", (test) => {
    assert.equal(renderSite(test, { "p.html": page("[{{ theme.root }}{{ theme }}]") }).page("p.html"), "[]");
  });
});
