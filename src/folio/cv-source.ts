/** Which of a site's files its CV comes from. */
import type { Helpers } from "../layout.ts";
import type { Data, Document, Site } from "../model.ts";
import { parseJsonWithComments } from "../read/json.ts";
import { asData, asList, asNames } from "../settings.ts";
import { type Cv, cvOfList, cvOfRenderCv, cvOfResume } from "./cv.ts";

/** Where a résumé lies that no key names. */
export const RESUME = "assets/json/resume.json";

/**
 * `cv_format: rendercv` or `jsonresume` of the page decides. Without it the newer `_data/cv.yml` comes first, then a résumé that
 * `jekyll_get_json` names, then the old `_data/cv.yml`. Undefined where the site has none of them.
 */
export function readCv(site: Pick<Site, "config" | "data">, page: Document, helpers: Helpers): Cv | undefined {
  const { cv, resume } = site.data;
  const rendered = asData(asData(cv)?.cv);
  const picked = asNames(site.config.data.jsonresume);
  const asResume = (): Cv | undefined => {
    const found = asData(resume) ?? fileOf(helpers);
    return found === undefined ? undefined : cvOfResume(found, picked);
  };
  const asRendered = (): Cv | undefined => (rendered === undefined ? undefined : cvOfRenderCv(rendered));
  const asOld = (): Cv | undefined => (asList(cv) === undefined ? undefined : cvOfList(asList(cv) ?? []));
  if (page.data.cv_format === "jsonresume") return asResume() ?? asRendered() ?? asOld();
  if (asData(resume) !== undefined && rendered === undefined) return asResume();
  return asRendered() ?? asOld() ?? asResume();
}

function fileOf(helpers: Helpers): Data | undefined {
  const text = helpers.file(RESUME);
  if (text === undefined) return undefined;
  try {
    return asData(parseJsonWithComments(text, RESUME));
  } catch {
    // Told when the site was read.
    return undefined;
  }
}
