/** Places in texts that are parts of files. */

/** Where a text stands: the file, relative to the source, and the 1-based line of the file at which the text begins. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The 1-based line and column, in the file, of an offset of the text. */
export function locate(text: string, offset: number, place: Place): Position {
  let line = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return { line: place.line + line, column: offset - (text.lastIndexOf("\n", offset - 1) + 1) + 1 };
}
