/** The figures of a site's pages. */
import type { Diagnostic, Diagnostics } from "../errors.ts";
import { fingerprint } from "../hash.ts";
import { RenderedOutput, type RenderedSite } from "../render/site.ts";
import type { Figures } from "./draw.ts";

/** The pages with their figures drawn; what is told of them is kept with what else was told. */
export async function drawFigures(
  rendered: RenderedSite,
  figures: Figures,
  diagnostics: Diagnostics,
): Promise<readonly RenderedOutput[]> {
  const drawn: RenderedOutput[] = [];
  for (const output of rendered.changed) {
    if (!output.bytes.includes("<!--figure ")) {
      drawn.push(output);
      continue;
    }
    const { html, told } = await figures.draw(output.text, rendered.pageOf(output.file));
    for (const message of told) diagnostics.add(message);
    drawn.push(new RenderedOutput(output.file, Buffer.from(html), withTold(output.note, told)));
  }
  return drawn;
}

/** A page of which something is told is drawn again whenever it is rendered: nobody else would tell it, at its new line. */
function withTold(note: RenderedOutput["note"], told: readonly Diagnostic[]): RenderedOutput["note"] {
  if (told.length === 0) return note;
  return { ...note, hash: fingerprint(note.hash, "figures"), told: [...(note.told ?? []), ...told] };
}
