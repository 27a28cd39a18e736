import type { Document, LayoutProps, Link } from "../../src/model.ts";

/** The site's main pages, and its name, which leads home; on the home page the name is the title below. */
export function Header({ site, page, helpers }: LayoutProps) {
  const { nav, blog } = helpers.map;
  const words = helpers.words(page.lang);
  return (
    <header class="site-header">
      {page.url !== "/" && (
        <a class="site-name" href={helpers.href("/")}>
          {site.config.title || words("home")}
        </a>
      )}
      {nav.length > 0 && (
        <nav aria-label={words("mainNavigation")}>
          <ul>
            {nav.map((link) => (
              <li key={link.url}>
                <a href={helpers.href(link.url)} aria-current={current(link, page, blog?.url)}>
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}

/** "page" on the page itself; "true" on the blog, for a reader of a post or of an archive. */
function current({ url }: Link, page: Document, blogUrl: string | undefined): "page" | "true" | undefined {
  if (url === page.url) return "page";
  const inBlog = page.kind === "post" ? page.collection === "posts" : page.listing !== undefined;
  return url === blogUrl && inBlog ? "true" : undefined;
}
