/**
 * YAML 1.1 as Ruby's Psych gives it to Jekyll: its scalars, its merge keys, the last of duplicate keys. js-yaml splits the
 * text into events; the values are made of these (yaml-composer.ts), so nothing but plain values can come out and every node keeps
 * its place.
 */
import { YAMLException } from "js-yaml";
import { SiteError } from "../errors.ts";
import type { Value } from "../model.ts";
import { locate, type Place, type Position } from "./position.ts";
import { Composer, type Symbols } from "./yaml-composer.ts";
import { Refused, refusal, syntaxError } from "./yaml-errors.ts";
import { eventsOf } from "./yaml-events.ts";

/**
 * The first document of a YAML text; null where it is empty.
 * Throws SiteError with file, line and column for what is not YAML, and for tags and symbols that would make Ruby objects.
 */
export function parseYaml(text: string, place: Place): Value {
  return compose(text, place, "refused");
}

/**
 * The same of a configuration or a data file, where older readers of Ruby took a symbol for a text: sites have `style: :compressed`
 * there, and `permalink: :title`. Throws SiteError as `parseYaml` does, but for symbols.
 */
export function parseSettings(text: string, place: Place): Value {
  return compose(text, place, "texts");
}

/**
 * The 1-based line and column of a key, given by its path from the root (`["defaults", "0", "scope"]`); undefined where the text
 * has no such key or is not YAML. For messages: reads the text once more.
 */
export function findKey(text: string, path: readonly string[], place: Place): Position | undefined {
  const offsets = new Map<string, number>();
  try {
    compose(text, place, "texts", offsets);
  } catch (error) {
    // Told when the text was read.
    if (!(error instanceof SiteError)) throw error;
    return undefined;
  }
  const offset = offsets.get(JSON.stringify(path));
  return offset === undefined ? undefined : locate(text, offset, place);
}

/** The same of the longest part of the path that there is, else the beginning of the text. */
export function locateKey(text: string, path: readonly string[], place: Place): Position {
  if (path.length === 0) return { line: place.line, column: 1 };
  return findKey(text, path, place) ?? locateKey(text, path.slice(0, -1), place);
}

function compose(text: string, place: Place, symbols: Symbols, offsets?: Map<string, number>): Value {
  try {
    const { events, joined } = eventsOf(text);
    return new Composer(joined, events, symbols, offsets).value();
  } catch (error) {
    if (error instanceof YAMLException) throw syntaxError(text, error.mark?.position ?? 0, error.reason, place, error);
    if (error instanceof Refused) throw refusal(text, error, place);
    throw error;
  }
}
