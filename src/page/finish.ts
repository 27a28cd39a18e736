/** The pass over the finished page: each rule is given the elements that it looks at, and only what they change is changed. */
import { lineInFile } from "../documents.ts";
import type { Diagnostics } from "../errors.ts";
import type { Helpers } from "../layout.ts";
import type { Config, Document, StaticFile } from "../model.ts";
import { decodePath } from "../urls.ts";
import { applyEdits, type Edit } from "./edits.ts";
import type { PageElement } from "./element.ts";
import { findElements } from "./elements.ts";
import { INLINE, POLICY_ELEMENTS } from "./policy.ts";
import type { PageContext } from "./rule.ts";
import { pageRules } from "./rules.ts";

/** A page as it is to be written, and what its policy has to know of its body. */
interface FinishedPage {
  readonly html: string;
  readonly body: readonly PageElement[];
}

/** Takes the HTML of a page as its layout left it. Throws nothing of its own. */
export type FinishPage = (html: string, page: Document) => FinishedPage;

/** The pass for the pages of one site in mode octavo. */
export function pageFinisher(config: Config, helpers: Helpers, diagnostics: Diagnostics): FinishPage {
  const rules = pageRules(config);
  const names = new Set(rules.flatMap(({ elements, around = [] }) => [...elements, ...around]));
  for (const name of ["main", "body", ...POLICY_ELEMENTS]) names.add(name);
  const editors = new Map([...names].map((name) => [name, rules.filter(({ elements }) => elements.includes(name))]));
  return (html, page) => {
    const start = Math.max(html.indexOf("<body"), 0);
    const inline = INLINE.test(html.slice(start)) ? INLINE : undefined;
    const elements = findElements(html, names, inline);
    const main = elements.find(({ name }) => name === "main");
    const context = createContext(html, page, main?.start ?? 0, { config, helpers, diagnostics });
    for (const element of elements) for (const rule of editors.get(element.name) ?? []) rule.edit?.(element, context);
    const onPage = rules.flatMap(({ editPage }) => editPage?.(elements, context) ?? []);
    const edits = [...elements.filter(({ isTouched }) => isTouched).flatMap((element) => element.edits), ...onPage];
    return { html: applyEdits(html, edits), body: bodyElements(elements, edits, start, inline) };
  };
}

/** What is left of the elements of the body, and what is new in it. */
function bodyElements(
  elements: readonly PageElement[],
  edits: readonly Edit[],
  start: number,
  inline: RegExp | undefined,
): readonly PageElement[] {
  const replaced = elements.filter(({ isReplaced }) => isReplaced);
  const isLeft = (element: PageElement): boolean =>
    element.start >= start &&
    (POLICY_ELEMENTS.has(element.name) || inline?.test(element.tag) === true) &&
    !replaced.some((other) => other.start <= element.start && element.start < other.end);
  const added = edits.filter(({ start: place, text }) => place >= start && text.includes("<"));
  return [...elements.filter(isLeft), ...added.flatMap(({ text }) => findElements(text, POLICY_ELEMENTS, INLINE))];
}

interface Circumstances {
  readonly config: Config;
  readonly helpers: Helpers;
  readonly diagnostics: Diagnostics;
}

function createContext(
  html: string,
  page: Document,
  mainStart: number,
  { config, helpers, diagnostics }: Circumstances,
): PageContext {
  const counts = new Map<string, number>();
  const count = (kind: string): number => {
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    return number;
  };
  const localUrl = (reference: string): string | undefined => siteUrl(reference, page, config);
  return {
    config,
    page,
    helpers,
    mainStart,
    html,
    localUrl,
    file: (reference): StaticFile | undefined => {
      const url = localUrl(reference);
      return url === undefined ? undefined : helpers.staticFile(url);
    },
    words: helpers.words(page.lang),
    label: (text) => {
      const number = count(`label ${text}`);
      return number === 1 ? text : `${text} (${number})`;
    },
    count,
    warn: (problem, help, written) => diagnostics.warn({ ...placeOf(page, written), problem, help }),
    warnAt: (place, problem, help) => diagnostics.warn({ ...place, problem, help }),
  };
}

/** Stands for the host of a site that does not say its own. */
const NOWHERE = "https://site.invalid";

/** @returns the path, percent-encoded as it is written, without baseurl, and with one "/" where servers take several for one */
function siteUrl(reference: string, page: Document, { url, baseurl }: Config): string | undefined {
  const rooted = /^\/(?!\/)[^?#\\]*/.exec(reference)?.[0];
  // Most links are written so: they need no parser.
  if (rooted !== undefined && !rooted.includes("/.")) return belowBase(rooted, baseurl);
  const origin = url === "" ? NOWHERE : url;
  const base = origin + baseurl + page.url;
  if (!URL.canParse(reference.trim(), base)) return undefined;
  const { origin: target, pathname: path } = new URL(reference.trim(), base);
  return target === new URL(origin).origin ? belowBase(path, baseurl) : undefined;
}

function belowBase(written: string, baseurl: string): string | undefined {
  const path = written.includes("//") ? written.replace(/\/{2,}/g, "/") : written;
  if (baseurl === "") return path;
  if (path === baseurl) return "/";
  return path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : undefined;
}

/** File and line of what an author wrote; the file alone where a template made it. */
function placeOf(page: Document, written: string): { readonly file?: string; readonly line?: number } {
  const { path, body } = page;
  if (path === "") return {};
  const at =
    written === "" ? -1 : [written, decodePath(written)].map((text) => body.indexOf(text)).find((place) => place >= 0);
  if (at === undefined || at < 0) return { file: path };
  return { file: path, line: lineInFile(page, at) };
}
