/** Exif (CIPA DC-008) and XMP blocks, as far as they tell which way is up and where a picture was taken. */

/** Which way is up (1 to 8, as Exif counts), and whether the block says where the picture was taken. */
export interface Exif {
  readonly orientation: number;
  readonly position: boolean;
}

const ORIENTATION = 0x0112;
const GPS = 0x8825;
const GPS_LATITUDE = 0x0002;
const GPS_LONGITUDE = 0x0004;

/** Numbers of a TIFF structure, in its own byte order; 0 beyond its end, since a damaged file is read like any other. */
class Tiff {
  readonly #bytes: Buffer;
  readonly #little: boolean;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#little = bytes.toString("latin1", 0, 2) === "II";
  }

  get valid(): boolean {
    return /^(?:II|MM)$/.test(this.#bytes.toString("latin1", 0, 2)) && this.short(2) === 42;
  }

  short(at: number): number {
    if (at + 2 > this.#bytes.length) return 0;
    return this.#little ? this.#bytes.readUInt16LE(at) : this.#bytes.readUInt16BE(at);
  }

  long(at: number): number {
    if (at + 4 > this.#bytes.length) return 0;
    return this.#little ? this.#bytes.readUInt32LE(at) : this.#bytes.readUInt32BE(at);
  }

  /** Where the entries of a directory stand, by their tags. */
  directory(at: number): ReadonlyMap<number, number> {
    const count = Math.min(this.short(at), 1000);
    return new Map(
      Array.from({ length: at === 0 ? 0 : count }, (_, i) => [this.short(at + 2 + 12 * i), at + 2 + 12 * i]),
    );
  }

  /** The value of an entry that is one number: a SHORT stands in the first half of the field. */
  value(entry: number): number {
    return this.short(entry + 2) === 3 ? this.short(entry + 8) : this.long(entry + 8);
  }
}

/** Reads a TIFF structure: the body of an Exif block. Whatever it does not say is as in a picture without one. */
export function readExif(block: Buffer): Exif {
  const tiff = new Tiff(block);
  if (!tiff.valid) return { orientation: 1, position: false };
  const main = tiff.directory(tiff.long(4));
  const orientation = main.get(ORIENTATION);
  const gps = main.get(GPS);
  const place = tiff.directory(gps === undefined ? 0 : tiff.value(gps));
  const turned = orientation === undefined ? 1 : tiff.value(orientation);
  return {
    orientation: turned >= 1 && turned <= 8 ? turned : 1,
    // A camera without a fix writes fractions over 0.
    position: [GPS_LATITUDE, GPS_LONGITUDE].some((tag) => {
      const entry = place.get(tag);
      return entry !== undefined && tiff.long(tiff.value(entry) + 4) !== 0;
    }),
  };
}

/** The size, px, of a TIFF file's first picture (TIFF 6.0, ImageWidth and ImageLength); undefined where `start` does not say it. */
export function readTiffSize(start: Buffer): { readonly width: number; readonly height: number } | undefined {
  const tiff = new Tiff(start);
  const [width, height] = [0x0100, 0x0101].map((tag) => tiff.directory(tiff.long(4)).get(tag));
  if (!tiff.valid || width === undefined || height === undefined) return undefined;
  return { width: tiff.value(width), height: tiff.value(height) };
}

/** An Exif block's body that tells the orientation and nothing else: 26 bytes. */
export function orientationOnly(orientation: number): Buffer {
  const block = Buffer.alloc(26);
  block.write("MM\0*", 0, "latin1");
  block.writeUInt32BE(8, 4);
  block.writeUInt16BE(1, 8);
  block.writeUInt16BE(ORIENTATION, 10);
  block.writeUInt16BE(3, 12);
  block.writeUInt32BE(1, 14);
  block.writeUInt16BE(orientation, 18);
  return block;
}

/** Whether an XMP packet names a position (XMP, part 2, "Exif schema": `exif:GPSLatitude`). */
export function xmpHasPosition(packet: Buffer): boolean {
  return packet.includes("GPSLatitude") || packet.includes("GPSLongitude");
}
