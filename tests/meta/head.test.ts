/** What the head of every kind of page tells, on a built site. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it, test } from "node:test";
import { type DefaultTreeAdapterTypes as Dom, parse } from "parse5";
import { type BuiltSite, built } from "../support/built.ts";
import { buildSite, type Files, inFolder, readTree, writeFiles } from "../support/site.ts";

const CONFIG = `title: Ann & Co
author: Ann Example
description: Notes on <things>.
url: https://ex.com
baseurl: /repo
github_username: ann
pagination: {per_page: 2}
`;

const FILES: Files = {
  "_config.yml": CONFIG,
  "_data/socials.yml": "orcid_id: 0000-0001-2345-6789\nemail: ann@ex.com\ncv_pdf: cv.pdf\n",
  "index.md": "---\nlayout: home\ntitle: Home\n---\nHello.\n",
  "about.md": "---\ntitle: About\n---\nI *am* [here](/), and\nthere &amp; so on.\n",
  "hidden.md": "---\ntitle: Hidden\nrobots: noindex, nofollow\n---\nText.\n",
  "_posts/2024-01-01-one.md": "---\ntitle: One\n---\nText.\n",
  "_posts/2024-02-01-two.md": "---\ntitle: Two\nlang: zh-CN\nimage: /assets/img/two words.jpg\n---\nText.\n",
  "_posts/2024-03-01-three.md": `---
title: "Three </script><script>alert(1)</script> \\"q\\" & more"
date: 2024-03-01 10:20:30
updated: 2024-04-05
tags: [a, b & c]
categories: [notes]
description: What "it" is <about>
author: {name: Bob, url: "https://bob.example", twitter: "@bob"}
---
Text.
`,
};

function elements(node: Dom.Node, name: string): readonly Dom.Element[] {
  const children = "childNodes" in node ? node.childNodes : [];
  const self = "tagName" in node && node.tagName === name ? [node] : [];
  return [...self, ...children.flatMap((child) => elements(child, name))];
}

/** The head as a list: "title Text", "meta NAME CONTENT", "link REL HREF". */
function head(html: string): readonly string[] {
  const document = parse(html);
  const value = (element: Dom.Element, name: string) => element.attrs.find((attr) => attr.name === name)?.value;
  return [
    ...elements(document, "title").flatMap(
      ({ childNodes: [text] }) => `title ${text && "value" in text ? text.value : ""}`,
    ),
    ...elements(document, "meta").map(
      (meta) => `meta ${value(meta, "name") ?? value(meta, "property")} ${value(meta, "content")}`,
    ),
    ...elements(document, "link").map((link) => `link ${value(link, "rel")} ${value(link, "href")}`),
  ];
}

const site = await built(FILES);

/** What the lines that begin so go on with. */
function told(of: BuiltSite, file: string, line: string): readonly string[] {
  return head(of.page(file))
    .filter((found) => found.startsWith(`${line} `))
    .map((found) => found.slice(line.length + 1));
}

const HOME = "index.html";
const POST = "blog/2024/three/index.html";
const LIST = "blog/index.html";
const SECOND = "blog/page/2/index.html";
const TAG = "blog/tag/a/index.html";
const PAGE = "about/index.html";
const LOST = "404.html";
const PLAIN_TITLE = 'Three </script><script>alert(1)</script> "q" & more';

