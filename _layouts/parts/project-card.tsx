import { repositoryOf } from "../../src/folio/repositories.ts";
import type { Helpers } from "../../src/layout.ts";
import type { Data, Post, Site } from "../../src/model.ts";
import { asCount, asData, asText } from "../../src/settings.ts";
import { SHOWN_WIDTH } from "./shown-width.ts";

interface Project {
  readonly title: string;
  /** HTML, where `data` has none. */
  readonly description: string;
  /** "" where it has no page. */
  readonly url: string;
  readonly data: Data;
  /** HTML: all that is to be said of one that has no page. */
  readonly text?: string;
}

/** A project in a list: its picture, its name as the link, what it is about, and where its code lies. */
export function ProjectCard({
  project,
  site,
  lang,
  helpers,
  level = 3,
}: {
  readonly project: Project;
  readonly site: Site;
  readonly lang: string;
  readonly helpers: Helpers;
  /** Of the name, a heading. */
  readonly level?: 2 | 3;
}) {
  const Name = level === 2 ? "h2" : "h3";
  const { title, url, data, text } = project;
  const description = asText(data.description) ?? project.description;
  const [img, github, starred] = [data.img, data.github, data.github_stars].map(asText);
  const { stars } = starred === undefined ? {} : repositoryOf(site.data, starred);
  // A project that lives elsewhere is linked there at once.
  const target = asText(asData(data.redirect)?.to) ?? asText(data.redirect) ?? url;
  return (
    <article class="project">
      {img && <img src={below(img, helpers)} alt="" width={SHOWN_WIDTH.cover} />}
      <Name>{target === "" ? title : <a href={below(target, helpers)}>{title}</a>}</Name>
      {description !== "" && <p dangerouslySetInnerHTML={{ __html: description }} />}
      {text !== undefined && <div class="prose" dangerouslySetInnerHTML={{ __html: helpers.prose(text, lang) }} />}
      {github && (
        <p>
          <a
            href={/^[\w-]+\/[\w.-]+$/.test(github) ? `https://github.com/${github}` : github}
            aria-label={`${title}: GitHub`}
          >
            GitHub
          </a>
          {stars !== undefined && ` ${helpers.words(lang)("stars", { count: stars })}`}
        </p>
      )}
    </article>
  );
}

/** The site's projects by al-folio's `importance`, the smallest number first. */
export function projectsOf({ collections }: Site): readonly Post[] {
  return (collections.get("projects") ?? []).toSorted((a, b) => importance(a) - importance(b));
}

function importance({ data }: Post): number {
  return asCount(data.importance) ?? Number.POSITIVE_INFINITY;
}

/** A path of the site, with or without its first slash, or an address elsewhere. */
export function below(path: string, { href }: Helpers): string {
  return href(/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(path) ? path : `/${path}`);
}
