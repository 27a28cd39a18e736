/** jekyll-paginate-v2's autopages: a list of posts for each tag, category and collection, drawn by a layout of the site. */
import { oldestFirst } from "../documents.ts";
import type { Diagnostics } from "../errors.ts";
import { sourceText } from "../file-kinds.ts";
import type { Config, Data, Page, Post, Site } from "../model.ts";
import { type Parsed, readFrontMatter } from "../read/front-matter.ts";
import { asData, asNames, asText, usesPlugin } from "../settings.ts";
import { slugify, slugModeOf } from "../slug.ts";
import { generatedPage } from "./generated.ts";

interface Kind {
  /** The key of `autopages` in `_config.yml`. */
  readonly key: "tags" | "categories" | "collections";
  /** The key of `pagination` that chooses the posts, and what stands for the name in `title` and `permalink`. */
  readonly chooses: "tag" | "category" | "collection";
  readonly macro: ":tag" | ":cat" | ":coll";
  readonly layout: string;
  readonly title: string;
  readonly permalink: string;
  readonly namesOf: (post: Post) => readonly string[];
}

/** The gem's defaults (README-AUTOPAGES.md of jekyll-paginate-v2). */
const kinds: readonly Kind[] = [
  {
    key: "tags",
    chooses: "tag",
    macro: ":tag",
    layout: "autopage_tags.html",
    title: "Posts tagged with :tag",
    permalink: "/tag/:tag",
    namesOf: ({ tags }) => tags,
  },
  {
    key: "categories",
    chooses: "category",
    macro: ":cat",
    layout: "autopage_category.html",
    title: "Posts in category :cat",
    permalink: "/category/:cat",
    namesOf: ({ categories }) => categories,
  },
  {
    key: "collections",
    chooses: "collection",
    macro: ":coll",
    layout: "autopage_collection.html",
    title: "Posts in collection :coll",
    permalink: "/collection/:coll",
    namesOf: ({ collection }) => [collection],
  },
];

/** Pages that ask to be divided as any other that has `pagination` in its front matter. None but in `mode: jekyll`. */
export function autoPages(site: Site, diagnostics: Diagnostics): readonly Page[] {
  const { config } = site;
  const settings = asData(config.data.autopages);
  const isOn = config.mode === "jekyll" && usesPlugin(config, "jekyll-paginate-v2") && settings?.enabled === true;
  if (!isOn) return [];
  const posts = oldestFirst(site).filter(({ data }) => data.pagination === undefined);
  return kinds.flatMap((kind) => {
    const own = asData(settings[kind.key]) ?? {};
    if (own.enabled === false || own.enabled === null) return [];
    const layouts = own.layouts === undefined ? [kind.layout] : asNames(own.layouts);
    const names = namesIn(posts, kind);
    return layouts.flatMap((layout) => {
      const path = `${config.layoutsDir}/${layout}`;
      const drawn = readLayout(config, path);
      if (drawn === undefined) {
        const problem = `There is no layout ${path} for the autopages of ${kind.key}`;
        diagnostics.warn({ problem, help: `Add it, or write "autopages: {${kind.key}: {enabled: false}}"` });
        return [];
      }
      const rules = { ...own, ...asData(drawn.data.autopages) };
      return [...names].map(([name, shown]) => autoPage(config, { kind, path, drawn, rules, name, shown }));
    });
  });
}

/** Names in small letters, with how the last post that has one writes it. */
function namesIn(posts: readonly Post[], { namesOf }: Kind): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const written of posts.flatMap(namesOf).flatMap((name) => name.trim().split(/[;,]/))) {
    const name = written.toLowerCase().trim();
    if (name !== "" && !names.has(name)) names.set(name, written);
  }
  return names;
}

function readLayout({ source }: Config, path: string): Parsed | undefined {
  const text = sourceText(source, path);
  return text === undefined ? undefined : readFrontMatter(text, path);
}

interface AutoPage {
  readonly kind: Kind;
  readonly path: string;
  readonly drawn: Parsed;
  readonly rules: Data;
  readonly name: string;
  readonly shown: string;
}

/** Where nobody divides it, its text is its layout's, which is the file that it stands for. */
function autoPage(config: Config, { kind, path, drawn, rules, name, shown }: AutoPage): Page {
  const slug = slugify(name, slugModeOf(asText(asData(rules.slugify)?.mode) ?? "none"));
  const fill = (pattern: string): string => pattern.replace(kind.macro, () => slug);
  const permalink = fill(asText(rules.permalink) ?? kind.permalink);
  const title = fill(asText(rules.title) ?? kind.title);
  const layout = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
  const pagination = { ...asData(config.data.pagination), ...asData(drawn.data.pagination), [kind.chooses]: name };
  const autopage = { layout_path: path, display_name: shown };
  const url = `${permalink.replace(/\/$/, "")}/index.html`;
  const page = generatedPage(config, { url, layout, title });
  return { ...page, body: drawn.body, data: { ...drawn.data, permalink, layout, title, pagination, autopage } };
}
