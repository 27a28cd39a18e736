/** The figures of a site's pages. */
import type { Diagnostics } from "../errors.ts";
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
    const all = [...(output.note.told ?? []), ...told];
    drawn.push(
      new RenderedOutput(output.file, Buffer.from(html), { ...output.note, ...(all.length > 0 && { told: all }) }),
    );
  }
  return drawn;
}
