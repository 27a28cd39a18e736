/** How a message is drawn: its place, the line, the mark below it. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { explain } from "../../src/cli/build.ts";
import { gathered } from "../../src/cli/gathered.ts";
import { type Diagnostic, formatDiagnostic } from "../../src/errors.ts";
import { withExcerpts } from "../../src/excerpts.ts";
import { inFolder } from "../support/site.ts";

const drawn = (excerpt: string, column: number): readonly string[] =>
  formatDiagnostic({ level: "error", file: "a.md", line: 7, column, problem: "P", help: "H", excerpt }).split("\n");

for (const [name, excerpt, column, line, mark] of [
  ["a short line", "title: [", 8, "  7 | title: [", "    |        ^"],
  ["a tab, which is drawn as one cell", "\ttitle", 2, "  7 |  title", "    |  ^"],
  ["ideographs, which are two cells wide", "你好: [", 5, "  7 | 你好: [", "    |       ^"],
  ["emoji of two code units, two cells wide", "😀: [", 5, "  7 | 😀: [", "    |     ^"],
  ["an accent that is a letter of its own", "e\u0301: [", 5, "  7 | e\u0301: [", "    |    ^"],
  ["the end of the line", "abc", 4, "  7 | abc", "    |    ^"],
] as const) {
  test(`the mark stands under its place: ${name}`, () => {
    assert.deepEqual(drawn(excerpt, column), [`a.md:7:${column}: error: P`, line, mark, "  → H"]);
  });
}

test("of a long line the part is shown that the message is about", () => {
  const [, line = "", mark = ""] = drawn(`${"word ".repeat(200)}HERE ${"word ".repeat(200)}`, 1001);
  assert.ok(line.length < 180, line);
  assert.match(line, /^ {2}7 \| ….*HERE.*…$/);
  assert.equal(mark.indexOf("^"), line.indexOf("HERE"));
});

test("what the system refuses to read is not told as something to write", () => {
  inFolder({ "closed.md": "x" }, (folder) => {
    const told = (path: string): Diagnostic => {
      const refused = Object.assign(new Error("EACCES"), { code: "EACCES", syscall: "open", path: join(folder, path) });
      return explain(refused, { source: folder });
    };
    // A place below a file can be read by nobody, not even by root.
    const { file, problem } = told("closed.md/x");
    assert.deepEqual([file, problem], [join("closed.md", "x"), "This cannot be read: permission is denied"]);
    assert.match(told("_site/index.html").problem, /_site.index\.html cannot be written: permission is denied$/);
    assert.match(told(".octavo-cache/x").help, /^Make the site's folder writable/);
  });
});

test("a file that vanishes while it is read is not told as something to write", () => {
  const told = (error: Partial<NodeJS.ErrnoException>): string =>
    explain(Object.assign(new Error(error.code), error), { source: "/site" }).problem;
  const path = join("/site", "a.md");
  assert.equal(told({ code: "ENOENT", syscall: "open", path }), "a.md vanished while the site was built");
  assert.equal(told({ code: "EISDIR", syscall: "copyfile", path }), "a.md became a folder while the site was built");
  assert.equal(told({ code: "EISDIR", syscall: "read" }), "A file became a folder while the site was built");
  assert.match(told({ code: "ENOENT", syscall: "mkdir", path }), /a\.md cannot be written/);
});

test("a message that knows its line alone shows it", () => {
  inFolder({ "a.md": "\uFEFFone\r\ntwo\r\n" }, (folder) => {
    const told = (part: Partial<Diagnostic>): Diagnostic => ({ level: "warning", problem: "P", help: "H", ...part });
    const messages = [
      told({ file: "a.md", line: 2 }),
      told({ file: "a.md", line: 1, column: 1 }),
      told({ file: "a.md", line: 2, excerpt: "its own" }),
      told({ file: "a.md", line: 9 }),
      told({ file: join("gone", "b.md"), line: 1 }),
      told({}),
    ];
    const excerpts = withExcerpts(messages, folder).map(({ excerpt }) => excerpt);
    assert.deepEqual(excerpts, ["two", "one", "its own", undefined, undefined, undefined]);
  });
});

const warning = (file: string, line: number, problem: string): Diagnostic => ({
  level: "warning",
  file,
  line,
  problem,
  help: "H",
});

test("a warning of many files is told once, with where and how many", () => {
  const layout = (file: string): Diagnostic => warning(file, 2, 'There is no layout "x"');
  assert.deepEqual(
    gathered([layout("a.md"), warning("a.md", 3, "P"), layout("b.md")]).map(({ file, problem, help }) => [
      file,
      problem,
      help,
    ]),
    [
      ["a.md", 'There is no layout "x"', "H; the same holds for b.md:2"],
      ["a.md", "P", "H"],
    ],
  );
  const files = ["a.md", "b.md", "c.md", "d.md", "e.md", "f.md"];
  assert.deepEqual(
    gathered(files.map(layout)).map(({ help }) => help),
    ["H; the same holds for b.md:2, c.md:2, d.md:2 and 2 more"],
  );
});

test("of a file's many warnings that ask for the same the lines are told; a few of them stand as they are", () => {
  const images = (count: number): readonly Diagnostic[] =>
    Array.from({ length: count }, (_, index) => warning("a.md", index + 1, `The image ${index} has no text`));
  assert.deepEqual(gathered(images(8)), images(8));
  assert.deepEqual(
    gathered([...images(10), warning("b.md", 1, "P")]).map(({ file, help }) => [file, help]),
    [
      ["a.md", "H; 9 more of these are in this file, on the lines 2, 3, 4, 5, 6, 7, 8, 9, 10"],
      ["b.md", "H"],
    ],
  );
});

test("of the warnings of many files that ask for the same a few are told, and where the others are", () => {
  const pictures = (count: number): readonly Diagnostic[] =>
    Array.from({ length: count }, (_, index) =>
      warning(`${Math.floor(index / 2)}.md`, index + 1, `The picture ${index} is on a.org`),
    );
  assert.deepEqual(gathered(pictures(8)), pictures(8));
  const twice = [...pictures(12), ...pictures(12).map((one) => ({ ...one, file: `again-${one.file}` }))];
  assert.deepEqual(
    gathered(twice).map(({ help }) => help),
    [
      ...Array.from(
        { length: 7 },
        (_, index) => `H; the same holds for again-${Math.floor(index / 2)}.md:${index + 1}`,
      ),
      "H; the same holds for again-3.md:8; more of these are in 4.md, again-4.md, 5.md, and again-5.md",
    ],
  );
  const told = gathered([...pictures(12), { ...warning("b.md", 1, "The link x leads nowhere"), help: "I" }]);
  assert.deepEqual(told.slice(0, 7), pictures(7));
  assert.deepEqual(
    told.slice(7).map(({ file, line, help }) => [file, line, help]),
    [
      ["3.md", 8, "H; more of these are in 4.md and 5.md"],
      ["b.md", 1, "I"],
    ],
  );
});

test("errors are all told, and so are warnings that belong to no file", () => {
  const messages: readonly Diagnostic[] = [
    ...["a.md", "b.md"].map((file): Diagnostic => ({ ...warning(file, 1, "P"), level: "error" })),
    { level: "warning", problem: "Q", help: "H" },
  ];
  assert.deepEqual(gathered(messages), messages);
});
