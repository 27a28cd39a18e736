/** Each kind of figure: what is drawn of a source, and what is said where it cannot be. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { KINDS, liveFault, liveKind } from "../../src/diagrams/kinds.ts";
import { drawableMermaid, readMermaid } from "../../src/diagrams/mermaid-source.ts";
import { fitForPage } from "../../src/diagrams/svg.ts";
import { temporaryFolder } from "../support/site.ts";

const { folder, remove } = temporaryFolder();
after(remove);
mkdirSync(join(folder, "assets"));
writeFileSync(join(folder, "assets/data.csv"), "a,b\nx,1\ny,2\n");

async function drawn(language: string, source: string): Promise<string> {
  const kind = KINDS[language];
  assert.ok(kind);
  const { draw } = await kind.load();
  const html = await draw(source, folder);
  return kind.isText === true ? html : fitForPage(html, "Label");
}

const BARS = { mark: "bar", encoding: { x: { field: "a", type: "nominal" }, y: { field: "b", type: "quantitative" } } };

describe("a source becomes a picture", () => {
  for (const [language, source, ...expected] of [
    ["mermaid", "graph TD\n A[Start] -->|go| B", ">Start<", ">go<"],
    ["mermaid", "sequenceDiagram\n Alice->>Bob: Hello", ">Alice<", ">Hello<"],
    ["mermaid", "classDiagram\n Animal <|-- Dog", ">Animal<"],
    ["mermaid", "stateDiagram-v2\n [*] --> Still", ">Still<"],
    ["mermaid", "erDiagram\n PERSON ||--o{ BOOK : owns", ">PERSON<"],
    [
      "echarts",
      '{"xAxis":{"type":"category","data":["Mon"]},"yAxis":{},"series":[{"type":"bar","data":[7]}]}',
      ">Mon<",
    ],
    ["vega_lite", JSON.stringify({ ...BARS, data: { values: [{ a: "Ay", b: 2 }] } }), ">Ay<"],
    ["vega_lite", JSON.stringify({ ...BARS, data: { url: "/assets/data.csv" } }), ">x<", ">y<"],
    ["geojson", '{"type":"Point","coordinates":[8.5,47.4]}', "<path"],
    [
      "geojson",
      '{"type":"Feature","properties":{"name":"Here & there"},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1]]}}',
      "<title>Here &amp; there</title>",
    ],
    [
      "tikz",
      "\\documentclass{standalone}\n\\usepackage{tikz}\n\\begin{document}\\tikz\\draw (0,0) -- (1,1);\\end{document}",
      "<path",
    ],
    ["typograms", "+--+\n|Hi|\n+--+", ">Hi<", "<path"],
    ["typograms", '"--> not a line"', ">--&gt; not a line<"],
    ["tikz", "\\begin{tikzpicture}\\draw (0,0) circle (1); \\node {$x$};\\end{tikzpicture}", "<path"],
  ] as const) {
    test(`${language}: ${source.slice(0, 50)}`, async () => {
      const svg = await drawn(language, source);
      assert.match(svg, /^<svg [^>]*role="img" aria-label="Label">/);
      for (const part of expected) assert.ok(svg.includes(part), `${part} is not in ${svg.slice(0, 2000)}`);
      assert.doesNotMatch(svg, / style=|<style|<script|https?:\/\/|<text[^>]*font-family="cm/);
    });
  }
});

describe("of Mermaid's language the build draws what its library draws whole", () => {
  /** A source, and the words that are in its picture. */
  const whole: readonly (readonly [source: string, ...words: string[]])[] = [
    ["graph TD\nA-->B", ">A<", ">B<"],
    ["graph TD\nA-->B;B-->C[Last]", ">A<", ">B<", ">Last<"],
    ["graph LR;\n  a1-->|yes|a2;\n  a2---a-3", ">a1<", ">yes<", ">a2<", ">a-3<"],
    ["flowchart TB\nsubgraph one [Part One]\na1-->a2\nend", ">Part One<", ">a1<", ">a2<"],
    ["---\ntitle: Given\n---\n%%{init: {'theme': 'dark'}}%%\n%% a remark\ngraph TD\n A --> B", ">A<", ">B<"],
    ["sequenceDiagram\n A->>B: Hello;\n Note over A,B: Both", ">Hello<", ">Both<"],
    ["erDiagram\n A ||--o{ B : has", ">A<", ">has<"],
  ];
  for (const [source, ...words] of whole)
    test(source.slice(0, 50), async () => {
      assert.equal(liveKind("mermaid", source), undefined);
      const svg = await drawn("mermaid", source);
      for (const word of words) assert.ok(svg.includes(word), `${word} is not in ${svg}`);
      assert.doesNotMatch(svg, />a1--<|no attributes/);
    });

  /** Sources of which it would leave out a part, or draw it wrong. */
  for (const source of [
    "graph TD\n提交 --> 审批",
    "graph TD\n A@{ shape: rect, label: Shape }",
    "graph TD\n A --o B",
    "graph TD\n A --> B; A --o C",
    'graph TD\n A["`**bold**`"]',
    "graph TD\n A[fa:fa-car Car]",
    'graph TD\n A --> B\n click A "https://x.example"',
    "classDiagram\n namespace N {\n class A\n }",
    'classDiagram\n class A["Label"]',
    "classDiagram\n A .. B",
    "stateDiagram-v2\n A --> B\n note right of A : Words",
    "stateDiagram-v2\n alone",
    "stateDiagram-v2\n state c <<choice>>\n [*] --> c",
    "erDiagram\n A }o--|| B : x",
    'erDiagram\n A {\n string b "a remark"\n }',
    "sequenceDiagram\n box Group\n participant A\n end\n A->>B: x",
    "sequenceDiagram\n autonumber\n A->>B: x",
    "sequenceDiagram\n participant A\n Note over A: first\n A->>B: x",
    "mindmap\n root",
  ])
    test(`left to the browser: ${source.replaceAll("\n", " ")}`, () => {
      assert.equal(drawableMermaid(readMermaid(source)), undefined);
      assert.ok(liveKind("mermaid", source));
    });

  test("a long line is read in no time", () => {
    const line = `graph TD\n${"A[a b] --> B(c d) & ".repeat(60)}C[`;
    const before = process.cpuUsage();
    assert.equal(drawableMermaid(readMermaid(line)), undefined);
    assert.ok(process.cpuUsage(before).user < 5e6);
  });
});

