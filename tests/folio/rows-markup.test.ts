/** Markdown, fences and the HTML that al-folio's posts write themselves: each on a page of one site. And the gems by name. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { built } from "../support/built.ts";
import { fences, hooks, markdown, plugins } from "./inventory.ts";
import { shownMarks } from "./marks.ts";
import { PICTURE, pageOf, pagesOf, type Rows, testRows } from "./row.ts";

const IMAGE = '<img src="/assets/img/a.svg" alt="A">';

const WRITTEN: Rows = {
  "attributes of blocks": ['Text\n{: .lead #first key="v"}', '<p class="lead" id="first" key="v">Text</p>'],
  "attributes of spans": ["*word*{: .lead}", '<em class="lead">word</em>'],
  "attributes of links": [
    '[x](https://x.example){:target="_blank"}',
    /<a href="https:\/\/x\.example"[^>]*target="_blank"/,
  ],
  "attributes by name": ["{:note: .lead}\n\nText\n{: note}", '<p class="lead">Text</p>'],
  footnotes: ["A[^1]\n\n[^1]: The note.", [/href="#fn:1"/, "The note."]],
  "definition lists": ["Term\n: Meaning", /<dl>\s*<dt>Term<\/dt>\s*<dd>Meaning<\/dd>/],
  tables: ["| a | b |\n|:-:|--:|\n| 1 | 2 |", /<td class="center">1<\/td>\s*<td class="right">2</],
  "{:toc}": ["* list\n{:toc}\n\n## One\n\n## Two", /<li><a href="#one"[^>]*>One/],
  "round quotes": ['"Quoted" -- it\'s ...', "“Quoted” – it’s …"],
  "ids of headings": ["## A Head of its Own", 'id="a-head-of-its-own"'],
  'markdown="1"': ['<div markdown="1">\n*in*\n</div>', "<em>in</em>"],
  "data-toc-text": [
    '## A very long heading\n{:data-toc-text="Short"}\n\n## Another',
    [/<a href="#a-very-long-heading">Short<\/a>/, /<h2 [^>]*>(?:<a[^>]*>)?A very long heading/],
    "{:",
  ],
  ".block-tip": ["> ##### TIP\n>\n> Do so.\n{: .block-tip }", [/class="[^"]*block-tip/, "Do so."], "{:"],
  ".block-warning": [
    "> ##### WARNING\n>\n> Do not.\n{: .block-warning }",
    [/class="[^"]*block-warning/, "Do not."],
    "{:",
  ],
  ".block-danger": ["> ##### DANGER\n>\n> Never.\n{: .block-danger }", [/class="[^"]*block-danger/, "Never."], "{:"],
  "fenced code": ["```python\nx = 1\n```", /<span class="m">1</],
  "task lists": ["- [x] done\n- [ ] open", /<input [^>]*checked/],
  strikethrough: ["~~gone~~", "<del>gone</del>"],
  autolinks: ["<https://x.example> and https://y.example", [/href="https:\/\/x.example"/, /and https:\/\/y\.example/]],
  ":smile:": ["So :smile:", "😄", ":smile:"],
  "@mentions": ["Ask @someone.", "Ask @someone.", "github.com/someone"],
  "$$…$$": ["In $$a^2$$ line\n\n$$\nb^2\n$$", [/In <math/, /display="block"/], "$$"],
  "$…$": ["In $a_1$ and $b_2$.", /<math.*<math/s, "$"],
  "\\begin{equation}": ["\\begin{equation}\\label{eq:a}\na = b\n\\end{equation}", [/display="block"/, ">(1)<"]],
  "\\eqref": [
    "\\begin{equation}\\label{eq:b}\na = b\n\\end{equation}\n\nBy \\eqref{eq:b}.",
    /By <a href="#mjx-eqn:eq:b"[^>]*>\(1\)<\/a>/,
    "eqref",
  ],
};

const fence = (language: string, source: string): string => `~~~${language}\n${source}\n~~~`;
/** Drawn by the build, or in a frame of the site's own, with the source behind a summary. */
const FRAMED = [/<iframe src="\/assets\/figures\/[^"]+\.html" title="[^"]+"/, /<details><summary aria-label="Source">/];

