/** `{::name attributes}body{:/}`: kramdown's extensions. */
export interface Extension {
  readonly name: string;
  readonly attributes: string;
  /** Undefined for the form without an end tag, `{::name /}`. */
  readonly body: string | undefined;
  readonly end: number;
}

const START = /\{::(\w[\w:-]*)(?:[ \t\n\v\f\r]((?:\\\}|[^}])*?))?(\/)?\}/y;
const REST_OF_LINE = /[ \t\r\f\v]*(?:\n|$)/y;

/**
 * Reads the extension at `pos`. As a block, its tags stand alone on their lines.
 * `failures` remembers from where on no end tag follows.
 */
export function readExtension(
  src: string,
  pos: number,
  failures: Map<string, number>,
  asBlock: boolean,
): Extension | undefined {
  START.lastIndex = pos;
  const match = START.exec(src);
  if (match === null) return undefined;
  const name = match[1]!;
  const attributes = match[2] ?? "";
  let end = START.lastIndex;
  if (asBlock) end = lineEnd(src, end);
  if (end < 0) return undefined;
  if (match[3] !== undefined) return { name, attributes, body: undefined, end };
  const key = `extension ${name}`;
  if (pos >= (failures.get(key) ?? Number.POSITIVE_INFINITY)) return undefined;
  const indent = asBlock ? "^ {0,3}" : "";
  const close = new RegExp(
    `${indent}\\{:/(?:${name})?\\}${asBlock ? "[ \\t\\r\\f\\v]*(?:\\n|$)" : ""}`,
    asBlock ? "gm" : "g",
  );
  close.lastIndex = end;
  const closing = close.exec(src);
  if (closing === null) {
    failures.set(key, pos);
    return undefined;
  }
  return { name, attributes, body: src.slice(end, closing.index), end: close.lastIndex };
}

function lineEnd(src: string, pos: number): number {
  REST_OF_LINE.lastIndex = pos;
  return REST_OF_LINE.test(src) ? REST_OF_LINE.lastIndex : -1;
}
