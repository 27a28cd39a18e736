/** What al-folio's content depends on, row by row: tags, includes, filters, markup and files, each on a small site. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { built, shown } from "../support/built.ts";
import type { Files } from "../support/site.ts";

const academic = "title: T\nfirst_name: Emmy\nlast_name: Noether\n";

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
        { output_type: "error", ename: "E", evalue: "v", traceback: ["E: v"] },
      ],
    },
  ],
});

const book =
  "---\nlayout: book-review\ntitle: Algebra\nauthor: B. v. d. Waerden\ncover: assets/img/c.png\nreleased: 1930\nstars: 4\nstatus: Finished\ntags: [maths]\ndate: 2024-05-01\nisbn: 123\n---\nGood.\n";

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
    ],
    never: /alert|onclick/,
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
    files: { "_config.yml": `${academic}filtered_bibtex_keywords: [abbr]\n` },
    expected: [/author = \{A and B\},\s+year/],
    never: /abbr/,
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
      "_config.yml": `${academic}collections: {news: {output: true}}\n`,
      "_news/announcement_1.md": "---\nlayout: post\ndate: 2020-01-02\ninline: true\n---\nHello *you*\n",
      "_news/announcement_2.md": "---\nlayout: post\ntitle: A long one\ndate: 2021-01-02\ninline: false\n---\nText\n",
    },
    expected: [/\/news\/announcement_2\/">A long one<[\s\S]*Hello <em>you<\/em>/],
  },
  {
    name: "projects are cards, in the page's own loop",
    text: "{% assign s = site.projects | sort: 'importance' %}{% for project in s %}{% include projects.liquid %}{% endfor %}{% for project in s %}{% include projects_horizontal.html %}{% endfor %}",
    files: {
      "_config.yml": `${academic}collections: {projects: {output: true}}\n`,
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
    expected: [/https:\/\/github\.com\/o\/r"[^>]*>o\/r</, /About it/, /2 stars/, /U\. Ser \(u\)/, /1 follower</],
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
      "_config.yml": `${academic}collections: {teachings: {output: true}}\n`,
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
      "_config.yml": `${academic}collections: {teachings: {output: true}}\n`,
      "_teachings/algebra.md":
        "---\nlayout: course\ntitle: Algebra\ncourse_id: alg\nschedule:\n  - {week: 1, topic: Ideals}\n---\nx\n",
    },
    expected: [/<tr><th scope="col">Week<\/th><th scope="col">Topic<\/th><\/tr>/],
    never: />(?:Date|Materials)</,
  },
  {
    name: "the newsletter's form posts to its endpoint",
    text: "{% include newsletter.liquid %}",
    files: { "_config.yml": `${academic}newsletter: {enabled: true, endpoint: "https://app.loops.so/x"}\n` },
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
      const html = await shown(text, { "_config.yml": academic, ...files });
      for (const pattern of expected) assert.match(html, pattern);
      if (never !== undefined) assert.doesNotMatch(html, never);
      assert.doesNotMatch(html, /\{%|\{\{|\{:/);
    });
});

describe("layouts", () => {
  it("about: name, portrait, text, news, posts and networks, as the page asks for them", async () => {
    const site = await built({
      "_config.yml": `title: blank\nfirst_name: Emmy\nmiddle_name: A.\nlast_name: Noether\ncollections: {news: {output: true}}\ncontact_note: Write *soon*\n`,
      "_data/socials.yml": "github_username: en\nscholar_userid: qc6\nrss_icon: true\n",
      "_news/a.md": "---\ndate: 2020-01-01\ninline: true\n---\nOne\n",
      "_news/b.md": "---\ndate: 2021-01-01\ninline: true\n---\nTwo [links](/) [in it](/)\n",
      "_posts/2020-01-01-a.md": "---\ntitle: Apple\n---\nx\n",
      "about.md":
        "---\nlayout: about\npermalink: /\nsubtitle: <b>Algebra</b>\nprofile: {align: right, image: p.jpg, image_circular: true, more_info: '<p>Room 5</p>'}\nannouncements: {enabled: true, limit: 1}\nlatest_posts: {enabled: true}\nsocial: true\n---\nI am.\n",
      "assets/img/p.jpg": "",
    });
    const html = site.main("index.html");
    assert.match(html, /<h1>Emmy A\. Noether<\/h1><p class="standfirst"><b>Algebra<\/b>/);
    assert.match(html, /src="\/assets\/img\/p\.jpg"[^>]*alt="Emmy A\. Noether"|alt="Emmy A\. Noether"[^>]*/);
    assert.match(
      html,
      /Room 5[\s\S]*I am\.[\s\S]*Two[\s\S]*Apple[\s\S]*github\.com\/en[\s\S]*Google Scholar[\s\S]*feed\.xml[\s\S]*<em>soon<\/em>/,
    );
    assert.doesNotMatch(html, /One/);
    // A link in a text is no block to click: it breaks with its line.
    assert.match(site.page("index.html"), /\.news \.item a\{display:inline;/);
  });

  it("about: older keys (news: true, profile.address, networks in _config.yml)", async () => {
    const site = await built({
      "_config.yml": `${academic}collections: {news: {output: true}}\nnews_limit: 1\ngithub_username: en\ntwitter_username: et\n`,
      "_news/a.md": "---\ndate: 2020-01-01\ninline: true\n---\nOne\n",
      "_news/b.md": "---\ndate: 2021-01-01\ninline: true\n---\nTwo\n",
      "about.md":
        "---\nlayout: about\npermalink: /\nprofile: {address: '<p>Göttingen</p>'}\nnews: true\nsocial: true\n---\nI am.\n",
    });
    assert.match(site.main("index.html"), /Göttingen[\s\S]*Two[\s\S]*github\.com\/en[\s\S]*x\.com\/et/);
    assert.doesNotMatch(site.main("index.html"), /One/);
  });

  it("home: a portrait by its path, with its own text, and the ways to the author unless the page says no", async () => {
    const home = "layout: home\nprofile: {image: assets/me.jpg, alt: Emmy at the blackboard}\n";
    const site = await built({
      "_config.yml": "title: T\nurl: https://en.example\nbaseurl: /r\nauthor: Emmy\ngithub_username: en\n",
      "index.md": `---\n${home}---\nI am.\n`,
      "quiet.md": `---\n${home}social: false\n---\nI am.\n`,
      "assets/me.jpg": "",
    });
    assert.match(site.main("index.html"), /src="\/r\/assets\/me\.jpg" alt="Emmy at the blackboard"/);
    assert.match(site.main("index.html"), /I am\.[\s\S]*<section class="social"[\s\S]*github\.com\/en/);
    assert.match(site.page("index.html"), /"image":"https:\/\/en\.example\/r\/assets\/me\.jpg"/);
    assert.doesNotMatch(site.main("quiet/index.html"), /github/);
  });

  it("publications: the page that nobody wrote is titled in the site's language", async () => {
    const site = await built({
      "_config.yml": "title: T\nlang: zh-CN\n",
      "_bibliography/papers.bib": "@misc{k, title = {T}, author = {A}, year = 2020}\n",
    });
    assert.match(site.main("publications/index.html"), /<h1>论文<\/h1>/);
  });

  it("projects: by category and importance, headings without a gap, in the site's language", async () => {
    const project = (title: string, more: string) => `---\ntitle: ${title}\n${more}\n---\nx\n`;
    const files = {
      "_config.yml": "title: T\nlang: zh-CN\ncollections: {projects: {output: true}}\n",
      "_projects/a.md": project("Alpha", "importance: 2\ncategory: work"),
      "_projects/b.md": project("Beta", "importance: 1\ncategory: work"),
    };
    const one = (await built(files)).main("projects/index.html");
    assert.match(
      one,
      /<h1>项目<\/h1>[\s\S]*<h2><a href="\/projects\/b\/">Beta[\s\S]*<h2><a href="\/projects\/a\/">Alpha/,
    );
    assert.doesNotMatch(one, /\bwork\b/);
    const two = await built({ ...files, "_projects/c.md": project("Gamma", "category: fun") });
    assert.match(
      two.main("projects/index.html"),
      /<h2 class="minor">work<\/h2>[\s\S]*<h3>[\s\S]*Alpha[\s\S]*<h2 class="minor">fun<\/h2>[\s\S]*Gamma/,
    );
    assert.match(two.page("index.html"), /<nav[^>]*>.*<a href="\/projects\/">项目/);
  });

  it("projects without pages of their own stand on the list with their texts", async () => {
    const site = await built({
      "_config.yml": "title: T\ncollections: {projects: {output: false}}\n",
      "_projects/a.md": "---\ntitle: Alpha\n---\nWhat it *is*.\n",
      "p.md": "---\nlayout: projects\npermalink: /projects/\n---\n",
    });
    assert.match(site.main("projects/index.html"), /<h2>Alpha<\/h2><div class="prose"><p>What it <em>is<\/em>\.<\/p>/);
    assert.ok(!site.files.includes("projects/a/index.html"));
  });

  it("profiles: each with its file, whether that is a page or not", async () => {
    const site = await built({
      "_config.yml": `${academic}include: [_pages]\n`,
      "_pages/profiles.md":
        "---\nlayout: profiles\npermalink: /people/\ntitle: people\nprofiles:\n  - {align: left, image: a.jpg, content: about_a.md, more_info: '<p>Room</p>'}\n  - {content: b.md}\n---\n",
      "_pages/about_a.md": "I am *A*.\n",
      "_pages/b.md": "---\ntitle: B\n---\nI am B.\n",
      "assets/img/a.jpg": "",
    });
    assert.match(site.main("people/index.html"), /class="profile left"[\s\S]*Room[\s\S]*I am <em>A<\/em>[\s\S]*I am B/);
  });

  it("course, book-shelf and book-review show their front matter", async () => {
    const site = await built({
      "_config.yml": `${academic}collections: {books: {output: true}, teachings: {output: true}}\njekyll-archives: {books: {enabled: [year, tags, categories]}}\n`,
      "_books/algebra.md": book,
      "_pages/books.md": "",
      "shelf.md": "---\nlayout: book-shelf\ntitle: bookshelf\npermalink: /books/\ncollection: books\n---\nBooks.\n",
      "_teachings/alg.md":
        "---\nlayout: course\ntitle: Algebra I\ninstructor: E. Noether\nterm: Winter\nyear: 1921\nlocation: Room 3\ntime: Mo 10\nschedule: [{week: 1, topic: Rings}]\n---\nAbout.\n",
      "assets/img/c.png": "",
    });
    assert.match(
      site.main("books/index.html"),
      /href="\/books\/algebra\/"[^>]*>Algebra<[\s\S]*Waerden[\s\S]*1930[\s\S]*finished[\s\S]*4 of 5 stars/,
    );
    assert.match(
      site.main("books/algebra/index.html"),
      /Waerden[\s\S]*src="\/assets\/img\/c\.png"[\s\S]*123[\s\S]*Good\./,
    );
    assert.match(
      site.main("teachings/alg/index.html"),
      /E\. Noether[\s\S]*Winter 1921[\s\S]*Mo 10[\s\S]*Room 3[\s\S]*About\.[\s\S]*Rings/,
    );
    for (const file of ["books/2024/index.html", "books/tags/maths/index.html"])
      assert.ok(site.files.includes(file) || site.files.includes(file.replace("tags", "tag")), file);
  });

  it("distill: authors, contents, notes, citations, code and formulas", async () => {
    const site = await built({
      "_config.yml": academic,
      "_posts/2018-12-22-distill.md":
        '---\nlayout: distill\ntitle: An article\ndescription: of it\nauthors:\n  - {name: A. E., url: https://en.example, affiliations: {name: IAS, url: https://ias.example}}\n  - {name: B. P., affiliations: {name: IAS}}\ntoc:\n  - name: Equations\n    subsections: [{name: Deep one}]\n  - name: Notes\n---\n## Equations\n\nText <d-cite key="gregor2015draw"></d-cite> and <d-cite key="a,gregor2015draw"></d-cite>.<d-footnote>A <em>note</em>.</d-footnote>\n\n### Deep one\n\n<d-code block language="javascript">\n  var x = 25;\n</d-code>\n\n<d-math>a^2</d-math>\n\n## Notes\n\n<div class="l-page">wide</div>\n',
    });
    const html = site.main("blog/2018/distill/index.html");
    assert.match(html, /href="https:\/\/en\.example\/?"[^>]*>A\. E\.<[\s\S]*https:\/\/ias\.example[\s\S]*B\. P\./);
    assert.match(html, /href="#equations"[\s\S]*href="#deep-one"[\s\S]*href="#notes"/);
    assert.match(html, /href="#Ref-gregor2015draw">1<[\s\S]*href="#Ref-a">2<\/a>, <a href="#Ref-gregor2015draw">1</);
    assert.match(html, /id="Note-1"[\s\S]*<em>note<\/em>/);
    assert.match(html, /<span class="kd">var<\/span>|<span class="k">var<\/span>|<span class="kr">var<\/span>/);
    assert.match(html, /<math/);
    assert.doesNotMatch(html, /<d-(?:cite|footnote|code|math)/);
  });

  it("_styles stand in the head of their page alone, redirect leads on and keeps the text", async () => {
    const site = await built({
      "_config.yml": academic,
      "a.md": "---\npermalink: /a/\n_styles: >\n  .mine { color: red }\nredirect: https://example.org/x\n---\nStays.\n",
      "b.md": "---\npermalink: /b/\nredirect: /assets/x.pdf\n---\n",
      "assets/x.pdf": "",
    });
    assert.match(
      site.page("a/index.html"),
      /<meta http-equiv="refresh" content="0; url=https:\/\/example\.org\/x"\/?>[\s\S]*<style>[^<]*\.mine/,
    );
    assert.match(site.page("a/index.html"), /Stays\./);
    assert.doesNotMatch(site.page("index.html"), /\.mine/);
    assert.match(site.page("b/index.html"), /\/assets\/x\.pdf/);
  });

  it("navigation: nav_order, the older order, dropdowns as plain links", async () => {
    const site = await built({
      "_config.yml": academic,
      "a.md": "---\ntitle: second\npermalink: /a/\nnav: true\nnav_order: 2\n---\n",
      "b.md": "---\ntitle: first\npermalink: /b/\nnav: true\norder: 1\n---\n",
      "c.md":
        "---\ntitle: submenus\nnav: true\nnav_order: 3\ndropdown: true\nchildren: [{title: third, permalink: /c/}, {title: divider}, {title: <b>fourth</b>, permalink: /d/}]\n---\n",
    });
    assert.match(site.page("a/index.html"), /first<[\s\S]*second<[\s\S]*\/c\/"[^>]*>third<[\s\S]*\/d\/"[^>]*>fourth</);
    assert.doesNotMatch(site.page("a/index.html"), /divider|submenus</);
  });
});

