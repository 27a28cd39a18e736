/** An `icon` in the configuration that leads nowhere. */
import type { Diagnostics } from "../errors.ts";
import type { Site } from "../model.ts";
import { placeInConfig } from "../read/reading.ts";
import { asText } from "../settings.ts";
import { placesOf } from "./icons.ts";

/** Warns of an `icon` that is the name of a file which is not there: the theme's stands for it. */
export function tellMissingIcon({ config, staticFiles }: Site, diagnostics: Diagnostics): void {
  const setting = asText(config.data.icon)?.trim() ?? "";
  if (!/\.\w+$/.test(setting) || setting.includes("//")) return;
  const places = placesOf(setting);
  if (staticFiles.some(({ url }) => places.includes(url))) return;
  diagnostics.warn({
    ...placeInConfig(config, ["icon"]),
    problem: `There is no file ${setting}, so the site has another icon`,
    help: "Put the file into assets/img, or correct `icon`",
  });
}
