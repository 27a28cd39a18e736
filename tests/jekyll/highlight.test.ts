/** `{% highlight %}` in mode octavo; what Jekyll 4.3 prints is among the recorded answers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Builder } from "../../src/build.ts";
import { inFolder } from "../support/site.ts";

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
