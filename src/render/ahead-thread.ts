/** The second thread of `MarkdownAhead`: renders the texts that it is sent, in their order. */
import { workerData } from "node:worker_threads";
import type { AheadData, AheadResult } from "./ahead.ts";
import { createSiteMarkdown, markdownKey, renderKept, textKey } from "./markdown.ts";

const { config, port } = workerData as AheadData;
const markdown = createSiteMarkdown(config);
const settings = markdownKey(config);

port.on("message", (texts: readonly string[]) => {
  const results: AheadResult = texts.map((text) => [textKey(settings, text), renderKept(markdown, config.mode, text)]);
  port.postMessage(results);
});
