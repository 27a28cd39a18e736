/** `{% highlight %}`; most of what Jekyll 4.3 prints is among the recorded answers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Builder } from "../../src/build.ts";
import { inFolder } from "../support/site.ts";
import { renderSite } from "./setting.ts";

async function page(body: string): Promise<string> {
  return inFolder({ "_config.yml": "title: T\n", "a.html": `---\nlayout: none\n---\n${body}` }, async (folder) => {
    const { changed } = await new Builder({ source: folder, destination: `${folder}/_site` }).build("");
    return changed.find(({ file }) => file.startsWith("a"))?.text ?? "";
  });
}

for (const [name, options, expected] of [
  [
    "lines are marked",
    'mark_lines="2"',
    '<code class="language-text" data-lang="text">a\n<span class="hll">b\n</span>c</code>',
  ],
  [
    "and numbered",
    'mark_lines="1" linenos',
    '<pre class="lineno">1\n2\n3\n</pre></td><td class="code"><pre><span class="hll">a\n</span>b\nc\n</pre>',
  ],
  ["a line that is not there is passed over", 'mark_lines="9"', 'data-lang="text">a\nb\nc</code>'],
] as const) {
  test(name, async () => {
    const html = await page(`{% highlight text ${options} %}\na\nb\nc\n{% endhighlight %}`);
    assert.ok(html.includes(expected), html);
  });
}

test("a block of code stands on lines of its own in a Markdown file, as Jekyll's converter asks, and where it was put elsewhere", (context) => {
  const body = "---\n---\n* a\n\t{% highlight text %}b{% endhighlight %}\n";
  const { page } = renderSite(context, { "a.md": body, "b.html": body, "_posts/2020-01-01-c.md": body });
  const block = '<figure class="highlight"><pre><code class="language-text" data-lang="text">b</code></pre></figure>';
  assert.equal(page("a.md"), `* a\n\t\n${block}\n\n`);
  assert.equal(page("_posts/2020-01-01-c.md"), `* a\n\t\n${block}\n\n`);
  assert.equal(page("b.html"), `* a\n\t${block}\n`);
});
