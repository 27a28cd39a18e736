import assert from "node:assert/strict";
import { test } from "node:test";
import { rewriteHtmlUrls } from "../../src/render/html-urls.ts";

const below = (url: string): string => (url.startsWith("/") ? `/repo${url}` : url);

for (const [name, html, expected] of [
  ["links and images", '<p><a href="/x">x</a><IMG src=/y.png>', '<p><a href="/repo/x">x</a><IMG src="/repo/y.png">'],
  ["entities", "<a href='/x?a&amp;b'>x</a>", '<a href="/repo/x?a&amp;b">x</a>'],
  ["srcset", '<img srcset="/a.png 1x, /b.png 2x">', '<img srcset="/repo/a.png 1x, /repo/b.png 2x">'],
  [
    "srcset without blanks after its commas, and with none but URLs",
    '<img srcset="/a,b.png 1x,/c.png 2x"><img srcset="/a.png, /b.png">',
    '<img srcset="/repo/a,b.png 1x,/repo/c.png 2x"><img srcset="/repo/a.png, /repo/b.png">',
  ],
  [
    "other text stays to the byte",
    "<b  CLASS=x >1 < 2 &nosuch; <br></b> /x",
    "<b  CLASS=x >1 < 2 &nosuch; <br></b> /x",
  ],
  [
    "scripts and comments stay",
    '<script>"<a href=/x>"</script><!-- <a href="/x"> -->',
    '<script>"<a href=/x>"</script><!-- <a href="/x"> -->',
  ],
  ["templates", '<template><a href="/x"></a></template>', '<template><a href="/repo/x"></a></template>'],
  ["other places stay", '<a href="https://e.org/">a</a>', '<a href="https://e.org/">a</a>'],
] as const) {
  test(name, () => assert.equal(rewriteHtmlUrls(html, below), expected));
}
