/** Every error of a site that an author can make, told with its place and the way out. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Builder, type BuilderOptions } from "../../src/build.ts";
import { BuildError, type Diagnostic } from "../../src/errors.ts";
import { type Files, inFolder, writeFiles } from "../support/site.ts";

const CONFIG = { "_config.yml": "title: T\nmode: octavo\n" };

interface Case {
  readonly name: string;
  readonly files: Files;
  readonly options?: Partial<BuilderOptions>;
  readonly prepare?: (folder: string) => void;
  /** What the error says: file, line, column where the place is known, and words of the message. */
  readonly expected: Partial<Omit<Diagnostic, "help">> & { readonly says: RegExp; readonly help?: RegExp };
}

const post = (frontMatter: string): string => `---\n${frontMatter}\n---\n\nText.\n`;

const cases: readonly Case[] = [
  {
    name: "broken YAML",
    files: { ...CONFIG, "_posts/2025-01-02-x.md": post('title: "unclosed\ntags: a') },
    expected: { file: "_posts/2025-01-02-x.md", says: /./ },
  },
  {
    name: "a tab in YAML",
    files: { ...CONFIG, "_posts/2025-01-02-x.md": post("title: T\nauthor:\n\tname: A") },
    expected: { file: "_posts/2025-01-02-x.md", line: 4, column: 1, excerpt: "\tname: A", says: /tab/i },
  },
  {
    name: "front matter that is no mapping",
    files: { ...CONFIG, "page.md": post("- a\n- b") },
    expected: { file: "page.md", line: 2, says: /mapping/ },
  },
  {
    name: "an impossible date in a name",
    files: { ...CONFIG, "_posts/2025-13-40-x.md": post("title: T") },
    expected: { file: "_posts/2025-13-40-x.md", says: /2025-13-40|date/ },
  },
  {
    name: "an impossible date in front matter",
    files: { ...CONFIG, "_posts/2025-01-02-x.md": post("title: T\ndate: 2025-02-31") },
    expected: { file: "_posts/2025-01-02-x.md", line: 3, says: /date/i },
  },
  {
    name: "an unknown permalink placeholder",
    files: { ...CONFIG, "_posts/2025-01-02-x.md": post("title: T\npermalink: /:yaer/x/") },
    expected: { file: "_posts/2025-01-02-x.md", line: 3, says: /:yaer/ },
  },
  {
    name: "two posts for one URL, both named",
    files: {
      ...CONFIG,
      "_posts/2025-01-02-x.md": post("title: T\npermalink: /same/"),
      "_posts/2025-01-03-y.md": post("title: T\npermalink: /same/"),
    },
    expected: { says: /2025-01-02-x\.md.*2025-01-03-y\.md|2025-01-03-y\.md.*2025-01-02-x\.md/ },
  },
  {
    name: "a file where another page needs a folder",
    files: { ...CONFIG, "a.md": post("permalink: /same.txt/more/"), "same.txt": "static" },
    expected: { file: "a.md", line: 2, says: /folder/ },
  },
  {
    name: "invalid UTF-8",
    files: CONFIG,
    prepare: (folder) => {
      mkdirSync(join(folder, "_posts"));
      writeFileSync(
        join(folder, "_posts/2025-01-02-x.md"),
        Buffer.concat([Buffer.from("---\ntitle: T\n---\nA\n"), Buffer.from([0xc3, 0x28]), Buffer.from("\n")]),
      );
    },
    expected: { file: "_posts/2025-01-02-x.md", line: 5, says: /UTF-8/ },
  },
  {
    name: "layouts that import each other",
    files: {
      ...CONFIG,
      "index.md": post("layout: one"),
      "_layouts/one.tsx": 'import Two from "./two.tsx";\nexport default (p: object) => <Two {...p} />;\n',
      "_layouts/two.tsx": 'import One from "./one.tsx";\nexport default (p: object) => <One {...p} />;\n',
    },
    expected: { file: "_layouts/one.tsx", line: 1, says: /one\.tsx → _layouts\/two\.tsx → _layouts\/one\.tsx/ },
  },
  {
    name: "a layout with a mistake in its syntax",
    files: { ...CONFIG, "index.md": post("layout: one"), "_layouts/one.tsx": "export default () => <p>;\n" },
    expected: { file: "_layouts/one.tsx", says: /./ },
  },
  {
    name: "a layout that throws",
    files: {
      ...CONFIG,
      "index.md": post("layout: one"),
      "_layouts/one.tsx": 'export default () => {\n  throw new Error("not today");\n};\n',
    },
    expected: { file: "_layouts/one.tsx", line: 2, column: 9, says: /layout one failed: not today/, help: /index\.md/ },
  },
  {
    name: "a layout that throws on every page",
    files: {
      ...CONFIG,
      "index.md": post("layout: one"),
      "about.md": post("layout: one"),
      "_layouts/one.tsx": 'import { name } from "./name.ts";\nexport default () => <p>{name()}</p>;\n',
      "_layouts/name.ts": "\nexport const name = (): string => (undefined as unknown as string).trim();\n",
    },
    expected: { file: "_layouts/name.ts", line: 2, says: /layout one failed/ },
  },
  {
    name: "a layout that throws when it is loaded",
    files: { ...CONFIG, "index.md": post("layout: one"), "_layouts/one.tsx": 'throw new Error("early");\n' },
    expected: { file: "_layouts/one.tsx", line: 1, says: /early/ },
  },
  {
    name: "a layout that draws nothing, since it is asynchronous",
    files: { ...CONFIG, "index.md": post("layout: one"), "_layouts/one.tsx": "export default async () => <p />;\n" },
    expected: { says: /asynchronous/ },
  },
  {
    name: "a mistake behind letters of several bytes",
    files: { ...CONFIG, "index.md": post("layout: one"), "_layouts/one.tsx": "export default () => <p>你好 {</p>;\n" },
    expected: { file: "_layouts/one.tsx", line: 1, column: 30, says: /Expected/ },
  },
  {
    name: "a configuration that is not UTF-8",
    files: { "index.md": post("title: T") },
    prepare: (folder) =>
      writeFileSync(join(folder, "_config.yml"), Buffer.from([...Buffer.from("mode: octavo\ntitle: "), 0xff])),
    expected: { file: "_config.yml", line: 2, column: 8, says: /UTF-8/ },
  },
  {
    name: "a configuration that is no mapping",
    files: { "_config.yml": "- title\n", "index.md": post("title: T") },
    options: { mode: "octavo" },
    expected: { file: "_config.yml", line: 1, says: /mapping/ },
  },
  {
    name: "a configuration with a value of the wrong type",
    files: { "_config.yml": "title: T\ntimezone: Nowhere/Land\n", "index.md": post("title: T") },
    expected: { file: "_config.yml", line: 2, says: /Nowhere\/Land/ },
  },
  {
    name: "a configuration file that is missing",
    files: { ...CONFIG, "index.md": post("title: T") },
    options: { config: ["missing.yml"] },
    expected: { says: /missing\.yml/ },
  },
  {
    name: "a permalink that leaves the destination",
    files: { ...CONFIG, "a.md": post("permalink: /../../out.html") },
    expected: { file: "a.md", line: 2, says: /\.\./ },
  },
  {
    name: "a permalink with a backslash",
    files: { ...CONFIG, "a.md": post("permalink: '/a\\..\\b'") },
    expected: { file: "a.md", says: /backslash|\\/ },
  },
  {
    name: "a permalink with a NUL",
    files: { ...CONFIG, "a.md": post('permalink: "/a\\0b"') },
    expected: { file: "a.md", says: /leave the destination/ },
  },
  {
    name: "a link that leaves the source",
    files: { ...CONFIG, "index.md": post("title: T") },
    prepare: (folder) => symlinkSync("/etc/hostname", join(folder, "host.txt")),
    expected: { file: "host.txt", says: /link/ },
  },
];

