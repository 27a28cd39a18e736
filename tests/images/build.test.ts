/** Images of a built site: what a page shows, what lies in the destination, what a second build does. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import sharp, { type Sharp } from "sharp";
import { makeImage } from "../../src/images/make.ts";
import { readHeader } from "../../src/images/read-header.ts";
import { CACHE_FOLDER } from "../../src/paths.ts";
import { htmlFaults } from "../support/html-faults.ts";
import { runOctavo, temporaryFolder, writeFiles } from "../support/site.ts";
import { animated, located, photograph, plain } from "./pictures.ts";

let folder = "";
let remove = (): void => {};
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
  configure("");
});
afterEach(() => remove());

const CONFIG = "title: T\nurl: https://example.org\n";

function configure(more: string): void {
  writeFiles(folder, { "_config.yml": CONFIG + more });
}

function put(name: string, bytes: Buffer | string): void {
  writeFiles(folder, { [name]: bytes });
}

function page(body: string, name = "about"): void {
  writeFiles(folder, { [`${name}.md`]: `---\ntitle: About\n---\n${body}\n` });
}

function build(...args: readonly string[]): {
  readonly status: number | null;
  readonly told: string;
  readonly line: string;
} {
  const { status, stdout, stderr } = runOctavo(folder, ["build", ...args]);
  return { status, told: stderr, line: stdout };
}

const site = (path: string): string => join(folder, "_site", path);
const html = (name = "about"): string => readFileSync(site(`${name}/index.html`), "utf8");
/** The markup of the images in the text of a page. */
const markup = (name = "about"): readonly string[] =>
  html(name).match(/(?:<a class="zoom"[^>]*>)?(?:<picture>(?:<source[^>]*>)*)?<img[^>]*>(?:<\/picture>)?(?:<\/a>)?/g) ??
  [];
const files = (path = "img"): readonly string[] => (existsSync(site(path)) ? readdirSync(site(path)).sort() : []);
const unstamped = (text: string): string => text.replace(/-[0-9a-f]{8}\.(webp|avif)/g, "-#.$1");

test("a drawing without a size has the one that browsers give it; one that stands in the page itself has its own", () => {
  put("img/bare.svg", '<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>');
  const pixel = "R0lGODlhAgADAIAAAAAAAP///yH5BAEAAAAALAAAAAACAAMAAAIChF8AOw==";
  page(
    `![Bare](/img/bare.svg)\n\n![Pixel](data:image/gif;base64,${pixel})\n\n![Drawn](data:image/svg+xml,%3Csvg%20width='5'%20height='6'/%3E)\n\n![Broken](data:image/png;base64,AAAA)`,
  );
  const { told } = build();
  assert.equal(told, "");
  assert.deepEqual(
    markup().map((image) => / alt="(\w+)"(?: width="(\d+)" height="(\d+)")?/.exec(image)?.slice(1)),
    [
      ["Bare", "300", "150"],
      ["Pixel", "2", "3"],
      ["Drawn", "5", "6"],
      ["Broken", undefined, undefined],
    ],
  );
});

test("a portrait is offered as wide as it is shown, whatever the size of the photograph", async () => {
  put("assets/img/me.jpg", await plain("jpeg", 1600, 2000));
  writeFiles(folder, { "index.md": "---\nlayout: about\nprofile:\n  image: me.jpg\n---\nText.\n" });
  assert.equal(build().told, "");
  const home = readFileSync(site("index.html"), "utf8");
  assert.match(unstamped(home), /srcset="\/assets\/img\/me-160-#\.webp 1x, \/assets\/img\/me-320-#\.webp 2x"/);
  assert.match(home, /<img [^>]*width="160" height="200"/);
});

test("a photograph: its size, three widths in WebP, the original behind them; valid, and nothing told", async () => {
  put("img/x.jpg", await plain("jpeg", 2000, 1000));
  page("![A view](/img/x.jpg)\n\nText.");
  const { status, told } = build();
  assert.deepEqual([status, told], [0, ""]);
  assert.deepEqual(markup().map(unstamped), [
    '<picture><source type="image/webp" srcset="/img/x-480-#.webp 480w, /img/x-800-#.webp 800w, /img/x-1400-#.webp 1400w" sizes="(min-width: 680px) 640px, calc(100vw - 40px)"><img src="/img/x.jpg" alt="A view" width="2000" height="1000" fetchpriority="high"/></picture>',
  ]);
  for (const file of files().filter((name) => name !== "x.jpg")) {
    const { width, height, format } = await sharp(site(`img/${file}`)).metadata();
    const wanted = Number(/-(\d+)-/.exec(file)?.[1]);
    assert.deepEqual([width, height, format], [wanted, wanted / 2, "webp"]);
  }
  assert.deepEqual(readFileSync(site("img/x.jpg")), readFileSync(join(folder, "img/x.jpg")));
});

