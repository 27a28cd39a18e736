import type { LayoutProps } from "../../src/layout.ts";
import type { Heading, Value } from "../../src/model.ts";
import { sayIn } from "./say.tsx";

interface Section {
  readonly heading: Heading;
  readonly sections: Heading[];
}

/**
 * The table of contents of a page that asks for one: `toc: true`, or al-folio's `toc: {sidebar: left}` and
 * `toc: {beginning: true}`. Two levels of headings; in the margin where the screen is wide enough.
 */
export function Contents({ page, content, helpers }: LayoutProps) {
  if (!isWanted(page.data.toc)) return null;
  const sections = outline(content.headings);
  if (sections.length < 2) return null;
  const title = helpers.words(page.lang)("contents");
  return (
    <details class="contents">
      <summary>{sayIn(helpers.words(page.lang))("contents")}</summary>
      <nav aria-label={title}>
        <ol>
          {sections.map(({ heading, sections }) => (
            <li key={heading.id}>
              <a href={`#${encodeURIComponent(heading.id)}`}>{heading.text}</a>
              {sections.length > 0 && (
                <ol>
                  {sections.map(({ id, text }) => (
                    <li key={id}>
                      <a href={`#${encodeURIComponent(id)}`}>{text}</a>
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      </nav>
    </details>
  );
}

function isWanted(toc: Value | undefined): boolean {
  if (typeof toc !== "object" || toc === null || !("sidebar" in toc || "beginning" in toc)) return toc === true;
  return Boolean(toc.sidebar ?? toc.beginning);
}

/** The headings of the highest level, each with those one level below it. */
function outline(headings: readonly Heading[]): readonly Section[] {
  const linked = headings.filter(({ id }) => id !== "");
  const top = Math.min(...linked.map(({ level }) => level));
  const sections: Section[] = [];
  for (const heading of linked) {
    if (heading.level === top) sections.push({ heading, sections: [] });
    else if (heading.level === top + 1) sections.at(-1)?.sections.push(heading);
  }
  return sections;
}
