/** JPEG (ITU-T T.81, annex B), with Exif and XMP in its application segments. */
import { type Bytes, bytesOf } from "../bytes.ts";
import { orientationOnly, readExif, xmpHasPosition } from "./exif.ts";
import type { Header } from "./header.ts";

interface Segment {
  readonly marker: number;
  /** Offset of the marker, and of what follows the segment. */
  readonly start: number;
  readonly end: number;
}

const SOS = 0xda;
const EOI = 0xd9;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const COMMENT = 0xfe;

const EXIF = "Exif\0\0";
const XMP = "http://ns.adobe.com/x";

/** The header of a JPEG file; undefined where it is none, or tells no size before its picture begins. */
export function readJpeg(bytes: Bytes): Header | undefined {
  if (bytes.at(0, 3).toString("hex") !== "ffd8ff") return undefined;
  let size: { width: number; height: number } | undefined;
  let orientation = 1;
  let metadata = false;
  let position = false;
  for (const segment of segments(bytes)) {
    const { marker, start, end } = segment;
    if (isFrame(marker)) {
      const frame = bytes.at(start + 5, 4);
      if (frame.length === 4) size = { height: frame.readUInt16BE(0), width: frame.readUInt16BE(2) };
    }
    if (!isMetadata(bytes, segment)) continue;
    metadata = true;
    if (marker !== APP1) continue;
    const body = bytes.at(start + 4, end - start - 4);
    if (body.toString("latin1", 0, EXIF.length) === EXIF) {
      const exif = readExif(body.subarray(EXIF.length));
      orientation = exif.orientation;
      position ||= exif.position;
    } else if (body.toString("latin1", 0, XMP.length) === XMP) {
      position ||= xmpHasPosition(body);
    }
  }
  return size && { format: "jpeg", ...size, orientation, animated: false, metadata, position };
}

/**
 * The same picture without what it tells of its making: of the application segments only JFIF, the colour profile and
 * Adobe's note on colours stay, and the orientation. What some cameras hang behind the picture (a film, a second picture)
 * carries such notes of its own, and goes.
 */
export function stripJpeg(file: Buffer, { orientation }: Header): Buffer {
  const bytes = bytesOf(file);
  const parts: Buffer[] = [];
  let from = 2;
  for (const segment of segments(bytes)) {
    if (!isMetadata(bytes, segment)) parts.push(file.subarray(segment.start, segment.end));
    from = segment.end;
  }
  const jfif = parts[0]?.[1] === APP0 ? parts.splice(0, 1) : [];
  return Buffer.concat([file.subarray(0, 2), ...jfif, orientationSegment(orientation), ...parts, scans(file, from)]);
}

function orientationSegment(orientation: number): Buffer {
  if (orientation === 1) return Buffer.alloc(0);
  const body = Buffer.concat([Buffer.from(EXIF, "latin1"), orientationOnly(orientation)]);
  return Buffer.concat([Buffer.from([0xff, APP1, 0, body.length + 2]), body]);
}

/** The segments before the first scan. */
function* segments(bytes: Bytes): Generator<Segment> {
  let start = 2;
  while (start < bytes.size) {
    const [mark, marker = 0, high = 0, low = 0] = bytes.at(start, 4);
    if (mark !== 0xff || marker === SOS || marker === EOI) return;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) {
      start += 1;
      continue;
    }
    const end = start + 2 + Math.max(high * 256 + low, 2);
    yield { marker, start, end };
    start = end;
  }
}

/** The scans with the tables and comments between them, up to the end of the picture; comments go. */
function scans(file: Buffer, from: number): Buffer {
  const parts: Buffer[] = [];
  let start = from;
  let at = from;
  while (at < file.length) {
    const mark = file.indexOf(0xff, at);
    const marker = mark < 0 ? undefined : file[mark + 1];
    if (marker === undefined) break;
    if (marker === EOI) return Buffer.concat([...parts, file.subarray(start, mark + 2)]);
    // A byte 0xff of the picture is followed by 0; restart markers stand alone.
    if (marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) {
      at = mark + (marker === 0xff ? 1 : 2);
      continue;
    }
    const end = mark + 2 + (mark + 4 <= file.length ? file.readUInt16BE(mark + 2) : 0);
    if (marker === COMMENT || (marker > APP0 && marker <= 0xef)) {
      parts.push(file.subarray(start, mark));
      start = end;
    }
    at = Math.max(end, mark + 2);
  }
  return Buffer.concat([...parts, file.subarray(start)]);
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function isMetadata(bytes: Bytes, { marker, start }: Segment): boolean {
  if (marker === COMMENT) return true;
  if (marker < APP0 || marker > 0xef || marker === APP14) return false;
  const name = bytes.at(start + 4, 12).toString("latin1");
  if (marker === APP0) return !name.startsWith("JFIF");
  return marker !== APP2 || name !== "ICC_PROFILE\0";
}
