/** Every rule of the pass, in the order in which they see an element. */
import type { Config } from "../model.ts";
import { externalLinks } from "./links.ts";
import type { Rule } from "./rule.ts";

export function pageRules(config: Config): readonly Rule[] {
  return [externalLinks(config)];
}
