/** A document's own permalink or its template's, and where a fault of it stands. */
import { type MessagePlace, SiteError } from "../errors.ts";
import type { Config, Data, Page } from "../model.ts";
import { PermalinkError } from "../urls.ts";
import { type Origin, placeInConfig, placeOf, type Reading } from "./reading.ts";

/**
 * The permalink that the data gives; undefined where it gives none and the template of its kind decides.
 * Throws SiteError where it is no text.
 */
export function permalinkOf(origin: Origin, data: Data, own: Data): string | undefined {
  const { permalink } = data;
  if (permalink === undefined || permalink === null || permalink === false) return undefined;
  if (typeof permalink === "string" && permalink !== "") return permalink;
  const help = 'Write a path such as "/about/", or leave the key out';
  throw new SiteError({ ...placeOf(origin, "permalink", own), problem: "The permalink is not a path", help });
}

/** Where a document is found, and the file that it is written to. */
type Address = Pick<Page, "url" | "file">;

/**
 * Runs what makes a URL and a file of a permalink, which the front matter gives, or the configuration for the documents of a label.
 * A permalink that cannot be one is told at the key that gives it; then the document stands at its own path.
 */
export function withPermalinkPlace(
  origin: Origin,
  own: Data,
  label: string,
  { config, diagnostics }: Reading,
  work: () => Address,
): Address {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PermalinkError)) throw error;
    const configured = Object.hasOwn(own, "permalink") || !error.inTemplate ? undefined : configPlace(label, config);
    const place = configured ?? placeOf(origin, "permalink", own);
    diagnostics.error({ ...place, problem: error.message, help: error.help });
    return { url: `/${origin.file}`, file: origin.file };
  }
}

/** The key of the configuration that is the permalink of a label's documents. */
function configPlace(label: string, config: Config): MessagePlace | undefined {
  const places = [["collections", label, "permalink"], ["permalink"]].map((key) => placeInConfig(config, key));
  return places.find(({ file }) => file !== undefined);
}
