/** What comes from other hosts: facades with a link and, for a click, the right thing; scripts and sheets left out and told. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findElements } from "../../src/page/elements.ts";
import { htmlFaults } from "../support/html-faults.ts";
import { finished } from "./fixture.ts";

interface Seen {
  readonly text: string;
  readonly link: string | undefined;
  readonly load: string | undefined;
  readonly box: string | undefined;
}

/** The one facade of a page. */
function facadeOf(html: string): Seen {
  const all = findElements(finished(html).html, new Set(["a", "button", "svg", "iframe", "script", "img"]));
  assert.deepEqual(
    all.filter(({ name }) => ["iframe", "script", "img"].includes(name)).map(({ tag }) => tag),
    [],
  );
  const of = (name: string) => all.findLast((element) => element.name === name);
  const svg = of("svg");
  return {
    text: of("a")?.get("aria-label") ?? of("a")?.content ?? "",
    link: of("a")?.get("href"),
    load: /src="([^"]*)"/.exec(of("button")?.get("value") ?? "")?.[1]?.replaceAll("&amp;", "&"),
    box: svg && `${svg.get("width")} ${svg.get("height")}`,
  };
}

describe("facades", () => {
  for (const [html, text, link, load, box] of [
    [
      '<iframe width="560" height="315" src="https://www.youtube.com/embed/abc?start=7&amp;rel=0" title="Talk"></iframe>',
      "Talk (YouTube)",
      "https://www.youtube.com/watch?v=abc&t=7",
      "https://www.youtube-nocookie.com/embed/abc?start=7&rel=0",
      "560 315",
    ],
    [
      '<iframe src="//youtu.be/abc"></iframe>',
      "Video (YouTube)",
      "https://www.youtube.com/watch?v=abc",
      "https://www.youtube-nocookie.com/embed/abc",
      "640 360",
    ],
    [
      '<iframe src="https://youtu.be/abc?si=x&amp;t=1m30s"></iframe>',
      "Video (YouTube)",
      "https://www.youtube.com/watch?v=abc&t=90",
      "https://www.youtube-nocookie.com/embed/abc?start=90",
      "640 360",
    ],
    [
      '<iframe src="https://www.youtube-nocookie.com/embed/videoseries?list=PL1"></iframe>',
      "Video (YouTube)",
      "https://www.youtube.com/playlist?list=PL1",
      "https://www.youtube-nocookie.com/embed/videoseries?list=PL1",
      "640 360",
    ],
    [
      '<iframe src="https://player.vimeo.com/video/12?h=a" width="100%" height="400"></iframe>',
      "Video (Vimeo)",
      "https://vimeo.com/12/a",
      "https://player.vimeo.com/video/12?h=a&dnt=1",
      "100% 400",
    ],
    [
      '<iframe src="https://player.bilibili.com/player.html?bvid=BV1"></iframe>',
      "Video (Bilibili)",
      "https://www.bilibili.com/video/BV1",
      "https://player.bilibili.com/player.html?bvid=BV1&autoplay=0",
      "640 360",
    ],
    [
      '<iframe src="https://www.openstreetmap.org/export/embed.html?bbox=1,2,3,4&amp;marker=5.5,6.5"></iframe>',
      "Map (OpenStreetMap)",
      "https://www.openstreetmap.org/?mlat=5.5&mlon=6.5",
      "https://www.openstreetmap.org/export/embed.html?bbox=1,2,3,4&marker=5.5,6.5",
      "640 360",
    ],
    [
      '<iframe src="https://www.google.com/maps/embed?pb=!1m18!2d8.5!3d47.3!2m3" height="450" width="600"></iframe>',
      "Map (Google Maps)",
      "https://www.google.com/maps/search/?api=1&query=47.3%2C8.5",
      "https://www.google.com/maps/embed?pb=!1m18!2d8.5!3d47.3!2m3",
      "600 450",
    ],
    [
      '<script src="https://gist.github.com/ann/12.js?file=x.py"></script>',
      "Gist (GitHub)",
      "https://gist.github.com/ann/12",
      "https://gist.github.com/ann/12.pibb?file=x.py",
      undefined,
    ],
    [
      '<script id="x" src="https://asciinema.org/a/14.js" async></script>',
      "Video (asciinema)",
      "https://asciinema.org/a/14",
      "https://asciinema.org/a/14/iframe",
      undefined,
    ],
    [
      '<blockquote class="twitter-tweet"><p>Hi</p><a href="https://twitter.com/a/status/99?ref=1">May</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
      "May",
      "https://twitter.com/a/status/99?ref=1",
      "https://platform.twitter.com/embed/Tweet.html?id=99&dnt=true",
      undefined,
    ],
    [
      '<iframe src="https://mastodon.social/@a/1/embed" class="mastodon-embed"></iframe><script src="https://mastodon.social/embed.js"></script>',
      "Post (mastodon.social)",
      "https://mastodon.social/@a/1",
      "https://mastodon.social/@a/1/embed",
      "640 360",
    ],
    [
      '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:x/app.bsky.feed.post/3k"><a href="https://bsky.app/profile/x/post/3k">Post</a></blockquote><script async src="https://embed.bsky.app/static/embed.js"></script>',
      "Post",
      "https://bsky.app/profile/x/post/3k",
      "https://embed.bsky.app/embed/did:plc:x/app.bsky.feed.post/3k",
      undefined,
    ],
    [
      '<iframe height="166" width="100%" src="https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b"></iframe>',
      "Audio (SoundCloud)",
      "https://soundcloud.com/a/b",
      "https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/a/b",
      "100% 166",
    ],
    [
      '<iframe height="166" width="100%" src="https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/293"></iframe>',
      "Audio (SoundCloud)",
      "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/293",
      "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/293",
      "100% 166",
    ],
    [
      '<iframe src="https://example.com/x?a=1&amp;b=2" title="A &lt;thing&gt;"></iframe>',
      "A <thing> (example.com)",
      "https://example.com/x?a=1&b=2",
      "https://example.com/x?a=1&b=2",
      "640 360",
    ],
    [
      '<object data="https://example.com/x.pdf"></object>',
      "Page (example.com)",
      "https://example.com/x.pdf",
      "https://example.com/x.pdf",
      "640 360",
    ],
    [
      '<img src="https://example.com/x.png" alt="A cat" width="30" height="20">',
      "A cat (example.com)",
      "https://example.com/x.png",
      "https://example.com/x.png",
      "30 20",
    ],
    [
      '<picture><source srcset="https://example.com/x.webp"><img src="https://example.com/x.png" alt="A cat"></picture>',
      "A cat (example.com)",
      "https://example.com/x.png",
      "https://example.com/x.png",
      undefined,
    ],
    [
      '<video controls><source src="https://example.com/x.mp4"></video>',
      "Video (example.com)",
      "https://example.com/x.mp4",
      "https://example.com/x.mp4",
      "640 360",
    ],
    [
      '<audio src="https://example.com/x.mp3"></audio>',
      "Audio (example.com)",
      "https://example.com/x.mp3",
      "https://example.com/x.mp3",
      undefined,
    ],
  ] as const)
    it(html.slice(0, 90), () => {
      assert.deepEqual(facadeOf(`<p>${html}</p>`), { text, link, load, box });
    });

  it("add no text to the page", () => {
    const all = findElements(
      finished('<p><iframe src="https://youtu.be/x" title="Talk"></iframe></p>').html,
      new Set(["span"]),
    );
    assert.equal(all[0]?.content.replace(/<[^>]*>/g, "").trim(), "");
  });

  it("are a name alone in a link", () => {
    assert.equal(
      finished('<a href="/x"><img src="https://example.com/x.png" alt="A &amp; b"></a>').html,
      '<a href="/x"><span class="embed-name" role="img" aria-label="A &amp; b (example.com)"></span></a>',
    );
  });

  it("are valid HTML, also in a paragraph", () => {
    const html =
      '<p><iframe src="https://youtu.be/x" title="Talk"></iframe> <img src="https://example.com/x.png" alt="A"></p><blockquote class="twitter-tweet"><a href="https://twitter.com/a/status/99">May</a></blockquote>';
    assert.deepEqual(htmlFaults(finished(html).html), []);
  });

  it("leads to the post where the quote leads to its author alone", () => {
    const { html } = finished(
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@a/video/123" data-video-id="123"><a href="https://www.tiktok.com/@a">@a</a></blockquote>',
    );
    assert.match(
      html,
      /<span><a href="https:\/\/www\.tiktok\.com\/@a\/video\/123" rel="noopener" aria-label="Post \(TikTok\)"><\/a><\/span><button/,
    );
  });

  for (const html of [
    '<iframe src="/own.html"></iframe>',
    '<iframe src="https://me.org/own.html"></iframe>',
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="" width="1" height="1">',
    '<img src="../x.png" srcset="x.png 1x, y.png 2x" alt="">',
    '<script>let x = "https://example.com/x.js"</script>',
    '<script type="application/ld+json">{}</script>',
    '<link rel="canonical" href="https://example.com/"><link rel="license me" href="https://example.com/">',
    '<blockquote><a href="/page/">y</a></blockquote>',
    '<style>@import "/x.css"; a { background: url(/x.png) }</style>',
  ])
    it(`leave alone: ${html}`, () => {
      const { html: after, told } = finished(html);
      assert.equal(after, html);
      assert.deepEqual(told, []);
    });
});

