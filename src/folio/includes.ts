/** Every include of al-folio that content names, without `.liquid` or `.html`. */
import { bibSearch, selectedPapers } from "../scholar/includes.tsx";
import type { Include } from "./include.ts";
import { citation } from "./includes/citation.tsx";
import { cvSection } from "./includes/cv.tsx";
import { calendar, newsletter } from "./includes/embeds.tsx";
import { figure } from "./includes/figure.tsx";
import { courseSchedule, courses, latestPosts, news, pagination, projects, social } from "./includes/lists.tsx";
import { audio, video } from "./includes/media.tsx";
import { account, repository, trophies } from "./includes/repositories.tsx";

const CV_PARTS = ["list", "list_groups", "map", "nested_list", "time_table"];

/** The parts of a CV in al-folio 1.0 (`cv/`) and of a résumé before that (`resume/`). */
const SECTIONS = [
  ...[
    "awards",
    "basics",
    "certificates",
    "education",
    "experience",
    "interests",
    "languages",
    "projects",
    "publications",
  ],
  ...["references", "skills", "volunteer", "work"],
];

export const includes: ReadonlyMap<string, Include> = new Map<string, Include>([
  ["audio", audio],
  ["bib_search", bibSearch],
  ["calendar", calendar],
  ["citation", citation],
  ["course_schedule", courseSchedule],
  ["courses", courses],
  ["figure", figure],
  ["latest_posts", latestPosts],
  ["news", news],
  ["newsletter", newsletter],
  ["pagination", pagination],
  ["projects", projects],
  ["projects_horizontal", projects],
  ["repository/repo", repository],
  ["repository/repo_trophies", trophies],
  ["repository/repo_user", account],
  ["selected_papers", selectedPapers],
  ["social", social],
  ["video", video],
  ...[...CV_PARTS, ...SECTIONS].map((name) => [`cv/${name}`, cvSection] as const),
  ...SECTIONS.map((name) => [`resume/${name}`, cvSection] as const),
]);