test("Markdown, HTML and an include alike; far down they are lazy; what an author says counts", async () => {
  put("img/x.png", await plain("png", 700, 350));
  const text = "Many words of a long text. ".repeat(120);
  page(
    [
      "![One](/img/x.png)",
      text,
      '![Two](/img/x.png)\n\n<p><img src="/img/x.png" alt="Three" width="200"></p>',
      '<img src="/img/x.png" alt="Four" loading="eager">',
      '{% include figure.liquid path="img/x.png" alt="Five" %}',
      '<img src="/img/x.png" alt="Six" srcset="/img/x.png 2x">',
      '<picture><source srcset="/img/x.png"><img src="/img/x.png" alt="Seven"></picture>',
    ].join("\n\n"),
  );
  assert.deepEqual([build().status], [0]);
  const shown = markup().map(unstamped);
  const has = (index: number, ...parts: readonly string[]): void => {
    for (const part of parts) assert.ok(shown[index]?.includes(part), `${part} in ${shown[index]}`);
  };
  has(0, "<picture>", 'fetchpriority="high"');
  has(1, "/img/x-480-#.webp 480w, /img/x-700-#.webp 700w", 'width="700" height="350" loading="lazy"');
  has(2, 'srcset="/img/x-200-#.webp 1x, /img/x-400-#.webp 2x"', 'width="200" height="100"', 'loading="lazy"');
  has(3, "<picture>", 'loading="eager"');
  has(4, "<picture>", 'alt="Five"', 'width="700" height="350"', 'loading="lazy"');
  assert.equal(shown[5]?.startsWith("<img"), true, "a srcset of the author's");
  has(5, 'width="700" height="350"');
  assert.equal((shown[6]?.match(/<source/g) ?? []).length, 1, "a picture of the author's");
});

test("a second build makes and renders nothing; other bytes under the name change the pages that show it alone", async () => {
  put("img/x.jpg", await plain("jpeg", 900, 600));
  page("![A](/img/x.jpg)");
  page("No image.", "other");
  build();
  const before = files();
  assert.match(build().line, /^0 written.*nothing changed/);
  put("img/x.jpg", await photograph(900, 600, 7).jpeg().toBuffer());
  build();
  const after = files();
  assert.equal(after.length, before.length, "the old ones are gone");
  assert.notDeepEqual(after, before);
  const { ctimeMs } = statSync(site("other/index.html"));
  put("img/x.jpg", await plain("jpeg", 900, 600));
  build();
  assert.deepEqual(files(), before, "the same bytes have the same names");
  assert.equal(statSync(site("other/index.html")).ctimeMs, ctimeMs);
  rmSync(site(""), { recursive: true });
  build();
  assert.deepEqual(files(), before);
});

test("an image that appears or goes is seen by the page that names it", async () => {
  page("![A](/img/x.jpg)");
  const missing = /about\.md:4: warning: There is no image \/img\/x\.jpg\n/;
  assert.match(build().told, missing);
  assert.match(build().told, missing, "told again where nothing is rendered");
  put("img/x.jpg", await plain("jpeg", 900, 600));
  assert.equal(build().told, "");
  assert.match(markup()[0] ?? "", /^<picture>/);
  rmSync(join(folder, "img/x.jpg"));
  assert.match(build().told, missing);
  assert.equal(markup()[0], '<img src="/img/x.jpg" alt="A" />');
  assert.deepEqual(files(), []);
});

