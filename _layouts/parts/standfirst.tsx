import type { Data } from "../../src/model.ts";

/** What a page or a site is about, below its title. On al-folio's sites that may be written in HTML. */
export function Standfirst({
  of: { description, data },
}: {
  readonly of: { readonly description: string; readonly data: Data };
}) {
  const written = data.description;
  if (description === "") return null;
  return typeof written === "string" && written !== description ? (
    <p class="standfirst" dangerouslySetInnerHTML={{ __html: written }} />
  ) : (
    <p class="standfirst">{description}</p>
  );
}
