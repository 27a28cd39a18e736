/**
 * What layouts are given instead of the site and the helpers: the same values, but what is asked of them is noted as a question,
 * a kind and, behind a space, what it is about ("asset /css/main.css"). `InputRecorder` knows the answers.
 */
import type { Helpers } from "../layout.ts";
import type { Config, Document, Site } from "../model.ts";
import { ownIncludes } from "../scholar/cited.ts";
import { nameOf } from "./document-prints.ts";
import { isTemplate } from "./templates.ts";

type Note = (question: string) => void;

/** The site. Whoever looks at its documents, files or data may have seen any of them. */
export function watchedSite(site: Site, note: Note): Site {
  const watched = { ...site };
  const watch = (key: keyof Site, question: string): void => {
    Object.defineProperty(watched, key, {
      enumerable: true,
      get: () => {
        note(question);
        return site[key];
      },
    });
  };
  watch("time", "time");
  for (const key of ["posts", "pages", "collections", "staticFiles", "data"] as const) watch(key, "site");
  return watched;
}

/** The helpers. What is not named here depends on the configuration alone, or on values that are noted themselves. */
export function watchedHelpers(helpers: Helpers, config: Config, note: Note): Helpers {
  const noting =
    <Asked extends readonly unknown[], Answer>(
      ask: (...asked: Asked) => Answer,
      questionOf: (...asked: Asked) => string,
    ) =>
    (...asked: Asked): Answer => {
      note(questionOf(...asked));
      return ask(...asked);
    };
  return {
    ...helpers,
    get map() {
      note("map");
      return helpers.map;
    },
    get identity() {
      note("identity");
      return helpers.identity;
    },
    citation: noting(helpers.citation, () => "identity"),
    meta: (page, content) => {
      note("identity");
      note("map");
      return helpers.meta(page, content);
    },
    asset: noting(helpers.asset, (url) => `asset ${url}`),
    file: noting(helpers.file, (path) => `file ${path}`),
    target: noting(helpers.target, (url) => `target ${url}`),
    image: noting(helpers.image, (url) => `image ${url}`),
    staticFile: noting(helpers.staticFile, (url) => `static ${url}`),
    library: noting(helpers.library, () => "library"),
    paper: noting(helpers.paper, () => "paper"),
    content: (document) => {
      noteBody(document, helpers, config, note);
      return helpers.content(document);
    },
    excerpt: noting(helpers.excerpt, (post) => (isTemplate(post) ? "time" : `document ${nameOf(post)}`)),
    neighbours: noting(helpers.neighbours, (post) => `neighbours ${nameOf(post)}`),
    related: noting(helpers.related, (post, count) => `related ${count} ${nameOf(post)}`),
  };
}

/** A template may ask for anything, and for the time; one that only cites asks for the bibliography. */
function noteBody(document: Document, helpers: Helpers, { includesDir }: Config, note: Note): void {
  const includes = isTemplate(document) ? ownIncludes(document.body) : [];
  const files = includes?.flatMap((name) => ["liquid", "html"].map((type) => `${includesDir}/${name}.${type}`));
  // The site may have an include of that name, with any Liquid in it.
  if (files === undefined || files.some((file) => helpers.file(file) !== undefined)) {
    note("time");
    return;
  }
  note(`document ${nameOf(document)}`);
  if (!isTemplate(document)) return;
  for (const question of ["library", "map", ...files.map((file) => `file ${file}`)]) note(question);
}
