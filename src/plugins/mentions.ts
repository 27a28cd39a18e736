/** jekyll-mentions: `@name` in the text of a page is a link to that name on GitHub. */
import { GITHUB, isReserved, namePrefix } from "../markdown/mentions.ts";
import type { Config, Data, Document, Value } from "../model.ts";
import { asData, asText } from "../settings.ts";

/**
 * A name follows an `@` that follows no word character; no slash comes after it, and no dot that a word follows (html-pipeline's
 * `MentionFilter`, with the gem's names). The lookahead with its back reference takes the longest name or none.
 */
const MENTION = /(?<=^|\W)@(?=(\w[\w-]*))\1(?!\/)(?=\.+[ \t\W]|\.+$|[^0-9a-z_.]|$)/gim;

/** `jekyll-mentions: false` in the front matter leaves a page alone; a URL there, or in `_config.yml`, stands for GitHub's. */
export function mentionify({ data: site }: Config): (html: string, document: Pick<Document, "data">) => string {
  return (html, { data }) => {
    const own = data["jekyll-mentions"];
    if (own === false) return html;
    const base = baseOf(own) ?? mentionsBase(site);
    const prefix = namePrefix(base);
    return html.replace(MENTION, (whole, name: string) =>
      isReserved(name) ? whole : `<a href="${prefix}${name}" class="user-mention">@${name}</a>`,
    );
  };
}

/** Whether the gem reads this HTML and writes it anew: a name in it, also one that leads nowhere (`@mentions`). */
export function findsMention({ data }: Pick<Document, "data">, html: string): boolean {
  return data["jekyll-mentions"] !== false && html.search(MENTION) >= 0;
}

/** Where the names of a site lead: `jekyll-mentions: {base_url: …}` in its configuration, or the URL itself. */
export function mentionsBase({ "jekyll-mentions": setting }: Data): string {
  return baseOf(setting) ?? GITHUB;
}

function baseOf(setting: Value | undefined): string | undefined {
  return asText(setting) ?? asText(asData(setting)?.base_url);
}
