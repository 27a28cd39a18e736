/** The values that the events of a YAML text stand for, as Psych makes them. */
import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import type { Data, Value } from "../model.ts";
import { isData, isDate } from "../values.ts";
import { Float, keepKeys, keyValues } from "./scalar-values.ts";
import { resolveScalar, SymbolScalar } from "./scalars.ts";
import { Refused } from "./yaml-errors.ts";

/** What becomes of a Ruby symbol. */
export type Symbols = "refused" | "texts";

/** More than any site's text holds, and few enough to be written out: aliases of aliases would fill any memory. */
const MAX_VALUES = 1_000_000;

/** What a list and a mapping have in common. */
type Collection = Extract<Event, { type: typeof EVENT_ID.SEQUENCE | typeof EVENT_ID.MAPPING }>;

/** Makes values from events: one pass, in the order of the text. `value` throws Refused for what Psych makes no plain value of. */
export class Composer {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #symbols: Symbols;
  readonly #offsets: Map<string, number> | undefined;
  readonly #anchors = new Map<string, { readonly value: Value; readonly size: number | undefined }>();
  #next = 0;
  /** Values so far, those of aliases counted again. */
  #count = 0;

  /**
   * @param text what the events refer to
   * @param offsets is filled with where the keys and the items stand, by their paths as JSON
   */
  constructor(text: string, events: readonly Event[], symbols: Symbols, offsets: Map<string, number> | undefined) {
    this.#text = text;
    this.#events = events;
    this.#symbols = symbols;
    this.#offsets = offsets;
  }

  value(): Value {
    const document = this.#events[this.#next++];
    if (document === undefined) return null;
    const root = this.#events[this.#next];
    return root === undefined || root.type === EVENT_ID.POP ? null : this.#node([]);
  }

