/** Settings of `_config.yml` and front matter, which may hold anything, read as what a plugin expects. */
import type { Config, Data, Value } from "../model.ts";
import { isData } from "../read/yaml.ts";

/** The value where it is a mapping, else undefined. */
export function asData(value: Value | undefined): Data | undefined {
  return isData(value) ? value : undefined;
}

/** The value where it is a list, else undefined. */
export function asList(value: Value | undefined): readonly Value[] | undefined {
  return isList(value) ? value : undefined;
}

/** The value where it is a text that is not empty, else undefined. */
export function asText(value: Value | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A whole number, also where it is written as a text of digits (Ruby's `to_i`); else undefined. */
export function asCount(value: Value | undefined): number | undefined {
  const count = typeof value === "string" && /^\s*\d+/.test(value) ? Number.parseInt(value, 10) : value;
  return typeof count === "number" && Number.isFinite(count) ? Math.trunc(count) : undefined;
}

/** Texts of a list, or the parts of one text between commas, semicolons and white space; names in between, trimmed. */
export function asNames(value: Value | undefined): readonly string[] {
  const parts = isList(value) ? value : asText(value)?.split(/[;,\s]/);
  return (parts ?? []).filter((part) => part !== null && part !== "").map(String);
}

/**
 * Whether the site uses a feature that is a gem in Jekyll. In `mode: octavo` every feature is there; in `mode: jekyll`
 * only what stands in `plugins` or, as older sites write it, in `gems`.
 */
export function usesPlugin(config: Config, ...gems: readonly string[]): boolean {
  if (config.mode === "octavo") return true;
  const wanted = [...asNames(config.data.plugins), ...asNames(config.data.gems)];
  return gems.some((gem) => wanted.includes(gem));
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