test("a polygon is filled on its inner side, whichever way it is wound", async () => {
  const ring = [
    [-60, 2],
    [-60, -20],
    [-40, -20],
    [-40, 2],
    [-60, 2],
  ];
  const around = [
    [-55, -5],
    [-45, -5],
    [-45, -15],
    [-55, -15],
    [-55, -5],
  ];
  const [there, back, within, without] = await Promise.all(
    [[ring], [ring.toReversed()], [ring, around], [ring, around.toReversed()]].map((coordinates) =>
      drawn("geojson", JSON.stringify({ type: "Feature", geometry: { type: "Polygon", coordinates } })),
    ),
  );
  assert.equal(there, back);
  assert.equal(within, without);
  assert.ok((there ?? "").length < 1500, "not the rest of the world");
});

test("a map of two towns does not hold the grid of the world", async () => {
  const svg = await drawn("geojson", '{"type":"MultiPoint","coordinates":[[11,49.6],[9.9,51.5]]}');
  assert.ok(svg.length < 2000, `${svg.length} letters`);
});

describe("a source that cannot be drawn is told", () => {
  for (const [language, source, reason] of [
    ["echarts", '{"series":[{"type":"nosuch","data":[1]}]}', /Unknown series nosuch/],
    ["echarts", "[1]", /an option is a mapping/],
    ["geojson", '{"type":"Point","coordinates":[1113194,6446275]}', /no longitudes and latitudes/],
    ["tikz", "\\begin{tikzpicture}\\end{tikzpicture}", /nothing is drawn/],
    ["geojson", '{"type":"Nope"}', /"Nope" is no type of GeoJSON/],
    ["geojson", '{"type":"FeatureCollection","features":[]}', /there is no shape in it/],
    ["tikz", "\\begin{tikzpicture}\\drw (0,0;\\end{tikzpicture}", /TeX says: Undefined control sequence/],
  ] as const)
    test(`${language}: ${source}`, async () => {
      await assert.rejects(drawn(language, source), reason);
    });

  for (const [language, source, fault] of [
    ["chartjs", '{"type": "bar", ', "Expected double-quoted property name in JSON at position 16"],
    ["chartjs", "[1]", 'it has no "type"'],
    ["plotly", '{"layout": {}}', 'it has no "data"'],
    ["mermaid", "sequenceDiagramm\n A->B: x", 'no kind of diagram begins with "sequenceDiagramm"'],
    ["mermaid", "%%{init: {}}%%\npie title X", undefined],
    ["mermaid", "---\ntitle: T\n---\nxychart-beta\n", undefined],
    ["chartjs", '{"type": "bar", "data": {}}', undefined],
    ["chartjs", '{"type": "bar"}', 'it has no "data"'],
    ["chartjs", '{"type": "bars", "data": {}}', '"bars" is no type of chart'],
    [
      "chartjs",
      '{"type": "line", "data": {}, "options": {"scales": {"x": {"type": "time"}}}}',
      "a scale of times needs",
    ],
    ["plotly", '{"data": {"x": [1]}}', '"data" is no list of traces'],
    ["plotly", '{"data": [{"x": [1]}, {"type": "splom"}]}', undefined],
    ["plotly", '{"data": [{"type": "line"}]}', undefined],
    ["plotly", '{"data": [{"type": "scattergeo"}]}', "its maps (scattergeo) come from another host"],
    ["plotly", '{"data": [{"type": "choropleth"}]}', "its maps (choropleth) come from another"],
    ["plotly", '{"data": [{"type": "densitymapbox"}]}', "its maps (densitymapbox) come from"],
  ] as const)
    test(`${language} is not left to the browser: ${source.slice(0, 40)}`, () => {
      assert.match(
        liveFault(language, source) ?? "none",
        new RegExp(fault?.slice(0, 40).replace(/[()]/g, ".") ?? "^none$"),
      );
      assert.equal(liveKind(language, source) === undefined, fault !== undefined);
    });
});