test("an image is found below two slashes where one is meant, as servers find it", async () => {
  put("img/x.jpg", await plain("jpeg", 900, 600));
  page("![A](/img//x.jpg)");
  assert.equal(build().told, "");
  assert.match(markup()[0] ?? "", /^<picture><source type="image\/webp" srcset="\/img\/x-480-/);
  rmSync(join(folder, "img/x.jpg"));
});

test("a missing text is named with file and line; one that is left out on purpose is not", async () => {
  for (const name of ["x", "y"]) put(`img/${name}.png`, await plain("png", 20, 20));
  page('Text.\n\n![](/img/x.png)\n\n<img src="/img/x.png" alt="">\n\n<img src="/img/y.png">\n\n![](/img/x.png)');
  const { told } = build();
  assert.deepEqual(told.match(/^about\.md.*$/gm), [
    "about.md:6: warning: The image /img/x.png has no text for those who cannot see it",
    "about.md:10: warning: The image /img/y.png has no text for those who cannot see it",
  ]);
  assert.match(told, /; the same holds for about\.md:12\n/);
  for (const image of markup()) assert.match(image, / alt\b/);
});

test("a name that differs by case is named as such", async () => {
  put("img/X.PNG", await plain("png", 20, 20));
  page("![A](/img/x.png)");
  assert.match(build().told, /about\.md:4: warning: The image \/img\/x\.png is named \/img\/X\.PNG: /);
});

test("below a base, relative to the page, with spaces and other letters in the name", async () => {
  configure("baseurl: /repo\n");
  put("about/größe 1.jpg", await plain("jpeg", 500, 300));
  page('![A](/about/größe%201.jpg)\n\n<img src="gr%C3%B6%C3%9Fe%201.jpg" alt="B">');
  assert.equal(build().told, "");
  for (const image of markup()) {
    const [, url = ""] = /srcset="(\S+) /.exec(image) ?? [];
    assert.match(url, /^\/repo\/about\/gr%C3%B6%C3%9Fe%201-500-/);
    assert.ok(existsSync(site(decodeURI(url.slice("/repo/".length)))));
  }
});

test("no trace of the camera in what is made, which is upright; the original's position is told", async () => {
  put("img/x.jpg", await located("jpeg", 800, 500, 6));
  page("![A](/img/x.jpg)");
  assert.match(build().told, /^img\/x\.jpg: warning: This image tells where it was taken/);
  assert.match(markup()[0] ?? "", /width="500" height="800"/);
  for (const file of files().filter((name) => name !== "x.jpg")) {
    const { exif, xmp, iptc, orientation, width = 0, height = 0 } = await sharp(site(`img/${file}`)).metadata();
    assert.deepEqual([exif, xmp, iptc, orientation], [undefined, undefined, undefined, undefined]);
    assert.ok(height > width, file);
  }
  assert.deepEqual(readFileSync(site("img/x.jpg")), readFileSync(join(folder, "img/x.jpg")));
});

test("strip_originals publishes the original without metadata, shown or not, upright as before", async () => {
  configure("images: {strip_originals: true}\n");
  put("img/x.jpg", await located("jpeg", 800, 500, 6));
  put("img/unseen.png", await located("png", 30, 20, 1));
  put("img/clean.png", await plain("png", 30, 20));
  page("![A](/img/x.jpg)");
  assert.equal(build().told, "");
  assert.deepEqual(
    ["x.jpg", "unseen.png"].map((name) => {
      const { orientation, position } = readHeader(site(`img/${name}`)) ?? {};
      return [orientation, position];
    }),
    [
      [6, false],
      [1, false],
    ],
  );
  assert.equal(readFileSync(site("img/x.jpg")).includes("Kodak"), false);
  assert.deepEqual(readFileSync(site("img/clean.png")), readFileSync(join(folder, "img/clean.png")));
  assert.match(build().line, /^0 written/);
});

test("colours of a wide profile come out in sRGB; CMYK, 16 bits and grey are made, too", async () => {
  const noisy = sharp(await photograph(600, 400).png().toBuffer());
  // A strong red: the numbers of the wide profile are others for it.
  const red = sharp(await noisy.clone().linear([0.3, 0.1, 0.1], [150, 30, 30]).png().toBuffer());
  put("img/p3.jpg", await red.clone().withIccProfile("p3").jpeg({ quality: 95 }).toBuffer());
  put("img/cmyk.jpg", await noisy.clone().toColourspace("cmyk").jpeg({ quality: 95 }).toBuffer());
  put("img/deep.png", await noisy.clone().toColourspace("rgb16").png().toBuffer());
  put("img/grey.png", await noisy.clone().greyscale().png().toBuffer());
  page(["p3.jpg", "cmyk.jpg", "deep.png", "grey.png"].map((name) => `![A](/img/${name})`).join("\n\n"));
  assert.deepEqual([build().told], [""]);
  const small = (name: string): string => site(`img/${files().find((file) => file.startsWith(`${name}-`)) ?? ""}`);
  for (const name of ["cmyk", "deep", "grey"]) {
    const { space, depth, format } = await sharp(small(name)).metadata();
    assert.deepEqual([space, depth, format], ["srgb", "uchar", "webp"], name);
  }
  const colour = async (image: Sharp) => (await image.stats()).channels.map(({ mean }) => Math.round(mean));
  const [made, wanted] = [await colour(sharp(small("p3"))), await colour(red)];
  for (const [index, mean] of made.entries()) assert.ok(Math.abs(mean - (wanted[index] ?? 0)) < 4, `${made} ${wanted}`);
});

test("AVIF by option, before WebP", async () => {
  configure("images: {formats: [webp, avif]}\n");
  put("img/x.jpg", await plain("jpeg", 400, 300));
  page("![A](/img/x.jpg)");
  build();
  assert.match(
    unstamped(markup()[0] ?? ""),
    /^<picture><source type="image\/avif" srcset="\/img\/x-400-#\.avif 400w"[^>]*><source type="image\/webp"/,
  );
  assert.deepEqual(files().map(unstamped), ["x-400-#.avif", "x-400-#.webp", "x.jpg"]);
});

test("what moves, what has no pixels and what is tiny is sized and left as it is", async () => {
  put("img/a.gif", await animated("gif", 120, 80));
  put("img/v.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>');
  put("img/t.png", await photograph(30, 20).png().toBuffer());
  page("![A](/img/a.gif)\n\n![V](/img/v.svg)\n\n![T](/img/t.png)");
  assert.equal(build().told, "");
  assert.deepEqual(files(), ["a.gif", "t.png", "v.svg"]);
  assert.deepEqual(
    markup().map((image) => /width="\d+" height="\d+"/.exec(image)?.[0]),
    ['width="120" height="80"', 'width="30" height="20"', 'width="30" height="20"'],
  );
});

const broken: readonly (readonly [string, () => Promise<Buffer>, RegExp])[] = [
  ["empty", async () => Buffer.alloc(0), /^img\/x\.jpg: warning: This image cannot be read: it is empty$/m],
  ["a pointer of Git LFS", async () => Buffer.from("version https://git-lfs.github.com/spec/v1\n"), /Git LFS/],
  ["a web page", async () => Buffer.from("<!doctype html><p>Not found"), /it is a web page/],
  [
    "cut short",
    async () => (await plain("jpeg", 900, 600)).subarray(0, 30_000),
    /^img\/x\.jpg: warning: No smaller images/m,
  ],
  ["cut in its header", async () => (await plain("jpeg", 900, 600)).subarray(0, 60), /cannot be read: it is damaged/],
  [
    "of another format",
    () => plain("png", 900, 600),
    /^img\/x\.jpg: warning: This image is named \.jpg, but it is PNG$/m,
  ],
];
for (const [what, bytes, told] of broken)
  test(`an image that is ${what}: one warning, again in the next build, and the page is there`, async () => {
    put("img/x.jpg", await bytes());
    page("![A](/img/x.jpg)\n\n![B](/img/x.jpg)");
    page("![C](/img/x.jpg)", "other");
    for (const round of [1, 2]) {
      const result = build("--keep-going");
      assert.equal(result.status, 0, `${round}`);
      assert.match(result.told, told);
      assert.equal((result.told.match(/warning/g) ?? []).length, 1, result.told);
    }
    const shown = [...html().matchAll(/[" ](\/img\/[^" ]+)/g)].map(([, file = ""]) => file);
    assert.ok(shown.length > 0, html());
    for (const file of shown) assert.ok(existsSync(site(file)), file);
  });

test("al-folio's imagemagick: its URLs are there for every image of its folders, and pages use them", async () => {
  configure(
    'imagemagick:\n  enabled: true\n  widths: [480, 800, 1400]\n  input_directories: [assets/img/]\n  input_formats: [".jpg", ".gif"]\n  output_formats:\n    webp: "-auto-orient -quality 85"\n',
  );
  put("assets/img/x.jpg", await plain("jpeg", 1000, 500));
  put("assets/img/deep/unseen.jpg", await plain("jpeg", 300, 200));
  put("assets/img/a.gif", await animated("gif", 60, 40));
  put("assets/other.jpg", await plain("jpeg", 300, 200));
  page("![A](/assets/img/x.jpg)");
  assert.equal(build().told, "");
  assert.deepEqual(files("assets/img"), [
    ...["480", "800", "1400"].map((width) => `a-${width}.webp`).sort(),
    "a.gif",
    "deep",
    ...["1400", "480", "800"].map((width) => `x-${width}.webp`),
    "x.jpg",
  ]);
  assert.deepEqual(files("assets/img/deep"), ["unseen-1400.webp", "unseen-480.webp", "unseen-800.webp", "unseen.jpg"]);
  assert.deepEqual(
    files("assets").filter((name) => name.startsWith("other")),
    ["other.jpg"],
  );
  assert.match(
    markup()[0] ?? "",
    /srcset="\/assets\/img\/x-480\.webp\?v=[0-9a-f]{8} 480w, \/assets\/img\/x-800\.webp\?v=[0-9a-f]{8} 800w, \/assets\/img\/x-1400\.webp\?v=[0-9a-f]{8} 1000w"/,
  );
  assert.equal((await sharp(site("assets/img/a-480.webp")).metadata()).pages, 3, "it still moves");
  const cached = join(folder, CACHE_FOLDER, "derived");
  const made = readdirSync(cached).filter(
    (name) => readFileSync(join(cached, name)).toString("latin1", 8, 12) === "WEBP",
  );
  assert.equal(made.length, 5, "x in three widths, the others once: no width above an image's own is made by itself");
});

test("a zoomable image is a link to its full size, with a name, unless it is in a link", async () => {
  put("img/x.jpg", await plain("jpeg", 900, 600));
  page(
    '<img src="/img/x.jpg" alt="A" data-zoomable>\n\n<img src="/img/x.jpg" alt="" data-zoomable>\n\n<a href="/"><img src="/img/x.jpg" alt="B" data-zoomable></a>\n\n<img src="/img/x.jpg" alt="C" data-zoomable="false">',
  );
  build();
  assert.deepEqual(
    markup().map((image) => /^<a [^>]*>/.exec(image)?.[0]),
    [
      '<a class="zoom" href="/img/x.jpg">',
      '<a class="zoom" href="/img/x.jpg" aria-label="Full size">',
      undefined,
      undefined,
    ],
  );
});

test("images: false leaves all as it is", async () => {
  configure("images: false\n");
  put("img/x.jpg", await located("jpeg", 900, 600));
  page("![A](/img/x.jpg)");
  assert.equal(build().told, "");
  assert.deepEqual([markup(), files()], [['<img src="/img/x.jpg" alt="A" />'], ["x.jpg"]]);
});

const SETTINGS: readonly (readonly [string, RegExp])[] = [
  ["images: {formats: [jxl]}", /_config\.yml:3:\d+: warning: Images are not made in the format jxl/],
  ["images: {striporiginals: true}", /no setting `striporiginals`[\s\S]*Did you mean "strip_originals"/],
  ["images: {strip_originals: 1}", /`strip_originals` must be true or false/],
  ["images: [a]", /`images` must be a mapping, or false/],
];
for (const [text, told] of SETTINGS)
  test(`${text}: told`, () => {
    configure(`${text}\n`);
    page("Text.");
    const result = build();
    assert.equal(result.status, 0);
    assert.match(result.told, told);
  });

test("the page with all of it is valid HTML", async () => {
  put("img/x.jpg", await plain("jpeg", 900, 600));
  put("img/v.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>');
  page(
    '![A](/img/x.jpg)\n\n![V](/img/v.svg)\n\n<img src="/img/x.jpg" alt="" width="50%">\n\n<img src="/img/x.jpg" alt="Z" data-zoomable>\n\n{% include figure.liquid path="img/x.jpg" alt="F" caption="C" zoomable=true %}',
  );
  build();
  assert.deepEqual(htmlFaults(html()), []);
});

test("a drawing is kept without loss at its own width, where that is smaller; a narrower copy of it, and a photograph, never", async () => {
  const circle =
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="500"><rect width="900" height="500" fill="#fff"/><path d="M0 250h900M450 0v500" stroke="#c00" stroke-width="4"/></svg>';
  put("img/drawing.png", await sharp(Buffer.from(circle)).png({ compressionLevel: 0 }).toBuffer());
  put("img/photo.png", await plain("png", 900, 500));
  const make = async (name: string, width: number): Promise<string> => {
    const recipe = {
      from: `img/${name}.png`,
      hash: "",
      width,
      format: "webp",
      drawing: true,
      animated: false,
      always: true,
    };
    return Buffer.from(await makeImage(recipe, folder)).toString("latin1", 12, 16);
  };
  put("img/small.png", await sharp(join(folder, "img/drawing.png")).png({ palette: true }).toBuffer());
  assert.deepEqual(
    [await make("small", 900), await make("small", 480), await make("photo", 900), await make("drawing", 900)],
    ["VP8L", "VP8 ", "VP8 ", "VP8 "],
  );
});
