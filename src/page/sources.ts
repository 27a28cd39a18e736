/** What a page may load: the directives of a Content-Security-Policy (CSP Level 3) while they are put together. */
import { createHash } from "node:crypto";
import { isBelow, readUrl } from "./urls.ts";

/** The directives that name sources, without `-src`. */
export type Directive =
  | "script"
  | "style"
  | "img"
  | "font"
  | "media"
  | "connect"
  | "frame"
  | "object"
  | "worker"
  | "manifest";

/** What the text of a script or of a style asks for. */
interface TextNeeds {
  /** Lets the text itself work: its hash. */
  readonly source: string;
  /** What it loads. */
  readonly needs: readonly (readonly [Directive, ...string[]])[];
}

/** What scripts and styles ask for, computed once for those that many pages have. */
export class TextSources {
  readonly #known = new Map<string, TextNeeds>();

  of(directive: "script" | "style", text: string): TextNeeds {
    const key = `${directive} ${text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const needs = {
      source: `'sha256-${createHash("sha256").update(asParsed(text)).digest("base64")}'`,
      needs: directive === "style" ? needsOfCss(text) : [],
    };
    if (this.#known.size >= MOST_TEXTS) this.#known.clear();
    this.#known.set(key, needs);
    return needs;
  }
}

/** So many texts are remembered at most. */
const MOST_TEXTS = 100;

/** A text as the parser hands it to the browser (HTML standard, 13.2.3.5). */
function asParsed(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  return lines.includes("\0") ? lines.replaceAll("\0", "\ufffd") : lines;
}

function needsOfCss(css: string): TextNeeds["needs"] {
  const needs: (readonly [Directive, ...string[]])[] = [];
  if (/url\(|@import|image-set\(/i.test(css)) needs.push(["img", "'self'"]);
  if (/data:image/i.test(css)) needs.push(["img", "data:"]);
  if (/@font-face/i.test(css)) needs.push(["font", "'self'"]);
  if (/data:(?:font|application)/i.test(css)) needs.push(["font", "data:"]);
  if (/@import/i.test(css)) needs.push(["style", "'self'"]);
  return needs;
}

/** The policy of one page. */
export class Sources {
  readonly #own: string;
  readonly #directives = new Map<Directive, Set<string>>();
  readonly #forms = new Set<string>();
  readonly #texts: TextSources;
  #base = "'none'";

  /** @param own scheme and host of the site, or "" */
  constructor(own: string, texts: TextSources) {
    this.#own = own;
    this.#texts = texts;
  }

  /** Allows sources as CSP writes them. */
  add(directive: Directive, ...values: readonly string[]): void {
    const known = this.#directives.get(directive) ?? new Set();
    for (const value of values) known.add(value);
    this.#directives.set(directive, known);
  }

  /** Allows what an element refers to. */
  addUrl(directive: Directive, reference: string | undefined): void {
    if (reference !== undefined && reference.trim() !== "") this.add(directive, this.#sourceOf(reference));
  }

  /** Allows a form to be sent to its `action`. */
  addForm(action: string | undefined): void {
    this.#forms.add(this.#sourceOf(action ?? ""));
  }

  /** Allows a `<base>`. */
  addBase(): void {
    this.#base = "'self'";
  }

  /** Allows a text that stands in the page itself. */
  addText(directive: "script" | "style", text: string): void {
    const { source, needs } = this.#texts.of(directive, text);
    this.add(directive, source);
    for (const [other, ...values] of needs) this.add(other, ...values);
  }

  /** Allows a text of an attribute. */
  addInline(directive: "script" | "style", text: string): void {
    this.add(directive, "'unsafe-hashes'");
    this.addText(directive, text);
  }

  #sourceOf(reference: string): string {
    const written = reference.trim();
    if (isBelow(written, this.#own) || !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(written)) return "'self'";
    const url = readUrl(written);
    if (url === undefined || url.host === readUrl(this.#own)?.host) return "'self'";
    // What has no host is allowed by its scheme: a picture in the page, an empty frame, a form that writes a mail.
    return url.protocol === "blob:" || url.origin === "null" ? url.protocol : url.origin;
  }

  /** The text of the policy. */
  get policy(): string {
    const directives = [...this.#directives].map(([name, values]) => `${name}-src ${[...values].join(" ")}`);
    const forms = this.#forms.size === 0 ? "'none'" : [...this.#forms].join(" ");
    return ["default-src 'none'", ...directives, `base-uri ${this.#base}`, `form-action ${forms}`].join("; ");
  }
}
