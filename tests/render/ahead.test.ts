/** What the second thread renders is what the first one would have rendered. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { Builder } from "../../src/build.ts";
import { readConfig } from "../../src/config.ts";
import { Diagnostics } from "../../src/errors.ts";
import { MarkdownAhead } from "../../src/render/ahead.ts";
import { createSiteMarkdown, type KeptContent, markdownKey, renderKept, textKey } from "../../src/render/markdown.ts";
import { temporaryFolder, writeFiles } from "../support/site.ts";

const { folder, remove } = temporaryFolder();
test.after(remove);
writeFiles(folder, { "_config.yml": "title: T\nkramdown: {smart_quotes: 'apos,apos,quot,quot'}\n" });
const config = readConfig({ source: folder }, new Diagnostics());
/** Whole batches: what is left of one waits for more, and the first thread renders it. */
const texts = Array.from(
  { length: 328 },
  (_, n) => `# Heading ${n}\n\nIt's *${n}*, $$x_${n}$$.\n\n\`\`\`js\nlet a = ${n};\n\`\`\`\n`,
);
const markdown = createSiteMarkdown(config);
const settings = markdownKey(config);

/** The thread's answer, waited for. */
async function answer(ahead: MarkdownAhead, text: string): Promise<KeptContent | undefined> {
  for (let wait = 0; wait < 600; wait++) {
    const content = ahead.take(textKey(settings, text));
    if (content !== undefined) return content;
    await setTimeout(50);
  }
  return undefined;
}

test("texts come back as the first thread renders them, each once, in whatever order they are asked for", async () => {
  const ahead = new MarkdownAhead(config);
  for (const text of texts) ahead.offer(text);
  for (const text of texts.toReversed())
    assert.deepEqual(await answer(ahead, text), renderKept(markdown, config.mode, text));
  assert.equal(ahead.take(textKey(settings, texts[0] ?? "")), undefined);
  ahead.close();
  assert.equal(ahead.take(textKey(settings, texts[1] ?? "")), undefined);
});

test("few texts start no thread: they are never done ahead", async () => {
  const ahead = new MarkdownAhead(config);
  for (const text of texts.slice(0, 20)) ahead.offer(text);
  await setTimeout(100);
  assert.equal(ahead.take(textKey(settings, texts[0] ?? "")), undefined);
  ahead.close();
});

test("a cold build with the thread gives the bytes of one without", async () => {
  const site = temporaryFolder();
  try {
    const posts = texts.map((text, n) => [`_posts/2025-01-01-p${n}.md`, `---\ntitle: P${n}\n---\n\n${text}`] as const);
    writeFiles(site.folder, { "_config.yml": "title: T\n", ...Object.fromEntries(posts) });
    const pages = async (): Promise<ReadonlyMap<string, string>> => {
      const { changed } = await new Builder({ source: site.folder, destination: `${site.folder}/_site` }).build("");
      return new Map(changed.map(({ file, text }) => [file, text]));
    };
    const cold = await pages();
    // What an earlier build kept, if only a line, means that no thread is started.
    writeFiles(site.folder, { ".octavo-cache/content.jsonl": "\n" });
    assert.deepEqual(await pages(), cold);
    assert.equal([...cold.keys()].filter((file) => /p\d+\/?(?:index)?\.html$/.test(file)).length, texts.length);
  } finally {
    site.remove();
  }
});
