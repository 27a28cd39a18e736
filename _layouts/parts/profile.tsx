import { portraitUrl } from "../../src/folio/portrait.ts";
import type { Helpers } from "../../src/layout.ts";
import type { Data } from "../../src/model.ts";
import { SHOWN_WIDTH } from "./shown-width.ts";

/** A portrait with what else is to be known of a person: al-folio's `profile`. */
export function Profile({
  profile,
  name,
  helpers,
}: {
  readonly profile: Data;
  readonly name: string;
  readonly helpers: Helpers;
}) {
  const { align, alt, image, image_circular, more_info, address } = profile;
  const note = [more_info, address].find((text) => typeof text === "string" && text !== "");
  const hasImage = typeof image === "string" && image !== "";
  if (!hasImage && note === undefined) return null;
  return (
    <aside class={`profile${align === "left" ? " left" : ""}`}>
      {hasImage && (
        <img
          class={image_circular === true ? "round" : undefined}
          src={helpers.href(portraitUrl(image))}
          alt={typeof alt === "string" ? alt : name}
          width={SHOWN_WIDTH.portrait}
        />
      )}
      {note !== undefined && <div dangerouslySetInnerHTML={{ __html: more(String(note), helpers) }} />}
    </aside>
  );
}

/** HTML as it is; plain text as Markdown. */
function more(text: string, helpers: Helpers): string {
  return text.includes("<") ? text : helpers.markdown(text);
}
