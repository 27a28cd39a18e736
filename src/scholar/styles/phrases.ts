/** How a style puts its parts together: what stands between them, around them and behind them. All texts are HTML. */
import { capital } from "../../case.ts";
import type { Genre, Pieces } from "./pieces.ts";
import type { StyleWords } from "./words.ts";

/** Parts that are not empty, with a separator between them. */
export function join(separator: string, ...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(separator);
}

/** A full stop, or a sign that stands for one; quotation marks and ends of elements may follow. */
const CLOSED = /[.?!…][”"’“»\s]*(?:<\/\w+>)*[”"’“»]*$/;

/** Sentences one after the other, each with its full stop where it has no sign of its own. */
export function sentences(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== "")
    .map((part) => (CLOSED.test(part) ? part : signed(part, ".")))
    .join(" ");
}

/** A text with a sign behind it: before the mark where one closes a quotation in it, as American styles have it. */
function signed(html: string, sign: string): string {
  return html.endsWith("”") ? `${html.slice(0, -1)}${sign}”` : html + sign;
}

/** A text with what goes around it, nothing where it is empty. */
export function around(before: string, text: string, after = ""): string {
  return text === "" ? "" : before + text + after;
}

/** In italics; "" stays so. */
export function italic(html: string): string {
  return around("<i>", html, "</i>");
}

/** “Title.” with the sign where the language has it; quotations within become those of the second order. */
export function quoted(html: string, sign: string, { quotes, innerQuotes, signInside }: StyleWords): string {
  if (html === "") return "";
  const inner = html.replace(/“/g, innerQuotes[0]).replace(/”/g, innerQuotes[1]);
  const [open, close] = quotes;
  if ((sign === "." ? /[.?!]$/ : /[?!]$/).test(html)) return open + inner + close;
  if (!signInside) return open + inner + close + sign;
  return `${open}${inner.endsWith("’") ? `${inner.slice(0, -1)}${sign}’` : inner + sign}${close}`;
}

const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** "2nd ed." of "2", "2nd", "second" or "Second edition"; "" of nothing. */
export function editionText(edition: string, words: StyleWords): string {
  const plain = edition.replace(/\s*ed(?:ition|n)?\.?$/i, "").toLowerCase();
  const number = /^(\d+)(?:st|nd|rd|th|\.)?$/.exec(plain)?.[1] ?? (ordinals.indexOf(plain) + 1 || undefined);
  return edition === "" ? "" : words.edition(number === undefined ? plain : Number(number));
}

/** "pp. 1–2", "p. 3" */
export function pagesText(pages: string, { pages: [one, many] }: StyleWords): string {
  return around(`${/[–,]/.test(pages) ? many : one} `, pages);
}

/** What a thesis is called: by itself, in the language, or by the style. */
export function thesisText({ words, genre, ownGenre }: Pieces, names: Readonly<Record<Genre, string>>): string {
  return ownGenre || capital(words.theses?.[genre] ?? names[genre]);
}

/** Where to find the work: a DOI first. As a link whose text is the address itself. */
export function locator({ doi, url, arxiv }: Pick<Pieces, "doi" | "url" | "arxiv">): string {
  const address =
    doi !== "" ? `https://doi.org/${doi}` : url !== "" ? url : arxiv === "" ? "" : `https://arxiv.org/abs/${arxiv}`;
  return address === "" ? "" : `<a href="${address}">${address}</a>`;
}
