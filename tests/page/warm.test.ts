/** What was told of a page is told again when it is not rendered again, and no longer when what it was about has changed. */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import path from "node:path";
import { it } from "node:test";
import { buildSite, inFolder, writeFiles } from "../support/site.ts";

it("a link that leads nowhere is told until it leads somewhere", () => {
  inFolder({}, (folder) => {
    const source = path.join(folder, "source");
    const build = (): string => buildSite(source, path.join(folder, "built"));
    const broken = /^a\.md:5: warning: The link \/b\/ leads nowhere/m;
    const place = /^a\.md:6: warning: The link \/c\/#there leads to a page that has no such id/m;
    const script = /^a\.md:7: warning: The script https:\/\/cdn\.org\/x\.js/m;
    writeFiles(source, {
      "_config.yml": "title: x\nsearch: false\n",
      "a.md": '---\ntitle: A\n---\n\n[b](/b/)\n[c](/c/#there)\n<script src="https://cdn.org/x.js"></script>\n',
      "c.md": "---\ntitle: C\npermalink: /c/\n---\n\n## Here\n",
    });
    for (const output of [build(), build()])
      for (const warning of [broken, place, script]) assert.match(output, warning);

    writeFiles(source, {
      "b.md": "---\ntitle: B\npermalink: /b/\n---\n",
      "c.md": "---\ntitle: C\npermalink: /c/\n---\n\n## There\n",
    });
    for (const output of [build(), build()]) {
      assert.doesNotMatch(output, /leads/);
      assert.match(output, script);
    }

    rmSync(path.join(source, "b.md"));
    assert.match(build(), broken);
  });
});
