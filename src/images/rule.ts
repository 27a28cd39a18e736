/** Images of the finished page: their size, smaller kinds of them, when they are loaded, and what is wrong with them. */
import type { Config, FoundImage, SiteImage } from "../model.ts";
import { type PageElement, quote } from "../page/element.ts";
import type { PageContext, Rule } from "../page/rule.ts";
import { decodePath, withBaseurl } from "../urls.ts";
import { Fold } from "./fold.ts";
import type { Header } from "./formats/header.ts";
import { type Column, columnOf, type ImageOptions, imageOptions } from "./options.ts";
import { EXTENSIONS, readDataUrl } from "./read-header.ts";
import { NO_GAIN } from "./recipe.ts";
import { chooseWidths, naturalSize, type Size, shownSize, sourceSet } from "./size.ts";
import { offeredFormats, type SmallImage, smallImage, worthSmaller } from "./small.ts";
import { findWritten, type Written } from "./written.ts";

/** Elements in which an image is no link of its own. */
const PRESSED = ["a", "button", "summary", "label"] as const;

/** What is done to every `<img>` of a page. */
export function images(config: Config): Rule {
  const options = imageOptions(config);
  const folds = new WeakMap<PageContext, Fold>();
  const column = columnOf(config);
  return {
    name: "images",
    elements: options === undefined ? [] : ["img", "picture", ...PRESSED],
    edit: (element, context) => {
      if (element.name !== "img" || options === undefined) return;
      const shown = new ShownImage(element, context);
      shown.tellMissingText();
      const fold = folds.get(context) ?? new Fold(context.html, context.mainStart);
      folds.set(context, fold);
      const { image } = shown;
      const header = image?.header ?? shown.writtenHeader;
      const size = header && shown.setSize(header, column);
      const place = fold.next(element.start, size);
      // What lies elsewhere, or nowhere, is left alone.
      if (!shown.isThere) return;
      setLoading(element, place, config);
      shown.linkToFull();
      if (image !== undefined && size !== undefined) shown.offerSmaller(image, size, column, options);
    },
  };
}

/** One `<img>` of a page. */
class ShownImage {
  readonly image: FoundImage | undefined;
  /** Whether the site has a file for it, an image or not. */
  readonly isThere: boolean;
  readonly #element: PageElement;
  readonly #context: PageContext;
  /** How many images of this address the page shows up to this one. */
  readonly #number: number;
  #written: { readonly place: Written | undefined } | undefined;

