/** A site in which everything is wrong says so in one run, each thing once and at its place. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { Builder } from "../../src/build.ts";
import { BuildError } from "../../src/errors.ts";
import { temporaryFolder, writeFiles } from "../support/site.ts";
import { page, renderSite } from "./setting.ts";

const FILES = {
  "_config.yml": 'title: T\nplugins: [jekyll-nosuch]\ndescription: "open\ncollections:\n  things: 5\n',
  "_plugins/x.rb": "module X end\n",
  "_plugins/own/y.rb": "# register_tag('no')\nLiquid::Template.register_tag('youtube', Y)\n",
  "_plugins/filters.rb":
    "module F\n  def shout(t) = t.upcase\n  def twice(t)\n  end\n  private\n  def hidden(t) = t\nend\nLiquid::Template.register_filter(F)\n",
  "_plugins/made.rb": "class G < Jekyll::Generator\nend\nJekyll::Hooks.register :posts, :post_render do end\n",
  "ruby.md": "---\n---\n{% youtube a %}\n",
  "_data/list.yml": "a: [b\n",
  "_layouts/lost.html": "{% include gone.html %}{{ content }}\n",
  "_layouts/bad.html": "{% if %}x{% else %}y{% endif %}{{ content }}\n{% nosuch %}\n",
  "_includes/open.html": "{% for x in y %}",
  "_sass/_p.scss": "a { b: $x; }",
  "_posts/2020-01-01-dated.md": "---\ndate: nonsense\n---\n",
  "_posts/2020-19-39-named.md": "---\n---\n{% nodate %}\n",
  "both.md": "---\nlayout: lost\n---\n{% nobody %}\n",
  "broken.md": "---\ntitle: [x\n---\n{% nofront %}\n",
  "leads.md": "---\n---\n{% link broken.md %} {% link place.md %} {% post_url 2020-01-01-dated %}\n",
  "place.md": "---\npermalink: 5\n---\n{% noplace %}\n",
  "unlaid.md": "---\ntitle: U\nlayout: none-such\n---\n",
  "include.md": "---\n---\n{% include none.html %}\n{% include open.html %}\n",
  "layout.md": "---\nlayout: bad\n---\n",
  "links.md": "---\n---\n{% link nope.md %}\n{% post_url 2020-01-01-none %}\n",
  "output.md": '---\n---\n{{ "x" | date_to_xmlschema }}\n{{ 5 | divided_by: 0 }}\n',
  "style.scss": "---\n---\na{b:c",
  "import.scss": '---\n---\n@import "p";',
  "tags.md": "---\n---\n{% picture a %}{% endpicture %}\n{% octicon x %}\n{% if true %}{% endfor %}\n",
};

/** Every place, with a word of what is said of it. */
const TOLD: readonly (readonly [string, RegExp])[] = [
  ["_config.yml:2", /jekyll-nosuch/],
  ["_config.yml:3", /quotation mark/],
  ["_config.yml:5", /must be a mapping/],
  ["_data/list.yml:1", /not valid YAML/],
  ["_includes/open.html:1", /never closed/],
  ["_layouts/bad.html:1", /condition cannot be read/],
  ["_layouts/bad.html:2", /nosuch/],
  ["_layouts/lost.html:1", /no include gone\.html/],
  ["_plugins/x.rb", /Ruby is not run: what this plugin adds/],
  ["_plugins/own/y.rb", /Ruby is not run: this plugin would define \{% youtube %\}/],
  ["_plugins/filters.rb", /Ruby is not run: this plugin would define the filters shout, twice$/],
  ["_plugins/made.rb", /Ruby is not run: what its generator makes and what its hook does are missing$/],
  ["ruby.md:3", /comes from _plugins\/own\/y\.rb$/],
  ["_posts/2020-01-01-dated.md:2", /no such date/],
  ["_posts/2020-19-39-named.md:1", /no such date/],
  ["_posts/2020-19-39-named.md:3", /nodate/],
  ["_sass/_p.scss:1", /Undefined variable/],
  ["both.md:4", /nobody/],
  ["broken.md:2", /not valid YAML/],
  ["broken.md:4", /nofront/],
  ["include.md:3", /no include none\.html/],
  ["links.md:3", /nope\.md/],
  ["links.md:4", /2020-01-01-none/],
  ["place.md:2", /permalink is not a path/],
  ["place.md:4", /noplace/],
  ["unlaid.md:3", /layout none-such does not exist/],
  ["output.md:3", /no date/],
  ["output.md:4", /by zero|by 0/],
  ["style.scss:3", /cannot be compiled/],
  ["tags.md:3", /picture/],
  ["tags.md:4", /octicon/],
  ["tags.md:5", /endfor/],
];

describe("A site with many mistakes", () => {
  const { folder, remove } = temporaryFolder();
  after(remove);
  let messages: readonly string[] = [];
  before(async () => {
    writeFiles(folder, FILES);
    const builder = new Builder({ source: folder, mode: "jekyll" });
    await assert.rejects(builder.build(""), (error) => {
      assert.ok(error instanceof BuildError);
      messages = error.diagnostics.map(({ file, line, problem }) =>
        [line === undefined ? file : `${file}:${line}`, problem].join(" "),
      );
      return true;
    });
  });
  for (const [place, message] of TOLD)
    it(`${place} is told`, () => {
      assert.match(messages.filter((said) => said.startsWith(`${place} `)).join("\n"), message);
    });

  it("and nothing else", () => {
    assert.equal(messages.length, TOLD.length, messages.join("\n"));
  });
});

describe("Mistakes of one template", () => {
  it("are all told, those that are seen when it is read and those that are seen when it is rendered, in blocks and includes too", (test) => {
    const site = renderSite(test, {
      "_includes/i.html": "{% include none.html %}{% nosuch %}{{ 'x' | date_to_string }}",
      "p.html": page(
        '{% include none.html %}\n{% nosuch %}\n{% if true %}{% link a %}\n{% post_url b %}{% endif %}\n{% for i in (1..9) %}{{ "x" | date_to_string }}{% endfor %}\n{% include i.html %}{% if %}',
      ),
    });
    const last = site.page("p.html");
    const told = site.diagnostics.errors.map(({ file, line }) => `${file}:${line}`);
    assert.deepEqual([...told, last.replace(/: .*/, "")].sort(), [
      ...["_includes/i.html:1", "_includes/i.html:1", "_includes/i.html:1"],
      ...["p.html:3", "p.html:4", "p.html:5", "p.html:6", "p.html:7", "p.html:8"],
    ]);
  });
});

describe("A tag of a gem that is built in, but not named", () => {
  it("is told with the line that turns it on", (test) => {
    const site = renderSite(test, { "p.html": page("{% feed_meta %}{% nosuch %}") });
    site.page("p.html");
    assert.match(site.diagnostics.errors[0]?.help ?? "", /"plugins: \[jekyll-feed\]"/);
  });
});

describe("What follows from a mistake is not told", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["{% if %}a{% elsif x %}b{% else %}c{% endif %}", "p.html:3: The condition cannot be read"],
    ["{% if true %}{% for x in y %}{% endif %}", "p.html:3: {% endif %} stands where no block is open for it"],
    ["{% picture %}{% endpicture %}", "p.html:3: The tag {% picture %} is not known"],
  ];
  for (const [template, message] of cases)
    it(template, (test) => {
      const site = renderSite(test, { "p.html": page(template) });
      assert.ok(site.page("p.html").startsWith(message), site.page("p.html"));
      assert.deepEqual(site.diagnostics.errors, []);
    });
});
