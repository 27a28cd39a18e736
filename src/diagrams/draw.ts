/** Draws the marked fences of the pages that are to be written. What was drawn is kept by its source. */
import type { CacheFile } from "../disk/cache.ts";
import { lineInFile } from "../documents.ts";
import { type Diagnostic, messageOf } from "../errors.ts";
import { fingerprint } from "../hash.ts";
import { escapeHtml } from "../html.ts";
import type { Document } from "../model.ts";
import { isSystemError } from "../system-error.ts";
import { KINDS, liveFault } from "./kinds.ts";
import { MARKS, sourceBelow, sourceOf } from "./mark.ts";
import { fitForPage } from "./svg.ts";

/** What became of a source: a picture, or the reason why there is none. */
export interface Drawn {
  readonly html?: string;
  /** What the source says of the picture that is not drawn into it. */
  readonly caption?: string;
  readonly problem?: string;
}

/** Draws for one site. */
export class Figures {
  readonly #source: string;
  readonly #cache: CacheFile<Drawn>;

  /** @param source absolute path of the site, from which data files count */
  constructor(source: string, cache: CacheFile<Drawn>) {
    this.#source = source;
    this.#cache = cache;
  }

  /** The page with its fences drawn, and what is to be told of it. Where drawing fails the source stays. */
  async draw(
    html: string,
    page: Document | undefined,
  ): Promise<{ readonly html: string; readonly told: readonly Diagnostic[] }> {
    const told: Diagnostic[] = [];
    let result = "";
    let from = 0;
    for (const match of html.matchAll(MARKS)) {
      const [whole, settings = "[]", fallback = ""] = match;
      const [language = "", label = "", summary = "", refusal = ""] = JSON.parse(settings) as string[];
      const source = sourceOf(fallback);
      const drawn = refusal === "" ? await this.#drawn(language, source, label) : { problem: refusal };
      result += html.slice(from, match.index) + figure(drawn, language, label, summary, fallback);
      if (drawn.problem !== undefined) told.push(warning(drawn.problem, language, source, page));
      from = match.index + whole.length;
    }
    return { html: result + html.slice(from), told };
  }

  async #drawn(language: string, source: string, label: string): Promise<Drawn> {
    const key = fingerprint(language, source, label);
    let drawn = this.#cache.get(key);
    if (drawn === undefined) {
      drawn = await drawSource(language, source, label, this.#source);
      this.#cache.set(key, drawn);
    }
    return drawn;
  }
}

async function drawSource(language: string, source: string, label: string, folder: string): Promise<Drawn> {
  const fault = liveFault(language, source);
  if (fault !== undefined) return { problem: fault };
  const kind = KINDS[language];
  if (kind === undefined) throw new Error(`nothing draws ${language}`);
  let draw: Awaited<ReturnType<typeof kind.load>>["draw"];
  try {
    ({ draw } = await kind.load());
  } catch (error) {
    if (!isSystemError(error) || error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    return missing(kind.packages);
  }
  try {
    const html = await draw(source, folder);
    const caption = kind.caption?.(source) ?? "";
    return { html: kind.isText === true ? html : fitForPage(html, label), ...(caption !== "" && { caption }) };
  } catch (error) {
    const message = messageOf(error).replace(/\s+/g, " ").trim();
    // What a library says of itself: it met something that it did not expect.
    return { problem: error instanceof TypeError ? `the library can make nothing of it (${message})` : message };
  }
}

function missing(packages: readonly string[]): Drawn {
  return { problem: `it needs a package that is not installed: npm install ${packages.join(" ")}` };
}

function figure(
  { html, caption = "" }: Drawn,
  language: string,
  label: string,
  summary: string,
  fallback: string,
): string {
  if (html === undefined) return fallback;
  const scroll = `<section class="scroll" tabindex="0" aria-label="${escapeHtml(label)}">${html}</section>`;
  const source = KINDS[language]?.isText === true ? "" : sourceBelow(summary, fallback);
  return `<figure class="diagram">${scroll}${caption === "" ? "" : `<figcaption>${escapeHtml(caption)}</figcaption>`}${source}</figure>`;
}

function warning(problem: string, language: string, source: string, page: Document | undefined): Diagnostic {
  const place = page === undefined || page.path === "" ? {} : { file: page.path, ...lineOf(source, page) };
  return {
    level: "warning",
    ...place,
    problem: `The ${language} figure cannot be drawn: ${problem.slice(0, 300)}`,
    help: "Its source is shown instead; correct it, or see docs/diagrams.md",
  };
}

/** The line of the file at which the source begins, where the file has it word for word. */
function lineOf(source: string, page: Document): { readonly line?: number } {
  const { body } = page;
  const whole = body.indexOf(source.trim());
  const at = whole >= 0 ? whole : body.indexOf(source.trim().split("\n")[0] ?? "");
  return at < 0 ? {} : { line: lineInFile(page, at) };
}
