import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { root } from "../support/site.ts";

const packageFile = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

for (const document of ["README.md", "CONTRIBUTING.md"]) {
  const text = readFileSync(path.join(root, document), "utf8");

  test(`${document}: every file of the project that it names is there`, () => {
    const named = [...text.matchAll(/`((?:\.github|_layouts|bin|docs|public|src|tests)\/[^`\s]*)`|\]\(([^)#:]+)\)/g)]
      .map(([, code, link]) => code ?? link ?? "")
      // A pattern and the name of a file that the reader makes up are no files.
      .filter((name) => !/[*A-Z]{4}|\*/.test(name.replace(/\.md$|^LICENSE$|^CONTRIBUTING/, "")));
    assert.ok(named.length > 5);
    assert.deepEqual(
      named.filter((name) => !existsSync(path.join(root, name))),
      [],
    );
  });

  test(`${document}: every npm script that it names is there`, () => {
    const scripts = [...text.matchAll(/npm (?:run )?(start|test|build|check|fix|bench)\b/g)].map(
      ([, name]) => name ?? "",
    );
    assert.ok(scripts.length > 2);
    assert.deepEqual(
      scripts.filter((name) => !(name in packageFile.scripts)),
      [],
    );
  });
}
