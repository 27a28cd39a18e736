/** jemoji: `:smile:` in the text of a page is GitHub's picture of it. Those without a character left with gemoji 4. */
import { emojiNamed, replaceShortcodes } from "../markdown/emoji.ts";
import type { Config } from "../model.ts";
import { asData, asText } from "../settings.ts";

/** `emoji: {src: URL}` in `_config.yml` names another place for the pictures. */
export function emojify({ data }: Config): (html: string) => string {
  const root = (asText(asData(data.emoji)?.src) ?? "https://github.githubassets.com/images/icons").replace(/\/$/, "");
  const picture = (name: string): string | undefined => {
    const file = fileOf(name);
    if (file === undefined) return undefined;
    const title = `:${name}:`;
    return `<img class="emoji" title="${title}" alt="${title}" src="${root}/emoji/${file}" height="20" width="20">`;
  };
  return (html) => replaceShortcodes(html, picture);
}

/** The picture's name: the code points in hexadecimal, without joiners and variation selectors. */
function fileOf(name: string): string | undefined {
  const character = emojiNamed(name);
  if (character === undefined) return undefined;
  const points = [...character].map((point) => (point.codePointAt(0) ?? 0).toString(16).padStart(4, "0"));
  return `unicode/${points.filter((point, index) => index === 0 || !/^(?:fe0f|200d)$/.test(point)).join("-")}.png`;
}
