import { folderOf } from "../../src/language-folders.ts";
import type { LayoutProps, Link } from "../../src/layout.ts";
import type { Document } from "../../src/model.ts";
import { inLanguage, sayIn } from "./say.tsx";

/** The site's main pages, its name, which leads home, and the switch of the theme; on the home page the name is the title below. */
export function Header({ site, page, helpers }: LayoutProps) {
  const { nav: mainPages, navBelow, blog, search } = helpers.map;
  const folder = folderOf(page.url, Object.keys(navBelow));
  const pages = navBelow[folder] ?? mainPages;
  const nav = search === undefined || pages.some(({ url }) => url === search.url) ? pages : [...pages, search];
  const words = helpers.words(page.lang);
  const say = sayIn(words);
  return (
    <header class={hasMany(site.config.title, nav) ? "site-header many" : "site-header"}>
      {page.url !== `${folder}/` && (
        <a class="site-name" href={helpers.href("/")}>
          {site.config.title || say("home")}
        </a>
      )}
      <nav aria-label={words("mainNavigation")} hidden={nav.length === 0}>
        <ul>
          {nav.map((link) => (
            <li key={link.url}>
              <a
                href={helpers.href(link.url)}
                hreflang={link.hreflang}
                aria-current={current(link, page, blog && folder + blog.url)}
              >
                {inLanguage(link.text, link.lang)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {site.config.data.enable_darkmode !== false && <ThemeSwitch say={say} />}
    </header>
  );
}

/** Some pixels: what the header holds beside its switch, and what a letter and the space between two links take. */
const HEADER = { room: 560, letter: 8, gap: 18 };

/** Whether the links would stand beside the site's name in more than two lines. */
function hasMany(name: string, links: readonly Link[]): boolean {
  const width = links.reduce((sum, { text }) => sum + text.length * HEADER.letter + HEADER.gap, 0);
  return width > 2 * (HEADER.room - name.length * HEADER.letter);
}

/**
 * From the system's theme to the light one, to the dark one, and back. The style sheet shows the word of the state, which so becomes
 * the button's name: "Theme dark".
 */
function ThemeSwitch({ say }: { readonly say: ReturnType<typeof sayIn> }) {
  return (
    <button class="theme" type="button" aria-live="polite">
      <span class="unseen">{say("theme")} </span>
      <span class="auto">{say("auto")}</span>
      <span class="light">{say("light")}</span>
      <span class="dark">{say("dark")}</span>
    </button>
  );
}

/** "page" on the page itself; "true" on the blog, for a reader of a post or of an archive. */
function current({ url }: Link, page: Document, blogUrl: string | undefined): "page" | "true" | undefined {
  if (url === page.url) return "page";
  const inBlog = page.kind === "post" ? page.collection === "posts" : page.listing !== undefined;
  return url === blogUrl && inBlog ? "true" : undefined;
}
