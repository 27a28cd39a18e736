import { wordSet } from "../word-set.ts";
import type { ContentModel } from "./block/state.ts";
import type { KramdownOptions } from "./options.ts";

/** Elements that live inside a line of text (kramdown syntax, "HTML Spans"). */
const SPAN_ELEMENTS = wordSet(
  "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc " +
    "ruby samp select small span strong sub sup tt u var",
);

/** Elements that end a line of text. */
export const BLOCK_ELEMENTS = wordSet(
  "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section " +
    "summary table tbody td th thead tfoot tr ul",
);

/** Elements that are over with their start tag. */
export const VOID_ELEMENTS = wordSet(
  "area base br col command embed hr img input keygen link meta param source track wbr",
);

const OTHER_ELEMENTS = wordSet(
  "area base command embed keygen link meta param source track wbr details figure noscript object script style math " +
    "textarea",
);

const BLOCK_MODEL = wordSet(
  "address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header " +
    "hgroup iframe li main map menu nav noscript object section summary td",
);

const SPAN_MODEL = wordSet(
  "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb " +
    "rbc rp rt rtc ruby select small span strong sub sup th tt",
);

/** Whether an element lives inside a line of text. kramdown knows `<time>` as one since 2.5. */
export function isSpanElement(name: string, version: KramdownOptions["version"]): boolean {
  return SPAN_ELEMENTS.has(name) || (name === "time" && version === "2.5");
}

/** Elements of HTML: their names are compared in lower case, those of XML as written. */
export function isHtmlElement(name: string): boolean {
  return SPAN_ELEMENTS.has(name) || BLOCK_ELEMENTS.has(name) || OTHER_ELEMENTS.has(name);
}

/** How the text inside an element is read where reading it is asked for ("HTML Blocks", the `markdown` attribute). */
export function contentModel(name: string): ContentModel {
  return BLOCK_MODEL.has(name) ? "block" : SPAN_MODEL.has(name) ? "span" : "raw";
}
