/** The header of an image file, whatever its name says it is. */
import { decodePath } from "../urls.ts";
import { type Bytes, bytesOf, withBytes } from "./bytes.ts";
import { readGif } from "./formats/gif.ts";
import type { Format, Header } from "./formats/header.ts";
import { readHeif, stripHeif } from "./formats/heif.ts";
import { readJpeg, stripJpeg } from "./formats/jpeg.ts";
import { readPng, stripPng } from "./formats/png.ts";
import { readSvg } from "./formats/svg.ts";
import { readTiff } from "./formats/tiff.ts";
import { readWebp, stripWebp } from "./formats/webp.ts";

const READERS = [readJpeg, readPng, readWebp, readGif, readHeif, readTiff, readSvg] as const;

/** Which kind of image a name promises, by its extension in lower case without the dot. */
export const EXTENSIONS: Readonly<Record<string, Format>> = {
  jpg: "jpeg",
  jpeg: "jpeg",
  jpe: "jpeg",
  jfif: "jpeg",
  png: "png",
  apng: "png",
  gif: "gif",
  webp: "webp",
  avif: "avif",
  heic: "heic",
  heif: "heic",
  tif: "tiff",
  tiff: "tiff",
  svg: "svg",
};

const STRIPPERS: Readonly<Partial<Record<Format, (file: Buffer, header: Header) => Buffer>>> = {
  jpeg: stripJpeg,
  png: stripPng,
  webp: stripWebp,
  avif: stripHeif,
  heic: stripHeif,
};

/** The header of an image; undefined where the file is none, or a damaged one. @throws what the file system throws */
export function readHeader(path: string): Header | undefined {
  return withBytes(path, headerOf);
}

/** The header of an image that stands in a page as a `data:` URL (RFC 2397); undefined where it is none, or a damaged one. */
export function readDataUrl(url: string): Header | undefined {
  const [, type = "", text = ""] = /^data:image\/([^,]*),(.*)$/is.exec(url) ?? [];
  const file = /;base64$/i.test(type) ? Buffer.from(text, "base64") : Buffer.from(decodePath(text));
  return headerOf(bytesOf(file));
}

function headerOf(bytes: Bytes): Header | undefined {
  for (const read of READERS) {
    const header = read(bytes);
    if (header !== undefined) return header;
  }
  return undefined;
}

/** The same picture without Exif, XMP and comments, but for its orientation; the file as it is where none is known to be in it. */
export function stripMetadata(file: Buffer, header: Header): Buffer {
  return header.metadata ? (STRIPPERS[header.format]?.(file, header) ?? file) : file;
}