async function failing(files: Files, options: Partial<BuilderOptions>, prepare: (folder: string) => void) {
  return inFolder(files, async (folder) => {
    prepare(folder);
    const destination = join(folder, "_site");
    const config = options.config?.map((file) => join(folder, file));
    const builder = new Builder({ source: folder, destination, ...options, ...(config && { config }) });
    const error = await builder.build("").then(
      () => assert.fail("the build went through"),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof BuildError, String((error as Error).stack));
    return error.diagnostics.filter(({ level }) => level === "error");
  });
}

for (const { name, files, options = {}, prepare = () => {}, expected } of cases) {
  test(`${name} is one error with its place and what to do`, async () => {
    const errors = await failing(files, options, prepare);
    assert.equal(errors.length, 1, JSON.stringify(errors, null, 2));
    const [error] = errors;
    const { says, help = /./, ...place } = expected;
    assert.match(error?.problem ?? "", says);
    assert.match(error?.help ?? "", help);
    for (const [key, value] of Object.entries(place)) assert.equal(error?.[key as keyof Diagnostic], value, key);
  });
}

test("all errors of a site are told in one run", async () => {
  const errors = await failing(
    {
      ...CONFIG,
      "a.md": post("- list"),
      "b.md": post("permalink: /../x"),
      "_posts/2025-01-02-x.md": post("title: [1"),
      "_posts/2025-99-02-y.md": post("title: T"),
    },
    {},
    () => {},
  );
  assert.deepEqual(errors.map(({ file }) => file).sort(), [
    "_posts/2025-01-02-x.md",
    "_posts/2025-99-02-y.md",
    "a.md",
    "b.md",
  ]);
});

test("front matter of another language is never run", async () => {
  await inFolder({}, async (folder) => {
    const proof = join(folder, "ran");
    writeFiles(folder, {
      ...CONFIG,
      "a.md": `---js\nrequire("fs").writeFileSync(${JSON.stringify(proof)}, "")\n---\n\nText.\n`,
    });
    await new Builder({ source: folder, destination: join(folder, "_site") }).build("");
    assert.equal(existsSync(proof), false);
  });
});
