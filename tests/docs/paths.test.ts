/** What the documents name is there: files, pages, scripts, options of the command line. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { helpText } from "../../src/cli/options.ts";
import { root } from "../support/site.ts";

const packageFile = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(path.join(root, "docs")).flatMap((name) => (name.endsWith(".md") ? [`docs/${name}`] : [])),
];
const read = (document: string): string => readFileSync(path.join(root, document), "utf8");

for (const document of documents) {
  const text = read(document);

  test(`${document}: every file of the project that it names is there`, () => {
    const named = [...text.matchAll(/`((?:\.github|_layouts|bin|docs|public|src|tests)\/[^`\s]*)`/g)]
      .map(([, name = ""]) => name)
      // A pattern and the name of a file that the reader makes up are no files.
      .filter((name) => !/[A-Z]{4}|[*<]/.test(name.replace(/\.md$/, "")));
    assert.deepEqual(
      named.filter((name) => !existsSync(path.join(root, name))),
      [],
    );
  });

  test(`${document}: every link leads to a file and a heading that are there`, () => {
    const prose = text.replaceAll(/`[^`]*`|^ {4}.*$/gm, "");
    const links = [...prose.matchAll(/(?:\]\(|<img src=")([^)"\s:]+)[)"]/g)].map(([, link = ""]) => link);
    const broken = links.filter((link) => {
      const [file = "", fragment] = link.split("#");
      const target = file === "" ? document : path.join(path.dirname(document), file);
      return (
        !existsSync(path.join(root, target)) || (fragment !== undefined && !headings(read(target)).includes(fragment))
      );
    });
    assert.deepEqual(broken, []);
  });

  test(`${document}: what it names with a file of the engine is exported there`, () => {
    const named = [...text.matchAll(/`(\w+)` \(`(src\/[^`]+\.tsx?)`\)/g)];
    assert.deepEqual(
      named
        .filter(
          ([, name, file]) =>
            !new RegExp(`^export .*\\b(?:function|class|const) ${name}\\b`, "m").test(read(file ?? "")),
        )
        .map(([pair]) => pair),
      [],
    );
  });

  test(`${document}: every npm script and every command that it names is there`, () => {
    const scripts = [...text.matchAll(/npm run (\w+)/g)].map(([, name = ""]) => name);
    const commands = [...text.matchAll(/(?:`|bin\/octavo\.js |npx )octavo (\w+)/g)].map(([, name = ""]) => name);
    assert.deepEqual(
      [
        ...scripts.filter((name) => !(name in packageFile.scripts)),
        ...commands.filter((name) => !helpText(name).startsWith(`Usage: octavo ${name}`)),
      ],
      [],
    );
  });
}

/** GitHub's ids of the headings. */
function headings(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test("every option that a command line of the documents has is one of that command", () => {
  const lines = documents.flatMap((document) =>
    [...read(document).matchAll(/(?:bin\/octavo\.js|npx octavo|`octavo) (\w+)([^`\n#]*)/g)].map(
      ([line, command = "", rest = ""]) => ({ document, line, command, rest }),
    ),
  );
  assert.ok(lines.length > 5, "no command line was found");
  const unknown = lines.filter(({ command, rest }) =>
    [...rest.matchAll(/ (--[\w-]+)/g)].some(([, option]) => !helpText(command).split(/\s/).includes(`${option}`)),
  );
  assert.deepEqual(unknown, []);
});
