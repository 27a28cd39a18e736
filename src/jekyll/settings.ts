/** `liquid:` of `_config.yml`. */
import type { Config, Value } from "../model.ts";
import { listsPlugin } from "../settings.ts";
import { isData } from "../values.ts";
import type { LiquidSettings } from "./services.ts";

/**
 * Jekyll's keys (`error_mode`, `strict_filters`, `strict_variables`) and ours: `unknown_tags: remove`, `render_limit` in ms for
 * one document's body or layout, `memory_limit` in characters that one of them may make.
 */
export function liquidSettings(config: Config): LiquidSettings {
  const given = isData(config.data.liquid) ? config.data.liquid : {};
  const mode = String(given.error_mode ?? "warn");
  return {
    errorMode: mode === "strict" || mode === "lax" ? mode : "warn",
    strictFilters: given.strict_filters === true,
    strictVariables: given.strict_variables === true,
    unknownTags: given.unknown_tags === "remove" ? "remove" : "error",
    // The method is ActiveSupport's, which Jekyll does not load and html-pipeline does.
    knowsBlank: ["jemoji", "jekyll-mentions"].some((gem) => listsPlugin(config, gem)),
    renderLimit: limit(given.render_limit, 30_000),
    memoryLimit: limit(given.memory_limit, 1_000_000_000),
  };
}

function limit(value: Value | undefined, otherwise: number): number {
  return typeof value === "number" && value > 0 ? value : otherwise;
}
