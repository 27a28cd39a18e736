/** Figures in a built site: drawn into the page, kept, told where they fail, and never lost. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { Builder } from "../../src/build.ts";
import { inFolder, temporaryFolder, writeFiles } from "../support/site.ts";

const { folder, remove } = temporaryFolder();
after(remove);

const fence = (language: string, source: string): string => `\`\`\`${language}\n${source}\n\`\`\`\n\n`;

const BODY =
  fence("mermaid", "graph TD\n A[Start] --> B") +
  fence("mermaid", 'pie title Pets\n "Dogs" : 3') +
  fence("chartjs", '{"type": "bar", "data": {"labels": ["</script>"]}}') +
  fence("echarts", "{broken") +
  '<script type="text/tikz">\n\\begin{tikzpicture}\\draw (0,0) -- (1,1);\\end{tikzpicture}\n</script>\n\n' +
  fence("js", "let graph = 1;");

writeFiles(folder, {
  "_config.yml": "title: T\nsearch: false\n",
  "_posts/2025-01-01-figures.md": `---\ntitle: Figures\n---\n\n${BODY}`,
  "_posts/2025-01-02-plain.md": "---\ntitle: Plain\n---\n\nNothing.\n",
});

const builder = new Builder({ source: folder, destination: join(folder, "_site") });

test("fences are drawn into the page or framed, with their source below", async () => {
  const { changed, diagnostics } = await builder.build("");
  const page = changed.find(({ file }) => file.includes("figures"))?.text ?? "";
  assert.match(
    page,
    /<figure class="diagram"><section class="scroll" tabindex="0" aria-label="Diagram 1"><svg[\s\S]*>Start</,
  );
  assert.equal(
    page.match(/<iframe src="\/assets\/figures\/[\w-]+\.html" title="[^"]+" width="640" height="400" loading="lazy">/g)
      ?.length,
    2,
  );
  assert.equal(page.match(/<details><summary aria-label="Source"><\/summary>/g)?.length, 4);
  assert.doesNotMatch(page, /<!--figure|text\/tikz/);
  assert.match(page, /let<\/span>|let graph/);
  const [problem, ...others] = diagnostics.all;
  assert.deepEqual(others, []);
  assert.equal(problem?.level, "warning");
  assert.equal(problem?.file, "_posts/2025-01-01-figures.md");
  assert.equal(problem?.line, 20);
  assert.match(problem?.problem ?? "", /^The echarts figure cannot be drawn: .*JSON/);
  assert.match(page, /\{broken/);
});

test("the page defines every custom property that a drawing uses: without them it would be black on black", async () => {
  const { changed } = await new Builder({ source: folder, destination: join(folder, "_colours") }).build("");
  const page = changed.find(({ file }) => file.includes("figures"))?.text ?? "";
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
  const own = [...page.matchAll(/[\s;"](--[\w-]+):/g)].map(([, name]) => name);
  const used = [...page.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name ?? "");
  assert.ok(used.includes("--_node-fill"));
  assert.deepEqual(
    [...new Set(used)].filter((name) => !style.includes(`${name}:`) && !own.includes(name)),
    [],
  );
});

test("a diff is styled as the tables of a text are", async () => {
  const { folder: other, remove } = temporaryFolder();
  writeFiles(other, {
    "_config.yml": "title: T\nsearch: false\n",
    "_posts/2025-01-01-diff.md": `---\ntitle: Diff\n---\n\n${fence("diff2html", "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b")}`,
  });
  const { changed } = await new Builder({ source: other }).build("");
  remove();
  const page = changed.find(({ file }) => file.includes("diff"))?.text ?? "";
  assert.match(page, /table\{[^}]*border-collapse:collapse/);
  assert.match(page, /[,}]figure[^{}]*\{[^}]*margin/);
});

test("what Mermaid itself cannot read is told and not left to the browser; a title stands below the picture", async () => {
  const { folder: other, remove } = temporaryFolder();
  const bad = fence("mermaid", 'pie title X\n "Dogs : 3');
  const list = fence("plotly", '[\n{"x": [1]}\n]');
  const titled = fence("mermaid", "---\ntitle: The <way>\n---\ngraph TD\n A-->B");
  writeFiles(other, {
    "_config.yml": "title: T\nsearch: false\n",
    "_posts/2025-01-01-bad.md": `---\ntitle: Bad\n---\n\nA [link](#).\n\n${bad}${titled}${fence("mermaid", "mindmap\n root")}${list}`,
  });
  const { changed, diagnostics } = await new Builder({ source: other }).build("");
  remove();
  const page = changed.find(({ file }) => file.includes("bad"))?.text ?? "";
  assert.doesNotMatch(page, /<iframe|<!--figure/);
  assert.match(page, /Dogs : 3/);
  assert.match(page, /<figcaption>The &lt;way&gt;<\/figcaption>/);
  assert.deepEqual(
    diagnostics.all.map(({ file, line, problem }) => [file, line, problem.slice(0, 60)]),
    [
      ["_posts/2025-01-01-bad.md", 8, "The mermaid figure cannot be drawn: Parsing failed: Lexer er"],
      ["_posts/2025-01-01-bad.md", 21, "The mermaid figure cannot be drawn: it needs a package that "],
      ["_posts/2025-01-01-bad.md", 26, 'The plotly figure cannot be drawn: it has no "data"'],
    ],
  );
});

test("what the frames load lies in the site, and a source cannot leave its script", async () => {
  const build = await builder.build("");
  build.begin();
  const { files } = await build.finish();
  const frames = files.filter((file) => /^assets\/figures\/.*\.html$/.test(file));
  assert.equal(frames.length, 2);
  for (const library of ["chart.js", "mermaid.js"])
    assert.ok(existsSync(join(folder, "_site/assets/figures", library)));
  const chart = frames
    .map((file) => readFileSync(join(folder, "_site", file), "utf8"))
    .find((html) => html.includes("chart.js"));
  assert.ok(chart?.includes("\\u003c/script>"));
  assert.match(
    chart ?? "",
    /@media print\{[^}]*\}\.dark #place\{filter:invert/,
    "what was drawn light on dark is printed dark on white",
  );
  assert.match(
    chart ?? "",
    /http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' [^"]*connect-src 'self' data: blob:;/,
    "a frame asks no other host",
  );
  for (const file of frames) assert.doesNotMatch(readFileSync(join(folder, "_site", file), "utf8"), /https?:\/\//);
});

test("another page pays nothing, and a page without figures has no style for them", async () => {
  const { changed } = await new Builder({ source: folder, destination: join(folder, "_other") }).build("");
  const plain = changed.find(({ file }) => file.includes("plain"))?.text ?? "";
  assert.doesNotMatch(plain, /\.diagram/);
});

test("a page that is rendered again as it was tells once more what cannot be drawn, at the line where it stands now", async () => {
  await inFolder(
    { "_config.yml": "title: T\nsearch: false\n", "a.md": `---\ntitle: A\n---\n\n${fence("echarts", "{broken")}` },
    async (source) => {
      const options = { source, destination: join(source, "_site") };
      const first = await new Builder(options).build("");
      first.begin();
      writeFiles(options.destination, Object.fromEntries(first.changed.map(({ file, text }) => [file, text])));
      await first.finish();
      writeFiles(source, { "a.md": `---\ntitle: A\nfoo: 1\n---\n\n${fence("echarts", "{broken")}` });
      const { diagnostics } = await new Builder(options).build("");
      assert.deepEqual(
        diagnostics.all.map(({ file, line }) => [file, line]),
        [["a.md", 7]],
      );
    },
  );
});
