/** TIFF 6.0: no browser shows it but Safari, and cameras and scanners write it. */
import type { Bytes } from "../bytes.ts";
import { readExif, readTiffSize } from "./exif.ts";
import type { Header } from "./header.ts";

/** Files up to so many bytes are read whole: the directory often stands at their end. */
const LARGEST = 256_000_000;

/** The header of a TIFF file; undefined where it is none, or tells no size. */
export function readTiff(bytes: Bytes): Header | undefined {
  if (!/^(?:II\*\0|MM\0\*)$/.test(bytes.at(0, 4).toString("latin1")) || bytes.size > LARGEST) return undefined;
  const file = bytes.at(0, bytes.size);
  const size = readTiffSize(file);
  const { orientation, position } = readExif(file);
  return size && { format: "tiff", ...size, orientation, animated: false, metadata: position, position };
}
