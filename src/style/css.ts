/** A style sheet read as far as it is needed: made small, and asked for its custom properties. */

/** A comment, a quoted text, an address without quotes, or one of the three characters that make the structure. */
const MARK = /\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|url\([^)'"]*\)|[{};]/g;

/** A quoted text or an address, which stay; a zero before a point; white space, with the character beside it that needs none. */
const LOOSE =
  /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|url\([^)'"]*\)|(?<=[\s:,(-])0(?=\.\d)|[\s;]*(\})\s*|\s*([{;,>/])\s*|([:(])\s+|\s+(\)|!)|\s+/g;

/**
 * The same style sheet without comments and needless white space. `</` is written so that it cannot end a `<style>` element.
 * @param css well-formed
 */
export function minifyCss(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/g, (part) =>
      part.startsWith("/*") ? " " : part,
    )
    .replace(LOOSE, (part: string, ...kept: readonly (string | undefined)[]) => {
      if (/^["'u]/.test(part)) return part;
      return part === "0" ? "" : (kept.slice(0, 4).find((character) => character !== undefined) ?? " ");
    })
    .replaceAll("</", "<\\/")
    .trim();
}

/** A declaration and where it stands. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  /** Selectors and at-rules around it, from the outside. */
  readonly around: readonly string[];
  /** 1-based line of its first character. */
  readonly line: number;
}

/** Every declaration of a style sheet, in its order. */
export function declarationsOf(css: string): readonly Declaration[] {
  const found: Declaration[] = [];
  const around: string[] = [];
  let text = "";
  let begin = 0;
  let from = 0;
  const close = (): void => {
    const colon = text.indexOf(":");
    const property = text.slice(0, colon).trim();
    if (colon > 0 && around.length > 0 && !property.startsWith("@")) {
      const line = css.slice(0, begin).split("\n").length;
      found.push({ property, value: text.slice(colon + 1).trim(), around: [...around], line });
    }
    text = "";
  };
  for (const match of css.matchAll(MARK)) {
    const [part] = match;
    const before = css.slice(from, match.index);
    if (text.trim() === "" && before.trim() !== "") begin = from + before.length - before.trimStart().length;
    text += before;
    from = match.index + part.length;
    if (part === "{") {
      around.push(text.trim());
      text = "";
    } else if (part === ";") close();
    else if (part === "}") {
      close();
      around.pop();
    } else if (!part.startsWith("/*")) text += part;
  }
  return found;
}
