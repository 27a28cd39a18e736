/** Includes that list what the site holds: news, posts, projects, courses, and the pages of a list. */
import { News, newestFirst } from "../../../_layouts/parts/news.tsx";
import { Pagination } from "../../../_layouts/parts/pagination.tsx";
import { PostList } from "../../../_layouts/parts/post-list.tsx";
import { ProjectCard, projectsOf } from "../../../_layouts/parts/project-card.tsx";
import { Schedule } from "../../../_layouts/parts/schedule.tsx";
import { SocialLine } from "../../../_layouts/parts/socials.tsx";
import { itemsOf } from "../../documents.ts";
import { Drop, hashValue, isHash, type Ruby } from "../../jekyll/values.ts";
import type { Data, Post, Value } from "../../model.ts";
import { asCount, asData } from "../../settings.ts";
import { type Include, langOf } from "../include.ts";

/** Where `limit` is given, as many as the configuration's key says. */
function shownOf<Item>(items: readonly Item[], isLimited: boolean, settings: Value | undefined): readonly Item[] {
  const most = isLimited ? asCount(asData(settings)?.limit) : undefined;
  return most === undefined ? items : items.slice(0, most);
}

/** The news of the site, all or as many as the configuration says. */
export const news: Include = (given, around) => {
  const { site, helpers } = around;
  const { announcements, news_limit } = site.config.data;
  const all = newestFirst(site.collections.get("news") ?? []);
  const settings = announcements ?? (news_limit === undefined ? undefined : { limit: news_limit });
  return <News items={shownOf(all, given.flag("limit"), settings)} lang={langOf(around)} helpers={helpers} />;
};

/** The newest posts. */
export const latestPosts: Include = (_given, around) => {
  const { site, helpers } = around;
  const posts = shownOf(site.posts, true, site.config.data.latest_posts);
  return <PostList posts={posts} lang={langOf(around)} helpers={helpers} />;
};

/** One card: al-folio's page sets `project` in a loop of its own. Outside of a loop: all of them, by `importance`. */
export const projects: Include = (_given, around) => {
  const { site, helpers, scope } = around;
  const place = { site, lang: langOf(around), helpers };
  const project = scope.find("project");
  if (project instanceof Drop || isHash(project)) {
    const value = (key: string): Ruby => hashValue(project, key);
    const data = Object.fromEntries(
      ["img", "redirect", "github", "github_stars"].map((key) => [key, value(key)]),
    ) as Data;
    const text = (key: string): string => scope.text(value(key));
    return (
      <ProjectCard
        project={{ title: text("title"), description: text("description"), url: text("url"), data }}
        {...place}
      />
    );
  }
  return projectsOf(site).map((one) => <ProjectCard key={one.url} project={one} {...place} />);
};

/** The way to newer and older pages of a list. */
export const pagination: Include = (_given, around) => {
  const { page, helpers } = around;
  const paginator = page?.kind === "page" ? page.listing?.paginator : undefined;
  return <Pagination paginator={paginator} lang={langOf(around)} helpers={helpers} />;
};

/** Where else the author is found, wherever in a text the include stands. */
export const social: Include = (_given, around) => (
  <SocialLine site={around.site} lang={langOf(around)} helpers={around.helpers} />
);

/** The courses of the collection `teachings`, newest year first. */
export const courses: Include = (_given, { site, helpers }) => {
  const all = site.collections.get("teachings") ?? site.collections.get("courses") ?? [];
  const years = [...new Set(all.map(yearOf))].toSorted((a, b) => (a < b ? 1 : -1));
  return years.map((year) => (
    <section key={year}>
      {year !== "" && <h2>{year}</h2>}
      <ul class="courses">
        {all
          .filter((course) => yearOf(course) === year)
          .map((course) => (
            <li key={course.url}>
              <a href={helpers.href(course.url)}>{course.title}</a>
              {typeof course.data.term === "string" && <span>{` · ${course.data.term}`}</span>}
              {course.description && <p>{course.description}</p>}
            </li>
          ))}
      </ul>
    </section>
  ));
};

function yearOf({ data }: Post): string {
  return data.year === undefined || data.year === null ? "" : String(data.year);
}

/** The weeks of the course whose `course_id` is given, or of the page itself. */
export const courseSchedule: Include = (given, around) => {
  const { site, page, helpers } = around;
  const id = given.text("course_id");
  const documents = itemsOf(site);
  const course = id === undefined ? page : documents.find(({ data }) => String(data.course_id ?? "") === id);
  return <Schedule schedule={(course ?? page)?.data.schedule} lang={langOf(around)} helpers={helpers} />;
};
