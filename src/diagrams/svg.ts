/** Pictures that libraries draw, made fit for the page: no styles of their own, and the colours of the reader's theme. */
import { fingerprint } from "../hash.ts";
import { escapeHtml } from "../html.ts";

/**
 * A drawn `<svg>` as it goes into a page: without style elements and attributes, which the page's policy forbids; with names
 * that no other picture of the page has; with greys that follow the theme. Colours that are no grey stay.
 * @param svg the whole document, from any library
 * @throws Error where there is none
 * @param label what a reader who does not see the picture is told
 */
export function fitForPage(svg: string, label: string): string {
  const start = svg.indexOf("<svg");
  const end = svg.lastIndexOf("</svg>") + "</svg>".length;
  if (start < 0 || end < start + "<svg></svg>".length) throw new Error("nothing is drawn of it");
  const prefix = `f${fingerprint(svg)
    .replace(/[^a-z0-9]/gi, "")
    .slice(0, 6)}`;
  const plain = svg
    .slice(start, end)
    .replace(/<style\b[\s\S]*?<\/style>/g, "")
    .replace(/<script\b[\s\S]*?<\/script>/g, "")
    .replace(/ xmlns(?::\w+)?="[^"]*"| (?:version|baseProfile|xml:\w+|ecmeta_\w+|data-[\w-]+|on\w+)="[^"]*"/g, "")
    // The picture is one image, and its label says which: what a library says of each of its marks would weigh more than they do.
    .replace(/ (?:role|aria-[\w-]+)="[^"]*"/g, "")
    .replaceAll("xlink:href=", "href=")
    .replace(/ style="([^"]*)"/g, (_, style: string) => presentation(style))
    .replace(
      / (fill|stroke|stop-color|color)="([^"]+)"/g,
      (_, name: string, colour: string) => ` ${name}="${themed(colour)}"`,
    )
    .replace(/ id="([^"]+)"/g, ` id="${prefix}-$1"`)
    .replace(/url\(["']?#([^)"']+)["']?\)/g, `url(#${prefix}-$1)`)
    .replace(/ href="#([^"]+)"/g, ` href="#${prefix}-$1"`);
  return plain.replace(/^<svg\b([^>]*)>/, (_, attributes: string) => root(attributes, label));
}

/** Names that SVG knows as attributes, too (SVG 2, section 6.6); what else a style sets is left out. */
const PRESENTATION =
  /^(?:color|cursor|display|dominant-baseline|fill|fill-opacity|fill-rule|font-family|font-size|font-style|font-weight|letter-spacing|marker-end|marker-mid|marker-start|opacity|pointer-events|stroke|stroke-dasharray|stroke-linecap|stroke-linejoin|stroke-miterlimit|stroke-opacity|stroke-width|text-anchor|visibility)$/;

function presentation(style: string): string {
  return style
    .split(";")
    .map((declaration) => declaration.split(":").map((part) => part.trim()))
    .filter(([name = "", value = ""]) => PRESENTATION.test(name) && value !== "")
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");
}

function root(attributes: string, label: string): string {
  const kept = attributes.replace(/ (?:role|class|aria-[\w-]+|fill|color)="[^"]*"/g, "");
  return `<svg${kept} fill="currentColor" role="img" aria-label="${escapeHtml(label)}">`;
}

/** A grey becomes the theme's: dark ones its text, those in between its small print and its lines, white its paper. */
function themed(colour: string): string {
  const parts = channels(colour);
  if (parts === undefined || Math.max(...parts) - Math.min(...parts) > 24) return colour;
  const light = parts.reduce((sum, part) => sum + part, 0) / (3 * 255);
  if (light < 0.45) return "currentColor";
  if (light < 0.68) return "var(--muted)";
  return light < 0.97 ? "var(--line)" : "var(--paper)";
}

/** Red, green and blue, 0 to 255 each; undefined for what is no plain colour. */
function channels(colour: string): readonly number[] | undefined {
  const named = { black: "#000", white: "#fff", gray: "#808080", grey: "#808080", lightgray: "#d3d3d3" }[colour];
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(named ?? colour)?.[1];
  if (hex !== undefined) {
    const digits = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex;
    return [0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
  }
  const rgb = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(colour);
  return rgb?.slice(1).map(Number);
}