  constructor(element: PageElement, context: PageContext) {
    this.#element = element;
    this.#context = context;
    this.#number = context.count(`image ${this.#source}`);
    const url = this.#source === "" ? undefined : context.localUrl(this.#source);
    const found = url === undefined ? undefined : context.helpers.image(url);
    if (found !== undefined) this.#tell(found, url ?? "");
    if (/^(?:file:|[a-z]:[\\/])/i.test(this.#source))
      this.#warn(
        `The image ${this.#source} lies on one computer alone`,
        "Copy it into the site, and give its path from there",
      );
    this.isThere = found !== undefined && found.kind !== "missing" && found.kind !== "misspelt";
    this.image = found?.kind === "image" ? found : undefined;
  }

  get #source(): string {
    return (this.#element.get("src") ?? "").trim();
  }

  /** An image that says nothing to those who cannot see it: `alt=""` says so on purpose, Markdown's `![]` does not. */
  tellMissingText(): void {
    const element = this.#element;
    const alt = element.get("alt");
    if ((alt ?? "").trim() !== "") return;
    const isHidden = /^(?:presentation|none)$/.test(element.get("role") ?? "") || element.get("aria-hidden") === "true";
    const isNamed = (element.get("aria-label") ?? element.get("aria-labelledby") ?? "") !== "";
    if (alt === undefined) element.set("alt", "");
    if (isHidden || isNamed || (alt !== undefined && this.#place?.isBare !== true)) return;
    this.#warn(
      `The image ${this.#source || "without an address"} has no text for those who cannot see it`,
      'Say what it shows, as in ![A cat on a mat](cat.jpg) or alt="A cat on a mat"; an ornament gets <img alt="">',
    );
  }

  /** Of an image that stands in the page itself. */
  get writtenHeader(): Header | undefined {
    return this.#source.startsWith("data:image/") ? readDataUrl(this.#source) : undefined;
  }

  /** Sets `width` and `height`; gives how large the image is shown. */
  setSize(header: Header, column: Column): Size | undefined {
    const natural = naturalSize(header);
    if (natural.width === 0 || natural.height === 0) return undefined;
    const element = this.#element;
    const given = { width: element.get("width"), height: element.get("height"), style: element.get("style") };
    const size = shownSize(given, natural, column);
    if (size === undefined) return undefined;
    element.set("width", String(size.width));
    element.set("height", String(size.height));
    return size;
  }

  /** Puts the image into a link to its full size, where it is to be zoomed (al-folio's `zoomable=true`) and is in no link yet. */
  linkToFull(): void {
    const element = this.#element;
    const zoomable = element.get("data-zoomable");
    if (zoomable === undefined || zoomable === "false" || element.isInside(...PRESSED)) return;
    const { helpers, page } = this.#context;
    const label =
      (element.get("alt") ?? "") === "" ? ` aria-label="${quote(helpers.words(page.lang)("fullImage"))}"` : "";
    const target = element.parent?.name === "picture" ? element.parent : element;
    target.before(`<a class="zoom" href="${quote(element.get("data-zoom-src") ?? this.#source)}"${label}>`);
    target.after("</a>");
  }

  /** Offers smaller images before the original. What the author offers already stays as it is. */
  offerSmaller(image: FoundImage, size: Size, column: Column, options: ImageOptions): void {
    const element = this.#element;
    if (!worthSmaller(image) || element.get("srcset") !== undefined || element.isInside("picture")) return;
    const widths = chooseWidths(size.width, naturalSize(image.header).width, column);
    const formats = offeredFormats(image, options.formats);
    const { config, helpers } = this.#context;
    const isTaken = (url: string): boolean => helpers.staticFile(url) !== undefined;
    const offered = formats.map((format) => widths.map((width) => smallImage(image, width, format, config, isTaken)));
    if (offered.length === 0 || this.#isRefused(image, offered.flat())) return;
    const given = element.get("sizes");
    const sources = offered.map((candidates, index) => {
      const { srcset, sizes } = sourceSet(candidates, size.width, column);
      const chosen = sizes === "" ? "" : ` sizes="${quote(given ?? sizes)}"`;
      return `<source type="image/${formats[index]}" srcset="${quote(srcset)}"${chosen}>`;
    });
    element.remove("sizes");
    element.before(`<picture>${sources.join("")}`);
    element.after("</picture>");
  }

  #isRefused({ file }: FoundImage, small: readonly SmallImage[]): boolean {
    const reason = this.#context.helpers.want(...small.map(({ derived }) => derived));
    if (reason !== undefined && reason !== NO_GAIN)
      this.#context.warnAt(
        { file: file.path },
        `No smaller images can be made of this one: ${reason}`,
        "The original is shown; save it anew to be sure that it is whole",
      );
    return reason !== undefined;
  }

  #tell(found: SiteImage, url: string): void {
    const { config, helpers } = this.#context;
    if (found.kind === "missing" && helpers.target(url) === undefined)
      this.#warn(`There is no image ${this.#source}`, missingHelp(this.#source, url, this.#context));
    if (found.kind === "misspelt")
      this.#warn(
        `The image ${this.#source} is named ${decodePath(found.like)}: many hosts tell upper case from lower`,
        `Write ${withBaseurl(config, found.like)}, letter by letter`,
      );
    if (found.kind === "unreadable")
      this.#context.warnAt(
        { file: found.file.path },
        `This image cannot be read: ${found.why}`,
        "Put the image in its place, or take it out of the pages",
      );
    if (found.kind === "image") this.#tellOtherFormat(found);
  }

  #tellOtherFormat({ file, header }: FoundImage): void {
    const extension = /[^.]*$/.exec(file.file)?.[0].toLowerCase() ?? "";
    if (EXTENSIONS[extension] === header.format) return;
    this.#context.warnAt(
      { file: file.path },
      `This image is named .${extension}, but it is ${header.format.toUpperCase()}`,
      `Name it .${header.format === "jpeg" ? "jpg" : header.format}: hosts tell browsers the format by the name`,
    );
  }

  get #place(): Written | undefined {
    const { page, config } = this.#context;
    this.#written ??= { place: findWritten(page, this.#source, this.#number, config.source) };
    return this.#written.place;
  }

  #warn(problem: string, help: string): void {
    const { page } = this.#context;
    const line = this.#place?.line;
    this.#context.warnAt(
      page.path === "" ? {} : { file: page.path, ...(line !== undefined && { line }) },
      page.path === "" ? `${problem} (on ${page.url})` : problem,
      help,
    );
  }
}

/**
 * Lazy where it is far down; at once where the first screen shows it: the first large one before anything else, small ones after all
 * else, since what is read there is the text. What the author says counts.
 */
function setLoading(element: PageElement, place: ReturnType<Fold["next"]>, { data }: Config): void {
  const loading = element.get("loading");
  const isLazy = loading === undefined ? place === "below" && data.lazy_loading_images !== false : loading === "lazy";
  const priority = { first: "high", small: "low", above: undefined, below: undefined }[place];
  if (isLazy) element.set("loading", "lazy");
  else if (priority !== undefined && element.get("fetchpriority") === undefined) element.set("fetchpriority", priority);
}

/** A relative address counts from the page's URL, not from the file that it is written in. */
function missingHelp(source: string, url: string, { page, config, helpers }: PageContext): string {
  if (!/^(?:\/|[a-z]+:)/i.test(source) && page.path !== "") {
    const beside = new URL(source, `https://site.invalid/${page.path}`).pathname;
    if (helpers.staticFile(beside) !== undefined) return `From this page's URL it is ${withBaseurl(config, beside)}`;
    const fromRoot = new URL(source, "https://site.invalid/").pathname;
    if (helpers.staticFile(fromRoot) !== undefined)
      return `Write it from the site's root, with a slash: ${withBaseurl(config, fromRoot)}`;
  }
  return `Put it at ${decodePath(url)} below the site's folder, or correct the address`;
}
