/** The filters that al-folio's plugins add. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { LiquidFault } from "../jekyll/errors.ts";
import { filter, textual } from "../jekyll/filters/define.ts";
import type { Filters } from "../jekyll/services.ts";
import { emojiNamed, replaceShortcodes } from "../markdown/emoji.ts";
import type { Site } from "../model.ts";
import { asNames } from "../settings.ts";

/** In the order of the gems they come from: jekyll-cache-bust, al-folio's own, jekyll-regex-replace, jemoji, jekyll-email-protect. */
export function academicFilters(site: Site): Filters {
  const bust = textual((url) => stamped(site, url));
  const keywords = asNames(site.config.data.filtered_bibtex_keywords);
  return new Map([
    ["bust_file_cache", bust],
    ["bust_css_cache", bust],
    ["hideCustomBibtex", textual((entry) => withoutFields(entry, keywords))],
    ["remove_accents", textual((text) => text.normalize("NFD").replace(/\p{M}/gu, ""))],
    [
      "regex_replace",
      filter(2, 2, (scope, input, from = "", to = "") =>
        scope.text(input).replace(pattern(scope.text(from), "g"), replacement(scope.text(to))),
      ),
    ],
    [
      "regex_replace_once",
      filter(2, 2, (scope, input, from = "", to = "") =>
        scope.text(input).replace(pattern(scope.text(from), ""), replacement(scope.text(to))),
      ),
    ],
    ["emojify", textual((text) => (text.includes(":") ? replaceShortcodes(text, emojiNamed) : text))],
    // Whoever hides an address hides it in the whole finished page.
    ["encode_email", textual((text) => text)],
  ]);
}

/** The URL of a file of the site with the MD5 of its bytes, as the gem writes it; any other URL as it is. */
function stamped({ config, staticFiles }: Site, url: string): string {
  const path = config.baseurl !== "" && url.startsWith(`${config.baseurl}/`) ? url.slice(config.baseurl.length) : url;
  const file = staticFiles.find((one) => one.url === path || one.url === `/${path}`);
  if (file === undefined) return url;
  return `${url}?${createHash("md5").update(readFileSync(file.from)).digest("hex")}`;
}

/** A BibTeX entry without the lines of the fields that only the site itself reads, and without marks at authors' names. */
function withoutFields(entry: string, keywords: readonly string[]): string {
  const names = keywords.map((name) => name.replace(/[^\w-]/g, "\\$&")).join("|");
  const kept = names === "" ? entry : entry.replace(new RegExp(`^.*\\b(?:${names})\\b *= *\\{.*$\\n?`, "gm"), "");
  return kept.replace(/^.*\bauthor\b *= *\{.*$/gm, (line) => line.replace(/[*†‡§¶‖&^]/g, ""));
}

function pattern(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    throw new LiquidFault(`"${source}" is no regular expression`, "Correct the pattern of regex_replace");
  }
}

/** Ruby's `\1` is JavaScript's `$1`. */
function replacement(text: string): string {
  return text.replaceAll("$", "$$$$").replace(/\\(\d)/g, "$$$1");
}
