/** What a feed shows of a post: read elsewhere, and by programs of all kinds. */

import type { Config } from "../model.ts";
import { applyEdits } from "../page/edits.ts";
import { findElements } from "../page/elements.ts";
import { hideMail } from "../page/mail.ts";
import { resolveSrcset } from "../srcset.ts";
import { wordSet } from "../word-set.ts";

const LINKED = wordSet("a area img source video audio track iframe embed object");
const REFERENCES = ["href", "src", "poster", "data"] as const;

/**
 * The markup of a post with the whole address in every reference, since many readers of feeds pass over `xml:base`, and without
 * legible mail addresses. Links within the post stay short.
 * @param address of the post; where the site does not say its `url`, it is no whole one, and the references stay as they are
 */
export function feedContent(html: string, address: string, config: Config): string {
  return hideMail(URL.canParse(address) ? withWholeAddresses(html, address) : html, config);
}

function withWholeAddresses(html: string, address: string): string {
  const whole = (reference: string): string =>
    reference.trim() === "" || /^\s*(?:#|[a-z][a-z\d+.-]*:)/i.test(reference) || !URL.canParse(reference, address)
      ? reference
      : new URL(reference, address).href;
  const elements = findElements(html, LINKED);
  for (const element of elements) {
    for (const name of REFERENCES) {
      const reference = element.get(name);
      if (reference !== undefined) element.set(name, whole(reference));
    }
    const candidates = element.get("srcset");
    if (candidates !== undefined) element.set("srcset", resolveSrcset(candidates, whole));
  }
  return applyEdits(
    html,
    elements.flatMap((element) => element.edits),
  );
}
