/** jekyll-seo-tag: `{% seo %}`, the title and what search engines and social networks read (version 2.8). */
import type { Scope } from "../jekyll/scope.ts";
import { node, type TagReader } from "../jekyll/tag.ts";
import { toJson } from "../jekyll/text.ts";
import { isTruthy, type Ruby } from "../jekyll/values.ts";
import { VERIFICATION_NAMES } from "../meta/verification.ts";
import { Seo } from "./seo.ts";
import { dig, filteredText, firstOf } from "./templates.ts";

/** `{% seo title=false %}` leaves the title to the layout. */
export const readSeo: TagReader = ({ token }) => {
  const withTitle = !/title=false/i.test(token.markup);
  return node(token, (scope, out) => {
    out.write(seoHtml(scope, withTitle ? "title" : "no title"));
  });
};

function seoHtml(scope: Scope, title: "title" | "no title"): string {
  const seo = new Seo(scope);
  const shown = title === "title" ? seo.title : null;
  const lines = [
    shown !== null && `<title>${scope.text(shown)}</title>`,
    '<meta name="generator" content="Jekyll v4.3.1" />',
    ...pageLines(scope, seo),
    ...imageLines(scope, seo),
    ...typeLines(scope, seo),
    ...neighbourLines(scope),
    ...twitterLines(scope, seo),
    ...facebookLines(scope, seo),
    ...verificationLines(scope, seo),
    '<script type="application/ld+json">',
    `${toJson(seo.jsonLd, scope.zone)}</script>`,
  ].filter((line) => line !== false);
  return ["<!-- Begin Jekyll SEO tag v2.8.0 -->", ...lines, "<!-- End Jekyll SEO tag -->", ""].join("\n");
}

type Line = string | false;

/** A meta element where there is a value. */
function meta(scope: Scope, attribute: "name" | "property", name: string, value: Ruby): Line {
  return isTruthy(value) && `<meta ${attribute}="${name}" content="${scope.output(value)}" />`;
}

function pageLines(scope: Scope, seo: Seo): readonly Line[] {
  const hasUrl = isTruthy(dig(seo.site, "url"));
  return [
    meta(scope, "property", "og:title", seo.pageTitle),
    meta(scope, "name", "author", dig(seo.author, "name")),
    meta(scope, "property", "og:locale", seo.locale),
    meta(scope, "name", "description", seo.description),
    meta(scope, "property", "og:description", seo.description),
    hasUrl && `<link rel="canonical" href="${seo.canonicalUrl}" />`,
    hasUrl && meta(scope, "property", "og:url", seo.canonicalUrl),
    meta(scope, "property", "og:site_name", seo.siteTitle),
  ];
}

function imageLines(scope: Scope, { image }: Seo): readonly Line[] {
  if (image === null) return [];
  return [
    meta(scope, "property", "og:image", dig(image, "path")),
    ...["height", "width", "alt"].map((key) => meta(scope, "property", `og:image:${key}`, dig(image, key))),
  ];
}

function typeLines(scope: Scope, { page }: Seo): readonly Line[] {
  const date = dig(page, "date");
  if (!isTruthy(date)) return [meta(scope, "property", "og:type", "website")];
  return [
    meta(scope, "property", "og:type", "article"),
    meta(scope, "property", "article:published_time", filteredText(scope, date, "date_to_xmlschema")),
  ];
}

function neighbourLines(scope: Scope): readonly Line[] {
  const paginator = scope.find("paginator");
  return (["previous", "next"] as const).map((side) => {
    const path = dig(paginator, `${side}_page_path`);
    const url = filteredText(scope, path, "absolute_url");
    return (
      isTruthy(dig(paginator, `${side}_page`)) && `<link rel="${side === "next" ? "next" : "prev"}" href="${url}" />`
    );
  });
}

function twitterLines(scope: Scope, seo: Seo): readonly Line[] {
  const { site, page, image, pageTitle } = seo;
  const card = [dig(page, "twitter", "card"), dig(site, "twitter", "card")].find(isPresent) ?? "summary_large_image";
  const handle = (value: Ruby) => `@${scope.text(value).replaceAll("@", "")}`;
  return [
    meta(scope, "name", "twitter:card", image === null ? "summary" : card),
    meta(scope, "property", "twitter:image", dig(image, "path")),
    meta(scope, "name", "twitter:image:alt", dig(image, "alt")),
    meta(scope, "property", "twitter:title", pageTitle),
    ...(isTruthy(dig(site, "twitter"))
      ? [
          meta(scope, "name", "twitter:site", handle(dig(site, "twitter", "username"))),
          isTruthy(seo.twitter) && meta(scope, "name", "twitter:creator", handle(seo.twitter)),
        ]
      : []),
  ];
}

/** What Liquid's `default` lets stand. */
function isPresent(value: Ruby): boolean {
  return isTruthy(value) && value !== "";
}

function facebookLines(scope: Scope, { site }: Seo): readonly Line[] {
  return (
    [
      ["fb:admins", "admins"],
      ["article:publisher", "publisher"],
      ["fb:app_id", "app_id"],
    ] as const
  ).map(([property, key]) => meta(scope, "property", property, dig(site, "facebook", key)));
}

function verificationLines(scope: Scope, { site }: Seo): readonly Line[] {
  const given = dig(site, "webmaster_verifications");
  if (!isTruthy(given))
    return [meta(scope, "name", VERIFICATION_NAMES.google, firstOf(dig(site, "google_site_verification")))];
  return Object.entries(VERIFICATION_NAMES).map(([key, name]) => meta(scope, "name", name, dig(given, key)));
}
