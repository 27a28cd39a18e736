/** The includes that content of al-folio names, on a site that has none of its own. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { built, shown } from "../support/built.ts";

const ACADEMIC = { "_config.yml": "title: T\nscholar: {last_name: Noether}\n" };

for (const name of ["figure.liquid", "figure.html"])
  test(`{% include ${name} %} shows a picture with its caption`, async () => {
    const html = await shown(
      `Text.\n\n{% include ${name} path="assets/img/1.jpg" class="img-fluid rounded" alt="A lake" caption="The *lake*" width="200px" zoomable=true %}\n`,
    );
    assert.match(html, /<figure><img src="\/assets\/img\/1\.jpg" alt="A lake" class="img-fluid rounded" width="200"/);
    assert.match(html, /<figcaption class="caption">The \*lake\*<\/figcaption><\/figure>/);
  });

test("a figure lies below baseurl, links where it is told to, and loads as it is told", async () => {
  const config = { "_config.yml": "title: T\nbaseurl: /b\n" };
  const html = await shown('{% include figure.liquid path="assets/1.jpg" url="/x/" loading="eager" %}', config);
  assert.match(html, /<a href="\/b\/x\/" aria-label="\/x\/"><img src="\/b\/assets\/1\.jpg" loading="eager"/);
});

test("a site's own include goes before the built-in one", async () => {
  const own = { "_includes/figure.liquid": "own {{ include.path }}" };
  assert.match(await shown('{% include figure.liquid path="x" %}', own), /own x/);
});

test("an include that an al-folio site left behind is named in a warning, and nothing stands in its place", async () => {
  const site = await built({ ...ACADEMIC, "p.md": "---\npermalink: /p/\n---\nA {% include my/own.liquid x=1 %}B\n" });
  assert.match(site.main("p/index.html"), /A B/);
  assert.deepEqual(
    site.told.map(({ level, file, line, problem }) => [level, file, line, problem]),
    [["warning", "p.md", 4, "There is no include my/own.liquid: nothing is shown in its place"]],
  );
});

test("a tag that an al-folio site's own Ruby defined is named in a warning, and a block keeps its body", async () => {
  const site = await built({ ...ACADEMIC, "p.md": "---\npermalink: /p/\n---\nA {% mine 1 %}body{% endmine %} B\n" });
  assert.match(site.main("p/index.html"), /A body B/);
  assert.match(site.told[0]?.problem ?? "", /The tag \{% mine %\} is not known: it is left out/);
});

test("on any other site a missing include is an error with its place", async () => {
  await assert.rejects(shown("{% include nope.html %}"), /p\.md:5:1: error: There is no include nope\.html/);
});

for (const [sentence, text] of [
  ["below a post, whatever the post says of newsletters", "My newsletter.\n"],
  ["in the text of a post that includes it, and nowhere else", "{% include newsletter.liquid %}\n"],
] as const)
  test(`the newsletter's form stands once: ${sentence}`, async () => {
    const { page } = await built({
      "_config.yml": "title: T\nnewsletter: {enabled: true, endpoint: x1}\n",
      "_posts/2024-01-02-a.md": `---\ntitle: A\n---\n${text}`,
    });
    assert.equal(page("blog/2024/a/index.html").split('<form class="newsletter"').length, 2);
  });
