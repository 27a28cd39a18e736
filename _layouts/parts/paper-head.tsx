import type { LayoutProps } from "../../src/layout.ts";
import { citationMetas, scholarlyArticle } from "../../src/scholar/meta.ts";

/** What the head of a paper's page says to reference managers and search engines. */
export function PaperHead({ page, helpers }: Pick<LayoutProps, "page" | "helpers">) {
  const publication = page.kind === "page" ? page.publication : undefined;
  const abstract = publication && helpers.paper(publication)?.plainAbstract;
  if (publication === undefined || abstract === undefined) return null;
  const place = { url: helpers.absolute(page.url), absolute: helpers.absolute, abstract };
  // "<" would end the script where a title has a tag in it.
  const json = JSON.stringify(scholarlyArticle(publication, place)).replaceAll("<", "\\u003c");
  return (
    <>
      {citationMetas(publication, place).map(([name, content], index) => (
        <meta key={`${name} ${index}`} name={name} content={content} />
      ))}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
    </>
  );
}
