import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { type SiteServer, serveSite } from "./server.ts";
import { temporaryFolder, writeFiles } from "./site.ts";

describe("the server of the tests answers as GitHub Pages does", () => {
  const { folder, remove } = temporaryFolder();
  let server: SiteServer;
  before(async () => {
    writeFiles(folder, {
      "index.html": "home",
      "about/index.html": "about",
      "plain.html": "plain",
      "a b.txt": "space",
      "404.html": "missing",
    });
    server = await serveSite(folder, "/repo");
  });
  after(async () => {
    await server.close();
    remove();
  });

  const answers: readonly (readonly [string, number, string])[] = [
    ["/repo/", 200, "home"],
    ["/repo", 200, "home"],
    ["/repo/about/", 200, "about"],
    ["/repo/about", 200, "about"],
    ["/repo/plain", 200, "plain"],
    ["/repo/plain.html?x=1", 200, "plain"],
    ["/repo/a%20b.txt", 200, "space"],
    ["/repo/plain/", 404, "missing"],
    ["/repo/gone", 404, "missing"],
    ["/", 404, "missing"],
    ["/about/", 404, "missing"],
    ["/repository/", 404, "missing"],
  ];
  for (const [address, status, text] of answers)
    test(`${address}: ${status}, ${text}`, async () => {
      const response = await fetch(`${server.origin}${address}`);
      assert.deepEqual([response.status, await response.text()], [status, text]);
    });
});
