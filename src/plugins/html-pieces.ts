/** HTML cut at its tags, for the gems that work on finished HTML. Not a parser: what is not well-formed stays as it is. */

/** A tag, a text, or something that is neither (a comment, a doctype). Pieces joined give the HTML again. */
export interface HtmlPiece {
  readonly kind: "text" | "open" | "close" | "other";
  readonly markup: string;
  /** Of a tag: lower case. */
  readonly name: string;
  /** Of a text: names of the elements around it, of a tag: of those around the element, the outermost first. */
  readonly around: readonly OpenElement[];
}

interface OpenElement {
  readonly name: string;
  /** The markup of its attributes. */
  readonly attributes: string;
}

const voids = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
const marks = /<!--[\s\S]*?-->|<![^>]*>|<\?[^>]*>|<(\/?)([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/g;

/** Elements whose content is text to the end tag. */
const raw = new Set(["script", "style", "textarea", "title"]);

export function htmlPieces(html: string): readonly HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  let around: readonly OpenElement[] = [];
  let at = 0;
  const pattern = new RegExp(marks);
  for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
    const { 0: markup, 1: slash, 2: written = "", 3: attributes = "", index } = match;
    if (index > at) pieces.push({ kind: "text", markup: html.slice(at, index), name: "", around });
    at = index + markup.length;
    const name = written.toLowerCase();
    if (name === "") pieces.push({ kind: "other", markup, name, around });
    else if (slash === "/") {
      around = closed(around, name);
      pieces.push({ kind: "close", markup, name, around });
    } else {
      pieces.push({ kind: "open", markup, name, around });
      if (!voids.has(name) && !attributes.endsWith("/")) around = [...around, { name, attributes }];
      if (!raw.has(name)) continue;
      const end = html.toLowerCase().indexOf(`</${name}`, at);
      pattern.lastIndex = end < 0 ? html.length : end;
    }
  }
  if (at < html.length) pieces.push({ kind: "text", markup: html.slice(at), name: "", around });
  return pieces;
}

/** Without the innermost element of that name and all within it. */
function closed(around: readonly OpenElement[], name: string): readonly OpenElement[] {
  const last = around.findLastIndex((element) => element.name === name);
  return last < 0 ? around : around.slice(0, last);
}

/** The value of an attribute; undefined where the markup has none of that name. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}
