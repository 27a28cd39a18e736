/** AVIF and HEIC: pictures in boxes (ISO/IEC 14496-12, ISO/IEC 23008-12; AOMedia, "AV1 Image File Format"). */
import { type Bytes, bytesOf } from "../bytes.ts";
import { readExif, xmpHasPosition } from "./exif.ts";
import type { Format, Header } from "./header.ts";

interface Box {
  readonly type: string;
  /** Offsets of what is in it, and of what follows it. */
  readonly data: number;
  readonly end: number;
}

/** A piece of the file. */
interface Extent {
  readonly offset: number;
  readonly length: number;
}

/** Exif or XMP, which are items beside the picture. */
interface Note {
  readonly kind: "exif" | "xmp";
  readonly extent: Extent;
}

const HEIC: ReadonlySet<string> = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]);
/** Descriptions of more than so many bytes are not read. */
const LARGEST = 4_000_000;

/** The header of an AVIF or HEIC file; undefined where it is none, or tells no size. */
export function readHeif(bytes: Bytes): Header | undefined {
  if (bytes.at(4, 4).toString("latin1") !== "ftyp") return undefined;
  const top = [...boxes(bytes, 0, bytes.size)];
  const format = formatOf(bytes, top[0]);
  const meta = metaOf(top);
  if (format === undefined || meta === undefined) return undefined;
  const size = primarySize(bytes, meta);
  if (size === undefined) return undefined;
  const notes = notesOf(bytes, meta);
  const position = notes.some(({ kind, extent }) => {
    const body = bytes.at(extent.offset, extent.length);
    if (kind === "xmp") return xmpHasPosition(body);
    return body.length > 8 && readExif(body.subarray(4 + body.readUInt32BE(0))).position;
  });
  const animated = top.some(({ type }) => type === "moov");
  return { format, ...size, animated, metadata: notes.length > 0, position };
}

/** The same file with its Exif and XMP blotted out: every other byte stays where it is. Its orientation is no part of them. */
export function stripHeif(file: Buffer): Buffer {
  const bytes = bytesOf(file);
  const stripped = Buffer.from(file);
  for (const { kind, extent } of notesOf(bytes, metaOf([...boxes(bytes, 0, bytes.size)]))) {
    const note = stripped.subarray(extent.offset, extent.offset + extent.length);
    note.fill(kind === "xmp" ? " " : 0);
    // Exif without an entry, so that a reader finds what it looks for.
    if (kind === "exif" && note.length >= 18) note.write("\0\0\0\0MM\0*\0\0\0\b", "latin1");
  }
  return stripped;
}

function* boxes(bytes: Bytes, from: number, to: number): Generator<Box> {
  let start = from;
  while (start + 8 <= to) {
    const head = bytes.at(start, 16);
    if (head.length < 8) return;
    const short = head.readUInt32BE(0);
    const isLong = short === 1 && head.length === 16;
    // A length of 0 means: to the end.
    const length = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - start : short;
    const data = start + (isLong ? 16 : 8);
    if (start + length < data) return;
    yield { type: head.toString("latin1", 4, 8), data, end: Math.min(start + length, to) };
    start += length;
  }
}

function find(bytes: Bytes, { data, end }: Box, type: string, skip = 0): Box | undefined {
  for (const box of boxes(bytes, data + skip, end)) if (box.type === type) return box;
  return undefined;
}

function metaOf(top: readonly Box[]): Box | undefined {
  const meta = top.find(({ type }) => type === "meta");
  return meta === undefined || meta.end - meta.data > LARGEST ? undefined : meta;
}

function formatOf(bytes: Bytes, ftyp: Box | undefined): Format | undefined {
  if (ftyp === undefined) return undefined;
  const text = bytes.at(ftyp.data, Math.min(ftyp.end - ftyp.data, 256)).toString("latin1");
  const brands = Array.from({ length: Math.floor(text.length / 4) }, (_, i) => text.slice(4 * i, 4 * i + 4));
  if (brands.some((brand) => brand === "avif" || brand === "avis")) return "avif";
  return brands.some((brand) => HEIC.has(brand)) ? "heic" : undefined;
}

