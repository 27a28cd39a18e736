/** Text made fit for XML, by the filters that the gems' templates use. */
import type { DateTime } from "luxon";
import { escapeHtml } from "../html.ts";

/** What XML 1.0 forbids even when escaped (section 2.2, Char): control characters and halves of surrogate pairs. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text for an element or for an attribute in double quotes (Jekyll's `xml_escape`). */
export function escapeXml(text: string): string {
  return escapeHtml(text.replace(FORBIDDEN, ""));
}

/** A CDATA section; `]]>`, which would end it, is divided between two. */
export function cdata(text: string): string {
  return `<![CDATA[${text.replace(FORBIDDEN, "").replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
}

/** HTML without its tags, scripts, styles and comments (Liquid's `strip_html`), runs of white space as one space (`normalize_whitespace`). */
export function plainText(html: string): string {
  return html
    .replace(/<script.*?<\/script>|<style.*?<\/style>|<!--.*?-->/gs, "")
    .replace(/<.*?>/gs, "")
    .replace(/[ \t\r\n\f\v]+/g, " ")
    .trim();
}

/** A moment to the second with its offset, "2025-11-16T19:45:00+00:00" (Jekyll's `date_to_xmlschema`). */
export function xmlTime(moment: DateTime): string {
  return (moment.toISO() ?? "").replace(/\.\d+/, "").replace(/Z$/, "+00:00");
}
