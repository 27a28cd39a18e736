/** What al-folio's content depends on, row by row: tags, includes, filters, markup and files, each on a small site. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { shown } from "../support/built.ts";
import type { Files } from "../support/site.ts";

const ACADEMIC = "title: T\nfirst_name: Emmy\nlast_name: Noether\n";

const notebook = JSON.stringify({
  metadata: { language_info: { name: "python" } },
  cells: [
    { cell_type: "markdown", source: ["## Result\n", "of *it*"] },
    {
      cell_type: "code",
      source: ["print(1)"],
      outputs: [
        { output_type: "stream", text: ["\u001b[31m1\u001b[0m\n"] },
        { output_type: "display_data", data: { "image/png": "iVBORw0KGgo=", "text/plain": ["<Figure>"] } },
        {
          output_type: "execute_result",
          data: { "text/html": ["<table><tr><td onclick='x()'>7</td></tr></table><script>alert(1)</script>"] },
        },
        {
          output_type: "display_data",
          data: { "text/html": ["<div><script>draw()</script></div>"], "text/plain": ["a chart"] },
        },
        { output_type: "stream", name: "stderr", text: ["  0%|   |\r 50%|#  |\r100%|###|\n"] },
        { output_type: "error", ename: "E", evalue: "v", traceback: ["E: v"] },
      ],
    },
  ],
});

interface Row {
  readonly name: string;
  readonly text: string;
  readonly files?: Files;
  readonly expected: readonly RegExp[];
  readonly never?: RegExp;
}

const rows: readonly Row[] = [
  {
    name: "details opens without a script, its caption and body are Markdown",
    text: "{% details Caption **bold** %}\nBody *here*\n\n- a\n{% enddetails %}",
    expected: [/<details><summary>Caption <strong>bold<\/strong><\/summary><p>Body <em>here<\/em><\/p>\s*<ul>/],
  },
  {
    name: "tabs are panels that can all be read, the first of a group open",
    text: "{% tabs log %}\n\n{% tab log php %}\n```php\n$a;\n```\n{% endtab %}\n\n{% tab log two words %}\n*x*\n{% endtab %}\n\n{% endtabs %}",
    expected: [
      /<div class="tabs"><details name="tabs-log" open><summary>php<\/summary>/,
      /<details name="tabs-log"><summary>two words<\/summary><p><em>x<\/em><\/p><\/details><\/div>/,
    ],
  },
  {
    name: "a notebook is read from its file: text, code, and its outputs without anything that runs",
    text: "{::nomarkdown}\n{% assign p = 'assets/jupyter/n.ipynb' | relative_url %}{% capture e %}{% file_exists assets/jupyter/n.ipynb %}{% endcapture %}{% if e == 'true' %}{% jupyter_notebook p %}{% else %}none{% endif %}\n{:/nomarkdown}",
    files: { "assets/jupyter/n.ipynb": notebook },
    expected: [
      /<h2[^>]*>(?:<a[^>]*>)?Result/,
      /<span class="(?:k|nb|nf)">print<\/span>/,
      /<pre class="output"[^>]*>1<\/pre>/,
      /src="data:image\/png;base64,iVBORw0KGgo="/,
      /<td>7<\/td>/,
      /E: v/,
      />a chart</,
      />100%\|###\|</,
    ],
    never: /alert|onclick|50%/,
  },
  {
    name: "a notebook's text runs nothing, keeps its formulas, drawings and pictures, and JSON is shown where there is nothing else",
    text: "{% jupyter_notebook assets/jupyter/n.ipynb %}",
    files: {
      "assets/jupyter/n.ipynb": JSON.stringify({
        cells: [
          {
            cell_type: "markdown",
            attachments: { "p.png": { "image/png": "iVBORw0KGgo=" } },
            source:
              "$x^2$ ![of it](attachment:p.png)\n\n<script>alert(1)</script>\n\n<b onclick='alert(2)'>bold</b> [go](javascript:alert(3))\n\n<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>",
          },
          {
            cell_type: "code",
            source: "d",
            outputs: [{ output_type: "display_data", data: { "application/json": { a: 1 } } }],
          },
          { cell_type: "raw", source: "raw *text*" },
        ],
      }),
    },
    expected: [
      /<math><msup>/,
      /<img src="data:image\/png;base64,iVBORw0KGgo=" alt="of it"/,
      /<b>bold<\/b> <a>go<\/a>/,
      /<svg viewBox="0 0 1 1"[^>]*><path d="M0 0"/,
      /<pre class="output"[^>]*>\{\s+&quot;a&quot;: 1\s+\}<\/pre>/,
      /<pre[^>]*>raw \*text\*<\/pre>/,
    ],
    never: /alert/,
  },
  {
    name: "a notebook of nbformat 3",
    text: "{% jupyter_notebook assets/jupyter/n.ipynb %}",
    files: {
      "assets/jupyter/n.ipynb": JSON.stringify({
        nbformat: 3,
        worksheets: [
          {
            cells: [
              { cell_type: "heading", level: 2, source: ["Three"] },
              { cell_type: "code", language: "python", input: ["x"], outputs: [{ output_type: "pyout", text: ["3"] }] },
            ],
          },
        ],
      }),
    },
    expected: [/<h2[^>]*>(?:<a[^>]*>)?Three/, /<code>x\n<\/code>/, /<pre class="output"[^>]*>3<\/pre>/],
  },
  {
    name: "a picture without a text that is a link has a name: its caption, or where it leads",
    text: '{% include figure.liquid path="assets/img/a.png" url="https://a.b/c" caption="A <b>c</b>" %}\n\n{% include figure.liquid path="assets/img/a.png" url="https://a.b/d" alt="" %}\n\n{% include figure.liquid path="assets/img/a.png" url="https://a.b/e" alt="E" %}',
    files: { "assets/img/a.png": "x" },
    expected: [/href="https:\/\/a\.b\/c" aria-label="A c"/, /href="https:\/\/a\.b\/d" aria-label="https:\/\/a\.b\/d"/],
    never: /href="https:\/\/a\.b\/e" aria-label/,
  },
  {
    name: "file_exists says false of what is not there",
    text: "a{% file_exists assets/no.ipynb %}b",
    expected: [/afalseb/],
  },
  {
    name: "a twitter tag is a link",
    text: "{% twitter https://twitter.com/rubygems/status/518821243320287232 maxwidth=500 limit=3 %}",
    expected: [/href="https:\/\/twitter\.com\/rubygems\/status\/518821243320287232"[^>]*>Post by @rubygems on X</],
  },
  {
    name: "citations are counted by the data alone",
    text: "{% assign s = 'AB' %}{% google_scholar_citations s XY %} {% google_scholar_citations AB no %} {% inspirehep_citations 77 %}",
    files: {
      "_data/citations.yml": 'papers:\n  "AB:XY": {title: T, year: 1918, citations: 1234}\n',
      "_data/inspirehep.json": '{"77": 5}',
    },
    expected: [/1,234 N\/A 5/],
  },
  {
    name: "social_links prints the networks",
    text: "{% social_links %}",
    files: {
      "_data/socials.yml":
        "orcid_id: 0000-1\nemail: a@b.org\nown: {logo: x.svg, title: Own, url: https://own.example}\n",
    },
    expected: [/https:\/\/orcid\.org\/0000-1"[^>]*>ORCID</, /https:\/\/own\.example"[^>]*>Own</],
  },
  {
    name: "social_links stand where they are written: in a line, a cell, an item, an element",
    text: "In {% social_links %} a line\n\n- item {% social_links %}\n\n| a | b |\n|---|---|\n| x | {% social_links %} |\n\n<p>{% social_links %}</p>\n\nSee {% include social.liquid %} there",
    files: { "_data/socials.yml": "github_username: en\nwechat_qr: /qr.png\n" },
    expected: [
      /In <span class="ways"><a href="https:\/\/github\.com\/en"[^>]*>GitHub<\/a> <a href="\/qr\.png">WeChat<\/a><\/span> a line/,
      /<li>item <span class="ways"><a/,
      /<td>(?:<span class="ways">)<a/,
      /See <span class="ways"><a.*<\/span> there/,
    ],
    never: /&lt;/,
  },
  {
    name: "toc is a list of the page's headings",
    text: "{% toc %}\n\n## One\n\n## Two\n",
    expected: [/href="#one"/, /href="#two"/],
  },
  {
    name: "mermaid blocks of older sites keep their source",
    text: "{% mermaid %}\ngraph TD\nA-->B\n{% endmermaid %}",
    expected: [/A/],
    never: /\{%/,
  },
  {
    name: "bust_file_cache adds the MD5 of the file",
    text: "{{ '/assets/a.txt' | relative_url | bust_file_cache }}",
    files: { "assets/a.txt": "a" },
    expected: [/\/assets\/a\.txt\?0cc175b9c0f1b6a831c399e269772661/],
  },
  {
    name: "hideCustomBibtex drops the fields that only the site reads",
    text: "{% raw %}{% endraw %}{% capture b %}@a{k,\n  author = {A* and B},\n  abbr = {X},\n  year = {1}\n}{% endcapture %}<pre>{{ b | hideCustomBibtex }}</pre>",
    files: { "_config.yml": `${ACADEMIC}filtered_bibtex_keywords: [abbr]\n` },
    expected: [/author = \{A and B\},\s+year/],
    never: /abbr/,
  },
  {
    name: "emojify, which old lists of news end with",
    text: "{{ '<b>a:b</b> :tada: :none: 12:30:45' | emojify }}",
    expected: [/<b>a:b<\/b> 🎉 :none: 12:30:45/],
  },
  {
    name: "regex_replace and remove_accents",
    text: "{{ 'aXb' | regex_replace: '[A-Z]', '-' }} {{ 'Émile' | remove_accents }}",
    expected: [/a-b Emile/],
  },
  {
    name: "a video file plays with controls, an address elsewhere waits",
    text: '{% include video.liquid path="assets/v.mp4" class="w" controls=true caption="C" %}\n\n{% include video.html path="https://www.youtube.com/embed/x" %}',
    files: { "assets/v.mp4": "" },
    expected: [/<video src="\/assets\/v\.mp4"[^>]* controls/, /C<\/figcaption>/, /youtube/],
  },
  {
    name: "audio plays with controls",
    text: '{% include audio.liquid path="assets/a.mp3" controls=true %}',
    files: { "assets/a.mp3": "" },
    expected: [/<audio src="\/assets\/a\.mp3"[^>]* controls/],
  },
  {
    name: "news: an inline item is its text, another one a link",
    text: "{% include news.liquid %}",
    files: {
      "_config.yml": `${ACADEMIC}collections: {news: {output: true}}\n`,
      "_news/announcement_1.md": "---\nlayout: post\ndate: 2020-01-02\ninline: true\n---\nHello *you*\n",
      "_news/announcement_2.md": "---\nlayout: post\ntitle: A long one\ndate: 2021-01-02\ninline: false\n---\nText\n",
    },
    expected: [/\/news\/announcement_2\/">A long one<[\s\S]*Hello <em>you<\/em>/],
  },
  {
    name: "projects are cards, in the page's own loop",
    text: "{% assign s = site.projects | sort: 'importance' %}{% for project in s %}{% include projects.liquid %}{% endfor %}{% for project in s %}{% include projects_horizontal.html %}{% endfor %}",
    files: {
      "_config.yml": `${ACADEMIC}collections: {projects: {output: true}}\n`,
      "_projects/1_project.md":
        "---\nlayout: page\ntitle: First\ndescription: about\nimportance: 2\nimg: assets/img/1.jpg\ngithub: https://github.com/a/b\n---\nx\n",
      "_projects/2_project.md":
        "---\nlayout: page\ntitle: Second\nimportance: 1\nredirect: https://example.org\n---\nx\n",
    },
    expected: [
      /https:\/\/example\.org\/?"[^>]*>Second<[\s\S]*\/projects\/1_project\/">First</,
      /https:\/\/github\.com\/a\/b/,
    ],
  },
  {
    name: "repositories and accounts come from the committed cache; trophies are not drawn",
    text: "{% for repo in site.data.repositories.github_repos %}{% include repository/repo.liquid repository=repo %}{% endfor %}{% include repository/repo_user.liquid username='u' %}{% include repository/repo_trophies.liquid username='u' %}",
    files: {
      "_data/repositories.yml": "github_users: [u]\ngithub_repos: [o/r]\n",
      "_data/repositories_cache.json":
        '{"repositories":{"o/r":{"description":"About it","language":"C","stars":2}},"users":{"u":{"name":"U. Ser","followers":1}}}',
    },
    expected: [/https:\/\/github\.com\/o\/r"[^>]*>o\/r</, /About it/, />C · 2 stars</, /U\. Ser \(u\)/, /1 follower</],
    never: /vercel/,
  },
  {
    name: "a calendar waits to be asked for, and its address is there",
    text: '{% include calendar.liquid calendar_id="a@b.c" timezone="Europe/Berlin" style="" %}',
    expected: [/calendar\.google\.com\/calendar\/embed\?src=a%40b\.c/],
    never: /<iframe src/,
  },
  {
    name: "courses by year, and the weeks of one of them",
    text: '{% include courses.liquid %}\n\n{% include course_schedule.liquid course_id="alg" %}',
    files: {
      "_config.yml": `${ACADEMIC}collections: {teachings: {output: true}}\n`,
      "_teachings/algebra.md":
        "---\nlayout: course\ntitle: Algebra\nyear: 1921\nterm: Winter\ninstructor: E. N.\ncourse_id: alg\nschedule:\n  - {week: 1, date: 1921-10-20, topic: Ideals, description: '*first*', materials: [{name: Notes, url: /n.pdf}]}\n---\nx\n",
    },
    expected: [
      /<h2[^>]*>(?:<a[^>]*>)?1921/,
      /\/teachings\/algebra\/">Algebra/,
      /Ideals[\s\S]*<em>first<\/em>[\s\S]*href="\/n\.pdf"[^>]*>Notes</,
    ],
  },
  {
    name: "a course without days and papers has no columns for them",
    text: '{% include course_schedule.liquid course_id="alg" %}',
    files: {
      "_config.yml": `${ACADEMIC}collections: {teachings: {output: true}}\n`,
      "_teachings/algebra.md":
        "---\nlayout: course\ntitle: Algebra\ncourse_id: alg\nschedule:\n  - {week: 1, topic: Ideals}\n---\nx\n",
    },
    expected: [/<tr><th scope="col">Week<\/th><th scope="col">Topic<\/th><\/tr>/],
    never: />(?:Date|Materials)</,
  },
  {
    name: "the newsletter's form posts to its endpoint",
    text: "{% include newsletter.liquid %}",
    files: { "_config.yml": `${ACADEMIC}newsletter: {enabled: true, endpoint: "https://app.loops.so/x"}\n` },
    expected: [/<form class="newsletter" action="https:\/\/app\.loops\.so\/x" method="post"/],
  },
  {
    name: "latest_posts lists posts",
    text: "{% include latest_posts.liquid %}",
    files: { "_posts/2020-01-01-a.md": "---\ntitle: Apple\n---\nx\n" },
    expected: [/\/blog\/2020\/a\/">Apple</],
  },
  {
    name: "parts of a CV in a page's own loop",
    text: "{% for entry in site.data.cv %}<h3>{{ entry.title }}</h3>{% include cv/time_table.liquid %}{% endfor %}",
    files: {
      "_data/cv.yml":
        "- title: Education\n  type: time_table\n  contents:\n    - {title: PhD, institution: Erlangen, year: 1907, strange: shown}\n",
    },
    expected: [/Education[\s\S]*PhD[\s\S]*Erlangen[\s\S]*Strange[\s\S]*shown/],
  },
  {
    name: "the includes of a group's own collections show what the loop has come to, as a card",
    text: "{% for person in site.people %}{% include people_horizontal.html %}{% endfor %}{% for member in site.data.team %}{% include person_card.liquid %}{% endfor %}{% include people.html name='Di' affiliation='Pune' url='/di/' %}",
    files: {
      "_config.yml": `${ACADEMIC}collections: {people: {output: true}}\n`,
      "_people/ada.md":
        "---\nname: Ada L.\ntitle: PhD student\nimg: assets/ada.jpg\ndescription: Works on *engines*\n---\nx\n",
      "_people/cy.md":
        "---\nfirst_name: Cy\nlast_name: Ma\nrole: Guest\none_liner: Maps\ndescription: A long life\n---\nx\n",
      "_data/team.yml": "- {first_name: Bo, last_name: Li, role: Guest, website: 'https://bo.example/'}\n",
    },
    expected: [
      /<img src="\/assets\/ada\.jpg"[^>]*>.*<a href="\/people\/ada\/">Ada L\.<\/a>.*PhD student.*<em>engines<\/em>/s,
      /<h3><a href="\/di\/">Di<\/a><\/h3><div><p>Pune<\/p><\/div>/,
      />Cy Ma<\/a><\/h3><div><p>Guest<\/p><\/div><div><p>Maps<\/p><\/div><\/article>/,
      /<a href="https:\/\/bo\.example\/"[^>]*>Bo Li<\/a>.*Guest/s,
    ],
  },
  {
    name: "a table of JSON is written out",
    text: '<table data-toggle="table" data-url="{{ \'/assets/json/t.json\' | relative_url }}"><thead><tr><th data-field="id">ID</th><th data-field="n" data-halign="center">Name</th></tr></thead></table>',
    files: { "assets/json/t.json": '[{"id":0,"n":"Item <0>"},{"id":1,"n":"Item 1"}]' },
    expected: [/<th scope="col">ID<\/th>/, /<td>0<\/td><td class="center">Item &lt;0&gt;<\/td>/],
  },
  {
    name: "an icon alone in a link becomes a word, any other one nothing",
    text: '<p><a href="https://github.com/u" title="GitHub"><i class="fa-brands fa-github"></i></a> <i class="fas fa-star"></i>star <a href="/x/"><i class="ai ai-orcid"></i></a> <a href="/y/"><i class="fab fa-linkedin-in"></i></a> <a href="/z/"><i class="fas fa-envelope"></i></a> <a href="/w/"><i class="fas fa-file-pdf"></i></a> <a href="/v/"><i class="ai ai-google-scholar-square"></i></a> <a href="/t/"><i class="fab fa-twitter-square"></i></a></p>',
    expected: [
      /title="GitHub"[^>]*><i data-word="GitHub"><\/i><\/a> star/,
      /<a href="\/x\/" aria-label="ORCID"><i data-word="ORCID"><\/i><\/a>/,
      ...["LinkedIn", "email", "PDF", "Google Scholar", "Twitter"].map((word) => new RegExp(`data-word="${word}"`)),
    ],
    never: /<i class/,
  },
  {
    name: "the word is not said twice where the text behind the link says it",
    text: '<p><a href="/m/" title="3D model"><i class="fa fa-cube"></i></a><br><b>3D model</b></p>',
    expected: [/<a href="\/m\/" title="3D model"><i data-word="↗"><\/i><\/a><br \/><b>3D model/],
  },
];

describe("in a page's text", () => {
  for (const { name, text, files, expected, never } of rows)
    it(name, async () => {
      const html = await shown(text, { "_config.yml": ACADEMIC, ...files });
      for (const pattern of expected) assert.match(html, pattern);
      if (never !== undefined) assert.doesNotMatch(html, never);
      assert.doesNotMatch(html, /\{%|\{\{|\{:/);
    });
});
