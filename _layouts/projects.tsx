import type { LayoutProps } from "../src/layout.ts";
import type { Post } from "../src/model.ts";
import Default from "./default.tsx";
import { PageHeader } from "./parts/page-header.tsx";
import { ProjectCard, projectsOf } from "./parts/project-card.tsx";
import { Prose } from "./parts/prose.tsx";
import { titleIn } from "./parts/say.tsx";

/**
 * The site's projects below the text of the page, by their `category` where they have one. Where the collection writes no pages
 * (`output: false`), their texts stand here.
 */
export default function Projects(props: LayoutProps) {
  const { site, page, helpers } = props;
  const haveNoPages = site.config.collections.some(({ label, output }) => label === "projects" && !output);
  const projects = projectsOf(site).filter(({ output }) => output || haveNoPages);
  const categories = [...new Set(projects.map(category))];
  return (
    <Default {...props}>
      <PageHeader page={page} title={titleIn(helpers.words(page.lang), page, "projects")} />
      <Prose {...props} />
      {categories.map((name) => (
        <section key={name}>
          {name !== "" && categories.length > 1 && <h2 class="minor">{name}</h2>}
          {projects
            .filter((project) => category(project) === name)
            .map((project) => (
              <ProjectCard
                key={project.url}
                project={haveNoPages ? { ...project, url: "", text: helpers.content(project).html } : project}
                site={site}
                lang={page.lang}
                helpers={helpers}
                level={name !== "" && categories.length > 1 ? 3 : 2}
              />
            ))}
        </section>
      ))}
    </Default>
  );
}

/** As al-folio's projects have it; "" without one. */
function category({ data }: Post): string {
  return typeof data.category === "string" ? data.category : "";
}
