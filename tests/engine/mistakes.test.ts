/** Mistakes that authors make, and what they are told: each message whole, so that its words are read here as an author reads them. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BuildError, formatDiagnostic } from "../../src/errors.ts";
import { built } from "../support/built.ts";
import type { AnyFiles, Files } from "../support/site.ts";

/** The messages of a build of these files, without the lines that they quote. */
async function told(files: AnyFiles): Promise<readonly string[]> {
  const messages = await built(files).then(
    (site) => site.told,
    (error) => {
      if (error instanceof BuildError) return error.diagnostics;
      throw error;
    },
  );
  return messages.map((message) => formatDiagnostic({ ...message, excerpt: "" }).replace("\n  → ", " → "));
}

const page = (frontMatter: string, body = "Text"): Files => ({ "p.md": `---\n${frontMatter}\n---\n${body}\n` });
const text = (body: string): Files => page("title: T", body);
const config = (line: string): Files => ({ "_config.yml": `title: T\n${line}\n` });
const NOT_READ = "p.md:1:1: warning: The front matter is read as text: it begins with another line than ---";
const BEGIN = "Let the file begin with a line of ---, write YAML below it, and end it with another line of ---";

const cases: readonly (readonly [string, AnyFiles, string])[] = [
  [
    "a layout without a default export, at the layout",
    { ...page("layout: own"), "_layouts/own.tsx": "export function Own() {\n  return <p>A</p>;\n}\n" },
    '_layouts/own.tsx:1:1: warning: The file has no default export that is a function, so it is no layout; "page" is used → Let it export its component: export default function',
  ],
  [
    "a layout whose default export is no function",
    { ...page("layout: own"), "_layouts/own.tsx": "export default <p>A</p>;\n" },
    '_layouts/own.tsx:1:1: warning: The file has no default export that is a function, so it is no layout; "page" is used → Let it export its component: export default function',
  ],
  [
    "a layout that draws nothing, at the layout",
    { ...page("layout: own"), "_layouts/own.tsx": "export default function Own() {}\n" },
    '_layouts/own.tsx:1:1: error: The layout own failed: it drew nothing; a layout returns its page at once, it cannot be asynchronous → Correct the layout; "octavo/layout" describes what it is given; it was drawing p.md',
  ],
  [
    "a setting of kramdown that nobody knows, at its line",
    config("kramdown:\n  input: GFM\n  math_engin: katex"),
    "_config.yml:4:3: warning: kramdown option math_engin is not supported → Take it out of `kramdown:`, or see docs/differences.md",
  ],
  [
    "an address that two pages want to be found at",
    {
      "p.md": "---\ntitle: P\nredirect_from: /old/\n---\nP",
      "q.md": "---\ntitle: Q\nredirect_from: [/older/, /old/]\n---\nQ",
    },
    "q.md:3:1: error: p.md and q.md both want to be found at /old/ → Take it out of `redirect_from` of one of them",
  ],
  [
    "the word of another language for a branch",
    text("{% if a %}b{% elseif c %}d{% endif %}"),
    "p.md:4:12: error: The tag {% elseif %} is not known → Did you mean {% elsif %}?",
  ],
  [
    "the marks of a merge in front matter",
    page("<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> topic"),
    "p.md:2:1: error: A merge left its marks here → Keep one of the two texts, and take out the lines of <<<<<<<, ======= and >>>>>>>",
  ],
  [
    "the marks of a merge in a text",
    text("One\n\nTwo\n<<<<<<< HEAD\nthree\n=======\nfour\n>>>>>>> topic"),
    "p.md:7: warning: A merge left its marks here: they stand in the text → Keep one of the two texts, and take out the lines of <<<<<<<, ======= and >>>>>>>",
  ],
  [
    "a misspelt key of a collection",
    config("collections:\n  things: {ouput: true}"),
    "_config.yml:3:12: warning: The key `ouput` is not one that is read → Did you mean `output`?",
  ],
  [
    "a misspelt key of jekyll-scholar's",
    config("scholar:\n  stlye: apa"),
    "_config.yml:3:3: warning: The key `stlye` is not one that is read → Did you mean `style`?",
  ],
  [
    "a text that an editor has saved under a second extension",
    { "_posts/2024-01-01-a.md.txt": "---\ntitle: A\n---\nText\n" },
    "_posts/2024-01-01-a.md.txt:1:1: warning: The file is no Markdown: its name ends in .txt, and its text is written as it is → Rename it to _posts/2024-01-01-a.md",
  ],
  [
    "a misspelt layout of the defaults, where it is written",
    {
      ...page("title: T"),
      ...config("defaults:\n  - values: {layout: post}\n  - scope: {path: p.md}\n    values: {layout: pagge}"),
    },
    '_config.yml:5:14: warning: There is no layout "pagge"; "page" is used → Did you mean "page"?',
  ],
  [
    "an icon that is not there",
    config("icon: img/none.png"),
    "_config.yml:2:1: warning: There is no file img/none.png, so the site has another icon → Put the file into assets/img, or correct `icon`",
  ],
  [
    "the marks of a merge in a style sheet",
    { "public/css/own.css": "/* for: every page */\n<<<<<<< HEAD\na { color: red }\n=======\n>>>>>>> topic\n" },
    "public/css/own.css:2:1: warning: A merge left its marks here: a browser leaves out the rules beside them → Keep one of the two texts, and take out the lines of <<<<<<<, ======= and >>>>>>>",
  ],
  [
    "the marks of a merge in a bibliography",
    { "_bibliography/a.bib": "\n<<<<<<< HEAD\n@misc{a, title = {A}, year = 2000}\n=======\n>>>>>>> topic\n" },
    "_bibliography/a.bib:2:1: warning: A merge left its marks here: both texts are read → Keep one of the two texts, and take out the lines of <<<<<<<, ======= and >>>>>>>",
  ],
  [
    "a folder whose name is nearly that of a collection",
    { ...config("collections: {things: {output: true}}"), "_thigs/a.md": "---\n---\nA" },
    "_thigs: warning: This folder is not one that is read → Did you mean _things?",
  ],
  [
    "a folder whose name is nearly that of the posts",
    { "_post/2020-01-01-a.md": "---\n---\nA" },
    "_post: warning: This folder is not one that is read → Did you mean _posts?",
  ],
  [
    "the name of a language for its tag",
    config("lang: English"),
    '_config.yml:2:1: warning: "English" is not the tag of a language → Write the tag, such as "en", "de" or "zh-CN"',
  ],
  [
    "the same in a page",
    page("title: T\nlang: klingon"),
    'p.md:3:1: warning: "klingon" is not the tag of a language → Write the tag, such as "en", "de" or "zh-CN"',
  ],
  [
    "two files of data with one name",
    { "_data/a.yml": "b: 1", "_data/a.json": '{"b": 2}' },
    "_data/a.json: warning: _data/a.yml and _data/a.json are both the data `a`: _data/a.json counts → Give one of them another name",
  ],
  [
    "an address of a picture that lacks the slash before it",
    {
      "_posts/2020-01-01-p.md": "---\ntitle: T\n---\n![A](img/a.svg)\n",
      "img/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    },
    "_posts/2020-01-01-p.md:4: warning: There is no image img/a.svg → Write it from the site's root, with a slash: /img/a.svg",
  ],
  [
    "a colon in a title",
    page("title: Foo: bar"),
    'p.md:2:11: error: This is not valid YAML: the value holds ": " → Put the value in quotes: title: "Foo: bar"',
  ],
  [
    "a colon in typographic quotation marks",
    page("title: “Foo: bar”"),
    'p.md:2:12: error: This is not valid YAML: the value holds ": " → Put the value in quotes: title: "Foo: bar"',
  ],
  [
    "a name of somebody on another network",
    page("by: @ann"),
    'p.md:2:5: error: This is not valid YAML: a value cannot begin with @ → Put the value in quotes: by: "@ann"',
  ],
  [
    "a title with emphasis, in which a quotation mark stands",
    page('title: *a* "b": c'),
    "p.md:2:12: error: This is not valid YAML: a value that begins with * is not read as text → Put the value in quotes: title: '*a* \"b\": c'",
  ],
  [
    "an apostrophe between apostrophes",
    page("title: 'It's me'"),
    'p.md:2:12: error: This is not valid YAML: the value holds the quotation mark that it stands in → Put the value in quotes: title: "It\'s me"',
  ],
  [
    "a quotation mark that is never closed, at its place",
    page('title: "T\ndescription: D\ntags: [a]'),
    "p.md:2:8: error: This is not valid YAML: a quotation mark is never closed → Put the other quotation mark where the value ends",
  ],
  [
    "a list that is never closed",
    page("tags: [a, b"),
    "p.md:2:11: error: This is not valid YAML: unexpected end of the stream within a flow collection → Close the list with ], or the mapping with }",
  ],
  [
    "a front matter that is never closed",
    { "p.md": "---\ntitle: T\n\nText\n" },
    "p.md:1:1: warning: The front matter is read as text: it is never closed → Write a line of --- where it ends",
  ],
  ...[
    "----\ntitle: T\n----\n",
    "\n---\ntitle: T\n---\n",
    '+++\ntitle = "T"\n+++\n',
    '---json\n{"title": "T"}\n---\n',
  ].map(
    (start) =>
      [
        `a post that begins with ${JSON.stringify(start)}`,
        { "_posts/2020-01-01-p.md": `${start}Text\n` },
        `${NOT_READ.replace("p.md", "_posts/2020-01-01-p.md")} → ${BEGIN}`,
      ] as const,
  ),
  [
    "another generator's word for a draft",
    page("draft: true"),
    "p.md:2:1: warning: The key `draft` may not be the one that is meant → Write `published: false`, or move the file to _drafts: this one is published",
  ],
  [
    "a layout with an extension",
    page("layout: post.html"),
    'p.md:2:1: warning: There is no layout "post.html"; "page" is used → Did you mean "post"?',
  ],
  [
    "a picture for shared links that is not there",
    page("image: /none.png"),
    "p.md:2:1: warning: There is no image /none.png, which is to stand beside links to this page → Put it at /none.png below the site's folder, or correct the address",
  ],
  [
    "a picture of one's own computer",
    text("![A](C:\\Users\\a.png)"),
    "p.md:4: warning: The image C:\\Users\\a.png lies on one computer alone → Copy it into the site, and give its path from there",
  ],
  [
    "a fence without an end",
    text("A\n\n```js\nlet a;"),
    "p.md:6: warning: This fence of code is never closed → Write its last line with the same marks, as many or more, and nothing else",
  ],
  [
    "a comment without an end",
    text("A\n\n<!-- open\n\nB"),
    "p.md:6: warning: This comment is text: it is not closed where its paragraph ends → Write --> where it ends; one over several paragraphs begins on a line of its own",
  ],
  [
    "a script without an end, which takes the rest of the text",
    text("A\n\n<script>\nlet a;\n\nB"),
    "p.md:6: warning: No end tag for <script> → Write the end tag where the element ends, or \\< where no element is meant",
  ],
  [
    "a tag that is misspelt",
    text("{% inclued x.html %}"),
    "p.md:4:1: error: The tag {% inclued %} is not known → Did you mean {% include %}?",
  ],
  [
    "a link of a wiki",
    text("A\nSee [[Other page]]."),
    "p.md:5: warning: Two brackets make no link: [[Other page]] is text → Write [its words](/its/address/), or put it between ` where the brackets are meant",
  ],
  [
    "a language of code that is misspelt",
    text("A\n\n```pyhton\nx\n```"),
    'p.md:6: warning: No language of code is called "pyhton": it stands without colours. Did you mean python? → Correct the word behind the fence\'s marks, or take it out',
  ],
  [
    "a page that is kept back in quotes",
    page('published: "false"'),
    'p.md:2:1: warning: `published` is the text "false", which keeps nothing back → Write `published: false`, without quotes: this one is published',
  ],
  [
    "a title in brackets",
    page("title: [Draft]"),
    "p.md:2:1: warning: `title` is a list, and no title → Put the title in quotes, so that its brackets are part of it",
  ],
  [
    "an encoding that nothing is read in",
    config("encoding: latin1"),
    "_config.yml:2:1: warning: `encoding` has no effect: every file is read as UTF-8 → Save the files with the encoding UTF-8, and take the key out",
  ],
  [
    "a style sheet that no page has",
    { "public/css/own.css": ".a { color: red }" },
    'public/css/own.css:1: warning: The style sheet does not say for which pages it is, and none of them has it → Let it begin with /* for: every page */, or with a text that its pages contain: /* for: class="gallery */',
  ],
  [
    "a page in UTF-16",
    { "p.md": Buffer.from("\ufeff---\ntitle: T\n---\nText\n", "utf16le") },
    "p.md: warning: The Markdown file is UTF-16: no front matter is found in it, and it is copied as it is → Save it with the encoding UTF-8",
  ],
  [
    "a post in UTF-16",
    { "_posts/2020-01-01-p.md": Buffer.from("---\ntitle: T\n---\nText\n", "utf16le") },
    "_posts/2020-01-01-p.md:1:1: error: The file is UTF-16, and not UTF-8 → Save it with the encoding UTF-8",
  ],
  [
    "a footnote without its text",
    text("A[^1]"),
    "p.md:4: warning: No definition for footnote '1' → Add a line [^name]: with its text",
  ],
  [
    "a link to a file of Markdown",
    text("[A](other/a.md)"),
    "p.md:4: warning: The link other/a.md leads nowhere: the site has no page and no file /p/other/a.md → Write the page's address, or add jekyll-relative-links to `plugins`, which makes it of a file's name",
  ],
  [
    "an include whose name is misspelt",
    { ...text("{% include fot.html %}"), "_includes/foot.html": "F" },
    "p.md:4:1: error: There is no include fot.html in _includes → Did you mean foot.html?",
  ],
  [
    "a notebook that is none",
    { ...text("{% jupyter_notebook a.ipynb %}"), "a.ipynb": "{}" },
    "p.md:4:1: error: The notebook a.ipynb cannot be read: it has no cells → Save it again in Jupyter",
  ],
  [
    "a filter whose name is misspelt",
    text('{{ "a" | upcasee }}'),
    "p.md:4:1: warning: The filter upcasee is not known: it is left out → Did you mean upcase?",
  ],
  [
    "a key that stands twice",
    page("title: A\ndescription: D\ntitle: B"),
    "p.md:4:1: warning: The key `title` stands here twice: the last one counts → Take one of them out",
  ],
  [
    "a key that stands twice in the configuration",
    config("lang: en\nlang: de"),
    "_config.yml:3:1: warning: The key `lang` stands here twice: the last one counts → Take one of them out",
  ],
  [
    "an address without its scheme",
    config("url: example.org"),
    '_config.yml:2:1: warning: `url` is not a whole address → Write it with its scheme: url: "https://example.org"',
  ],
  [
    "an address with a path",
    config("url: https://ann.github.io/repo/"),
    '_config.yml:2:1: warning: `url` holds a path: links within the site would leave it out → Write the path as `baseurl: "/repo"`',
  ],
  [
    "an address for a path",
    config("baseurl: https://ann.github.io/repo"),
    "_config.yml:2:1: warning: `baseurl` is the path of the site, not its address → Write the address as `url`, and a path such as /repo here",
  ],
  [
    "a counter that nobody knows",
    config("analytics: {plausibel: example.org}"),
    '_config.yml:2:13: warning: No service that counts visits is known as "plausibel": nothing is counted → Did you mean plausible?',
  ],
];

describe("an author is told of", () => {
  for (const [name, files, expected] of cases)
    test(name, async () => {
      assert.deepEqual(await told(files), [expected]);
    });
});

test("everything that is wrong with a site is told in one run, what stands behind another mistake too", async () => {
  const messages = await told({
    "_config.yml": "title: T\ntimezone: Nowhere\nauthor: [\n",
    "_layouts/a.tsx": "export default function A() { return <p></b>; }",
    "_layouts/b.tsx": "export default function B() { return <p></i>; }",
    "_posts/2020-01-01-date.md": "---\ndate: soon\n---\n{% nodate %}\n",
    "front.md": "---\ntitle: [\n---\n{% nofront %}\n",
    "links.md": "---\nlayout: a\n---\n{% link front.md %} {% post_url 2020-01-01-date %} {% link none.md %}\n",
  });
  assert.deepEqual(
    messages.map((message) => message.replace(/: (?:error|warning): .*/, "")),
    [
      ...["_config.yml:2:1", "_config.yml:3:9", "_layouts/a.tsx:1:43", "_layouts/b.tsx:1:43"],
      ...[
        "_posts/2020-01-01-date.md:2:1",
        "_posts/2020-01-01-date.md:4:1",
        "front.md:2:8",
        "front.md:4:1",
        "links.md:4:52",
      ],
    ],
    messages.join("\n"),
  );
});

test("without a configuration that can be read at all, nothing else is told", async () => {
  const messages = await told({ "_config.yml": Buffer.from([0xff]), "p.md": "---\ntitle: [\n---\n" });
  assert.deepEqual(
    messages.map((message) => message.replace(/: .*/, "")),
    ["_config.yml:1:1"],
  );
});

test("a layout that fails is told although its page's text fails, too", async () => {
  const messages = await told({
    "_layouts/a.tsx": 'export default function A() {\n  throw new Error("no");\n}',
    "p.md": "---\nlayout: a\n---\n{% notag %}\n",
  });
  assert.deepEqual(
    messages.map((message) => message.replace(/: .*/, "")),
    ["_layouts/a.tsx:2:9", "p.md:4:1"],
  );
});

describe("an author is told nothing of", () => {
  const right: readonly (readonly [string, Files])[] = [
    ["a line above the first paragraph of a post", { "_posts/2020-01-01-p.md": "---\n\nText: here\n\n---\n" }],
    ["marks of a merge in code", text("```\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> b\n```")],
    ["a folder of older posts", { "_posts-old/a.md": "---\n---\nA", "_posts2/a.md": "A", "_ideas/a.md": "A" }],
    ["a language with its script and country", config("lang: zh-Hant-TW")],
    ["code in a line that begins with three marks", text("```code```\n\nText")],
    [
      "brackets that are no link of a wiki",
      text("`[[a]]`, [[1, 2], [3, 4]], [[1]] and [[x]][1]\n\n[1]: https://example.org\n[x]: #a"),
    ],
    ["a language that is nobody's", text("```output\na\n```\n\n```mermaid\ngraph TD\nA --> B\n```")],
    ["a comment over several paragraphs", text("<!-- a\n\nb -->")],
    [
      "a style sheet that a page loads",
      { ...text('<link rel="stylesheet" href="/css/own.css">'), "public/css/own.css": ".a { color: red }" },
    ],
    [
      "keys of a collection that are its own",
      config("collections: {things: {output: true, title: Things, ordering: 1}}"),
    ],
    ["an icon that is a letter", config("icon: ⚛️")],
    [
      "a key of jekyll-scholar's without effect",
      config("scholar: {bibliography_item_tag: li, details_layout: b.html}"),
    ],
    ["a fence in a list", text("- A\n\n  ```js\n  let a;\n  ```\n\n- B")],
    ["a picture for shared links of another host", page("image: https://example.org/a.png")],
    ["keys of two entries of a list", page("authors:\n- name: A\n- name: B\ntext: |\n  title: C\n  title: D")],
    ["a whole address with a slash at its end", config("url: https://example.org/\nbaseurl: repo")],
    ["the counters of al-folio", config("analytics: {provider: umami, id: 1, host: https://stats.example.org}")],
  ];
  for (const [name, files] of right)
    test(name, async () => {
      assert.deepEqual(await told(files), []);
    });
});

test("no byte of a file that is none of text reaches the terminal as a command", () => {
  const excerpt = "a\u001b[31mb\tc\u0007";
  const shown = formatDiagnostic({
    level: "error",
    file: "a.md",
    line: 1,
    column: 1,
    problem: "P",
    help: "H",
    excerpt,
  });
  assert.ok(shown.includes("  1 | a\ufffd[31mb c\ufffd\n"), shown);
});