test("of TeX's packages an older pgfplots and amsmath stand for newer ones", async () => {
  const svg = await drawn(
    "tikz",
    "\\usepackage{pgfplots,mathtools}\n\\pgfplotsset{compat=1.18}\n\\begin{document}\n\\begin{tikzpicture}\\node {$x$};\\end{tikzpicture}\n\\end{document}",
  );
  assert.match(svg, /<path/);
});

test("a chart's numbers are no longer than what an eye can see", async () => {
  const values = [1, 2, 3].map((a) => ({ a: Math.sqrt(a), b: a / 7, c: "1.23456" }));
  const encoding = { x: { field: "a", type: "quantitative" }, y: { field: "b", type: "quantitative" } };
  const layer = [{ mark: "line" }, { mark: "text", encoding: { text: { field: "c" } } }];
  const svg = await drawn("vega_lite", JSON.stringify({ encoding, layer, data: { values } }));
  assert.doesNotMatch(svg, /<[^>]*\d\.\d{3,}[^>]*>/);
  assert.match(svg, />1\.23456</, "a text stays as it is");
});

test("what ECharts draws though it calls it old is not told beside the build's own words", async (context) => {
  const warn = context.mock.method(console, "warn", () => {});
  await drawn("echarts", '{"xAxis":{},"yAxis":{},"series":[{"type":"bar","data":[7],"itemStyle":{"normal":{}}}]}');
  assert.equal(warn.mock.callCount(), 0);
});

