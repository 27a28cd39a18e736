/** Breaks a text into lines of a width. */

/** Chinese and Japanese marks that begin no line, and those that end none (JIS X 4051, the common ones). */
const NEVER_FIRST = /^[、。，．：；！？）」』】》〉〕…—ー々％]/;
const NEVER_LAST = /[（「『【《〈〔]$/;
const IDEOGRAPH = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|[\u3000-\u303f\uff00-\uffef]/u;

/** The pieces that a line may be broken between; each keeps the space at its end. */
function pieces(text: string): readonly string[] {
  const found: string[] = [];
  for (const word of text.split(/(?<= )/)) {
    let piece = "";
    for (const character of word) {
      const free = IDEOGRAPH.test(character) || IDEOGRAPH.test(piece.slice(-1));
      if (piece !== "" && free && !NEVER_FIRST.test(character) && !NEVER_LAST.test(piece)) {
        found.push(piece);
        piece = "";
      }
      piece += character;
    }
    found.push(piece);
  }
  return found;
}

interface Piece {
  readonly text: string;
  readonly width: number;
  /** Without the space at its end, which does not count where a line ends. */
  readonly ink: number;
}

/**
 * As few lines as there can be, filled to one length as far as it goes: a title whose last line is a lone word looks cut off.
 * @param widthOf in the unit of `width`; a piece wider than that is broken anywhere
 */
export function breakLines(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const parts = pieces(text)
    .flatMap((piece) => narrow(piece, width, widthOf))
    .map((piece): Piece => ({ text: piece, width: widthOf(piece), ink: widthOf(piece.trimEnd()) }));
  const count = fill(parts, width).length;
  let low = width / 2;
  let high = width;
  for (let step = 0; step < 8; step++) {
    const middle = (low + high) / 2;
    if (fill(parts, middle).length > count) low = middle;
    else high = middle;
  }
  return fill(parts, high);
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

function fill(parts: readonly Piece[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let filled = 0;
  for (const part of parts) {
    if (line !== "" && filled + part.ink > width) {
      lines.push(line.trimEnd());
      line = "";
      filled = 0;
    }
    line += part.text;
    filled += part.width;
  }
  return [...lines, line.trimEnd()];
}
