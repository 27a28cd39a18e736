/** al-folio's tags and includes with every parameter, each on a page of one site. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { built } from "../support/built.ts";
import { tags } from "./inventory.ts";
import { shownMarks } from "./marks.ts";
import { PICTURE, pageOf, pagesOf, type Rows, testRows } from "./row.ts";

const figure = (more: string): string => `{% include figure.liquid path="assets/img/a.svg" alt="A" ${more} %}`;
const video = (more: string): string => `{% include video.liquid path="assets/video/v.mp4" alt="A" ${more} %}`;
const audio = (more: string): string => `{% include audio.liquid path="assets/audio/a.mp3" alt="A" ${more} %}`;
const list = (options: string): string => `{% cite newer %} {% cite older %}\n\n{% bibliography ${options} %}`;
const keys = (...names: readonly string[]): RegExp =>
  new RegExp(`<li class="publication"[^>]* id="${names.join('".*<li class="publication"[^>]* id="')}"`, "s");

const rows: Rows = {
  "figure path": [
    '{% include figure.liquid path="assets/img/a.svg" alt="p" %}',
    '<img src="/assets/img/a.svg" alt="p"',
  ],
  "figure src": ['{% include figure.liquid src="assets/img/a.svg" alt="s" %}', '<img src="/assets/img/a.svg" alt="s"'],
  "figure class": [figure('class="img-fluid rounded z-depth-1"'), 'class="img-fluid rounded z-depth-1"'],
  "figure zoomable": [figure("zoomable=true"), '<a class="zoom" href="/assets/img/a.svg"><img'],
  "figure caption": [figure('caption="Of <i>a</i> lake"'), '<figcaption class="caption">Of <i>a</i> lake</figcaption>'],
  "figure alt": ['{% include figure.liquid path="assets/img/a.svg" alt="" %}', /<img [^>]*alt(?:=""|[ >])/],
  "figure title": [figure('title="T"'), 'title="T"'],
  "figure width": [figure('width="200px"'), 'width="200"'],
  "figure height": [figure('height="100"'), 'height="100"'],
  "figure min-width": [figure('min-width="210px"'), 'width="210"'],
  "figure min-height": [figure('min-height="110px"'), 'height="110"'],
  "figure max-width": [figure('max-width="220px"'), 'width="220"'],
  "figure max-height": [figure('max-height="120px"'), 'height="120"'],
  "figure loading": [figure('loading="eager"'), 'loading="eager"'],
  "figure sizes": [figure('sizes="50vw"'), /<img [^>]*src="\/assets\/img\/a\.svg"/],
  "figure cache_bust": [figure("cache_bust=true"), 'src="/assets/img/a.svg"'],
  "figure avoid_scaling": [figure("avoid_scaling=true"), 'src="/assets/img/a.svg"', "srcset"],
  "figure slot": [`<img-comparison-slider>${figure('slot="first"')}</img-comparison-slider>`, '<figure slot="first">'],
  "figure url": [figure('url="https://lake.example/"'), '<a href="https://lake.example/"'],
  "video path": [
    '{% include video.liquid path="https://www.youtube.com/embed/jNQ" title="Zoo" %}',
    /youtube\.com\/watch\?v=jNQ/,
    /<iframe src/,
  ],
  "video class": [video('class="img-fluid rounded"'), 'class="img-fluid rounded"'],
  "video width": [video('width="320px"'), 'width="320"'],
  "video height": [video('height="180"'), 'height="180"'],
  "video min-width": [video('min-width="330px"'), 'width="330"'],
  "video min-height": [video('min-height="190px"'), 'height="190"'],
  "video max-width": [video('max-width="340px"'), 'width="340"'],
  "video max-height": [video('max-height="200px"'), 'height="200"'],
  "video controls": [video("controls=true"), /<video [^>]*\bcontrols\b/],
  "video autoplay": [video("autoplay=true"), /<video [^>]*\bautoplay\b/, /\bcontrols\b/],
  "video loop": [video("loop=true"), /<video [^>]*\bloop\b/],
  "video muted": [video("muted=true"), /<video [^>]*\bmuted\b/],
  "video poster": [video('poster="assets/img/a.svg"'), 'poster="/assets/img/a.svg"'],
  "video alt": [video('class="alt"'), 'aria-label="A"'],
  "video title": [video('title="T"'), 'title="T"'],
  "video caption": [video('caption="C"'), '<figcaption class="caption">C</figcaption>'],
  "video cache_bust": [video("cache_bust=true"), 'src="/assets/video/v.mp4"'],
  "audio path": ['{% include audio.liquid path="assets/audio/a.mp3" %}', '<audio src="/assets/audio/a.mp3"'],
  "audio controls": [audio("controls=true"), /<audio [^>]*\bcontrols\b/],
  "audio autoplay": [audio("autoplay=true"), /<audio [^>]*\bautoplay\b/],
  "audio loop": [audio("loop=true"), /<audio [^>]*\bloop\b/],
  "audio muted": [audio("muted=true"), /<audio [^>]*\bmuted\b/],
  "audio caption": [audio('caption="C"'), '<figcaption class="caption">C</figcaption>'],
  "audio alt": [audio(""), 'aria-label="A"'],
  "audio title": [audio('title="T"'), 'title="T"'],
  cite: ["By {% cite newer older %}.", "(Two, 2020; One, 2001)"],
  reference: ["{% reference older %}", /One, A\. \(2001\)\. Older/],
  quote: [
    "{% quote older %}\nWords.\n{% endquote %}",
    /<blockquote>\s*<p>Words\.<\/p>\s*<p><cite><a [^>]*>\(One, 2001\)/,
  ],
  bibliography: ["{% bibliography %}", keys("newer", "older", "third")],
  "bibliography --cited": [list("--cited --group_by none"), keys("newer", "older"), keys("third")],
  "bibliography --cited_in_order": [
    "{% cite older %} {% cite newer %}\n\n{% bibliography --cited_in_order --group_by none %}",
    keys("older", "newer"),
  ],
  "bibliography --group_by": ["{% bibliography --group_by none %}", keys("newer", "older", "third"), ">2020</h"],
  "bibliography --query": ["{% bibliography --query @*[selected=true]* %}", keys("newer"), keys("older")],
  "bibliography --file": ["{% bibliography --file others %}", keys("other")],
  "bibliography -f": ["{% bibliography -f others %}", keys("other")],
  details: [
    "{% details Click **me** %}\nHidden *text*\n{% enddetails %}",
    "<summary>Click <strong>me</strong></summary><p>Hidden <em>text</em></p>",
  ],
  tabs: ["{% tabs t %}{% tab t one %}\nA\n{% endtab %}{% endtabs %}", '<div class="tabs">'],
  tab: [
    "{% tabs g %}{% tab g first one %}\n*A*\n{% endtab %}{% endtabs %}",
    /<details name="tabs-g" open><summary>first one<\/summary><p><em>A/,
  ],
  highlight: [
    "{% highlight python linenos %}\nx = 1\n{% endhighlight %}",
    [/<pre class="lineno">1/, /<span class="m">1/],
  ],
  raw: ["`{% raw %}{{ site.x }}{% endraw %}`", /<code[^>]*>\{\{ site\.x \}\}<\/code>/],
  comment: ["A{% comment %}hidden{% endcomment %}B", "AB", "hidden"],
  mermaid: ["{% mermaid %}\ngraph TD\nOld --> New\n{% endmermaid %}", [/<svg /, ">Old<"], "{%"],
  post_url: ["[x]({% post_url 2024-01-02-a-post %})", 'href="/blog/2024/a-post/"'],
  link: ["[x]({% link _pages/other.md %})", 'href="/elsewhere/"'],
  relative_url: ["[x]({{ '/elsewhere/' | relative_url }})", 'href="/elsewhere/"'],
  absolute_url: ["{{ '/elsewhere/' | absolute_url }}", "https://n.example/elsewhere/"],
  site: ["{{ site.first_name }} of {{ site.data.venues.X.url }}", "Emmy of https://x.example"],
  page: ["{{ page.title }} at {{ page.url }}", /Row \d+ at \/rows\/\d+\//],
  assign: ["{% assign a = 'one' %}{{ a }}!", "one!"],
  capture: ["{% capture a %}two{% endcapture %}{{ a }}!", "two!"],
  if: ["{% if site.first_name == 'Emmy' %}yes{% else %}no{% endif %}!", "yes!"],
  for: ["{% for item in site.news %}({{ item.title }}){% endfor %}", "(A long one)"],
  twitter: [
    "{% twitter https://twitter.com/u/status/1 maxwidth=500 limit=3 %}",
    'href="https://twitter.com/u/status/1"',
  ],
  jupyter_notebook: ["{::nomarkdown}\n{% jupyter_notebook assets/jupyter/n.ipynb %}\n{:/nomarkdown}", "Noted."],
  file_exists: ["{% file_exists assets/jupyter/n.ipynb %}!", "true!"],
  google_scholar_citations: ["{% google_scholar_citations S A %}!", "1,234!"],
  inspirehep_citations: ["{% inspirehep_citations 77 %}!", "5!"],
  social_links: ["{% social_links %}", 'href="https://github.com/en"'],
  toc: ["{% toc %}\n\n## First\n\n## Second", /<ul[^>]*>\s*<li><a href="#first"[^>]*>First/],
  bib_search: ["{% include bib_search.liquid %}", 'id="bibsearch"'],
  news: ["{% include news.liquid %}", ["Short <em>one</em>", '/news/announcement_2/">A long one']],
  projects: [
    "{% for project in site.projects %}{% include projects.liquid %}{% endfor %}",
    /<article class="project">.*\/projects\/1_project\/">A project/s,
  ],
  projects_horizontal: [
    "{% for project in site.projects %}{% include projects_horizontal.liquid %}{% endfor %}",
    /<article class="project">/,
  ],
  "repository/repo": [
    "{% include repository/repo.liquid repository='o/r' %}",
    ['href="https://github.com/o/r"', "About it"],
  ],
  "repository/repo_user": [
    "{% include repository/repo_user.liquid username='u' %}",
    ['href="https://github.com/u"', "U. Ser"],
  ],
  "repository/repo_trophies": ["A{% include repository/repo_trophies.liquid username='u' %}B", "AB"],
  pagination: ["A{% include pagination.liquid %}B", "AB"],
  calendar: ["{% include calendar.liquid calendar_id='id' %}", "calendar.google.com", /<iframe src/],
  "calendar calendar_id": ["{% include calendar.liquid calendar_id='a@b.c' %}", "src=a%40b.c"],
  "calendar timezone": ["{% include calendar.liquid calendar_id='i' timezone='Asia/Tokyo' %}", "ctz=Asia%2FTokyo"],
  "calendar style": [
    "{% include calendar.liquid calendar_id='i' style='border:0' %}",
    "calendar.google.com",
    "border:0",
  ],
  courses: ["{% include courses.liquid %}", [/<h2[^>]*>(?:<a[^>]*>)?1921/, '/teachings/algebra/">Algebra']],
  course_schedule: ["{% include course_schedule.liquid course_id='alg' %}", "Ideals"],
  selected_papers: ["{% include selected_papers.liquid %}", keys("newer"), keys("older")],
  latest_posts: ["{% include latest_posts.liquid %}", '/blog/2024/a-post/">A post'],
  newsletter: ["{% include newsletter.liquid %}", 'action="https://app.loops.so/api/newsletter-form/x1"'],
  citation: ["A{% include citation.liquid %}B", "AB"],
  "cv/": ["{% include cv/education.liquid entries=site.data.cv.cv.sections.Education %}", "Erlangen"],
  "resume/": ["{% include resume/work.liquid data=site.data.resume.work %}", "Göttingen"],
  ".liquid": ["{% include news.liquid limit=true %}", "A long one"],
  ".html": ["{% include news.html %}", "A long one"],
  bust_css_cache: [
    "{{ '/assets/json/x.json' | bust_css_cache }}",
    "/assets/json/x.json?99914b932bd37a50b983c5e7c90ae93b",
  ],
  remove_accents: ["{{ 'Émile' | remove_accents }}", "Emile"],
  regex_replace: ["{{ 'aXbX' | regex_replace: '[A-Z]', '-' }}", "a-b-"],
  regex_replace_once: ["{{ 'aXbX' | regex_replace_once: '[A-Z]', '-' }}", "a-bX"],
  encode_email: ["{{ 'nobody' | encode_email }}", "nobody"],
  social: ["{% include social.liquid %}", 'href="https://github.com/en"'],
};

const site = await built({
  "_config.yml": `title: T
url: https://n.example
first_name: Emmy
last_name: Noether
include: [_pages]
collections: {news: {output: true}, projects: {output: true}, teachings: {output: true}}
newsletter: {enabled: true, endpoint: x1}
`,
  ...pagesOf(rows),
  "_pages/other.md": "---\ntitle: Other\npermalink: /elsewhere/\n---\nx\n",
  "_posts/2024-01-02-a-post.md": "---\ntitle: A post\n---\nx\n",
  "_news/announcement_1.md": "---\nlayout: post\ndate: 2020-01-02\ninline: true\n---\nShort *one*\n",
  "_news/announcement_2.md": "---\nlayout: post\ntitle: A long one\ndate: 2021-01-02\ninline: false\n---\nText\n",
  "_projects/1_project.md": "---\nlayout: page\ntitle: A project\nimportance: 1\n---\nx\n",
  "_teachings/algebra.md":
    "---\nlayout: course\ntitle: Algebra\nyear: 1921\nterm: Winter\ncourse_id: alg\nschedule: [{week: 1, topic: Ideals}]\n---\nx\n",
  "_bibliography/papers.bib":
    "@article{newer, author={Two, B.}, title={Newer}, journal={J}, year=2020, selected={true}}\n@article{older, author={One, A.}, title={Older}, journal={J}, year=2001}\n@misc{third, author={Three, C.}, title={Third}, year=1999}\n",
  "_bibliography/others.bib": "@misc{other, author={Four, D.}, title={Other}, year=1998}\n",
  "_data/venues.yml": '"X": {url: https://x.example}\n',
  "_data/socials.yml": "github_username: en\n",
  "_data/citations.yml": 'papers:\n  "S:A": {citations: 1234}\n',
  "_data/inspirehep.json": '{"77": 5}',
  "_data/resume.json": '{"work": [{"name": "Göttingen", "position": "Professor"}]}',
  "_data/cv.yml": "cv: {name: E, sections: {Education: [{institution: Erlangen, area: Maths}]}}\n",
  "_data/repositories_cache.json":
    '{"repositories":{"o/r":{"description":"About it"}},"users":{"u":{"name":"U. Ser"}}}',
  "assets/jupyter/n.ipynb": '{"cells":[{"cell_type":"markdown","source":["Noted."]}],"metadata":{}}',
  "assets/json/x.json": "{}",
  "assets/img/a.svg": PICTURE,
  "assets/video/v.mp4": "",
  "assets/audio/a.mp3": "",
});

testRows("tags and includes", tags, rows, (text) => site.main(pageOf(rows, text)));

it("no page shows a raw tag, and nothing is told", () => {
  const shown = site.files.filter((name) => name.startsWith("rows/") && name.endsWith(".html"));
  assert.ok(shown.length > 0);
  for (const file of shown) assert.deepEqual(shownMarks(site.main(file)), [], file);
  assert.deepEqual(
    site.told.map(({ file, problem }) => `${file}: ${problem}`),
    [],
  );
});
