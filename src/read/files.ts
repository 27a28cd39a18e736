/** One file of the source, read once: its stamp, and its text where it is one that is processed. */
import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, openSync, readFileSync, readSync, type Stats } from "node:fs";
import { SiteError } from "../errors.ts";

/** What was found. `text` is absent where the file is to be copied as it is. */
export interface SourceFile {
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Bytes. */
  readonly size: number;
  readonly text?: string;
}

/**
 * Reads a file that is processed whatever it begins with (a post).
 * Throws SiteError where it is not UTF-8.
 */
export function readText(absolute: string, file: string): SourceFile & { readonly text: string } {
  const descriptor = openSync(absolute, "r");
  try {
    const stat = fstatSync(descriptor);
    return { ...stampOf(stat), text: decode(readFileSync(descriptor), file) };
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Reads a file that is processed only if its first line is `---` (Jekyll's `has_yaml_header?`); of any other only the
 * beginning is looked at. Throws SiteError where a file to be processed is not UTF-8.
 */
export function readWithHeader(absolute: string, file: string): SourceFile {
  const descriptor = openSync(absolute, "r");
  try {
    const stamp = stampOf(fstatSync(descriptor));
    const head = Buffer.alloc(Math.min(stamp.size, 256));
    readSync(descriptor, head, 0, head.length, 0);
    if (!/^---[ \t\r\f\v]*\n/.test(head.toString("latin1"))) return stamp;
    if (stamp.size <= head.length) return { ...stamp, text: decode(head, file) };
    const bytes = Buffer.alloc(stamp.size);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(descriptor, bytes, length, bytes.length - length, length);
    }
    return { ...stamp, text: decode(bytes.subarray(0, length), file) };
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes as text. Throws SiteError with the line and column of the first byte that is not UTF-8. */
export function decode(bytes: Buffer, file: string): string {
  const text = bytes.toString("utf8");
  if (isUtf8(bytes)) return text;
  const lines = text.split("\n");
  let start = 0;
  const line = lines.findIndex((_, index) => {
    const end = index === lines.length - 1 ? bytes.length : bytes.indexOf(10, start) + 1;
    const valid = isUtf8(bytes.subarray(start, end));
    start = end;
    return !valid;
  });
  const excerpt = lines[line] ?? "";
  throw new SiteError({
    file,
    line: line + 1,
    column: excerpt.indexOf("\uFFFD") + 1,
    problem: "The file is not valid UTF-8",
    help: "Save it with the encoding UTF-8",
    excerpt,
  });
}

function stampOf(stat: Stats): { modified: number; size: number } {
  return { modified: stat.mtimeMs, size: stat.size };
}
