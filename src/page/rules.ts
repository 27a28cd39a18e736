/** Every rule of the pass, in the order in which they see an element. */

import { dataTables } from "../folio/data-table.ts";
import { iconNames } from "../folio/icons.ts";
import { images } from "../images/rule.ts";
import type { Config } from "../model.ts";
import { analytics } from "./analytics.ts";
import { brokenLinks, missingMedia } from "./broken-links.ts";
import { comments } from "./comments.ts";
import { embeds } from "./embeds.ts";
import { languageLinks } from "./language-links.ts";
import { externalLinks } from "./links.ts";
import { hiddenMail } from "./mail.ts";
import type { Rule } from "./rule.ts";
import { sharedPicture } from "./shared-picture.ts";
import { alignedCells, wideEquations, wideTables } from "./wide.ts";

/** For the pages of one site in mode octavo. */
export function pageRules(config: Config): readonly Rule[] {
  return [
    dataTables,
    iconNames,
    languageLinks(config),
    externalLinks(config),
    brokenLinks(config),
    missingMedia,
    images(config),
    sharedPicture,
    hiddenMail(config),
    wideTables,
    wideEquations,
    alignedCells,
    embeds(config),
    comments(config),
    analytics(config),
  ];
}
