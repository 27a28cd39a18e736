/** Breaks a text into lines of a width. */

/** Chinese and Japanese marks that begin no line, and those that end none (JIS X 4051, the common ones). */
const neverFirst = /^[、。，．：；！？）」』】》〉〕…—ー々％]/;
const neverLast = /[（「『【《〈〔]$/;
const ideograph = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[\u3000-\u303f\uff00-\uffef]/u;

/** The pieces that a line may be broken between; each keeps the space at its end. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  for (const word of text.split(/(?<= )/)) {
    let piece = "";
    for (const character of word) {
      const free = ideograph.test(character) || ideograph.test(piece.slice(-1));
      if (piece !== "" && free && !neverFirst.test(character) && !neverLast.test(piece)) {
        found.push(piece);
        piece = "";
      }
      piece += character;
    }
    found.push(piece);
  }
  return found;
}

/**
 * As few lines as there can be, filled to one length as far as it goes: a title whose last line is a lone word looks cut off.
 * @param widthOf in the unit of `width`; a piece wider than that is broken anywhere
 */
export function breakLines(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const parts = pieces(text).flatMap((piece) => narrow(piece, width, widthOf));
  const count = fill(parts, width, widthOf).length;
  let low = width / 2;
  let high = width;
  for (let step = 0; step < 8; step++) {
    const middle = (low + high) / 2;
    if (fill(parts, middle, widthOf).length > count) low = middle;
    else high = middle;
  }
  return fill(parts, high, widthOf);
}

function narrow(piece: string, width: number, widthOf: (text: string) => number): readonly string[] {
  if (widthOf(piece.trimEnd()) <= width) return [piece];
  const parts = [""];
  for (const character of piece) {
    const last = parts.at(-1) ?? "";
    if (last !== "" && widthOf(last + character) > width) parts.push(character);
    else parts[parts.length - 1] = last + character;
  }
  return parts;
}

function fill(parts: readonly string[], width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    if (line !== "" && widthOf((line + part).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}
