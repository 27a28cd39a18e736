import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { overflow, readFacts, readText, tabThrough } from "./page.ts";

/** The walk is worth what it finds: each fault here must be found, and a good page must pass. */
describe("the looks at one page", () => {
  let browser: Browser;
  let page: Page;
  before(async () => {
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  });
  after(() => browser?.close());

  const keyboard: readonly (readonly [string, string, { readonly missed: number; readonly unseen: number }])[] = [
    [
      "links, buttons, fields and summaries are reached",
      "<a href='#'>a</a><button>b</button><input><details><summary>c</summary></details><p tabindex=0>d</p>",
      { missed: 0, unseen: 0 },
    ],
    ["a page with nothing to press", "<p>text</p>", { missed: 0, unseen: 0 }],
    [
      "what is hidden or disabled is not asked for",
      "<button hidden>a</button><button disabled>b</button><details><summary>c</summary><a href='#'>d</a></details>",
      { missed: 0, unseen: 0 },
    ],
    ["an outline taken away", "<style>a { outline: none }</style><a href='#'>a</a>", { missed: 0, unseen: 1 }],
    [
      "a shadow in its place",
      "<style>a { outline: none } a:focus { box-shadow: 0 0 0 2px red }</style><a href='#'>a</a>",
      { missed: 0, unseen: 0 },
    ],
    [
      "a trap: focus never gets past the first button",
      "<button onkeydown='event.preventDefault()'>a</button><button>b</button><a href='#'>c</a>",
      { missed: 2, unseen: 0 },
    ],
    [
      "a link that stays outside the window",
      "<a href='#' style='position: absolute; left: -9999px'>a</a>",
      { missed: 0, unseen: 1 },
    ],
    [
      "a scroll area is a stop of its own",
      "<pre style='overflow: auto; width: 50px'>a long line of text</pre><a href='#'>a</a>",
      { missed: 0, unseen: 0 },
    ],
  ];
  for (const [name, html, expected] of keyboard)
    test(`keyboard: ${name}`, async () => {
      await page.setContent(html);
      const { missed, unseen } = await tabThrough(page);
      assert.deepEqual({ missed: missed.length, unseen: unseen.length }, expected, [...missed, ...unseen].join("\n"));
    });

  test("overflow: what is wider than the window", async () => {
    await page.setContent("<p>fits</p>");
    assert.equal(await overflow(page), 0);
    await page.setContent("<body style='margin: 0'><div style='width: 400px'>a</div>");
    assert.equal(await overflow(page), 80);
  });

  test("text: what is hidden does not count", async () => {
    await page.setContent("<h1>seen</h1><p hidden>not seen</p><p style='display: none'>nor this</p>");
    assert.equal(await readText(page), '- heading "seen" [level=1]');
  });

  test("facts: addresses are resolved, ids collected", async () => {
    await page.setContent("<base href='http://a.test/b/'><a id=x href='c#d'>e</a><img src='/f.png'><a name=g>h</a>");
    const { links, ids } = await readFacts(page);
    assert.deepEqual([links, ids], [["http://a.test/b/", "http://a.test/b/c#d", "http://a.test/f.png"], ["x"]]);
  });
});
