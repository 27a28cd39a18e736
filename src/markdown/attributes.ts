import type { Token } from "markdown-it";

/**
 * An attribute list as written: its own pairs and the names of the lists it refers to.
 * Names that match no definition stay useful: `toc`, `footnotes`, `standalone` are read from them.
 */
export interface AttributeList {
  readonly pairs: Map<string, string>;
  readonly refs: string[];
}

/** One without anything in it, to be filled. */
export function emptyAttributeList(): AttributeList {
  return { pairs: new Map(), refs: [] };
}

const ITEM =
  /([^ \t\n\v\f\r=]+)=(?:"((?:\\\}|\\"|[^}"])*)"|'((?:\\\}|\\'|[^}'])*)')|([.#][^ \t\n\v\f\r]*)|([^ \t\n\v\f\r]+)/y;
const SHORTHAND = /#([A-Za-z][\w:-]*)|\.([^ \t\n\v\f\r.#]+)/g;
const REFERENCE = /^\w[\w:-]*$/;

/** Reads what stands inside `{: … }` into `list` (kramdown syntax, "Attribute List Definitions"). */
export function readAttributeList(text: string, list: AttributeList): AttributeList {
  let pos = 0;
  while (pos < text.length) {
    if (text.charCodeAt(pos) <= 0x20) {
      pos++;
      continue;
    }
    ITEM.lastIndex = pos;
    const match = ITEM.exec(text);
    if (match === null) break;
    pos = ITEM.lastIndex;
    const [, key, double, single, shorthand, reference] = match;
    if (key !== undefined) setPair(list.pairs, key, (double ?? single ?? "").replace(/\\([}"'])/g, "$1"));
    else if (shorthand !== undefined) readShorthand(shorthand, list.pairs);
    else if (reference !== undefined && REFERENCE.test(reference)) list.refs.push(reference);
  }
  return list;
}

function readShorthand(text: string, pairs: Map<string, string>): void {
  for (const [, id, name] of text.matchAll(SHORTHAND)) {
    if (id !== undefined) pairs.set("id", id);
    else if (name !== undefined) setPair(pairs, "class", name);
  }
}

function setPair(pairs: Map<string, string>, key: string, value: string): void {
  const before = key === "class" ? pairs.get("class") : undefined;
  pairs.set(key, before === undefined ? value : `${before} ${value}`);
}

/**
 * The pairs of a list with those it refers to put in first, as kramdown merges them: classes add up, other values are
 * replaced by later ones. A list that refers to itself is read once.
 */
export function resolveAttributes(
  list: AttributeList,
  definitions: ReadonlyMap<string, AttributeList>,
): Map<string, string> {
  const pairs = new Map<string, string>();
  const seen = new Set([list]);
  const stack = [{ list, next: 0 }];
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!;
    if (top.next < top.list.refs.length) {
      const definition = definitions.get(top.list.refs[top.next++]!);
      if (definition === undefined || seen.has(definition)) continue;
      seen.add(definition);
      stack.push({ list: definition, next: 0 });
      continue;
    }
    for (const [key, value] of top.list.pairs) setPair(pairs, key, value);
    stack.pop();
  }
  return pairs;
}

/** Adds resolved pairs to an element: classes add up, any other value replaces what was there. */
export function applyAttributes(token: Token, pairs: ReadonlyMap<string, string>): void {
  for (const [key, value] of pairs) {
    if (key === "class") token.attrJoin("class", value);
    else token.attrSet(key, value);
  }
}
