/** The policy of a page: what it holds, and nothing else. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, it } from "node:test";
import { finished, policyOf } from "./fixture.ts";

const sha = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const NOTHING = { "default-src": "'none'", "connect-src": "'self'", "base-uri": "'none'", "form-action": "'none'" };
const SCRIPT = { "img-src": "'self' data:" };

describe("the policy", () => {
  for (const [what, html, expected] of [
    ["of a text", "<p>Text</p>", {}],
    ["of a script", "<script>x = 1</script>", { ...SCRIPT, "script-src": sha("x = 1") }],
    ["of a script with a CR", "<script>a\r\nb\rc</script>", { ...SCRIPT, "script-src": sha("a\nb\nc") }],
    ["of a file of the site", '<script src="/x.js"></script>', { ...SCRIPT, "script-src": "'self'" }],
    ["of data", '<script type="application/ld+json">{}</script><script type="text/x-template">x</script>', {}],
    [
      "of a module",
      '<script type="module">import "/x.js"</script>',
      { ...SCRIPT, "script-src": sha('import "/x.js"') },
    ],
    ["of a style", "<style>a{}</style>", { "style-src": sha("a{}") }],
    [
      "of a style with a picture",
      "<style>a{background:url(/x.png)}</style>",
      { "style-src": sha("a{background:url(/x.png)}"), "img-src": "'self'" },
    ],
    [
      "of a style with a font",
      "<style>@font-face{src:url(/x.woff2)}</style>",
      { "style-src": sha("@font-face{src:url(/x.woff2)}"), "img-src": "'self'", "font-src": "'self'" },
    ],
    ["of a style in SVG", "<svg><style>a &gt; b {}</style></svg>", { "style-src": sha("a > b {}") }],
    ["of a style attribute", '<p style="a: &quot;b&quot;">x</p>', { "style-src": `'unsafe-hashes' ${sha('a: "b"')}` }],
    ["of a handler", "<p ONCLICK='x(\"a\")'>x</p>", { "script-src": `'unsafe-hashes' ${sha('x("a")')}` }],
    [
      "of a link that is a script",
      '<a href=" JavaScript:go(1)">x</a>',
      { "script-src": `'unsafe-hashes' ${sha("javascript:go(1)")}` },
    ],
    ["of a picture", '<img src="/x.png" alt="">', { "img-src": "'self'" }],
    ["of an empty frame", '<iframe src="about:blank"></iframe>', { "frame-src": "about:" }],
    ["of a form that writes a mail", '<form action="mailto:a@b.org"></form>', { "form-action": "mailto:" }],
    ["of a picture in the page", '<img src="data:image/png;base64,AA" alt="">', { "img-src": "data:" }],
    ["of a picture of the site's own address", '<img src="https://me.org/x.png" alt="">', { "img-src": "'self'" }],
    [
      "of a film",
      '<video src="/x.mp4" poster="/x.png"><track src="/x.vtt"></video>',
      { "media-src": "'self'", "img-src": "'self'" },
    ],
    [
      "of sources of a film and a picture",
      '<video><source src="/x.mp4"></video><picture><source srcset="/a.webp 1x, /b.webp 2x"><img src="/a.png" alt=""></picture>',
      { "media-src": "'self'", "img-src": "'self'" },
    ],
    ["of a frame", '<iframe src="/x.html"></iframe>', { "frame-src": "'self'" }],
    [
      "of a form",
      '<form action="/x"></form><form action="https://letters.org/y"></form>',
      { "form-action": "'self' https://letters.org" },
    ],
    [
      "of a form with another way out",
      '<form><button formaction="https://letters.org/y">x</button></form>',
      { "form-action": "'self' https://letters.org" },
    ],
    [
      "of search",
      '<script src="/x.js" data-wasm></script>',
      { ...SCRIPT, "script-src": "'self' 'wasm-unsafe-eval'", "worker-src": "'self'" },
    ],
    [
      "of a facade",
      '<iframe src="https://www.youtube.com/embed/x"></iframe>',
      { "frame-src": "https://www.youtube-nocookie.com" },
    ],
    ["of a facade of a picture", '<img src="https://example.org/x.png" alt="x">', { "img-src": "https://example.org" }],
    [
      "of what was left out",
      '<script src="https://cdn.org/x.js"></script><style>@import "https://cdn.org/x.css";</style>',
      { "style-src": sha("") },
    ],
    ["of what is code, not markup", "<pre>&lt;script&gt; style=&quot;x&quot;</pre><!-- <script>x</script> -->", {}],
  ] as const)
    it(what, () => {
      assert.deepEqual(policyOf(html), { ...NOTHING, ...expected });
    });

  for (const [what, head, expected] of [
    ["of the theme's own script", "<script>x</script>", { "script-src": sha("x") }],
    [
      "of an icon and a manifest",
      '<link rel="icon" href="/x.svg"><link rel="manifest" href="/x.json">',
      { "img-src": "'self'", "manifest-src": "'self'" },
    ],
    [
      "of a sheet",
      '<link rel="stylesheet" href="/x.css">',
      { "style-src": "'self'", "img-src": "'self' data:", "font-src": "'self' data:" },
    ],
    ["of rules for speculation", '<script type="speculationrules">{}</script>', { "script-src": sha("{}") }],
    ["of a base", '<base href="/x/">', { "base-uri": "'self'" }],
  ] as const)
    it(`${what} in the head`, () => {
      assert.deepEqual(policyOf("<p>x</p>", undefined, head), { ...NOTHING, ...expected });
    });

  it("names every allowed host on a page that uses one, and none on others", () => {
    const config = "url: https://me.org\nallow_hosts: [cdn.org, fonts.org]\n";
    assert.deepEqual(policyOf("<p>x</p>", config), NOTHING);
    const policy = policyOf('<script src="https://cdn.org/x.js"></script>', config);
    assert.equal(policy["script-src"], "https://cdn.org https://fonts.org");
    assert.equal(policy["font-src"], "https://cdn.org https://fonts.org");
  });

  it("stands before all that it rules, and leaves a page with one of its own alone", () => {
    const page = (head: string): string =>
      `<!doctype html><html><head>${head}<style>a{}</style></head><body></body></html>`;
    assert.match(
      finished(page('<meta charset="utf-8">')).whole,
      /<head><meta charset="utf-8"><meta http-equiv="content-security-policy"[^>]*><style>/,
    );
    assert.match(finished(page("")).whole, /<head><meta http-equiv="content-security-policy"/);
    const own = page('<meta http-equiv="Content-Security-Policy" content="default-src *">');
    assert.equal(finished(own).whole, own);
  });
});
