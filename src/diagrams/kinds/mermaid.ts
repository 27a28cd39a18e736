/** Mermaid's flowcharts, sequences, states, classes and entities, drawn at build time by beautiful-mermaid. */
import { renderMermaidSVG } from "beautiful-mermaid";

/** @throws Error where the source cannot be read */
export function draw(source: string): string {
  return renderMermaidSVG(source);
}
