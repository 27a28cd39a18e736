/** The sites that are audited, built, and a page of each kind. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildSite, readTree, root, temporaryFolder } from "../support/site.ts";

/** What a page is, as far as what it must be depends on it. */
export type Kind = "home" | "post" | "list" | "page" | "404" | "search";

/** One page to look at. */
export interface AuditPage {
  /** "fixture post": of which site, and what. */
  readonly name: string;
  readonly kind: Kind;
  /** Absolute path of the file. */
  readonly file: string;
  /** Below the server's root: "/fixture/blog/". */
  readonly address: string;
  readonly html: string;
}

/** A built site. */
export interface AuditSite {
  readonly name: string;
  /** Absolute path of the destination. */
  readonly folder: string;
  /** Below the server's root: "/fixture". */
  readonly base: string;
  readonly pages: readonly AuditPage[];
}

interface Plan {
  readonly name: string;
  readonly source: string;
  /** Name and kind of a page, by its file. */
  readonly pages: readonly (readonly [name: string, kind: Kind, file: string])[];
}

/** The pages of a plan that a site does not have are left out: an example may lack them. */
const plans: readonly Plan[] = [
  {
    name: "site",
    source: root,
    pages: [
      ["home", "home", "index.html"],
      ["post", "post", "blog/2025/about-me/index.html"],
      ["projects", "page", "projects/index.html"],
      ["cv", "page", "cv/index.html"],
      ["list", "list", "blog/index.html"],
      ["search", "search", "search/index.html"],
      ["404", "404", "404.html"],
    ],
  },
  {
    name: "fixture",
    source: path.join(import.meta.dirname, "site"),
    pages: [
      ["home", "home", "index.html"],
      ["post", "post", "blog/2026/where-the-time-goes/index.html"],
      ["list", "list", "blog/index.html"],
      ["tag", "list", "blog/tag/notes/index.html"],
      ["tags", "list", "blog/tag/index.html"],
      ["category", "list", "blog/category/storage/index.html"],
      ["year", "list", "blog/2024/index.html"],
      ["page", "page", "about/index.html"],
      ["search", "search", "search/index.html"],
      ["404", "404", "404.html"],
    ],
  },
  {
    name: "academic",
    source: path.join(root, "examples/academic"),
    pages: [
      ["home", "home", "index.html"],
      ["publications", "page", "publications/index.html"],
      ["projects", "page", "projects/index.html"],
      ["cv", "page", "cv/index.html"],
      ["list", "list", "blog/index.html"],
      ["search", "search", "search/index.html"],
      ["404", "404", "404.html"],
    ],
  },
];

/** Builds every site that is there. `remove` takes them away again. */
export function buildSites(): { readonly sites: readonly AuditSite[]; readonly remove: () => void } {
  const { folder, remove } = temporaryFolder();
  const sites = plans
    .filter(({ source }) => existsSync(source))
    .map(({ name, source, pages }): AuditSite => {
      const destination = path.join(folder, name);
      const base = `/${name}`;
      buildSite(source, destination, "--baseurl", base);
      const here = [...pages, ...others(name, destination)].filter(([, , file]) =>
        existsSync(path.join(destination, file)),
      );
      return {
        name,
        folder: destination,
        base,
        pages: here.map(([page, kind, file]) => ({
          name: `${name} ${page}`,
          kind,
          file: path.join(destination, file),
          address: `${base}/${file.replace(/(^|\/)index\.html$/, "$1")}`,
          html: readFileSync(path.join(destination, file), "utf8"),
        })),
      };
    });
  return { sites, remove };
}

/** Of the example: one paper, one project and one post, whatever their names. */
function others(name: string, destination: string): Plan["pages"] {
  if (name !== "academic") return [];
  const files = htmlFiles(destination);
  return (
    [
      ["paper", "page", /^publications\/[^/]+\/index\.html$/],
      ["project", "page", /^projects\/[^/]+\/index\.html$/],
      ["post", "post", /^blog\/\d{4}\/[^/]+\/index\.html$/],
    ] as const
  ).flatMap(([page, kind, pattern]) => {
    const file = files.find((candidate) => pattern.test(candidate));
    return file === undefined ? [] : [[page, kind, file] as const];
  });
}

/** The HTML files below a folder, redirects excepted, relative to it. */
export function htmlFiles(folder: string): readonly string[] {
  return Object.keys(readTree(folder)).filter(
    (file) => file.endsWith(".html") && !readFileSync(path.join(folder, file), "utf8").includes('http-equiv="refresh"'),
  );
}
