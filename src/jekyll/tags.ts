/** Every tag of Liquid and Jekyll by its name. */
import type { TagReader } from "./tag.ts";
import { readAssign } from "./tags/assign.ts";
import { readCapture } from "./tags/capture.ts";
import { readCase } from "./tags/case.ts";
import { readComment, readRemark } from "./tags/comment.ts";
import { readCycle } from "./tags/cycle.ts";
import { readEcho } from "./tags/echo.ts";
import { readBreak, readContinue, readFor } from "./tags/for.ts";
import { readHighlight } from "./tags/highlight.ts";
import { readIf, readUnless } from "./tags/if.ts";
import { readIfChanged } from "./tags/ifchanged.ts";
import { readInclude, readIncludeCached, readIncludeRelative } from "./tags/include.ts";
import { readDecrement, readIncrement } from "./tags/increment.ts";
import { readLink, readPostUrl } from "./tags/link.ts";
import { readLiquid } from "./tags/liquid.ts";
import { readRaw } from "./tags/raw.ts";
import { readTableRow } from "./tags/tablerow.ts";

export const coreTags: ReadonlyMap<string, TagReader> = new Map([
  ["#", readRemark],
  ["assign", readAssign],
  ["break", readBreak],
  ["capture", readCapture],
  ["case", readCase],
  ["comment", readComment],
  ["continue", readContinue],
  ["cycle", readCycle],
  ["decrement", readDecrement],
  ["echo", readEcho],
  ["for", readFor],
  ["highlight", readHighlight],
  ["if", readIf],
  ["ifchanged", readIfChanged],
  ["include", readInclude],
  ["include_cached", readIncludeCached],
  ["include_relative", readIncludeRelative],
  ["increment", readIncrement],
  ["link", readLink],
  ["liquid", readLiquid],
  ["post_url", readPostUrl],
  ["raw", readRaw],
  ["tablerow", readTableRow],
  ["unless", readUnless],
]);