const CASES: readonly (readonly [says: string, file: string, line: string, expected: readonly string[]])[] = [
  ["the home page is called as the site", HOME, "title", ["Ann & Co"]],
  ["a page is called by its title and the site's", PAGE, "title", ["About | Ann & Co"]],
  ["a title is text, whatever it looks like", POST, "title", [`${PLAIN_TITLE} | Ann & Co`]],
  ["an address is canonical without index.html", HOME, "link canonical", ["https://ex.com/repo/"]],
  ["and with baseurl", POST, "link canonical", ["https://ex.com/repo/blog/2024/three/"]],
  ["a page that leads nowhere has no address", LOST, "link canonical", []],
  ["a description is the author's", POST, "meta description", ['What "it" is <about>']],
  ["else how the text begins, without markup", PAGE, "meta description", ["I am here, and there & so on."]],
  ["else the site's", HOME, "meta description", ["Notes on <things>."]],
  ["a list is described by the site", TAG, "meta description", ["Notes on <things>."]],
  ["both themes colour the browser's frame", PAGE, "meta theme-color", ["#15181b", "#fcfcfa"]],
  ["the 404 page is not for search engines", LOST, "meta robots", ["noindex"]],
  ["nor what the author hides", "hidden/index.html", "meta robots", ["noindex, nofollow"]],
  ["anything else is", PAGE, "meta robots", []],
  ["Open Graph has the page's title alone", POST, "meta og:title", [PLAIN_TITLE]],
  ["a post is an article", POST, "meta og:type", ["article"]],
  ["the home page of a person is a profile", HOME, "meta og:type", ["profile"]],
  ["any other page is a website", TAG, "meta og:type", ["website"]],
  ["Open Graph has the address", PAGE, "meta og:url", ["https://ex.com/repo/about/"]],
  ["and the site's name", PAGE, "meta og:site_name", ["Ann & Co"]],
  ["and the language, with a line between its parts", "blog/2024/two/index.html", "meta og:locale", ["zh_CN"]],
  ["but not American English, which is meant where nothing is said", POST, "meta og:locale", []],
  ["and the description", POST, "meta og:description", ['What "it" is <about>']],
  ["a card says its size", PAGE, "meta og:image:width", ["1200"]],
  ["both ways", PAGE, "meta og:image:height", ["630"]],
  ["and what it shows", PAGE, "meta og:image:alt", ["About | Ann & Co"]],
  [
    "a picture of the author's own wins",
    "blog/2024/two/index.html",
    "meta og:image",
    ["https://ex.com/repo/assets/img/two%20words.jpg"],
  ],
  ["and says no size that nobody knows", "blog/2024/two/index.html", "meta og:image:width", []],
  ["the 404 page is not shared", LOST, "meta og:title", []],
  ["a post says when it was published", POST, "meta article:published_time", ["2024-03-01T10:20:30+00:00"]],
  ["a picture makes X's card large", PAGE, "meta twitter:card", ["summary_large_image"]],
  ["the author's name there", POST, "meta twitter:creator", ["@bob"]],
  ["the feed is found on the home page", HOME, "link alternate", ["https://ex.com/repo/feed.xml"]],
  ["on a post", POST, "link alternate", ["https://ex.com/repo/feed.xml"]],
  ["on a list", TAG, "link alternate", ["https://ex.com/repo/feed.xml"]],
  ["on the 404 page", LOST, "link alternate", ["https://ex.com/repo/feed.xml"]],
  ["profiles stand on the home page, no mail, no file", HOME, "link me", ["https://orcid.org/0000-0001-2345-6789"]],
  ["and nowhere else", POST, "link me", []],
  ["the first page of a list leads on", LIST, "link next", ["/repo/blog/page/2/"]],
  ["the last one back", SECOND, "link prev", ["/repo/blog/"]],
  ["and no further", SECOND, "link next", []],
];

describe("head", () => {
  for (const [says, file, line, expected] of CASES)
    it(`${line} of ${file}: ${says}`, () => assert.deepEqual(told(site, file, line), expected));

  it("has each page's own card, by an absolute address; lists share the site's", () => {
    const card = (file: string) => told(site, file, "meta og:image")[0] ?? "";
    for (const file of [HOME, POST, LIST, TAG, PAGE])
      assert.match(card(file), /^https:\/\/ex\.com\/repo\/assets\/cards\/[\w-]{12}\.png$/);
    assert.equal(new Set([HOME, LIST, SECOND, TAG].map(card)).size, 1);
    assert.equal(new Set([HOME, POST, PAGE].map(card)).size, 3);
  });

  it("fetches pages ahead, and neither feeds nor files", () => {
    const [, rules = ""] = /<script type="speculationrules">(.*?)<\/script>/.exec(site.page(PAGE)) ?? [];
    assert.deepEqual(JSON.parse(rules), {
      prefetch: [{ where: { href_matches: ["/repo/", "/repo/*/", "/repo/*.html"] }, eagerness: "moderate" }],
    });
    assert.ok(!site.page(LOST).includes("speculationrules"));
  });

  it("puts no mail address anywhere", () => {
    for (const file of [HOME, POST, PAGE]) assert.ok(!site.page(file).split("</head>")[0]?.includes("ann@"), file);
  });
});