describe("data", () => {
  it("posts elsewhere stand in the lists and lead there", async () => {
    const site = await built({
      "_config.yml": `${academic}external_sources:\n  - {name: medium, rss_url: https://m.example/feed, categories: [ext]}\n  - name: Google\n    posts: [{url: https://blog.google/the-keyword/, published_date: 2024-05-14}]\n    tags: [away]\n`,
      "_data/external_posts.json":
        '{"medium":[{"url":"https://m.example/p","title":"From a feed","date":"2023-02-03T00:00:00Z","description":"d"}]}',
    });
    assert.match(site.main("blog/index.html"), /The keyword<[\s\S]*From a feed</);
    assert.match(site.page("blog/2024/the-keyword/index.html"), /https:\/\/blog\.google\/the-keyword\//);
    assert.ok(site.files.includes("blog/tag/away/index.html"));
  });

  it("a feed that was never fetched is told, and the build goes on", async () => {
    const site = await built({
      "_config.yml": `${academic}external_sources: [{name: m, rss_url: "https://m.example/feed"}]\n`,
    });
    assert.match(site.told.map(({ help }) => help).join(), /octavo fetch/);
  });

  it("a file of jekyll_get_json that is not there is told, with what helps", async () => {
    const config = "jekyll_get_json: [{data: a, json: assets/a.json}, {data: b, json: https://b.example/b.json}]\n";
    const site = await built({ "_config.yml": academic + config });
    assert.deepEqual(
      site.told.map(({ help }) => help),
      ["Put the file there, or take the key out", 'Run "octavo fetch", which keeps it as _data/b.json'],
    );
  });

  it("jekyll_get_json is data", async () => {
    const html = await shown("{{ site.data.resume.basics.name }}", {
      "_config.yml": `${academic}jekyll_get_json: [{data: resume, json: assets/json/resume.json}]\n`,
      "assets/json/resume.json": '{"basics":{"name":"E. Noether"}}',
    });
    assert.match(html, /E\. Noether/);
  });
});
