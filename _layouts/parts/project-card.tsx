import type { Data, Helpers } from "../../src/model.ts";

interface Project {
  readonly title: string;
  readonly description: string;
  readonly url: string;
  readonly data: Data;
}

/** A project in a list: its picture, its name as the link, what it is about, and where its code lies. */
export function ProjectCard({ project, helpers }: { readonly project: Project; readonly helpers: Helpers }) {
  const { title, description, url, data } = project;
  const { img, github } = data;
  // A project that lives elsewhere is linked there at once.
  const redirect =
    typeof data.redirect === "object" && data.redirect !== null && "to" in data.redirect
      ? data.redirect.to
      : data.redirect;
  const target = typeof redirect === "string" && redirect !== "" ? redirect : url;
  return (
    <article class="project">
      {typeof img === "string" && img !== "" && <img src={below(img, helpers)} alt="" />}
      <h3>
        <a href={below(target, helpers)}>{title}</a>
      </h3>
      {description !== "" && <p dangerouslySetInnerHTML={{ __html: description }} />}
      {typeof github === "string" && github !== "" && (
        <p>
          <a href={github} aria-label={`${title}: GitHub`}>
            GitHub
          </a>
        </p>
      )}
    </article>
  );
}

/** A path of the site, with or without its first slash, or an address elsewhere. */
export function below(path: string, { href }: Helpers): string {
  return href(/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(path) ? path : `/${path}`);
}
