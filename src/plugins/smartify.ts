/** Jekyll's filter `smartify`: quotes, dashes and dots of a text become the typographer's, by the site's settings of kramdown. */
import { createSmartify } from "../markdown/smartify.ts";
import type { Config } from "../model.ts";
import { asData } from "../settings.ts";

/** A function from text, HTML in it or not, to HTML. It costs nothing until it is called. */
export function siteSmartify({ data }: Config): (text: string) => string {
  let smartify: ((text: string) => string) | undefined;
  return (text) => {
    smartify ??= createSmartify(asData(data.kramdown) ?? {});
    return smartify(text);
  };
}