const figures: Rows = {
  mermaid: [fence("mermaid", "graph TD\nAlpha --> Beta"), [/<svg /, ">Alpha<"]],
  chartjs: [fence("chartjs", '{"type": "bar", "data": {"labels": ["Mon"], "datasets": [{"data": [1]}]}}'), FRAMED],
  echarts: [
    fence(
      "echarts",
      '{"xAxis": {"type": "category", "data": ["Mon"]}, "yAxis": {}, "series": [{"type": "bar", "data": [7]}]}',
    ),
    [/<svg /, ">Mon<"],
  ],
  vega_lite: [
    fence(
      "vega_lite",
      '{"mark": "bar", "data": {"values": [{"a": "Ay", "b": 2}]}, "encoding": {"x": {"field": "a", "type": "nominal"}, "y": {"field": "b", "type": "quantitative"}}}',
    ),
    [/<svg /, ">Ay<"],
  ],
  plotly: [fence("plotly", '{"data": [{"x": [1], "y": [2]}], "layout": {}}'), FRAMED],
  geojson: [fence("geojson", '{"type": "Point", "coordinates": [8.5, 47.4]}'), /<svg .*<path/s],
  diff2html: [
    fence("diff2html", "--- a/x.js\n+++ b/x.js\n@@ -1 +1 @@\n-old\n+new"),
    ["<del>old</del>", "<ins>new</ins>"],
  ],
  pseudocode: [
    fence(
      "pseudocode",
      "\\begin{algorithm}\\caption{Sort}\\begin{algorithmic}\\IF{$$p < r$$}\\STATE go\\ENDIF\\end{algorithmic}\\end{algorithm}",
    ),
    [/<b>if<\/b> <math/, "Sort"],
    "$$",
  ],
  typograms: [fence("typograms", "+--+\n|Hi|\n+--+"), [/<svg /, ">Hi<"]],
  "text/tikz": [
    '<script type="text/tikz">\n\\begin{tikzpicture}\n\\draw (0,0) circle (1);\n\\end{tikzpicture}\n</script>',
    /<svg .*<path/s,
    "text/tikz",
  ],
};

/** A class: it stays, and the page has a rule for it. */
const styled = (name: string, selector = `.${name}`): readonly [string, RegExp] => [
  `<div class="${name}">Text of ${name}</div>`,
  new RegExp(`${selector.replaceAll(".", "\\.")}\\b[^{]*\\{.*</style>.*<div class="${name}">Text of`, "s"),
];

