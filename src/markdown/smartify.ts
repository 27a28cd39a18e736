/** Text that is no Markdown, with the typographer's quotes, dashes and dots: Jekyll's parser `SmartyPants`. */
import { createDocument } from "./document.ts";
import { createTypographer } from "./kramdown.ts";
import { DEFAULTS, parseOptions } from "./option-values.ts";
import { renderDocument } from "./render/document.ts";

/** Characters without one of which a text stays as it is. */
const SIGNS = /["'<>&\-.\r\0]/;

/**
 * A function from text to HTML: HTML elements stay, text in blocks of HTML as it is written, every other text set well.
 * @param given kramdown's options, as they stand in `_config.yml`
 */
export function createSmartify(given: Readonly<Record<string, unknown>>): (text: string) => string {
  const options = { ...DEFAULTS, ...parseOptions(given).options, input: "kramdown" as const };
  const md = createTypographer(options);
  return (text) => {
    if (!SIGNS.test(text)) return text.replace(/\n$/, "");
    const document = createDocument(options, 1);
    return renderDocument(md, md.parse(text, document), document).replace(/\n$/, "");
  };
}
