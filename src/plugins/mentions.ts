/** jekyll-mentions: `@name` in the text of a page is a link to that name on GitHub. */
import type { Config, Value } from "../model.ts";
import type { ReplaceText } from "./finish.ts";
import { asData, asText } from "./settings.ts";

/**
 * A name follows an `@` that follows no word character; no slash comes after it, and no dot that a word follows (html-pipeline's
 * `MentionFilter`, with the gem's names). The lookahead with its back reference takes the longest name or none.
 */
const mention = /(?<=^|\W)@(?=(\w[\w-]*))\1(?!\/)(?=\.+[ \t\W]|\.+$|[^0-9a-z_.]|$)/gim;

/** What html-pipeline keeps for a page about mentions, and links nowhere without one. */
const reserved = new Set(["mention", "mentions", "mentioned", "mentioning"]);

/** `jekyll-mentions: false` in the front matter leaves a page alone; a URL there, or in `_config.yml`, stands for GitHub's. */
export function mentionify({ data: site }: Config): ReplaceText {
  return (html, { data }) => {
    const own = data["jekyll-mentions"];
    if (own === false) return html;
    const base = baseOf(own) ?? baseOf(site["jekyll-mentions"]) ?? "https://github.com";
    const prefix = /[/~]$/.test(base) ? base : `${base}/`;
    return html.replace(mention, (whole, name: string) =>
      reserved.has(name.toLowerCase()) ? whole : `<a href="${prefix}${name}" class="user-mention">@${name}</a>`,
    );
  };
}

function baseOf(setting: Value | undefined): string | undefined {
  return asText(setting) ?? asText(asData(setting)?.base_url);
}