  #node(path: readonly string[]): Value {
    const event = this.#events[this.#next++];
    if (event === undefined) return null;
    const before = this.#count++;
    switch (event.type) {
      case EVENT_ID.SCALAR: {
        const value = this.#scalar(event);
        this.#anchor(event, value, 1);
        return value;
      }
      case EVENT_ID.SEQUENCE:
        return this.#sequence(event, path, before);
      case EVENT_ID.MAPPING:
        return this.#mapping(event, path, before);
      case EVENT_ID.ALIAS:
        return this.#alias(event);
      default:
        return null;
    }
  }

  /** @param before how many values stand before it */
  #sequence(event: Collection, path: readonly string[], before: number): Value {
    this.#checkTag(event);
    const items: Value[] = [];
    this.#anchor(event, items, undefined);
    while (this.#more()) {
      const below = this.#offsets === undefined ? path : [...path, `${items.length}`];
      const item = this.#events[this.#next];
      if (item?.type === EVENT_ID.SCALAR) this.#offsets?.set(JSON.stringify(below), item.valueStart);
      items.push(this.#node(below));
    }
    this.#anchor(event, items, this.#count - before);
    this.#next++;
    return items;
  }

  /** @param before how many values stand before it */
  #mapping(event: Collection, path: readonly string[], before: number): Value {
    this.#checkTag(event);
    const pairs: Record<string, Value> = {};
    this.#anchor(event, pairs, undefined);
    const keys = new Map<string, Value>();
    while (this.#more()) this.#pair(pairs, keys, path);
    this.#anchor(event, pairs, this.#count - before);
    keepKeys(pairs, [...keys.keys()], new Map([...keys].filter(([, key]) => typeof key !== "string")));
    this.#next++;
    return pairs;
  }

  /** Throws Refused for an alias of nothing, of itself, or of more than any text needs. */
  #alias({ anchorStart, anchorEnd }: Pick<ScalarEvent, "anchorStart" | "anchorEnd">): Value {
    const name = this.#text.slice(anchorStart, anchorEnd);
    const anchor = this.#anchors.get(name);
    if (anchor === undefined) throw new Refused(`The alias *${name} has no anchor before it`, anchorStart);
    if (anchor.size === undefined)
      throw new Refused(`The alias *${name} stands inside what it stands for`, anchorStart);
    this.#count += anchor.size;
    if (this.#count > MAX_VALUES)
      throw new Refused(`The alias *${name} makes more than ${MAX_VALUES} values of this text`, anchorStart);
    return anchor.value;
  }

  #more(): boolean {
    const event = this.#events[this.#next];
    return event !== undefined && event.type !== EVENT_ID.POP;
  }

  /** @param keys the keys by their texts, in order */
  #pair(pairs: Record<string, Value>, keys: Map<string, Value>, path: readonly string[]): void {
    const event = this.#events[this.#next];
    const offset = event?.type === EVENT_ID.SCALAR ? event.valueStart : 0;
    const keyValue = this.#node(path);
    // The text that Ruby prints: `010: x` is found under "8", `1.0: x` under "1.0".
    const key = keyText(keyValue);
    const below = this.#offsets === undefined ? path : [...path, key];
    this.#offsets?.set(JSON.stringify(below), offset);
    const quoted = event?.type === EVENT_ID.SCALAR && event.style !== SCALAR_STYLE.PLAIN;
    const isScalar = this.#events[this.#next]?.type === EVENT_ID.SCALAR;
    const value = this.#node(below);
    const merged = key === "<<" && !quoted && !isScalar ? mergeable(value) : undefined;
    // Psych merges at the place of the key: what was set before it is overwritten, what follows overwrites it.
    if (merged === undefined) {
      assign(pairs, key, value);
      keys.set(key, isCollection(keyValue) ? key : keyValue);
      return;
    }
    for (const source of merged) {
      const values = keyValues(source);
      for (const [name, item] of Object.entries(source)) {
        assign(pairs, name, item);
        keys.set(name, values?.get(name) ?? name);
      }
    }
  }

  #scalar(event: ScalarEvent): Value {
    const text = this.#content(event);
    const tag = this.#tag(event);
    if (tag === undefined) return event.style === SCALAR_STYLE.PLAIN ? this.#resolve(text, event) : text;
    this.#checkTag(event);
    if (/^!(?:!|<tag:yaml\.org,2002:|)str>?$/.test(tag)) return text;
    if (/^!(?:!|<tag:yaml\.org,2002:|)binary>?$/.test(tag)) return Buffer.from(text, "base64").toString("utf8");
    if (!/^!(?:!|<tag:yaml\.org,2002:|)float>?$/.test(tag)) return this.#resolve(text, event);
    const number = this.#resolve(text, event);
    if (typeof number === "number") return Number.isInteger(number) ? new Float(number) : number;
    if (number instanceof Float) return number;
    throw new Refused(`"${text}" is not a number`, event.tagStart);
  }

  #content(event: ScalarEvent): string {
    if (event.fast) return this.#text.slice(event.valueStart, event.valueEnd);
    const text = getScalarValue(this.#text, event);
    const block = event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK;
    // libyaml adds no line break to a block that ends with the file and has none.
    const cut = block && event.valueEnd >= this.#text.length && !this.#text.endsWith("\n") && text.endsWith("\n");
    return cut ? text.slice(0, -1) : text;
  }

  #resolve(text: string, event: ScalarEvent): Value {
    try {
      return resolveScalar(text);
    } catch (error) {
      if (!(error instanceof SymbolScalar)) throw error;
      if (this.#symbols === "texts") return text;
      throw new Refused(`"${text}" is a Ruby symbol, which a site may not hold`, event.valueStart);
    }
  }

  #tag(event: { tagStart: number; tagEnd: number }): string | undefined {
    return event.tagStart < 0 ? undefined : this.#text.slice(event.tagStart, event.tagEnd);
  }

  /** Psych's safe loader makes no objects: tags of Ruby, sets and ordered maps are refused. */
  #checkTag(event: { tagStart: number; tagEnd: number }): void {
    const tag = this.#tag(event);
    if (tag === undefined || !/^!(?:ruby\/|struct|<tag:ruby|<!?ruby|(?:!|<tag:yaml\.org,2002:)(?:set|omap))/.test(tag))
      return;
    throw new Refused(`The tag ${tag} would make an object`, event.tagStart);
  }

  /** @param size how many values it is made of; undefined while they are read */
  #anchor(event: { anchorStart: number; anchorEnd: number }, value: Value, size: number | undefined): void {
    if (event.anchorStart < 0) return;
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    // libyaml's names: js-yaml would take the rest of `title: &amp; more` and drop what looks like an anchor.
    if (!/^[A-Za-z0-9_-]+$/.test(name))
      throw new Refused(`"&${name}" is not a name for an anchor`, event.anchorStart - 1);
    this.#anchors.set(name, { value, size });
  }
}

/** The mappings that `<<: value` brings, the weakest first; undefined where the value is none, and `<<` is a key like any other. */
function mergeable(value: Value): readonly Data[] | undefined {
  if (isData(value)) return [value];
  if (!Array.isArray(value)) return undefined;
  const sources = value.filter((item): item is Data => isData(item));
  return sources.length === value.length ? sources.reverse() : undefined;
}

/** A key's text, as Ruby prints the value: `2020: x` and `yes: x` are found under "2020" and "true". */
function keyText(key: Value): string {
  if (typeof key === "string") return key;
  if (key === null) return "";
  if (isDate(key)) return [key.year, pad(key.month), pad(key.day)].join("-");
  return isCollection(key) ? JSON.stringify(key) : String(key);
}

function isCollection(value: Value): boolean {
  return isData(value) || Array.isArray(value);
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}

/** `__proto__` in a file is a key like any other. */
function assign(pairs: Record<string, Value>, key: string, value: Value): void {
  if (key === "__proto__")
    Object.defineProperty(pairs, key, { value, enumerable: true, configurable: true, writable: true });
  else pairs[key] = value;
}
