/** The second thread of `MarkdownAhead`: renders the texts that it is sent, in their order, but those that the first one has claimed. */
import { workerData } from "node:worker_threads";
import { answer, type ThreadData } from "../thread.ts";
import type { AheadData, AheadResult, AheadTexts } from "./ahead.ts";
import { createSiteMarkdown, type KeptContent, renderKept } from "./markdown.ts";

const given = workerData as ThreadData;

// It may have been started before anybody knew what site is built.
given.port.once("message", ({ config, claims }: AheadData) => {
  const markdown = createSiteMarkdown(config);
  const render = (text: string): KeptContent | undefined => {
    try {
      return renderKept(markdown, config.mode, text);
    } catch {
      return undefined;
    }
  };
  given.port.on("message", (texts: AheadTexts) => {
    for (const [number, text, of] of texts) {
      if (Atomics.compareExchange(claims, number, 0, 2) !== 0) continue;
      const content = render(text);
      const html = of === "html" ? content?.html : undefined;
      const result: AheadResult = html === undefined ? [number, content] : [number, render(html), html];
      answer(given, result);
    }
  });
});
