/**
 * Which values a page was rendered from. A layout asks `site` and `helpers`; what it asks is noted as a question, and a page
 * whose questions have the same answers as last time need not be rendered again.
 */

import { documentsOf } from "../documents.ts";
import { fingerprint } from "../hash.ts";
import type { Helpers } from "../layout.ts";
import type { Document, Post, Site, SiteImage } from "../model.ts";
import { ownIncludes } from "../scholar/cited.ts";
import { isTemplate } from "./templates.ts";

/** What was noted of a page. */
export interface Inputs {
  readonly questions: readonly string[];
  /** Of the answers, and of the page itself. */
  readonly fingerprint: string;
}

/** Fingerprints of documents that did not change since they were read: one for each process. */
export type DocumentPrints = WeakMap<Document, string>;

/** Watches what layouts ask while they render the pages of one build. */
export class InputRecorder {
  /** What layouts are given instead of the site and the helpers: the same values, but what is asked is noted. */
  readonly site: Site;
  readonly helpers: Helpers;
  readonly #site: Site;
  readonly #helpers: Helpers;
  readonly #base: string;
  readonly #prints: DocumentPrints;
  readonly #documents = new Map<string, Document>();
  readonly #answers = new Map<string, string>();
  #questions = new Set<string>();

  /** @param base what every page depends on: the engine, the layouts, the configuration */
  constructor(site: Site, helpers: Helpers, base: string, prints: DocumentPrints) {
    this.#site = site;
    this.#helpers = helpers;
    this.#base = base;
    this.#prints = prints;
    for (const document of documentsOf(site)) this.#documents.set(nameOf(document), document);
    this.site = this.#watchedSite();
    this.helpers = this.#watchedHelpers();
  }

  /**
   * Renders one output and tells what it was rendered from: a page from itself and what it asks, anything else from the whole
   * site. Throws what `render` throws.
   */
  record(document: Document | undefined, render: () => string): { readonly text: string; readonly inputs: Inputs } {
    this.#questions = new Set();
    const text = render();
    const questions = document === undefined ? ["site"] : [...this.#questions];
    return { text, inputs: { questions, fingerprint: this.fingerprint(document, questions) } };
  }

  /** The fingerprint that `record` would give a page which asks these questions. */
  fingerprint(document: Document | undefined, questions: readonly string[]): string {
    const own = document === undefined ? "" : this.#print(document);
    return fingerprint(this.#base, own, ...questions.map((question) => this.#answer(question)));
  }

  #note(question: string): void {
    this.#questions.add(question);
  }

  #watchedSite(): Site {
    const watched = { ...this.#site };
    const watch = (key: keyof Site, question: string): void => {
      Object.defineProperty(watched, key, {
        enumerable: true,
        get: () => {
          this.#note(question);
          return this.#site[key];
        },
      });
    };
    watch("time", "time");
    for (const key of ["posts", "pages", "collections", "staticFiles", "data"] as const) watch(key, "site");
    return watched;
  }

