/** What the second thread renders is what the first one would have rendered. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { Builder } from "../../src/build.ts";
import { readConfig } from "../../src/config/config.ts";
import { Diagnostics } from "../../src/errors.ts";
import { MarkdownAhead } from "../../src/render/ahead.ts";
import { createSiteMarkdown, type KeptContent, renderKept } from "../../src/render/markdown.ts";
import { inFolder, temporaryFolder, writeFiles } from "../support/site.ts";

const { folder, remove } = temporaryFolder();
test.after(remove);
writeFiles(folder, { "_config.yml": "title: T\nkramdown: {smart_quotes: 'apos,apos,quot,quot'}\n" });
const config = readConfig({ source: folder }, new Diagnostics());
const texts = Array.from(
  { length: 328 },
  (_, n) => `# Heading ${n}\n\nIt's *${n}*, $$x_${n}$$. ${"Words. ".repeat(80)}\n\n\`\`\`js\nlet a = ${n};\n\`\`\`\n`,
);
const markdown = createSiteMarkdown(config);
const render = (text: string): KeptContent => renderKept(markdown, config.mode, text);

/** Enough for a thread. */
function offered(): MarkdownAhead {
  const ahead = new MarkdownAhead(config);
  for (const text of [...texts, ...texts]) ahead.offer(text);
  ahead.offer("x".repeat(200_000));
  ahead.flush();
  return ahead;
}

test("texts come back as the first thread renders them, each once, in whatever order they are asked for", async () => {
  const ahead = offered();
  // The thread begins with the first text, when it has started.
  let early: KeptContent | undefined;
  const tries = texts.slice(0, 200);
  for (let text = tries.shift(); text !== undefined && early === undefined; text = tries.shift()) {
    await setTimeout(50);
    early = ahead.take(text, render);
    if (early !== undefined) assert.deepEqual(early, render(text));
  }
  assert.notEqual(early, undefined);
  await setTimeout(100);
  let done = 0;
  for (const text of texts.toReversed()) {
    const content = ahead.take(text, render);
    if (content === undefined) continue;
    done++;
    assert.deepEqual(content, render(text));
  }
  assert.ok(done > 0);
  assert.equal(ahead.take(texts[0] ?? "", render), undefined);
  ahead.close();
});

test("a text that is asked for first is the first thread's; closed, all are", () => {
  const ahead = offered();
  assert.equal(ahead.take(texts.at(-1) ?? "", render), undefined);
  assert.equal(ahead.take("never offered", render), undefined);
  ahead.close();
  assert.equal(ahead.take(texts[1] ?? "", render), undefined);
});

test("while the thread is at a text that is asked for, the first one renders others", () => {
  const ahead = offered();
  // The thread begins with the first text: asked for in its order, texts are the thread's, the first one's, or a helper's.
  const helped = new Set<string>();
  for (const text of texts) {
    const content = ahead.take(text, (other) => {
      helped.add(other);
      return render(other);
    });
    if (content !== undefined) assert.deepEqual(content, render(text));
  }
  for (const text of helped) assert.ok(texts.includes(text) || text.startsWith("xxx"));
  ahead.close();
});

test("the HTML of a text, taken for Markdown once more, is done ahead as well", async () => {
  const ahead = offered();
  const text = "Words *with* emphasis.\n";
  ahead.offerHtmlOf(text);
  ahead.flush();
  const { html } = render(text);
  let content: KeptContent | undefined;
  for (let round = 0; round < 300 && content === undefined; round++) {
    await setTimeout(100);
    content = ahead.take(html, render);
  }
  assert.deepEqual(content, render(html));
  assert.equal(ahead.take(html, render), undefined);
  ahead.close();
});

test("little text starts no thread: it is never done ahead", async () => {
  const ahead = new MarkdownAhead(config);
  for (const text of texts.slice(0, 20)) ahead.offer(text);
  ahead.flush();
  await setTimeout(100);
  assert.equal(ahead.take(texts[0] ?? "", render), undefined);
  ahead.close();
});

test("a cold build with the thread gives the bytes of one without", async () => {
  const posts = texts.map((text, n) => [`_posts/2025-01-01-p${n}.md`, `---\ntitle: P${n}\n---\n\n${text}`] as const);
  await inFolder({ "_config.yml": "title: T\n", ...Object.fromEntries(posts) }, async (site) => {
    const pages = async (): Promise<ReadonlyMap<string, string>> => {
      const { changed } = await new Builder({ source: site, destination: `${site}/_site` }).build("");
      return new Map(changed.map(({ file, text }) => [file, text]));
    };
    const cold = await pages();
    // What an earlier build kept, if only a line, means that no thread is started.
    writeFiles(site, { ".octavo-cache/content.jsonl": "\n" });
    assert.deepEqual(await pages(), cold);
    assert.equal([...cold.keys()].filter((file) => /p\d+\/?(?:index)?\.html$/.test(file)).length, texts.length);
  });
});
