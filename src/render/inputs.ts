/**
 * Which values a page was rendered from. A layout asks `site` and `helpers`; what it asks is noted as a question, and a page
 * whose questions have the same answers as last time need not be rendered again.
 */

import { documentsOf } from "../documents.ts";
import { fingerprint } from "../hash.ts";
import { folderOf, languageFolders, siteInLanguage } from "../language-folders.ts";
import type { Helpers } from "../layout.ts";
import { remembered } from "../memo.ts";
import type { Document, Post, Site, SiteImage } from "../model.ts";
import { type DocumentPrints, documentPrint, nameOf } from "./document-prints.ts";
import { watchedHelpers, watchedSite } from "./watched.ts";

/** What was noted of a page. */
export interface Inputs {
  readonly questions: readonly string[];
  /** Of the answers, and of the page itself. */
  readonly fingerprint: string;
}

/** Watches what layouts ask while they render the pages of one build. */
export class InputRecorder {
  /** What layouts are given instead of the site, as the page's language has it, and the helpers: the same values, but what is asked is noted. */
  readonly siteOf: (page: Document) => Site;
  readonly helpers: Helpers;
  readonly #site: Site;
  readonly #helpers: Helpers;
  readonly #base: string;
  readonly #prints: DocumentPrints;
  #documents: ReadonlyMap<string, Document> | undefined;
  readonly #answers = new Map<string, string>();
  #questions = new Set<string>();

  /** @param base what every page depends on: the engine, the layouts, the configuration */
  constructor(site: Site, helpers: Helpers, base: string, prints: DocumentPrints) {
    this.#site = site;
    this.#helpers = helpers;
    this.#base = base;
    this.#prints = prints;
    const note = (question: string): void => {
      this.#questions.add(question);
    };
    const folders = languageFolders(site.config);
    const sites = remembered((folder) => watchedSite(siteInLanguage(site, folder), note));
    this.siteOf = ({ url }) => sites(folderOf(url, folders));
    this.helpers = watchedHelpers(helpers, site.config, note);
  }

  /**
   * Renders one output and tells what it was rendered from: a page from itself and what it asks, anything else from the whole
   * site. Throws what `render` throws.
   */
  record(document: Document | undefined, render: () => string): { readonly text: string; readonly inputs: Inputs } {
    this.#questions = new Set();
    const text = render();
    // What the page itself holds is in its fingerprint in any case.
    if (document !== undefined) this.#questions.delete(`document ${nameOf(document)}`);
    const questions = document === undefined ? ["site"] : [...this.#questions];
    return { text, inputs: { questions, fingerprint: this.fingerprint(document, questions) } };
  }

  /** The fingerprint that `record` would give a page which asks these questions. */
  fingerprint(document: Document | undefined, questions: readonly string[]): string {
    const own = document === undefined ? "" : this.#print(document);
    return fingerprint(this.#base, own, ...questions.map((question) => this.#answer(question)));
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
    const known = this.#answers.get(question);
    if (known !== undefined) return known;
    // Not the site's time, which `time:` in the configuration may hold still.
    const answer = this.#computed(kind, rest) ?? `${Date.now()} ${question}`;
    this.#answers.set(question, answer);
    return answer;
  }

  /** Undefined of the time, and of whatever is not there any more: that is never what it was. */
  #computed(kind: string, rest: string): string | undefined {
    const helpers = this.#helpers;
    switch (kind) {
      case "asset":
        return helpers.asset(rest);
      case "file":
        return fingerprint(helpers.file(rest) ?? "");
      case "target":
        return nameOfTarget(helpers.target(rest));
      case "image":
        return imagePrint(helpers.image(rest));
      case "static":
        return JSON.stringify(helpers.staticFile(rest)) ?? "";
      case "identity":
        return fingerprint(JSON.stringify(helpers.identity));
      case "library":
        return helpers.library()?.print ?? "";
      case "paper":
        return helpers.library()?.entryPrint ?? "";
      case "map":
        return fingerprint(JSON.stringify(helpers.map));
      case "site":
        return this.#sitePrint();
      case "document": {
        const document = this.#named(rest);
        return document && this.#print(document);
      }
      default:
        return undefined;
    }
  }

  #withPost(name: string, ask: (post: Post) => string): string {
    const document = this.#named(name);
    return document?.kind === "post" ? ask(document) : "";
  }

  #named(name: string): Document | undefined {
    this.#documents ??= new Map(documentsOf(this.#site).map((document) => [nameOf(document), document]));
    return this.#documents.get(name);
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
    return documentPrint(document, this.#prints);
  }
}

function nameOfTarget(target: Document | "file" | undefined): string {
  return typeof target === "object" ? nameOf(target) : (target ?? "");
}

/** Of an image all that matters is in its bytes: not when it was written. */
function imagePrint(image: SiteImage): string {
  return image.kind === "image" ? `${image.file.path} ${image.hash}` : JSON.stringify(image);
}
