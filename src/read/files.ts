/** One file of the source, read once: its stamp, and its text where it is one that is processed. */
import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
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
  return open(absolute, (descriptor, stamp) => ({ ...stamp, text: decode(readAll(descriptor, stamp.size), file) }));
}

/**
 * Reads a file that is processed only if its first line is `---` (Jekyll's `has_yaml_header?`); of any other only the
 * beginning is looked at. Throws SiteError where a file to be processed is not UTF-8.
 */
export function readWithHeader(absolute: string, file: string): SourceFile {
  return open(absolute, (descriptor, stamp) => {
    const head = readAll(descriptor, Math.min(stamp.size, HEAD_LENGTH)).toString("latin1");
    if (!/^---[ \t\r\f\v]*\n/.test(head)) return stamp;
    return { ...stamp, text: decode(readAll(descriptor, stamp.size), file) };
  });
}

/** Enough for the first line: nobody writes 250 spaces after its dashes. */
const HEAD_LENGTH = 256;

type Stamp = Pick<SourceFile, "modified" | "size">;

function open<Result>(absolute: string, work: (descriptor: number, stamp: Stamp) => Result): Result {
  const descriptor = openSync(absolute, "r");
  try {
    const { mtimeMs, size } = fstatSync(descriptor);
    return work(descriptor, { modified: mtimeMs, size });
  } finally {
    closeSync(descriptor);
  }
}

/** The first bytes of a file: fewer where it was cut meanwhile. */
function readAll(descriptor: number, size: number): Buffer {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const read = readSync(descriptor, bytes, length, size - length, length);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

/** Whether a text begins as one of UTF-16 does: with its mark, or with a letter of two bytes of which one is nought. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked || (bytes.length > 1 && (first === 0) !== (second === 0));
}

/** Whether the beginning of a file is that of a text in UTF-16. */
export function beginsAsUtf16(absolute: string): boolean {
  return isUtf16(open(absolute, (descriptor, { size }) => readAll(descriptor, Math.min(size, 2))));
}

const UTF8_HELP = "Save it with the encoding UTF-8";

/** A file that is not UTF-8. Jekyll leaves such a post out and fails on such a page. */
export class EncodingError extends SiteError {}

/** Bytes as text. Throws EncodingError with the line and column of the first byte that is not UTF-8. */
function decode(bytes: Buffer, file: string): string {
  if (isUtf16(bytes)) {
    const place = { file, line: 1, column: 1 };
    throw new EncodingError({ ...place, problem: "The file is UTF-16, and not UTF-8", help: UTF8_HELP });
  }
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
  throw new EncodingError({
    file,
    line: line + 1,
    column: excerpt.indexOf("\uFFFD") + 1,
    problem: "The file is not valid UTF-8",
    help: UTF8_HELP,
    excerpt,
  });
}
