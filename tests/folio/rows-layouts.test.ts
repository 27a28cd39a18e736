/** What al-folio's pages ask of their layouts, row by row, each on a small site. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { built } from "../support/built.ts";

const ACADEMIC = "title: T\nfirst_name: Emmy\nlast_name: Noether\n";

const BOOK =
  "---\nlayout: book-review\ntitle: Algebra\nauthor: B. v. d. Waerden\ncover: assets/img/c.png\nreleased: 1930\nstars: 4\nstatus: Finished\ntags: [maths]\ndate: 2024-05-01\nisbn: 123\n---\nGood.\n";

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
    assert.match(html, /<img[^>]*alt="Emmy A\. Noether"/);
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
      "_config.yml": `${ACADEMIC}collections: {news: {output: true}}\nnews_limit: 1\ngithub_username: en\ntwitter_username: et\n`,
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
      "_config.yml": `${ACADEMIC}include: [_pages]\n`,
      "_pages/profiles.md":
        "---\nlayout: profiles\npermalink: /people/\ntitle: people\nprofiles:\n  - {align: left, image: a.jpg, content: about_a.md, more_info: '<p>Room</p>'}\n  - {content: b.md}\n---\n",
      "_pages/about_a.md": "I am *A*.\n",
      "_pages/b.md": "---\ntitle: B\n---\nI am B.\n",
      "assets/img/a.jpg": "",
    });
    assert.match(site.main("people/index.html"), /class="profile left"[\s\S]*Room[\s\S]*I am <em>A<\/em>[\s\S]*I am B/);
  });

  it("profiles: a file without front matter is a template, as al-folio's layout includes it", async () => {
    const site = await built({
      "_config.yml": `${ACADEMIC}include: [_pages]\n`,
      "_pages/profiles.md":
        "---\nlayout: profiles\npermalink: /people/\ntitle: people\nprofiles: [{content: a.md}]\n---\n",
      "_pages/a.md": "{% assign kind = page.title %}Of the *{{ kind }}* at {{ site.title }}.\n",
    });
    assert.match(site.main("people/index.html"), /Of the <em>people<\/em> at [^{]+\.<\/p>/);
  });

  it("profiles: a text that is not there is told with the page that asks for it", async () => {
    const { told } = await built({
      "_config.yml": `${ACADEMIC}include: [_pages]\n`,
      "_pages/profiles.md":
        "---\nlayout: profiles\npermalink: /people/\nprofiles: [{content: a.md}, {content: gone.md}, {image: x.jpg}]\n---\n",
      "_pages/a.md": "A",
    });
    const problems = told.filter(({ problem }) => problem.includes("profile"));
    assert.deepEqual(
      problems.map(({ file, problem }) => [file, problem]),
      [["_pages/profiles.md", "The text of a profile is not there: _pages/gone.md"]],
    );
  });

  it("course, book-shelf and book-review show their front matter", async () => {
    const site = await built({
      "_config.yml": `${ACADEMIC}collections: {books: {output: true}, teachings: {output: true}}\njekyll-archives: {books: {enabled: [year, tags, categories]}}\n`,
      "_books/algebra.md": BOOK,
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
      "_config.yml": ACADEMIC,
      "_bibliography/papers.bib": "@misc{gregor2015draw, title={DRAW}, year=2015}\n@misc{a, title={A}, year=2016}",
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

  it("distill: elements that only begin like others, keys that nobody has, names that Markdown makes another id of", async () => {
    const site = await built({
      "_config.yml": ACADEMIC,
      "assets/bibliography/x.bib": "@misc{a, title={Alpha}, year=2016}",
      "_posts/2018-12-22-odd.md":
        "---\nlayout: distill\ntitle: Odd\nbibliography: x.bib\ntoc: [{name: Notes & Citations}, {name: More}, {name: Even more}]\n---\n## Notes & Citations\n\nOne <d-cite key='nosuch,a'></d-cite>.\n\n<d-footnote-list></d-footnote-list>\n<d-citation-list></d-citation-list>\n\nStays <d-footnote>Note</d-footnote>.\n",
    });
    const html = site.main("blog/2018/odd/index.html");
    assert.match(html, /\[\?, <a href="#Ref-a">1<\/a>\]/);
    assert.match(html, /Stays <sup><a id="Noteref-1"/);
    assert.match(html, /<li id="Note-1"><span>Note<\/span>/);
    assert.match(html, /<li><a href="#notes--citations">Notes &amp; Citations<\/a>[\s\S]*<h2 id="notes--citations">/);
  });

  it("_styles stand in the head of their page alone, redirect leads on and keeps the text", async () => {
    const site = await built({
      "_config.yml": ACADEMIC,
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
    assert.match(site.page("b/index.html"), /<div class="e-content"><\/div>/, "its own text is an empty one");
  });

  it("navigation: nav_order, the older order, dropdowns as plain links", async () => {
    const site = await built({
      "_config.yml": ACADEMIC,
      "a.md": "---\ntitle: second\npermalink: /a/\nnav: true\nnav_order: 2\n---\n",
      "b.md": "---\ntitle: first\npermalink: /b/\nnav: true\norder: 1\n---\n",
      "c.md":
        "---\ntitle: submenus\nnav: true\nnav_order: 3\ndropdown: true\nchildren: [{title: third, permalink: /c/}, {title: divider}, {title: <b>fourth</b>, permalink: /d/}]\n---\n",
    });
    assert.match(site.page("a/index.html"), /first<[\s\S]*second<[\s\S]*\/c\/"[^>]*>third<[\s\S]*\/d\/"[^>]*>fourth</);
    assert.doesNotMatch(site.page("a/index.html"), /divider|submenus</);
  });
});
