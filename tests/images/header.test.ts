/** What the header of an image tells, and the same picture without its metadata. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import sharp from "sharp";
import type { Header } from "../../src/images/formats/header.ts";
import { readHeader, stripMetadata } from "../../src/images/read-header.ts";
import { temporaryFolder } from "../support/site.ts";
import { animated, type Kind, located, photograph, plain, turned } from "./pictures.ts";

let folder = "";
let remove = (): void => {};
before(() => {
  ({ folder, remove } = temporaryFolder());
});
after(() => remove());

function headerOf(bytes: Buffer | string): Header | undefined {
  const path = join(folder, "image");
  writeFileSync(path, bytes);
  return readHeader(path);
}

const KINDS: readonly Kind[] = ["jpeg", "png", "webp", "avif", "tiff", "gif"];

for (const kind of KINDS) {
  test(`${kind}: size as stored, nothing else`, async () => {
    const nothing = { orientation: 1, animated: false, metadata: false, position: false };
    assert.deepEqual(headerOf(await plain(kind, 70, 50)), { format: kind, width: 70, height: 50, ...nothing });
  });
}

for (const kind of KINDS.filter((name) => name !== "gif" && name !== "tiff")) {
  test(`${kind}: a position and an orientation are seen; stripped, the orientation and every pixel stay`, async () => {
    const file = await located(kind, 70, 50, 6);
    const header = headerOf(file);
    assert.deepEqual([header?.orientation, header?.metadata, header?.position], [6, true, true]);
    assert.ok(header);
    const stripped = stripMetadata(file, header);
    const after = headerOf(stripped);
    assert.deepEqual([after?.width, after?.height, after?.orientation, after?.position], [70, 50, 6, false]);
    for (const trace of ["Kodak", "Someone", "GPS"]) assert.equal(stripped.includes(trace), false, trace);
    assert.deepEqual(await sharp(stripped).raw().toBuffer(), await sharp(file).raw().toBuffer());
    assert.deepEqual(
      await sharp(stripped).autoOrient().raw().toBuffer(),
      await sharp(file).autoOrient().raw().toBuffer(),
    );
  });

  test(`${kind}: Exif without a position is no position`, async () => {
    const header = headerOf(await turned(kind, 70, 50, 8));
    assert.deepEqual([header?.orientation, header?.position], [8, false]);
  });

  test(`${kind}: a position in XMP is one, too`, async () => {
    const xmp =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="48,51.5N"/></rdf:RDF></x:xmpmeta>';
    const file = await photograph(40, 30).withXmp(xmp).toFormat(kind).toBuffer();
    const header = headerOf(file);
    assert.equal(header?.position, true);
    assert.ok(header);
    const stripped = stripMetadata(file, header);
    assert.equal(stripped.includes("GPSLatitude"), false);
    assert.equal(headerOf(stripped)?.position, false);
  });
}

test("a camera without a fix writes fractions over nothing: no position", async () => {
  const none = { IFD3: { GPSLatitudeRef: "N", GPSLatitude: "0/0 0/0 0/0", GPSLongitude: "0/0 0/0 0/0" } };
  assert.equal(headerOf(await photograph(40, 30).withExif(none).jpeg().toBuffer())?.position, false);
});

test("JPEG: progressive scans, a profile of colours, a film behind the picture", async () => {
  const picture = await photograph(300, 200).withMetadata({ orientation: 6 }).jpeg({ progressive: true }).toBuffer();
  const file = Buffer.concat([picture, Buffer.from("\0\0\0\x18ftypmp42 film with a position")]);
  const header = headerOf(file);
  assert.ok(header);
  const stripped = stripMetadata(file, header);
  assert.equal(stripped.includes("film"), false);
  assert.notEqual((await sharp(stripped).metadata()).icc, undefined);
  assert.deepEqual(await sharp(stripped).raw().toBuffer(), await sharp(picture).raw().toBuffer());
});

test("PNG: Exif that ImageMagick keeps in a text", async () => {
  const exif = (await sharp(await located("jpeg", 20, 20)).metadata()).exif ?? Buffer.alloc(0);
  const text = `\nexif\n${String(exif.length).padStart(8)}\n${exif.toString("hex").replace(/(.{72})/g, "$1\n")}\n`;
  const body = Buffer.from(`tEXtRaw profile type exif\0${text}`, "latin1");
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  const png = await plain("png", 20, 20);
  const header = headerOf(Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]));
  assert.deepEqual([header?.position, header?.metadata], [true, true]);
});

for (const kind of ["gif", "webp"] as const)
  test(`${kind}: frames`, async () => {
    const header = headerOf(await animated(kind, 20, 10));
    assert.deepEqual([header?.width, header?.height, header?.animated], [20, 10, true]);
  });

const VECTORS: readonly (readonly [string, string, number, number])[] = [
  ["its own size", '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>', 30, 20],
  ["units", "<svg width='1in' height='72pt'></svg>", 96, 96],
  ["a box alone", '<?xml version="1.0"?>\n<!-- <svg width="1"> -->\n<svg viewBox="0 0 300 150"></svg>', 300, 150],
  ["a width and a box", '<svg width="100" viewBox="0,0,300,150"></svg>', 100, 50],
  ["a width in per cent", '<svg width="100%" height="100%" viewBox="0 0 40 30"></svg>', 40, 30],
  ["nothing", "<svg></svg>", 0, 0],
  ["a document type", '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n<svg width="5" height="6"/>', 5, 6],
  ["a prefix", '<svg:svg xmlns:svg="http://www.w3.org/2000/svg" width="5" height="6"/>', 5, 6],
];
for (const [what, text, width, height] of VECTORS)
  test(`SVG with ${what}`, () => {
    const header = headerOf(text);
    assert.deepEqual([header?.format, header?.width, header?.height], ["svg", width, height]);
  });

test("what is no image has no header, and no damage makes the reader fail", async () => {
  for (const text of ["", "<!doctype html><svg></svg>", "version https://git-lfs.github.com/spec/v1", "GIF89a", "RIFF"])
    assert.equal(headerOf(text), undefined, text);
  for (const kind of KINDS) {
    const file = await located(kind, 40, 30, 6);
    for (let length = 0; length < Math.min(file.length, 700); length += 7) headerOf(file.subarray(0, length));
    for (let at = 2; at < Math.min(file.length, 900); at += 5) {
      const damaged = Buffer.from(file);
      damaged[at] = 0xff;
      const header = headerOf(damaged);
      if (header !== undefined) assert.ok(stripMetadata(damaged, header).length > 0);
    }
  }
});
