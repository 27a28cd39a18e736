import type { LayoutProps } from "../../src/model.ts";
import { Inline } from "./inline.tsx";

/** Everything in `<head>`. */
export function Head({ site, page, helpers }: LayoutProps) {
  const { config } = site;
  const isHome = page.url === "/";
  const isLost = page.file === "404.html";
  const title =
    isHome || page.title === "" || page.title === config.title ? config.title : `${page.title} | ${config.title}`;
  const description = page.description || config.description;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === "" ? page.title : title}</title>
      {description && <meta name="description" content={description} />}
      {isLost && <meta name="robots" content="noindex" />}
      <meta name="color-scheme" content="light dark" />
      {config.url && !isLost && (
        <link rel="canonical" href={helpers.absolute(page.url.replace(/\/index\.html$/, "/"))} />
      )}
      {helpers.feed && (
        <link
          rel="alternate"
          type="application/atom+xml"
          href={helpers.absolute(helpers.feed)}
          title={config.title || undefined}
        />
      )}
      <link rel="icon" type="image/svg+xml" href={helpers.asset("/favicon.svg")} />
      <Inline />
    </head>
  );
}
