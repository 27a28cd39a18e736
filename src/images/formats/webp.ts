/** WebP (RFC 9649). */
import { type Bytes, bytesOf } from "../bytes.ts";
import { orientationOnly, readExif, xmpHasPosition } from "./exif.ts";
import type { Header } from "./header.ts";

interface Chunk {
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

const EXIF_FLAG = 0x08;
const XMP_FLAG = 0x04;
const ANIMATION_FLAG = 0x02;

/** The header of a WebP file; undefined where it is none. */
export function readWebp(bytes: Bytes): Header | undefined {
  const start = bytes.at(0, 30);
  if (start.toString("latin1", 0, 4) !== "RIFF" || start.toString("latin1", 8, 12) !== "WEBP") return undefined;
  const size = start.length < 30 ? undefined : readSize(start);
  if (size === undefined) return undefined;
  const extended = start.toString("latin1", 12, 16) === "VP8X";
  let orientation = 1;
  let metadata = false;
  let position = false;
  for (const { type, start: at, length } of extended ? chunks(bytes) : []) {
    if (type !== "EXIF" && type !== "XMP ") continue;
    metadata = true;
    const body = bytes.at(at + 8, length);
    if (type === "EXIF") {
      const exif = readExif(body.toString("latin1", 0, 6) === "Exif\0\0" ? body.subarray(6) : body);
      orientation = exif.orientation;
      position ||= exif.position;
    } else {
      position ||= xmpHasPosition(body);
    }
  }
  const animated = extended && ((start[20] ?? 0) & ANIMATION_FLAG) !== 0;
  return { format: "webp", ...size, orientation, animated, metadata, position };
}

/** The same picture without Exif, but for the orientation, and without XMP. */
export function stripWebp(file: Buffer, { orientation }: Header): Buffer {
  const bytes = bytesOf(file);
  const parts = [...chunks(bytes)].map(({ type, start, length }) => {
    if (type === "EXIF") return orientation === 1 ? Buffer.alloc(0) : exifChunk(orientation);
    if (type === "XMP ") return Buffer.alloc(0);
    const chunk = Buffer.from(file.subarray(start, start + 8 + length + (length % 2)));
    if (type === "VP8X") chunk[8] = ((chunk[8] ?? 0) & ~(XMP_FLAG | EXIF_FLAG)) | (orientation === 1 ? 0 : EXIF_FLAG);
    return chunk;
  });
  const stripped = Buffer.concat([file.subarray(0, 12), ...parts]);
  stripped.writeUInt32LE(stripped.length - 8, 4);
  return stripped;
}

function readSize(start: Buffer): { readonly width: number; readonly height: number } | undefined {
  switch (start.toString("latin1", 12, 16)) {
    case "VP8 ":
      return { width: start.readUInt16LE(26) & 0x3fff, height: start.readUInt16LE(28) & 0x3fff };
    case "VP8L": {
      const bits = start.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8X":
      return { width: start.readUIntLE(24, 3) + 1, height: start.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}

function* chunks(bytes: Bytes): Generator<Chunk> {
  let start = 12;
  while (start + 8 <= bytes.size) {
    const head = bytes.at(start, 8);
    const length = head.readUInt32LE(4);
    yield { type: head.toString("latin1", 0, 4), start, length };
    // Chunks of an odd length are filled up with a byte.
    start += 8 + length + (length % 2);
  }
}

function exifChunk(orientation: number): Buffer {
  const body = orientationOnly(orientation);
  const head = Buffer.from("EXIF\0\0\0\0", "latin1");
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
