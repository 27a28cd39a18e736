/** How the theme behaves: its switch, its buttons, without JavaScript, on paper, and how narrow it can be. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "../support/browser.ts";
import { type SiteServer, serveSite } from "../support/server.ts";
import { buildSite, temporaryFolder, writeFiles } from "../support/site.ts";
import { fixtureSite } from "./fixture.ts";
import { overflow } from "./page.ts";

const POST = "/blog/2024/everything/";
/** A table that no page is wide enough for. */
const wide = `|${` ${"w".repeat(30)} |`.repeat(9)}\n|${"---|".repeat(9)}\n|${" x |".repeat(9)}`;
const PAPER = { light: "rgb(252, 252, 250)", dark: "rgb(21, 24, 27)" };

describe("the theme", () => {
  const { folder: source, remove: removeSource } = temporaryFolder();
  const { folder: destination, remove: removeDestination } = temporaryFolder();
  let browser: Browser;
  let server: SiteServer;

  before(async () => {
    writeFiles(source, {
      ...fixtureSite(),
      "_posts/2024-06-02-arabic.md": "---\ntitle: عربي\nlang: ar\n---\n\nنص.[^1]\n\n[^1]: ملاحظة.\n",
      "flow.md": "---\ntitle: Flow\npermalink: /flow/\n---\n\n```mermaid\ngraph TD\nA --> B\n```\n",
      "_posts/2024-06-05-tree.md":
        '---\ntitle: Tree\npermalink: /tree/\n---\n\n```mermaid\ntreeView-beta\n    "one"\n        "two"\n```\n',
      "_posts/2024-06-03-own.md": `---\ntitle: Own\n---\n\n<button type="button" onclick="x()">Press</button>\n\n<details><summary>More</summary><p id="more">Inside</p></details>\n\n{% highlight sh linenos %}\nls\n{% endhighlight %}\n\n~~~ sh\nls\n~~~\n\n${wide}\n`,
    });
    buildSite(source, destination);
    server = await serveSite(destination, "");
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    removeSource();
    removeDestination();
  });

  async function look(options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.goto(`${server.origin}${POST}`);
    await work(page);
    await context.close();
  }

  const ground = (page: Page): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  /** The colour that the browser's frame takes: of the first meta whose medium matches. */
  const frame = (page: Page): Promise<string | undefined> =>
    page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")].find(
          ({ media }) => media === "" || matchMedia(media).matches,
        )?.content,
    );

  test("a tree that Mermaid draws in black has the text's colour on a dark page", async () => {
    await look({ colorScheme: "dark" }, async (page) => {
      await page.goto(`${server.origin}/tree/`);
      const label = page.frameLocator("figure.diagram iframe").locator("text", { hasText: "two" });
      const text = await page.evaluate(() => getComputedStyle(document.body).color);
      assert.equal(await label.evaluate((drawn) => getComputedStyle(drawn).fill), text);
    });
  });

  test("a long name has a line of its own, and the navigation stays one line below it", async () => {
    await look({ viewport: { width: 1200, height: 600 } }, async (page) => {
      const name = page.locator(".site-name");
      await name.evaluate((link) => {
        link.textContent = "A collaborative of many people with a name that is very long";
      });
      const [nameBox, navBox, theme] = [
        await name.boundingBox(),
        await page.locator("header nav").boundingBox(),
        await page.locator(".theme").boundingBox(),
      ];
      assert.ok(nameBox && navBox && theme);
      assert.ok(navBox.y >= nameBox.y + nameBox.height, "below it");
      assert.ok(
        navBox.height < 2 * nameBox.height && theme.y < navBox.y + navBox.height,
        "in one line with the switch",
      );
    });
  });

  test("a title in another direction stands where the other titles do", async () => {
    const side = (page: Page, title: string): Promise<string> =>
      page
        .locator(`.posts a:text-is("${title}")`)
        .first()
        .evaluate((link) => getComputedStyle(link).textAlign);
    await look({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${server.origin}/blog/`);
      assert.equal(await side(page, "عربي"), "left");
      await page.goto(`${server.origin}/blog/2024/arabic/`);
      assert.equal(await side(page, "Own"), "right");
    });
  });

  for (const scheme of ["light", "dark"] as const)
    test(`follows the system (${scheme}), with JavaScript and without`, async () => {
      for (const javaScriptEnabled of [true, false])
        await look({ colorScheme: scheme, javaScriptEnabled }, async (page) =>
          assert.equal(await ground(page), PAPER[scheme]),
        );
    });

  test("the switch goes from auto to light to dark and back, says so, and is remembered on every page", async () => {
    await look({ colorScheme: "dark" }, async (page) => {
      const button = page.getByRole("button", { name: "Theme" });
      const seen: string[] = [];
      for (let press = 0; press < 4; press++) {
        seen.push(
          `${(await button.ariaSnapshot()).replace(/[^"]*"([^"]*)"[\s\S]*/, "$1")} ${await ground(page)} ${await frame(page)}`,
        );
        await button.press("Enter");
      }
      assert.deepEqual(seen, [
        `Theme Auto ${PAPER.dark} #15181b`,
        `Theme Light ${PAPER.light} #fcfcfa`,
        `Theme Dark ${PAPER.dark} #15181b`,
        `Theme Auto ${PAPER.dark} #15181b`,
      ]);
      assert.equal(await ground(page), PAPER.light);
      await page.goto(`${server.origin}/about/`);
      assert.equal(await ground(page), PAPER.light);
      await page.getByRole("button", { name: "Theme Light" }).waitFor();
    });
  });

  test("a stored theme is there at the first paint, and nothing moves", async () => {
    await look({ colorScheme: "light" }, async (page) => {
      await page.evaluate(() => localStorage.setItem("theme", "dark"));
      // What the page is when its body begins is what is painted first.
      await page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          if (document.body === null) return;
          Object.assign(window, { firstGround: getComputedStyle(document.documentElement).backgroundColor, shift: 0 });
          observer.disconnect();
        }).observe(document, { childList: true, subtree: true });
        new PerformanceObserver((list) => {
          Object.assign(window, { shift: list.getEntries().length });
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.reload();
      const { first, shift } = await page.evaluate(() => ({
        first: Reflect.get(window, "firstGround") as string,
        shift: Reflect.get(window, "shift") as number,
      }));
      assert.deepEqual([first, shift], [PAPER.dark, 0]);
    });
  });

  test("without JavaScript there is no button to be seen, and the head is as high", async () => {
    const heights: (number | undefined)[] = [];
    for (const javaScriptEnabled of [true, false])
      await look({ javaScriptEnabled }, async (page) => {
        heights.push((await page.locator(".site-header").boundingBox())?.height);
        const buttons = page.locator("button");
        assert.ok((await buttons.count()) > 1);
        for (const button of await buttons.all()) assert.equal(await button.isVisible(), javaScriptEnabled);
      });
    assert.equal(heights[0], heights[1]);
  });

  test("code is copied without its language and its button", async () => {
    await look({ permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
      const button = page.locator(".highlighter-rouge .copy").first();
      await button.press("Enter");
      await page.getByRole("button", { name: "Copied" }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^def a_function_with_a_long_name\([\s\S]*for_the_width\]\n$/);
    });
  });

  test("notes stand in the margin of a wide window, in the text of a narrow one, on either side of the text", async () => {
    const place = async (page: Page): Promise<{ readonly note: number; readonly text: readonly [number, number] }> => {
      const note = await page.locator(".side-note").first().boundingBox();
      const text = await page.locator(".prose").boundingBox();
      assert.ok(note && text);
      return { note: note.x, text: [text.x, text.x + text.width] };
    };
    await look({ viewport: { width: 1280, height: 800 } }, async (page) => {
      const { note, text } = await place(page);
      assert.ok(note > text[1]);
      await page.goto(`${server.origin}/blog/2024/arabic/`);
      const mirrored = await place(page);
      assert.ok(mirrored.note < mirrored.text[0]);
    });
    await look({ viewport: { width: 390, height: 800 } }, async (page) => {
      const { note, text } = await place(page);
      assert.ok(note >= text[0] && note < text[1]);
    });
  });

  test("nothing is wider than a window of 320 px, which is one of 1280 px at 400 %", async () => {
    await look({ viewport: { width: 320, height: 256 } }, async (page) => {
      for (const address of [POST, "/blog/2024/arabic/", "/", "/blog/", "/404.html"]) {
        await page.goto(`${server.origin}${address}`);
        assert.equal(await overflow(page), 0, address);
      }
    });
  });

  test("the switch stays beside the site's name where that is long", async () => {
    await look({ viewport: { width: 390, height: 800 } }, async (page) => {
      const places = await page.evaluate(() => {
        const name = document.querySelector(".site-name")!;
        name.textContent = "The collected notes and lectures of Emmy Noether";
        return [name, document.querySelector(".theme")!].map((element) => {
          const { top, left, right } = element.getBoundingClientRect();
          return { top, left, right };
        });
      });
      const [name, theme] = places;
      assert.ok(Math.abs(name!.top - theme!.top) < 8 && theme!.left >= name!.right, JSON.stringify(places));
    });
  });

  test("an author's button looks like one", async () => {
    await look({}, async (page) => {
      await page.goto(`${server.origin}/blog/2024/own/`);
      const border = await page.evaluate(
        () => getComputedStyle(document.querySelector(".prose p > button")!).borderStyle,
      );
      assert.notEqual(border, "none");
    });
  });

  test("code with line numbers is as large, and its block as tight, as without", async () => {
    await look({}, async (page) => {
      await page.goto(`${server.origin}/blog/2024/own/`);
      const blocks = await page.evaluate(() =>
        ["figure.highlight", "div.highlighter-rouge"].map((name) => {
          const block = document.querySelector(name)!;
          const code = [...block.querySelectorAll("pre")].at(-1)!;
          const below = block.getBoundingClientRect().bottom - code.getBoundingClientRect().bottom;
          return [getComputedStyle(code).fontSize, Math.round(below)];
        }),
      );
      assert.deepEqual(blocks[0], blocks[1]);
    });
  });

  test("a drawing stands on paper without the way to its source, which nothing opens there", async () => {
    await look({}, async (page) => {
      await page.goto(`${server.origin}/flow/`);
      const source = page.locator("figure.diagram summary");
      assert.equal(await source.isVisible(), true);
      await page.emulateMedia({ media: "print" });
      assert.equal(await source.isVisible(), false);
      assert.equal(await page.locator("figure.diagram svg").isVisible(), true);
    });
  });

  test("a wide table fits on paper, so that nothing is printed smaller for it", async () => {
    await look({ viewport: { width: 700, height: 900 } }, async (page) => {
      await page.goto(`${server.origin}/blog/2024/own/`);
      await page.emulateMedia({ media: "print" });
      assert.equal(await overflow(page), 0);
    });
  });

  test("what an author folded away is open on paper", async () => {
    await look({}, async (page) => {
      await page.goto(`${server.origin}/blog/2024/own/`);
      const height = (): Promise<number | undefined> =>
        page
          .locator("#more")
          .boundingBox()
          .then((box) => box?.height);
      assert.equal((await height()) ?? 0, 0);
      await page.emulateMedia({ media: "print" });
      assert.ok(((await height()) ?? 0) > 0);
    });
  });

  test("the skip link comes first, focus shows 3 px, and nothing to press is smaller than 24 px", async () => {
    await look({ viewport: { width: 390, height: 800 } }, async (page) => {
      await page.keyboard.press("Tab");
      const first = await page.evaluate(() => {
        const { textContent } = document.activeElement ?? {};
        const { outlineWidth, outlineStyle } = getComputedStyle(document.activeElement ?? document.body);
        return [textContent?.trim(), outlineWidth, outlineStyle];
      });
      assert.deepEqual(first, ["Skip to content", "3px", "solid"]);
      // A link in a line of text is as small as the line (WCAG 2.2, 2.5.8: the exception "inline").
      const small = await page.evaluate(() =>
        [...document.querySelectorAll("a[href], button, summary")]
          .filter((element) => element.closest("p, li > sup, td, dd, .side-note, .footnotes") === null)
          .filter((element) => element.closest(".prose li") === null && element.className !== "skip-link")
          .map((element) => ({ name: element.textContent?.trim(), box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
          .map(({ name, box }) => `${name} ${box.width} × ${box.height}`),
      );
      assert.deepEqual(small, []);
    });
  });

  test("on paper it is black on white from either theme, without what is to be pressed, and with addresses", async () => {
    for (const colorScheme of ["light", "dark"] as const)
      await look({ colorScheme }, async (page) => {
        await page.evaluate(() => localStorage.setItem("theme", "dark"));
        await page.reload();
        await page.emulateMedia({ media: "print" });
        assert.equal(await ground(page), "rgb(255, 255, 255)");
        const printed = await page.evaluate(() => ({
          text: [...document.querySelectorAll("h1, .prose p, .prose code, .prose code span")].map(
            (element) => getComputedStyle(element).color,
          ),
          seen: [...document.querySelectorAll("nav, button, .skip-link")].filter(
            (element) => element.getClientRects().length > 0,
          ).length,
          address: getComputedStyle(document.querySelector('.prose a[href^="https:"]') ?? document.body, "::after")
            .content,
          split: ["pre", ".scroll", "h2"].map((name) => {
            const { breakInside, breakAfter } = getComputedStyle(
              document.querySelector(`.prose ${name}`) ?? document.body,
            );
            return `${breakInside} ${breakAfter}`;
          }),
        }));
        assert.deepEqual([...new Set(printed.text)], ["rgb(0, 0, 0)"]);
        assert.equal(printed.seen, 0);
        assert.match(printed.address, /\(.*https:\/\/example\.org/);
        assert.deepEqual(printed.split, ["avoid auto", "avoid auto", "auto avoid"]);
      });
  });
});

test("a figure in a frame has the theme of its page, also where the site has one alone", async () => {
  const { folder: source, remove: removeSource } = temporaryFolder();
  const { folder: destination, remove: removeDestination } = temporaryFolder();
  const chart = '{"type": "line", "data": {"labels": ["a"], "datasets": [{"data": [1]}]}}';
  writeFiles(source, {
    "_config.yml": "title: T\nenable_darkmode: false\n",
    "p.md": `---\npermalink: /p/\n---\n\`\`\`chartjs\n${chart}\n\`\`\`\n`,
  });
  buildSite(source, destination, "--mode", "octavo");
  const server = await serveSite(destination, "");
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ colorScheme: "dark" })).newPage();
    await page.goto(`${server.origin}/p/`);
    const grounds = await Promise.all(
      [page.locator("html"), page.frameLocator(".diagram iframe").locator("body")].map((element) =>
        element.evaluate((node) => getComputedStyle(node).backgroundColor),
      ),
    );
    assert.deepEqual(grounds, [PAPER.light, PAPER.light]);
  } finally {
    await browser.close();
    await server.close();
    removeSource();
    removeDestination();
  }
});