const raw: Rows = {
  row: [
    '<div class="row"><div class="col">in a row</div></div>',
    /\.row\b[^{]*\{[^}]*display:flex.*<\/style>.*<div class="row">/s,
  ],
  "col-sm": [
    '<div class="row"><div class="col-sm-4">a third</div></div>',
    /col-sm[^{]*\{.*<\/style>.*<div class="col-sm-4">/s,
  ],
  "mt-3": styled("mt-3"),
  "mt-md-0": ['<div class="mt-3 mt-md-0">wide</div>', /\.mt-md-0\b[^{]*\{.*<\/style>.*<div class="mt-3 mt-md-0">/s],
  caption: styled("caption"),
  "img-fluid": [
    `<p class="fluid">${IMAGE.replace("<img", '<img class="img-fluid"')}</p>`,
    /\.img-fluid\b[^{]*\{.*<\/style>.*class="img-fluid"/s,
  ],
  rounded: styled("rounded"),
  "text-center": styled("text-center"),
  "float-right": styled("float-right"),
  "d-flex": styled("d-flex"),
  card: styled("card"),
  "z-depth-1": styled("z-depth-1"),
  "swiper-container": [
    `<swiper-container keyboard="true" navigation="true"><swiper-slide>${IMAGE}</swiper-slide></swiper-container>`,
    /swiper-container[^{]*\{[^}]*overflow.*<\/style>.*<swiper-container/s,
    /<script [^>]*src=/,
  ],
  "swiper-slide": [
    `<swiper-container><swiper-slide>${IMAGE} one</swiper-slide></swiper-container>`,
    /swiper-slide[^{]*\{.*<\/style>.*<swiper-slide/s,
  ],
  carousel: [
    `<div class="carousel slide"><ol class="carousel-indicators"><li></li></ol><div class="carousel-inner"><div class="carousel-item active">${IMAGE}</div></div></div>`,
    /carousel-inner\)[^{]*\{[^}]*overflow-x:auto.*carousel-indicators[^{]*\{display:none\}.*<\/style>/s,
    /<script [^>]*src=/,
  ],
  "img-comparison-slider": [
    `<img-comparison-slider>${IMAGE.replace("<img", '<img slot="first"')}${IMAGE.replace("<img", '<img slot="second"')}</img-comparison-slider>`,
    /img-comparison-slider[^{]*\{.*<\/style>.*<img-comparison-slider/s,
    /<script [^>]*src=/,
  ],
  "data-zoomable": [IMAGE.replace("<img", "<img data-zoomable"), '<a class="zoom" href="/assets/img/a.svg"'],
  "data-lightbox": [`<a href="/assets/img/a.svg" data-lightbox="group">${IMAGE}</a>`, '<a href="/assets/img/a.svg"'],
  ".pswp-gallery": [
    `<div class="pswp-gallery"><a href="/assets/img/a.svg" data-pswp-width="8" target="_blank">${IMAGE}</a></div>`,
    '<a href="/assets/img/a.svg"',
  ],
  ".spotlight-group": [
    `<div class="spotlight-group"><a class="spotlight" href="/assets/img/a.svg">${IMAGE}</a></div>`,
    'href="/assets/img/a.svg"',
  ],
  ".spotlight": [`<a class="spotlight" href="/assets/img/a.svg">${IMAGE} alone</a>`, 'href="/assets/img/a.svg"'],
  ".venobox": [`<a class="venobox" href="/assets/img/a.svg">${IMAGE} veno</a>`, 'href="/assets/img/a.svg"'],
  "data-gall": [`<a class="venobox" data-gall="g" href="/assets/img/a.svg">${IMAGE}</a>`, 'href="/assets/img/a.svg"'],
  "data-toggle": [
    '<table data-toggle="table" data-url="/assets/json/t.json"></table>',
    /<th scope="col">id<\/th>.*<td>7<\/td>/s,
  ],
  "d-cite": ['See <d-cite key="k"></d-cite>.', 'href="#Ref-k">1</a>', "<d-cite"],
  "d-footnote": [
    "<!-- <d-footnote>left out</d-footnote> -->\n\nA<d-footnote>The <em>note</em> of $x^2$</d-footnote>.",
    [/id="Noteref-1" href="#Note-1"/, /<em>note<\/em> of <math>/],
    /<d-footnote>The|<li[^>]*><span>left out/,
  ],
  "d-code": [
    '<d-code block language="javascript">\n  var x = 25;\n</d-code>',
    /<span class="k\w*">var<\/span>/,
    "<d-code",
  ],
  "d-math": ["<d-math>a^2</d-math>", "<math", "<d-math"],
  "l-page": styled("l-page"),
  "l-body": ['<div class="l-body">as wide as the text</div>', '<div class="l-body">as wide'],
  "l-screen": styled("l-screen"),
  "l-gutter": styled("l-gutter"),
  "fa-": [
    '<a href="/rows/x/"><i class="fa-brands fa-github"></i></a> <i class="fas fa-star"></i>star',
    / aria-label="GitHub"><i data-word="GitHub"><\/i><\/a> star/,
    "<i class",
  ],
  "ai-": ['<a href="/rows/y/"><i class="ai ai-orcid"></i></a>', 'data-word="ORCID"', "<i class"],
  "ti-": ['<a href="/rows/z/"><i class="ti ti-brand-x"></i></a>', 'data-word="X"', "<i class"],
  "si-": ['<a href="/rows/w/"><i class="si si-zotero"></i></a>', 'data-word="Zotero"', "<i class"],
};

const rows = { ...WRITTEN, ...figures, ...raw };
const site = await built({
  "_config.yml": `title: T
first_name: Emmy
plugins:
${plugins.map((name) => `  - ${name}\n`).join("")}`,
  // distill's elements mean something in its layout alone.
  ...pagesOf(rows, (text) => (text.includes("<d-") ? "distill" : "page")),
  "_bibliography/papers.bib": "@misc{k, author={One, A.}, title={K}, year=2001}\n",
  ...Object.fromEntries([..."xyzw"].map((name) => [`rows/${name}.md`, `---\npermalink: /rows/${name}/\n---\nx\n`])),
  "assets/img/a.svg": PICTURE,
  "assets/json/t.json": '[{"id": 7}]',
});
const text = (of: string): string => site.page(pageOf(rows, of));

testRows("Markdown", markdown, WRITTEN, (of) => site.main(pageOf(rows, of)));
testRows("fences", fences, figures, text);
testRows("HTML that posts write", hooks, raw, text);
testRows("plugins", plugins, Object.fromEntries(plugins.map((name) => [name, [name, name]])), (name) =>
  site.told.some(({ problem }) => problem.includes(`gem ${name} `)) ? "told as unknown" : name,
);

it("no page shows a mark, asks another host, or is told", () => {
  const shown = site.files.filter((name) => name.startsWith("rows/"));
  assert.ok(shown.length > 0);
  for (const file of shown) {
    assert.deepEqual(shownMarks(site.main(file)), [], file);
    assert.doesNotMatch(
      site.page(file),
      /<(?:script|img|iframe|link rel="stylesheet")[^>]*(?:src|href)="https?:/,
      file,
    );
  }
  assert.deepEqual(
    site.told.map(({ file, line, problem }) => `${file}:${line}: ${problem}`),
    [],
  );
});
