/**
 * Small sites of every kind in mode jekyll, beside what Jekyll 4.3.1 with kramdown 2.4.0 wrote for them:
 * JEKYLL_ENV=production TZ=UTC jekyll build -s fixtures/NAME/source -d fixtures/NAME/expected
 * Pages are compared by their trees, stylesheets and other texts without their white space, all else byte for byte.
 */
import assert from "node:assert/strict";
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import { Builder } from "../../src/build.ts";
import { fold, treeOf } from "../support/dom.ts";
import { temporaryFolder } from "../support/site.ts";

const fixtures = path.join(import.meta.dirname, "fixtures");

/** Site → file → why it differs. The list may only shrink: a file that is equal must not stand in it. */
const known: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "parity-known.json"), "utf8"),
);

/** The days on which Jekyll built `expected`, which show where a page prints the clock. */
const RECORDED_ON = ["2026-11-22", "2026-11-23"];

const names = readdirSync(fixtures).filter((name) => existsSync(path.join(fixtures, name, "expected")));

process.env.JEKYLL_ENV = "production";
process.env.TZ = "UTC";

test("there are 23 sites", () => {
  assert.equal(names.length, 23);
});

test("known differences belong to these sites", () => {
  assert.deepEqual(
    Object.keys(known).filter((name) => !names.includes(name)),
    [],
  );
});

for (const name of names)
  describe(name, async () => {
    const { folder, remove } = temporaryFolder();
    const [source, expected] = [path.join(folder, "source"), path.join(fixtures, name, "expected")];
    cpSync(path.join(fixtures, name, "source"), source, { recursive: true });
    const today = [0, -1].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
    const built = await build(source, path.join(folder, "site"));
    remove();
    const wanted = new Map(filesBelow(expected).map((file) => [stampless(file, RECORDED_ON), path.join(expected, file)]));
    const files = new Map([...built].map(([file, bytes]) => [stampless(file, today), bytes]));

    test("the same files", () => {
      assert.deepEqual([...files.keys()].sort(), [...wanted.keys()].sort());
    });

    for (const [file, theirs] of wanted) {
      // Of a source map only that it is there: its positions are the compiler's own.
      if (file.endsWith(".map")) continue;
      const compare = () =>
        assert.deepEqual(
          comparable(file, files.get(file) ?? Buffer.alloc(0), today),
          comparable(file, readFileSync(theirs), RECORDED_ON),
        );
      const reason = known[name]?.[file];
      if (reason === undefined) test(file, compare);
      else test(`${file}, which differs: ${reason}`, () => assert.throws(compare, assert.AssertionError));
    }
  });

/** Builds a site, and gives its files by their path. Nothing but copies is written. */
async function build(source: string, destination: string): Promise<ReadonlyMap<string, Buffer>> {
  const { changed, begin, finish } = await new Builder({ source, destination, mode: "jekyll" }).build("");
  begin();
  const rendered = new Map(changed.map(({ file, text }) => [file, Buffer.from(text)]));
  const { files } = await finish();
  return new Map(
    files.map((file) => [file, rendered.get(file) ?? readFileSync(path.join(destination, file))] as const),
  );
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
}

/** What of a file must be equal. */
function comparable(file: string, bytes: Buffer, days: readonly string[]): unknown {
  const text = stampless(bytes.toString(), days);
  if (/\.x?html?$/.test(file)) return treeOf(text);
  if (file.endsWith(".css")) return fold(text.replace(/\s*([{}:;,>])\s*/g, "$1").replaceAll(";}", "}"));
  if (file === "sitemap.xml") return entriesOf(text);
  if (file.endsWith(".xml")) return fold(withoutBuilder(text));
  if (/\.(?:json|txt|js)$/.test(file)) return fold(text);
  return bytes.toString("base64");
}

/** The entries of a sitemap, whose order in Jekyll is that of the file system, without the times of files. */
function entriesOf(xml: string): readonly string[] {
  return xml
    .split("<url>")
    .map((entry) => fold(entry.replace(/(\.pdf<\/loc>\s*)<lastmod>.*?<\/lastmod>/, "$1").replace(/<\/urlset>/, "")))
    .map((entry) => entry.replaceAll("> <", "><"))
    .sort();
}

/** A feed without the name of what made it, and when. */
function withoutBuilder(xml: string): string {
  return xml
    .replace(/<generator.*?<\/generator>/, "")
    .replace(/^(.*?<feed[^>]*?) ?>/s, "$1>")
    .replace(/(<feed.*?)<updated>.*?<\/updated>/s, "$1");
}

/** A text without the days of the build, which hang on the zone, and the time of day that may follow them. */
function stampless(text: string, days: readonly string[]): string {
  const time = "(?:[ T]\\d\\d:\\d\\d:\\d\\d(?: ?(?:UTC|Z|[-+]\\d\\d:?\\d\\d))?)?";
  const dates = days.flatMap((day) => [day, day.replaceAll("-", "/")]).join("|");
  return text.replace(new RegExp(`(?:${dates})${time}`, "g"), "(now)");
}