const SETTINGS: readonly (readonly [says: string, config: string, line: string, expected: readonly string[]])[] = [
  ["without url there is no address", "title: T", "link canonical", []],
  ["and no picture", "title: T", "meta og:image", []],
  ["so X's card is small", "title: T", "meta twitter:card", ["summary"]],
  ["serve_og_meta: false turns Open Graph off", "title: T\nserve_og_meta: false", "meta og:title", []],
  ["X's card, too", "title: T\nserve_og_meta: false", "meta twitter:card", []],
  [
    "al-folio's og_image is every page's",
    "url: https://x.y\nog_image: https://z.y/a.png",
    "meta og:image",
    ["https://z.y/a.png"],
  ],
  ["cards: false draws none", "url: https://x.y\ncards: false", "meta og:image", []],
  [
    "X knows the site's account",
    "twitter: {username: '@t', card: summary}\nurl: https://x.y",
    "meta twitter:site",
    ["@t"],
  ],
  [
    "and which card is wished",
    "twitter: {username: t, card: summary}\nurl: https://x.y",
    "meta twitter:card",
    ["summary"],
  ],
  ["Google's key", "google_site_verification: abc", "meta google-site-verification", ["abc"]],
  ["as jekyll-seo-tag has it", "webmaster_verifications: {bing: b}", "meta msvalidate.01", ["b"]],
  ["turned off", "bing_site_verification: b\nenable_bing_verification: false", "meta msvalidate.01", []],
  ["a site is called by al-folio's parts of a name", "title: blank\nfirst_name: Ann\nlast_name: B", "title", ["Ann B"]],
  ["a profile has them", "title: blank\nfirst_name: Ann\nlast_name: B", "meta profile:last_name", ["B"]],
  [
    "jekyll-seo-tag's links are profiles",
    "social: {links: ['https://a.b/c', 'mailto:x']}",
    "link me",
    ["https://a.b/c"],
  ],
  ["locale wins over lang", "locale: en_GB\nlang: en", "meta og:locale", ["en_GB"]],
  ["a site without a name is called by its page", "lang: en", "title", ["P"]],
];

describe("settings", () => {
  for (const [says, config, line, expected] of SETTINGS)
    it(says, async () => {
      const site = await built({ "_config.yml": `${config}\n`, "index.md": "---\ntitle: P\nlayout: home\n---\nX\n" });
      assert.deepEqual(told(site, HOME, line), expected);
    });
});

test("a warm build writes nothing; a card is drawn again for a page with another title, and the home page for another profile", () => {
  inFolder(FILES, (folder) => {
    const cards = () => Object.keys(readTree(join(folder, "_site/assets/cards")));
    const build = () => buildSite(folder, join(folder, "_site"));
    build();
    const first = cards();
    // The site's own, and those of a page and two posts: one post has a picture, one page is hidden.
    assert.equal(first.length, 4);
    assert.match(build(), /^0 written/);
    writeFiles(folder, { "_data/socials.yml": "github_username: other\n" });
    // The home page alone names profiles.
    assert.match(build(), /^1 written/);
    assert.deepEqual(cards(), first);
    writeFiles(folder, { "about.md": "---\ntitle: Other\n---\nText.\n" });
    build();
    assert.equal(cards().length, 4);
    assert.equal(cards().filter((card) => !first.includes(card)).length, 1);
  });
});

test("a description spells addresses for people: harvesters read heads as well", async () => {
  const { page } = await built({
    "_config.yml": "title: T\nurl: https://ex.com\n",
    "a.md": "---\ntitle: A\n---\nWrite to ann.b@ex.com or <c@d.org>.\n",
    "_posts/2024-01-01-b.md": "---\ntitle: B\ndescription: Ask ann@ex.com\n---\nText.\n",
  });
  assert.match(
    page("a/index.html"),
    /name="description" content="Write to ann\.b \[at\] ex\.com or c \[at\] d\.org\."/,
  );
  for (const file of ["a/index.html", "blog/2024/b/index.html"])
    assert.doesNotMatch(page(file), /@(?:ex\.com|d\.org)/, file);
});

test("the page of a category or a tag leads to its own feed, where there is one, and to that of everything", async () => {
  const { page, files } = await built({
    "_config.yml": "title: T\nurl: https://ex.com\nfeed: {categories: [systems], tags: true}\n",
    "_posts/2024-01-01-b.md": "---\ntitle: B\ncategories: [systems, other]\ntags: [cpp]\n---\nText.\n",
  });
  const feeds = (file: string) => head(page(file)).filter((line) => line.startsWith("link alternate"));
  const all = "link alternate https://ex.com/feed.xml";
  assert.deepEqual(feeds("blog/category/systems/index.html"), ["link alternate https://ex.com/feed/systems.xml", all]);
  assert.deepEqual(feeds("blog/tag/cpp/index.html"), ["link alternate https://ex.com/feed/by_tag/cpp.xml", all]);
  for (const file of ["blog/category/other/index.html", "blog/2024/b/index.html", "index.html"])
    assert.deepEqual(feeds(file), [all], file);
  assert.ok(files.includes("feed/systems.xml") && files.includes("feed/by_tag/cpp.xml"));
  assert.match(
    page("blog/category/systems/index.html"),
    /href="https:\/\/ex\.com\/feed\/systems\.xml" title="T \| systems"/,
  );
});
