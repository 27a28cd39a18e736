import { createRequire } from "node:module";

/** The HTML standard's parser (parse5), loaded when it is first asked for: it takes longer than most sites' need of it would. */
export function htmlParser(): typeof import("parse5") {
  return createRequire(import.meta.url)("parse5");
}
