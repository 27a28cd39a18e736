/** PNG and its animated kind (W3C, "Portable Network Graphics (PNG) Specification (Third Edition)"). */
import { crc32, inflateSync } from "node:zlib";
import { type Bytes, bytesOf } from "../bytes.ts";
import { orientationOnly, readExif, xmpHasPosition } from "./exif.ts";
import type { Header } from "./header.ts";

interface Chunk {
  readonly type: string;
  readonly start: number;
  /** Offset of its data, and how much of it there is in bytes. */
  readonly data: number;
  readonly length: number;
}

const SIGNATURE = "89504e470d0a1a0a";
const METADATA: ReadonlySet<string> = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);
/** More of an annotation is not looked at, bytes: a bomb of zeros must not fill the memory. */
const LONGEST = 16_000_000;

/** The header of a PNG file; undefined where it is none. */
export function readPng(bytes: Bytes): Header | undefined {
  const start = bytes.at(0, 24);
  if (start.length < 24 || start.toString("hex", 0, 8) !== SIGNATURE) return undefined;
  let orientation = 1;
  let animated = false;
  let metadata = false;
  let position = false;
  for (const { type, data, length } of chunks(bytes)) {
    animated ||= type === "acTL";
    if (!METADATA.has(type)) continue;
    metadata = true;
    if (type === "tIME") continue;
    const body = bytes.at(data, Math.min(length, LONGEST));
    const exif = type === "eXIf" ? body : rawProfile(annotation(type, body));
    if (exif === undefined) {
      position ||= xmpHasPosition(annotation(type, body).text);
    } else {
      const read = readExif(exif);
      if (type === "eXIf") orientation = read.orientation;
      position ||= read.position;
    }
  }
  const size = { width: start.readUInt32BE(16), height: start.readUInt32BE(20) };
  return { format: "png", ...size, orientation, animated, metadata, position };
}

/** The same picture without texts, times and Exif, but for the orientation. */
export function stripPng(file: Buffer, { orientation }: Header): Buffer {
  const bytes = bytesOf(file);
  const parts = [...chunks(bytes)].flatMap((chunk) => {
    if (chunk.type === "eXIf" && orientation !== 1) return [exifChunk(orientation)];
    return METADATA.has(chunk.type) ? [] : [file.subarray(chunk.start, chunk.data + chunk.length + 4)];
  });
  return Buffer.concat([file.subarray(0, 8), ...parts]);
}

function* chunks(bytes: Bytes): Generator<Chunk> {
  let start = 8;
  while (start + 8 <= bytes.size) {
    const head = bytes.at(start, 8);
    const length = head.readUInt32BE(0);
    const type = head.toString("latin1", 4, 8);
    yield { type, start, data: start + 8, length };
    if (type === "IEND") return;
    start += length + 12;
  }
}

interface Annotation {
  readonly keyword: string;
  readonly text: Buffer;
}

/** The text of a tEXt, zTXt or iTXt chunk, unpacked; empty where it cannot be. */
function annotation(type: string, body: Buffer): Annotation {
  const end = Math.max(body.indexOf(0), 0);
  const keyword = body.toString("latin1", 0, end);
  if (type === "tEXt") return { keyword, text: body.subarray(end + 1) };
  if (type === "zTXt") return { keyword, text: unpacked(body.subarray(end + 2)) };
  // Keyword, packed or not, method, language tag, translated keyword, text.
  const language = body.indexOf(0, end + 3);
  const text = body.subarray(body.indexOf(0, language + 1) + 1);
  return { keyword, text: body[end + 1] === 1 ? unpacked(text) : text };
}

function unpacked(packed: Buffer): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: LONGEST });
  } catch {
    return Buffer.alloc(0);
  }
}

/** Exif as ImageMagick and ExifTool keep it in texts: a line with the name, one with the length, then digits. */
function rawProfile({ keyword, text }: Annotation): Buffer | undefined {
  if (!/^Raw profile type (?:exif|APP1)$/.test(keyword)) return undefined;
  const digits = text.toString("latin1").replace(/^\s*\S+\s+\d+/, "");
  const block = Buffer.from(digits.replace(/\s+/g, ""), "hex");
  return block.toString("latin1", 0, 4) === "Exif" ? block.subarray(6) : block;
}

function exifChunk(orientation: number): Buffer {
  const body = Buffer.concat([Buffer.from("eXIf"), orientationOnly(orientation)]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  // Annex D.
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
