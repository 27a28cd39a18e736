/** HTML cut at its tags, for the gems that work on finished HTML. Elements end where a lenient parser of HTML ends them. */
import { Parser } from "htmlparser2";

/** A tag, a text, or something that is neither (a comment, a doctype). Pieces joined give the HTML again. */
export interface HtmlPiece {
  readonly kind: "text" | "open" | "close" | "other";
  readonly markup: string;
  /** Of a text: its characters, entities read. */
  readonly text: string;
  /** Of a tag: lower case. */
  readonly name: string;
  readonly attributes: Attributes;
  /** Of a text: the elements around it, of a tag: those around the element, the outermost first. */
  readonly around: readonly OpenElement[];
}

type Attributes = Readonly<Record<string, string>>;

interface OpenElement {
  readonly name: string;
  readonly attributes: Attributes;
}

const NONE: Attributes = {};

/** The pieces of a page, in its order. */
export function htmlPieces(html: string): readonly HtmlPiece[] {
  const pieces: { -readonly [Key in keyof HtmlPiece]: HtmlPiece[Key] }[] = [];
  let around: readonly OpenElement[] = [];
  let done = 0;
  const add = (kind: HtmlPiece["kind"], end: number, name = "", attributes = NONE): void => {
    if (end <= done) return;
    pieces.push({ kind, markup: html.slice(done, end), text: "", name, attributes, around });
    done = end;
  };
  // What the parser has no word for (a comment, an end tag without an element) lies between two that it tells of.
  const parser = new Parser({
    ontext: (text) => {
      add("other", parser.startIndex);
      const last = pieces.at(-1);
      const joins = last?.kind === "text" && last.around === around;
      if (joins) {
        last.markup += html.slice(done, parser.endIndex + 1);
        done = parser.endIndex + 1;
      } else add("text", parser.endIndex + 1);
      const piece = pieces.at(-1);
      if (piece?.kind === "text") piece.text += text;
    },
    onopentag: (name, attributes, isImplied) => {
      if (!isImplied) {
        add("other", parser.startIndex);
        add("open", parser.endIndex + 1, name, attributes);
      }
      around = [...around, { name, attributes }];
    },
    onclosetag: (name, isImplied) => {
      const last = around.findLastIndex((element) => element.name === name);
      if (last >= 0) around = around.slice(0, last);
      if (isImplied) return;
      add("other", parser.startIndex);
      add("close", parser.endIndex + 1, name);
    },
  });
  parser.end(html);
  add("other", html.length);
  return pieces;
}
