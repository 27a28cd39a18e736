/** Tables and equations that may be wider than the page: each stands in a region of its own that scrolls, by keyboard, too. */
import { type PageElement, quote } from "./element.ts";
import { plainText } from "./plain-text.ts";
import type { Rule } from "./rule.ts";

/** Tables that are code (Rouge's line numbers), which scrolls with its block. */
const CODE_TABLES = ["rouge-table", "lineno", "highlighttable"];

/** Puts a table that may be wider than a telephone into a region that scrolls. */
export const wideTables: Rule = {
  name: "wide tables",
  elements: ["table"],
  around: ["figure", "pre", "code"],
  edit: (table, context) => {
    if (table.isInside("table", "pre", "code")) return;
    if (table.classes.some((name) => CODE_TABLES.includes(name)) || table.get("role") === "presentation") return;
    const label = captionOf(table) ?? context.words("table", { number: context.count("table") });
    scroll(table, "scroll", context.label(label), "section");
  },
};

/** What holds phrases, and no section (HTML, phrasing content). A side note is a span. */
const PHRASING = ["p", "span", "em", "strong", "b", "i", "h1", "h2", "h3", "h4", "h5", "h6"] as const;

/** What holds nothing else that takes the focus. */
const PRESSED = ["a", "button", "summary", "label"] as const;

/** So many ems of a formula fit into a window of 320 px, in a list, too. No browser breaks a formula (MathML Core). */
const FITS = 13;
/** A formula as long has more characters of markup than these. */
const LEAST_MARKUP = 200;

/** Whether a formula within a line may be wider than a narrow window: half an em for a character, and the room around operators. */
function isLong(content: string): boolean {
  if (content.length < LEAST_MARKUP) return false;
  const characters = content.replace(/<[^>]*>|&[^;]*;/g, (part) => (part.startsWith("<") ? "" : "x")).length;
  const operators = content.split("<mo").length - 1;
  return 0.5 * characters + 0.4 * operators > FITS;
}

/** The same for an equation of its own line. */
export const wideEquations: Rule = {
  name: "wide equations",
  elements: ["math"],
  around: ["table", ...PHRASING, ...PRESSED],
  edit: (math, context) => {
    if (math.isInside("table")) return;
    if (math.get("display") !== "block") {
      if (!math.isInside(...PRESSED) && isLong(math.content))
        scroll(
          math,
          "scroll long",
          context.label(context.words("formula", { number: context.count("formula") })),
          "span",
        );
      return;
    }
    const number = /class="math-number"><mtext>([^<]+)/.exec(math.content)?.[1];
    const label =
      number === undefined
        ? context.words("formula", { number: context.count("formula") })
        : context.words("equation", { number: plainText(number) });
    scroll(math, "scroll", context.label(label), math.isInside(...PHRASING) ? "span" : "section");
  },
};

/** kramdown says by a style where a cell's text stands; the theme knows classes. */
export const alignedCells: Rule = {
  name: "aligned cells",
  elements: ["td", "th"],
  edit: (cell) => {
    const side = /^\s*text-align\s*:\s*(left|right|center)\s*;?\s*$/i.exec(cell.get("style") ?? "")?.[1];
    if (side === undefined) return;
    cell.remove("style");
    cell.addClass(side.toLowerCase());
  },
};

function scroll(element: PageElement, classes: string, label: string, tag: "section" | "span"): void {
  // A section with a name is a region; a span has to say what it is.
  const role = tag === "span" ? ' role="group"' : "";
  element.before(`<${tag} class="${classes}"${role} tabindex="0" aria-label="${quote(label)}">`);
  element.after(`</${tag}>`);
}

/** The text of a table's caption, else of the figure that it is alone in; undefined where it has none. */
function captionOf(table: PageElement): string | undefined {
  const own = /<caption\b[^>]*>([\s\S]*?)<\/caption>/i.exec(table.content)?.[1];
  if (own !== undefined) return plainText(own) || undefined;
  const figure = table.around("figure")?.content ?? "";
  if (figure.split(/<table\b/i).length !== 2) return undefined;
  return plainText(/<figcaption\b[^>]*>([\s\S]*?)<\/figcaption>/i.exec(figure)?.[1] ?? "") || undefined;
}
