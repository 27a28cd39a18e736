import type { Data } from "../../src/model.ts";

/** What a page or a site is about, below its title. On al-folio's sites that may be written in HTML. */
export function Standfirst({
  of: { description, data },
}: {
  readonly of: { readonly description: string; readonly data: Data };
}) {
  const written = data.description;
  if (description === "") return null;
  if (typeof written !== "string" || !/[<&]/.test(written) || written === description)
    return <p class="standfirst">{description}</p>;
  const Element = /<(?:div|ol|p|ul)\b/i.test(written) ? "div" : "p";
  return <Element class="standfirst" dangerouslySetInnerHTML={{ __html: written }} />;
}
