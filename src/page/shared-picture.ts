/** The picture beside a shared link that a page names and the site does not have: who shares the link would see none. */
import { picturePath } from "../meta/facts.ts";
import { placeInFile } from "../read/reading.ts";
import type { PageContext, Rule } from "./rule.ts";

export const sharedPicture: Rule = {
  name: "shared picture",
  elements: [],
  editPage: (_elements, context) => {
    for (const key of ["og_image", "image"]) check(key, context);
    return [];
  },
};

function check(key: string, { config, page, helpers, localUrl, warnAt }: PageContext): void {
  const path = picturePath(page.data[key]);
  if (path === undefined || page.path === "" || /^(?:https?:)?\/\//.test(path)) return;
  const url = localUrl(`${config.baseurl}/${path.replace(/^\/+/, "")}`);
  if (url === undefined || helpers.image(url).kind !== "missing" || helpers.target(url) !== undefined) return;
  warnAt(
    placeInFile(page.path, key, config),
    `There is no image ${path}, which is to stand beside links to this page`,
    `Put it at ${url} below the site's folder, or correct the address`,
  );
}
