import type { LayoutProps } from "../../src/layout.ts";
import { sayIn } from "./say.tsx";

/** How to cite a post, folded up; nothing where there is no entry for it (src/meta/citation.ts). */
export function Cite({ page, helpers }: LayoutProps) {
  const entry = helpers.citation(page);
  if (entry === "") return null;
  const words = helpers.words(page.lang);
  const say = sayIn(words);
  return (
    <details class="cite">
      <summary>{say("cite")}</summary>
      <div class="highlighter-rouge">
        <button
          class="copy"
          type="button"
          lang={words.otherLanguage("copy")}
          data-done={words("copied")}
          aria-live="polite"
          aria-label={words("copy")}
        />
        <pre dir="ltr">
          <code>{entry}</code>
        </pre>
      </div>
    </details>
  );
}
