/** What the header of an image file tells. */

/** The formats that are known. */
export type Format = "jpeg" | "png" | "gif" | "webp" | "avif" | "heic" | "tiff" | "svg";

/** What the first bytes of an image say of it. */
export interface Header {
  readonly format: Format;
  /** In px as stored, before `orientation`; 0 where the file does not say (an SVG may not). */
  readonly width: number;
  readonly height: number;
  /** 1 to 8, as Exif's tag 0x0112 counts: from 5 on the picture lies on its side. */
  readonly orientation: number;
  readonly animated: boolean;
  /** Whether it carries anything that `strip` removes: Exif, XMP, IPTC, comments. */
  readonly metadata: boolean;
  /** Whether that tells where it was taken. */
  readonly position: boolean;
}
