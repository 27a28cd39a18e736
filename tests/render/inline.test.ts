import assert from "node:assert/strict";
import { it } from "node:test";
import { inlineAssets } from "../../src/render/inline.ts";

it("leaves a page as it is whose layout asks for no style", () => {
  const sheets = { cssFor: () => "a{}" };
  for (const html of ["<html><head></head><body>x</body></html>", "<p>/*octavo*/</p>"])
    assert.equal(inlineAssets(html, sheets), html);
  assert.equal(inlineAssets("<style>/*octavo*/</style><body>", sheets), "<style>a{}</style><body>");
});