  #watchedHelpers(): Helpers {
    const note = (question: string): void => this.#note(question);
    const helpers = this.#helpers;
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
      citation: (page) => {
        note("identity");
        return helpers.citation(page);
      },
      meta: (page, content) => {
        note("identity");
        note("map");
        return helpers.meta(page, content);
      },
      asset: (url) => {
        note(`asset ${url}`);
        return helpers.asset(url);
      },
      file: (path) => {
        note(`file ${path}`);
        return helpers.file(path);
      },
      target: (url) => {
        note(`target ${url}`);
        return helpers.target(url);
      },
      image: (url) => {
        note(`image ${url}`);
        return helpers.image(url);
      },
      staticFile: (url) => {
        note(`static ${url}`);
        return helpers.staticFile(url);
      },
      library: () => {
        note("library");
        return helpers.library();
      },
      paper: (publication) => {
        note("paper");
        return helpers.paper(publication);
      },
      content: (document) => {
        this.#noteBody(document);
        return helpers.content(document);
      },
      excerpt: (post) => {
        note(isTemplate(post) ? "time" : `document ${nameOf(post)}`);
        return helpers.excerpt(post);
      },
      neighbours: (post) => {
        note(`neighbours ${nameOf(post)}`);
        return helpers.neighbours(post);
      },
      related: (post, count) => {
        note(`related ${count} ${nameOf(post)}`);
        return helpers.related(post, count);
      },
    };
  }

  /** A template may ask for anything, and for the time; one that only cites asks for the bibliography. */
  #noteBody(document: Document): void {
    const includes = isTemplate(document) ? ownIncludes(document.body) : [];
    const { includesDir } = this.#site.config;
    const files = includes?.flatMap((name) => ["liquid", "html"].map((type) => `${includesDir}/${name}.${type}`));
    // The site may have an include of that name, with any Liquid in it.
    if (files === undefined || files.some((file) => this.#helpers.file(file) !== undefined)) {
      this.#note("time");
      return;
    }
    this.#note(`document ${nameOf(document)}`);
    if (!isTemplate(document)) return;
    for (const question of ["library", "map", ...files.map((file) => `file ${file}`)]) this.#note(question);
  }

  #answer(question: string): string {
    const space = question.indexOf(" ");
    const kind = space < 0 ? question : question.slice(0, space);
    const rest = question.slice(space + 1);
    switch (kind) {
      case "neighbours":
        return this.#withPost(rest, (post) => {
          const { previous, next } = this.#helpers.neighbours(post);
          return `${previous ? this.#print(previous) : ""} ${next ? this.#print(next) : ""}`;
        });
      case "related": {
        const end = rest.indexOf(" ");
        return this.#withPost(rest.slice(end + 1), (post) =>
          this.#helpers
            .related(post, Number(rest.slice(0, end)))
            .map((other) => this.#print(other))
            .join(" "),
        );
      }
      default:
        return this.#shared(kind, rest, question);
    }
  }

  /** Answers that many pages share are computed once a build. */
  #shared(kind: string, rest: string, question: string): string {
    let answer = this.#answers.get(question);
    if (answer === undefined) {
      const document = this.#documents.get(rest);
      if (kind === "asset") answer = this.#helpers.asset(rest);
      else if (kind === "file") answer = fingerprint(this.#helpers.file(rest) ?? "");
      else if (kind === "target") answer = nameOfTarget(this.#helpers.target(rest));
      else if (kind === "image") answer = imagePrint(this.#helpers.image(rest));
      else if (kind === "static") answer = JSON.stringify(this.#helpers.staticFile(rest)) ?? "";
      else if (kind === "identity") answer = fingerprint(JSON.stringify(this.#helpers.identity));
      else if (kind === "library") answer = this.#helpers.library()?.print ?? "";
      else if (kind === "paper") answer = this.#helpers.library()?.entryPrint ?? "";
      else if (kind === "map") answer = fingerprint(JSON.stringify(this.#helpers.map));
      else if (kind === "site") answer = this.#sitePrint();
      else if (kind === "document" && document !== undefined) answer = this.#print(document);
      // The time, and whatever is not there any more, is never what it was.
      else answer = `${this.#site.time.toMillis()} ${question}`;
      this.#answers.set(question, answer);
    }
    return answer;
  }

  #withPost(name: string, ask: (post: Post) => string): string {
    const document = this.#documents.get(name);
    return document?.kind === "post" ? ask(document) : "";
  }

  #sitePrint(): string {
    const { collections, staticFiles, data } = this.#site;
    return fingerprint(
      ...documentsOf(this.#site).map((document) => this.#print(document)),
      JSON.stringify([...collections.keys()]),
      JSON.stringify(staticFiles),
      JSON.stringify(data),
    );
  }

  #print(document: Document): string {
    let print = this.#prints.get(document);
    if (print === undefined) {
      print = this.#computePrint(document);
      this.#prints.set(document, print);
    }
    return print;
  }

  #computePrint(document: Document): string {
    if (document.kind === "post") {
      // Dates write themselves slowly, and every post has one.
      const { date, ...rest } = document;
      return fingerprint(`${date.toMillis()} ${date.zoneName} ${date.offset}`, JSON.stringify(rest));
    }
    if (document.listing === undefined) return fingerprint(JSON.stringify(document));
    const { listing, ...page } = document;
    const { posts, terms, ...rest } = listing;
    return fingerprint(
      JSON.stringify([page, rest, terms.map(({ name, url }) => [name, url])]),
      ...[posts, ...terms.map((term) => term.posts)].map((list) => list.map((post) => this.#print(post)).join(" ")),
    );
  }
}

function nameOfTarget(target: Document | "file" | undefined): string {
  return typeof target === "object" ? nameOf(target) : (target ?? "");
}

/** Of an image all that matters is in its bytes: not when it was written. */
function imagePrint(image: SiteImage): string {
  return image.kind === "image" ? `${image.file.path} ${image.hash}` : JSON.stringify(image);
}

/** A name for a document that no other of the site has, the same in every build. */
function nameOf(document: Document): string {
  return JSON.stringify([document.path, document.file]);
}