/** Size and orientation of the primary item, from the properties that are associated with it. */
function primarySize(
  bytes: Bytes,
  meta: Box,
): { readonly width: number; readonly height: number; readonly orientation: number } | undefined {
  const pitm = find(bytes, meta, "pitm", 4);
  const iprp = find(bytes, meta, "iprp", 4);
  const ipco = iprp && find(bytes, iprp, "ipco");
  const ipma = iprp && find(bytes, iprp, "ipma");
  if (pitm === undefined || ipco === undefined || ipma === undefined) return undefined;
  const reader = new Reader(bytes, pitm);
  const primary = reader.version === 0 ? reader.next(2) : reader.next(4);
  const properties = [...boxes(bytes, ipco.data, ipco.end)];
  let size: { width: number; height: number } | undefined;
  let orientation = 1;
  for (const index of associated(bytes, ipma, primary)) {
    const property = properties[index - 1];
    if (property?.type === "ispe") {
      const ispe = new Reader(bytes, property);
      size = { width: ispe.next(4), height: ispe.next(4) };
    } else if (property?.type === "irot") {
      // Quarter turns against the clock, as Exif's tag names them.
      orientation = [1, 8, 3, 6][(bytes.at(property.data, 1)[0] ?? 0) & 3] ?? 1;
    }
  }
  return size && { ...size, orientation };
}

/** Numbers of the properties of an item, counted from 1. */
function associated(bytes: Bytes, ipma: Box, item: number): readonly number[] {
  const reader = new Reader(bytes, ipma);
  const isWide = (reader.flags & 1) === 1;
  for (let entries = reader.next(4); entries > 0 && !reader.done; entries--) {
    const id = reader.next(reader.version === 0 ? 2 : 4);
    const indices = Array.from({ length: reader.next(1) }, () =>
      isWide ? reader.next(2) & 0x7fff : reader.next(1) & 0x7f,
    );
    if (id === item) return indices;
  }
  return [];
}

function notesOf(bytes: Bytes, meta: Box | undefined): readonly Note[] {
  const iinf = meta && find(bytes, meta, "iinf", 4);
  const iloc = meta && find(bytes, meta, "iloc", 4);
  if (meta === undefined || iinf === undefined || iloc === undefined) return [];
  const kinds = new Map<number, Note["kind"]>();
  const start = iinf.data + (new Reader(bytes, iinf).version === 0 ? 6 : 8);
  for (const infe of boxes(bytes, start, iinf.end)) {
    const reader = new Reader(bytes, infe);
    const id = reader.next(reader.version < 3 ? 2 : 4);
    reader.next(2);
    const rest = bytes.at(reader.at, infe.end - reader.at).toString("latin1");
    if (rest.startsWith("Exif")) kinds.set(id, "exif");
    else if (rest.startsWith("mime") && rest.includes("application/rdf+xml")) kinds.set(id, "xmp");
  }
  const idat = find(bytes, meta, "idat", 4);
  return [...locations(bytes, iloc, idat)].flatMap(([id, extents]) => {
    const kind = kinds.get(id);
    return kind === undefined ? [] : extents.map((extent) => ({ kind, extent }));
  });
}

/** Where the items lie: in the file, or in the box `idat`. */
function locations(bytes: Bytes, iloc: Box, idat: Box | undefined): ReadonlyMap<number, readonly Extent[]> {
  const reader = new Reader(bytes, iloc);
  const { version } = reader;
  const [sizes, bases] = [reader.next(1), reader.next(1)];
  const items = reader.next(version < 2 ? 2 : 4);
  const found = new Map<number, readonly Extent[]>();
  for (let item = 0; item < items && !reader.done; item++) {
    const id = reader.next(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : reader.next(2) & 15;
    reader.next(2);
    const base = reader.next(bases >> 4) + (method === 1 ? (idat?.data ?? 0) : 0);
    const extents = Array.from({ length: reader.next(2) }, () => {
      if (version > 0) reader.next(bases & 15);
      return { offset: base + reader.next(sizes >> 4), length: reader.next(sizes & 15) };
    });
    if (method < 2) found.set(id, extents);
  }
  return found;
}

/** Reads numbers one after another from a box that begins with a version and flags; 0 where it ends. */
class Reader {
  readonly version: number;
  readonly flags: number;
  readonly #bytes: Bytes;
  readonly #end: number;
  #at: number;

  constructor(bytes: Bytes, { data, end }: Box) {
    this.#bytes = bytes;
    this.#at = data;
    this.#end = end;
    this.version = this.next(1);
    this.flags = this.next(3);
  }

  get at(): number {
    return this.#at;
  }

  get done(): boolean {
    return this.#at >= this.#end;
  }

  /** @param length in bytes */
  next(length: number): number {
    let value = 0;
    if (this.#at + length <= this.#end) for (const byte of this.#bytes.at(this.#at, length)) value = value * 256 + byte;
    this.#at += length;
    return value;
  }
}
