/** The collections of `_config.yml`, and the front matter that it gives by default. */

import type { CollectionConfig, DefaultsScope, Value } from "../model.ts";
import { styleTemplate } from "../urls.ts";
import { isData } from "../values.ts";
import { type ConfigValues, dataOrEmpty } from "./values.ts";

/** Jekyll's two forms, a list of labels or a mapping; "posts" comes first and is always written. */
export function readCollections(values: ConfigValues, permalink: string): readonly CollectionConfig[] {
  const value = values.get("collections");
  if (value !== null && !Array.isArray(value) && !isData(value)) {
    values.unusable(
      ["collections"],
      "`collections` must be a list or a mapping",
      'Write "collections: [name]" or a mapping of names',
    );
  }
  const entries = Array.isArray(value)
    ? value.map((label) => [String(label), {}] as const)
    : Object.entries(dataOrEmpty(value));
  const posts = entries.find(([label]) => label === "posts")?.[1];
  const others = entries
    .filter(([label]) => label !== "posts")
    .map(([label, metadata]) => readCollection(values, label, metadata));
  const metadata = dataOrEmpty(posts);
  const template = typeof metadata.permalink === "string" ? metadata.permalink : styleTemplate(permalink);
  const config = { ...metadata, output: true, permalink: template };
  return [{ label: "posts", output: true, permalink: template, metadata: config }, ...others];
}

function readCollection(values: ConfigValues, name: string, value: Value): CollectionConfig {
  if (value !== null && !isData(value)) {
    values.unusable(
      ["collections", name],
      `The collection \`${name}\` must be a mapping`,
      'Write "output: true" below its name',
    );
  }
  const label = name.replace(/[^a-z0-9_\-.]/gi, "");
  // Jekyll looks the settings up by the cleaned label, and so finds none for a label that needed cleaning.
  const metadata = label === name ? dataOrEmpty(value) : {};
  const { output, permalink, sort_by: sortBy, order } = metadata;
  if (permalink !== undefined && permalink !== null && typeof permalink !== "string") {
    values.unusable(["collections", name, "permalink"], "A permalink must be a text", "Write it in quotes");
  }
  return {
    label,
    output: output !== undefined && output !== null && output !== false,
    metadata,
    ...(typeof permalink === "string" ? { permalink } : {}),
    ...(typeof sortBy === "string" ? { sortBy } : {}),
    ...(Array.isArray(order) ? { order: order.map(String) } : {}),
  };
}

/** The entries of `defaults:` that are usable; Jekyll warns of the others and goes on. */
export function readDefaults(values: ConfigValues): readonly DefaultsScope[] {
  const value = values.get("defaults");
  if (!Array.isArray(value)) {
    if (value !== null) values.tolerated(["defaults"], "`defaults` must be a list", 'Begin each entry with "- scope:"');
    return [];
  }
  return value.flatMap((entry: Value, index): DefaultsScope[] => {
    const scope = isData(entry) ? (entry.scope ?? {}) : null;
    const set = isData(entry) ? entry.values : null;
    if (!isData(scope) || !isData(set)) {
      const help = 'Write "scope:" with a path and "values:" with keys below it';
      values.tolerated(["defaults", `${index}`], "An entry of `defaults` must have a scope and values", help);
      return [];
    }
    const path = typeof scope.path === "string" ? scope.path : "";
    const type = scope.type;
    return [{ path, values: set, ...(type === undefined || type === null ? {} : { type: pluralType(String(type)) }) }];
  });
}

/** Jekyll's old names of types. */
function pluralType(type: string): string {
  return ["page", "post", "draft"].includes(type) ? `${type}s` : type;
}
