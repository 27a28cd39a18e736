/** jemoji: `:smile:` in the text of a page is GitHub's picture of it. Those without a character left with gemoji 4. */
import { emojiNamed } from "../markdown/emoji.ts";
import type { Config } from "../model.ts";
import { asData, asText } from "../settings.ts";

/** `emoji: {src: URL}` in `_config.yml` names another place for the pictures. */
export function emojify({ data }: Config): (html: string) => string {
  const root = (asText(asData(data.emoji)?.src) ?? "https://github.githubassets.com/images/icons").replace(/\/$/, "");
  const picture = (name: string, file: string): string => {
    const title = `:${name}:`;
    return `<img class="emoji" title="${title}" alt="${title}" src="${root}/emoji/${file}" height="20" width="20">`;
  };
  return (html) => {
    const shortcode = /:([\w+-]+):/g;
    let result = "";
    let at = 0;
    for (let match = shortcode.exec(html); match !== null; match = shortcode.exec(html)) {
      const name = match[1] ?? "";
      const file = fileOf(name);
      if (file === undefined) {
        // The colon after what is no name may begin one.
        shortcode.lastIndex--;
        continue;
      }
      result += html.slice(at, match.index) + picture(name, file);
      at = shortcode.lastIndex;
    }
    return result + html.slice(at);
  };
}

/** The picture's name: the code points in hexadecimal, without joiners and variation selectors. */
function fileOf(name: string): string | undefined {
  const character = emojiNamed(name);
  if (character === undefined) return undefined;
  const points = [...character].map((point) => (point.codePointAt(0) ?? 0).toString(16).padStart(4, "0"));
  return `unicode/${points.filter((point, index) => index === 0 || !/^(?:fe0f|200d)$/.test(point)).join("-")}.png`;
}
