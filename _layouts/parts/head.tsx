import type { LayoutProps } from "../../src/layout.ts";
import { asData, asText } from "../../src/settings.ts";
import { Inline } from "./inline.tsx";
import { PaperHead } from "./paper-head.tsx";

/** Everything in `<head>`. What is told of the page comes from `helpers.meta` (src/meta/page-meta.ts). */
export function Head({ page, content, helpers }: LayoutProps) {
  const { title, metas, links, jsonLd, speculation } = helpers.meta(page, content);
  const goes = asText(asData(page.data.moved ?? page.data.redirect)?.to);
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>{title}</title>
      {goes !== undefined && <meta http-equiv="refresh" content={`0; url=${goes}`} />}
      {metas.map((meta) => (
        <meta {...meta} />
      ))}
      {links.map((link) => (
        <link {...link} />
      ))}
      <PaperHead page={page} helpers={helpers} />
      <Inline />
      {speculation !== "" && <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculation }} />}
      {jsonLd !== "" && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonLd }} />}
      {typeof page.data._styles === "string" && <style dangerouslySetInnerHTML={{ __html: page.data._styles }} />}
    </head>
  );
}
