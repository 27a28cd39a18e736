/** GIF (CompuServe, "Graphics Interchange Format, Version 89a"). */
import type { Bytes } from "../bytes.ts";
import type { Header } from "./header.ts";

const EXTENSION = 0x21;
const IMAGE = 0x2c;

/** The header of a GIF file; undefined where it is none. */
export function readGif(bytes: Bytes): Header | undefined {
  const start = bytes.at(0, 13);
  if (start.length < 13 || !/^GIF8[79]a$/.test(start.toString("latin1", 0, 6))) return undefined;
  const size = { width: start.readUInt16LE(6), height: start.readUInt16LE(8) };
  const animated = hasFrames(bytes, 13 + colourTable(start[10] ?? 0));
  return { format: "gif", ...size, orientation: 1, animated, metadata: false, position: false };
}

/** Whether there is more than one picture in it. */
function hasFrames(bytes: Bytes, from: number): boolean {
  let at = from;
  let frames = 0;
  while (at < bytes.size) {
    const block = bytes.at(at, 10);
    if (block[0] === EXTENSION) {
      at = skipData(bytes, at + 2);
    } else if (block[0] === IMAGE) {
      frames += 1;
      if (frames > 1) return true;
      // A byte of the compression's width stands before the data.
      at = skipData(bytes, at + 11 + colourTable(block[9] ?? 0));
    } else {
      return false;
    }
  }
  return false;
}

/** How long the table of colours is that the flags announce, bytes. */
function colourTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function skipData(bytes: Bytes, from: number): number {
  let at = from;
  for (;;) {
    const length = bytes.at(at, 1)[0] ?? 0;
    at += 1 + length;
    if (length === 0) return at;
  }
}