describe("what is text stays text", () => {
  test("a diff is a table with both numbers of each line", async () => {
    const html = await drawn("diff2html", "--- a/x.js\n+++ b/x.js\n@@ -3,2 +3,2 @@\n-old < 1\n+new\n same\n");
    assert.equal(
      html,
      '<table class="diff"><caption>x.js</caption><tbody>' +
        '<tr class="gd"><td>3</td><td></td><td><code><del>old &lt; 1</del></code></td></tr>' +
        '<tr class="gi"><td></td><td>3</td><td><code><ins>new</ins></code></td></tr>' +
        "<tr><td>4</td><td>4</td><td><code>same</code></td></tr></tbody></table>",
    );
  });

  for (const [what, source, ...parts] of [
    [
      "lines that were miscounted by hand",
      "@@ -1,9 +1,2 @@\n a\n-b\n+c\n+d",
      "<td>1</td><td>1</td>",
      "<del>b</del>",
      "<td>3</td><td><code><ins>d</ins>",
    ],
    [
      "a removed line that begins with two dashes",
      "--- a/q.sql\n+++ b/q.sql\n@@ -1,2 +1 @@\n--- old\n+++ new",
      "<caption>q.sql</caption>",
      "<del>-- old</del>",
      "<ins>++ new</ins>",
    ],
    [
      "two files without git's headers",
      "--- a\n+++ a\n@@ -1 +1 @@\n-x\n+y\n--- b\t2024-01-01\n+++ b\t2024-01-02\n@@ -1 +1 @@\n-z\n+w",
      "<caption>a</caption>",
      "</table><table",
      "<caption>b</caption>",
      "<del>z</del>",
    ],
    [
      "a new name alone",
      "diff --git a/old.js b/new.js\nsimilarity index 100%\nrename from old.js\nrename to new.js",
      "<caption>old.js → new.js</caption>",
      "rename from old.js",
    ],
    [
      "bytes",
      "diff --git a/x.png b/x.png\nindex 1..2 100644\nBinary files a/x.png and b/x.png differ",
      "Binary files a/x.png and b/x.png differ",
    ],
    [
      "a merge of two parents",
      "diff --cc f\n--- a/f\n+++ b/f\n@@@ -1,2 -1,2 +1,2 @@@\n  both\n- one\n +two",
      "<code>both</code>",
      "<del>one</del>",
      "<ins>two</ins>",
    ],
  ] as const)
    test(`a diff: ${what}`, async () => {
      const html = await drawn("diff2html", source);
      for (const part of parts) assert.ok(html.includes(part), `${part} is not in ${html}`);
    });

  test("an algorithm is nested lists with formulas in MathML", async () => {
    const html = await drawn(
      "pseudocode",
      "\\begin{algorithm}\\caption{Sort}\\begin{algorithmic}\\REQUIRE $n$\\IF{$$p < r$$}\\STATE \\CALL{Swap}{$a$}\\ELSE\\RETURN \\textbf{x} y\\ENDIF\\end{algorithmic}\\end{algorithm}",
    );
    assert.match(html, /^<div class="algorithm"><p><b>Algorithm<\/b> Sort<\/p><ul>/);
    assert.match(html, /<li><b>Require:<\/b> <math>/);
    assert.match(html, /<b>if<\/b> <math>.*?<\/math> <b>then<\/b><\/li><li><ul>/);
    assert.match(html, /Swap\(<math>/);
    assert.match(html, /<b>else<\/b><\/li><li><ul><li><b>return<\/b> <b>x<\/b> y<\/li><\/ul><\/li><li><b>end if<\/b>/);
  });
});

describe("a source that cannot be drawn says why", () => {
  for (const [language, source, reason] of [
    ["echarts", "{bad", /JSON/],
    ["vega_lite", "[", /JSON/],
    ["vega_lite", JSON.stringify({ ...BARS, data: { url: "https://example.org/x.csv" } }), /another host/],
    ["geojson", "{}", /type/],
    ["diff2html", "no diff at all", /hunk/],
    ["pseudocode", "\\begin{algorithm}\\nonsense", /./],
    ["tikz", "\\begin{tikzpicture}\\nonsense{\\end{tikzpicture}", /./],
    [
      "tikz",
      "\n\\begin{tikzpicture}\n\\drow (0,0);\n\\end{tikzpicture}",
      /Undefined control sequence.*line 2 of it: \\drow/,
    ],
    // Here the engine stands still, and never says so.
    ["tikz", "\\begin{tikzpicture}\\def\\x{{\\x}}\\x\\end{tikzpicture}", /TeX capacity exceeded/],
    ["tikz", "\\usepackage{forest}\n\\begin{document}\\end{document}", /its TeX has no forest/],
  ] as const) {
    test(`${language}: ${source.slice(0, 40)}`, async () => {
      await assert.rejects(() => drawn(language, source), reason);
    });
  }
});

describe("greys follow the theme, colours stay, names are the picture's own", () => {
  for (const [what, svg, expected] of [
    ["black", '<svg><path fill="#000"/></svg>', '<path fill="currentColor"'],
    ["a line's grey", '<svg><path stroke="#ddd"/></svg>', 'stroke="var(--line)"'],
    ["white", '<svg><path fill="white"/></svg>', 'fill="var(--paper)"'],
    ["a grey between", '<svg><path fill="rgb(128,128,128)"/></svg>', 'fill="var(--muted)"'],
    ["a grey with a touch of colour", '<svg><path fill="#181800"/></svg>', '<path fill="currentColor"'],
    ["a dark colour", '<svg><path fill="#190000"/></svg>', 'fill="#190000"'],
    ["blue", '<svg><path fill="#5470c6"/></svg>', 'fill="#5470c6"'],
    ["nothing", '<svg><path fill="none"/></svg>', 'fill="none"'],
    ["a style that SVG knows", '<svg><g style="font-size: 12px; margin: 1px"/></svg>', '<g font-size="12px"/>'],
  ] as const)
    test(what, () => assert.ok(fitForPage(svg, "L").includes(expected), fitForPage(svg, "L")));

  test("a label may hold what HTML reads as its own", () =>
    assert.match(fitForPage("<svg></svg>", 'a "b" <c>'), /aria-label="a &quot;b&quot; &lt;c&gt;">/));

  test("two pictures share no id", () => {
    const ids = [1, 2].map((n) =>
      fitForPage(`<svg><g id="a"/><use xlink:href="#a" x="${n}"/><g fill="url(#a)"/></svg>`, "L"),
    );
    for (const svg of ids) {
      const id = / id="([^"]+)"/.exec(svg)?.[1];
      assert.ok(svg.includes(` href="#${id}"`) && svg.includes(`url(#${id})`), svg);
    }
    assert.notEqual(ids[0]?.match(/ id="[^"]+"/)?.[0], ids[1]?.match(/ id="[^"]+"/)?.[0]);
  });
});

test("of Mermaid's kinds some are drawn by the build and all others by the browser", () => {
  for (const source of [
    "graph TD\nA-->B",
    "%% a note\nflowchart LR\nA-->B",
    "---\ntitle: T\n---\nerDiagram\n",
    "sequenceDiagram\n",
  ])
    assert.equal(liveKind("mermaid", source), undefined, source);
  for (const source of ["pie title X", "gantt\n", "gitGraph\n", "venn-beta\n"])
    assert.equal(liveKind("mermaid", source)?.name, "mermaid.js", source);
  assert.equal(liveKind("mermaid", "mindmap\n")?.package, "mermaid", "the small library leaves it out");
});
