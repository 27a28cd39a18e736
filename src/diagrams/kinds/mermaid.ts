/** Mermaid's flowcharts, sequences, states, classes and entities, drawn at build time by beautiful-mermaid. */
import { renderMermaidSVG } from "beautiful-mermaid";
import { drawableMermaid, readMermaid } from "../mermaid-source.ts";

/** @throws Error where the source cannot be read, or nothing is drawn of it */
export function draw(source: string): string {
  const svg = renderMermaidSVG(drawableMermaid(readMermaid(source)) ?? source);
  if (!/<(?:text|path|rect|circle|polyline|polygon|line)\b/.test(svg.replace(/<defs>[\s\S]*?<\/defs>/, "")))
    throw new Error("nothing of it is read");
  // What it says of an entity for itself, in English.
  return svg.replace(/<text\b[^>]*>\(no attributes\)<\/text>/g, "");
}
