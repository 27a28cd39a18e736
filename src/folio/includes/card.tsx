/**
 * A card for what a page's own loop has come to: forks of al-folio, of groups above all, have an include for each of their
 * collections (`people.html`, `people_horizontal.html`, `person_card.html`, `courses.html` …), made after `projects.html`.
 */
import { below } from "../../../_layouts/parts/project-card.tsx";
import { SHOWN_WIDTH } from "../../../_layouts/parts/shown-width.ts";
import { Drop, hashValue, isHash, type Ruby } from "../../jekyll/values.ts";
import type { Site } from "../../model.ts";
import type { Include } from "../include.ts";

const PICTURES = ["img", "image", "photo", "avatar", "picture", "thumbnail"];
/** What is said of somebody or something, in this order. */
const LINES = ["role", "position", "job_title", "affiliation", "one_liner", "research_interests"];
const PEOPLE = ["person", "people", "member", "team", "alumnus", "alumni", "student", "staff", "faculty", "profile"];

/** Whether an include of that name shows one item of a collection: it is named after one, after people, or as a card. */
export function isCard(name: string, { collections }: Site): boolean {
  const [first = "", ...more] = name.split(/[_/-]/);
  const kinds = new Set([...collections.keys(), ...PEOPLE].map(singular));
  return kinds.has(singular(first)) || more.some((word) => /^(?:card|horizontal|person|member)s?$/.test(word));
}

function singular(word: string): string {
  return word.replace(/s$/, "");
}

/** What the include is given (an item, or its parts one by one), or else what the loop around it has come to. */
export const card: Include = (given, { helpers, scope }) => {
  const item = [...given.values, scope.loopItem].find((value) => value instanceof Drop || isHash(value)) as
    | Parameters<typeof hashValue>[0]
    | undefined;
  const text = (key: string): string => {
    const value: Ruby = given.value(key) ?? (item === undefined ? null : hashValue(item, key));
    return typeof value === "string" || typeof value === "number" ? scope.text(value).trim() : "";
  };
  const first = (...keys: readonly string[]): string => keys.map(text).find((value) => value !== "") ?? "";
  const full = [text("first_name") || text("firstname"), text("last_name") || text("lastname")].join(" ").trim();
  // Jekyll's own `name` is the file's. Where somebody has a name of his own, the title is what he does.
  const own = text("name").replace(/^.*\.(?:md|markdown|html?)$/, "");
  const name = own || full || text("title");
  if (name === "") return undefined;
  const keys = [...(own === "" ? [] : ["title"]), ...LINES, ...(text("one_liner") === "" ? ["description"] : [])];
  const lines = keys.map(text).filter((line) => line !== "" && line !== name);
  const picture = first(...PICTURES);
  const target = first("redirect", "url", "website", "homepage", "link");
  return (
    <article class="project">
      {picture !== "" && <img src={below(picture, helpers)} alt="" width={SHOWN_WIDTH.cover} />}
      <h3>{target === "" ? name : <a href={below(target, helpers)}>{name}</a>}</h3>
      {[...new Set(lines)].map((line) => (
        <div key={line} dangerouslySetInnerHTML={{ __html: scope.services.converters.markdownify(line).trim() }} />
      ))}
    </article>
  );
};