describe("what is left out", () => {
  for (const [html, expected, problem] of [
    ['<script src="https://cdn.org/x.js"></script>', "", "The script https://cdn.org/x.js is on cdn.org"],
    ['<script src="//cdn.org/x.js" async></script>', "", "The script https://cdn.org/x.js is on cdn.org"],
    ['<link rel="stylesheet" href="https://cdn.org/x.css">', "", "The stylesheet https://cdn.org/x.css is on cdn.org"],
    [
      '<link rel="preload" as="font" href="https://cdn.org/x.woff2">',
      "",
      "The file https://cdn.org/x.woff2 is on cdn.org",
    ],
    ['<link rel="preconnect" href="https://cdn.org">', "", undefined],
    ['<script src="https://platform.twitter.com/widgets.js"></script>', "", undefined],
    [
      '<style>@import url("https://cdn.org/x.css") screen; a { background: url(https://cdn.org/x.png) red }</style>',
      "<style> a { background: none red }</style>",
      "The stylesheet https://cdn.org/x.css is on cdn.org",
    ],
    [
      '<style>@import "//cdn.org/x.css";</style>',
      "<style></style>",
      "The stylesheet https://cdn.org/x.css is on cdn.org",
    ],
    [
      '<img src="/x.png" srcset="/x.png 1x, https://cdn.org/x.png 2x" alt="">',
      '<img src="/x.png" srcset="/x.png 1x" alt="">',
      undefined,
    ],
    [
      '<img src="/x.png" srcset="/x.png 1x,https://cdn.org/x.png 2x" alt="">',
      '<img src="/x.png" srcset="/x.png 1x" alt="">',
      undefined,
    ],
    [
      '<video src="/x.mp4" poster="https://cdn.org/x.png"></video>',
      '<video src="/x.mp4"></video>',
      "There is no file /x.mp4 for <video>",
    ],
    [
      '<p style="color: red; background: url(https://cdn.org/x.png)">x</p>',
      '<p style="color: red; background: none">x</p>',
      "The file https://cdn.org/x.png is on cdn.org",
    ],
    [
      '<svg><image href="https://cdn.org/x.png"/></svg>',
      "<svg><image/></svg>",
      "The picture https://cdn.org/x.png is on cdn.org",
    ],
  ] as const)
    it(html, () => {
      const { html: after, told } = finished(`\n${html}`);
      assert.equal(after, `\n${expected}`);
      if (problem === undefined) assert.deepEqual(told, []);
      else {
        assert.ok(told[0]?.problem.startsWith(problem), told[0]?.problem);
        assert.equal(told[0]?.file, "page.md");
        assert.equal(told[0]?.line, 8);
      }
    });
});

describe("allow_hosts", () => {
  const config = "url: https://me.org\nallow_hosts: [cdn.org, https://fonts.org/, '*.wild.org']\n";
  for (const html of [
    '<script src="https://cdn.org/x.js"></script>',
    '<link rel="stylesheet" href="//fonts.org/x.css">',
    '<img src="https://a.wild.org/x.png" alt="">',
    '<iframe src="https://cdn.org/x"></iframe>',
  ])
    it(`lets through ${html}`, () => {
      const { html: after, told } = finished(html, config);
      assert.equal(after, html);
      assert.deepEqual(told, []);
    });

  for (const host of ["wild.org", "xcdn.org", "cdn.org.evil.org"])
    it(`does not mean ${host}`, () => {
      assert.equal(finished(`<script src="https://${host}/x.js"></script>`, config).html, "");
    });
});
