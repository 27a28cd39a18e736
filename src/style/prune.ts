/**
 * A style sheet cut down to a page: the rules whose selectors can match something in it. What a selector asks of the page are the names
 * of its elements and classes, and attributes with a whole value; what it says in `:not()`, and by other pseudo-classes, is passed
 * over. So a rule may stay that matches nothing; none goes that matches.
 */

/** What a page has of what a style sheet asks for: "div", ".prose", `[dir="rtl"]`. */
type Has = (need: string) => boolean;

/** A style sheet that can be cut down. */
export interface PrunableSheet {
  /** Everything that its selectors ask for. */
  readonly needs: ReadonlySet<string>;
  readonly pruned: (has: Has) => string;
}

interface Block {
  readonly prelude: string;
  /** A style rule's list of selectors; absent for an at-rule. */
  readonly selectors?: readonly Selector[];
  /** The text between the braces, or what stands there in turn. */
  readonly content: string | readonly Block[];
}

/** One of a list of selectors: its text in pieces; a list within is `:is()`, `:where()` or `:has()`, of which one alternative must match. */
interface Selector {
  readonly parts: readonly (string | readonly Selector[])[];
  readonly needs: readonly string[];
}

/** At-rules with rules inside. */
const GROUPING = /^@(?:media|supports|layer|container)\b/;

/** @param css small already (`minifyCss`) */
export function prunable(css: string): PrunableSheet {
  const { blocks } = readBlocks(css, 0);
  const needs = new Set<string>();
  collect(blocks, needs);
  return { needs, pruned: (has) => print(blocks, has) };
}

const STRUCTURE = /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|url\([^)'"]*\)|[{};]/g;

function readBlocks(css: string, from: number): { readonly blocks: readonly Block[]; readonly end: number } {
  const blocks: Block[] = [];
  const pattern = new RegExp(STRUCTURE);
  let start = from;
  pattern.lastIndex = from;
  for (let match = pattern.exec(css); match !== null; match = pattern.exec(css)) {
    if (match[0] === "}") return { blocks, end: pattern.lastIndex };
    if (match[0] === ";") {
      blocks.push({ prelude: css.slice(start, match.index), content: "" });
      start = pattern.lastIndex;
    }
    if (match[0] !== "{") continue;
    const prelude = css.slice(start, match.index);
    if (GROUPING.test(prelude)) {
      const inner = readBlocks(css, pattern.lastIndex);
      blocks.push({ prelude: prelude.replace(/\s*([<>]=?)\s*/g, "$1"), content: inner.blocks });
      pattern.lastIndex = inner.end;
    } else {
      const end = endOfBlock(css, pattern.lastIndex);
      const content = css.slice(pattern.lastIndex, end);
      blocks.push({ prelude, content, ...(!prelude.startsWith("@") && { selectors: readSelectors(prelude) }) });
      pattern.lastIndex = end + 1;
    }
    start = pattern.lastIndex;
  }
  return { blocks, end: css.length };
}

/** Index of the brace that closes a block; blocks within are skipped. */
function endOfBlock(css: string, from: number): number {
  const pattern = new RegExp(STRUCTURE);
  pattern.lastIndex = from;
  let depth = 1;
  for (let match = pattern.exec(css); match !== null; match = pattern.exec(css)) {
    if (match[0] === "{") depth++;
    else if (match[0] === "}" && --depth === 0) return match.index;
  }
  return css.length;
}

/** A name, a class, an attribute with its value, a pseudo-class with what it holds, a combinator, or any other character. */
const SELECTOR_PART =
  /\.(-?[\w-]+)|\[([\w-]+)="([^"]*)"\]|\[[^\]]*\]|:{1,2}([\w-]+)(\()?|(?<![\w-])([a-z][\w-]*)|\s*[+~]\s*|[\s\S]/g;

/** A value that is a name needs no quotes (Selectors 4, section 6.1). */
const QUOTED_NAME = /="([a-z_][\w-]*)"\]$/i;

function readSelectors(list: string): readonly Selector[] {
  return splitList(list).map((text) => {
    const parts: (string | readonly Selector[])[] = [];
    const needs: string[] = [];
    const pattern = new RegExp(SELECTOR_PART);
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const [part, className, attribute, value, pseudo, opening, element] = match;
      if (className !== undefined) needs.push(`.${className}`);
      // The script of the page sets it.
      if (attribute !== undefined && attribute !== "data-theme") needs.push(`[${attribute}="${value}"]`);
      if (element !== undefined) needs.push(element);
      if (opening === undefined) {
        parts.push(part.startsWith("[") ? part.replace(QUOTED_NAME, "=$1]") : part.trim() || " ");
        continue;
      }
      const end = closing(text, pattern.lastIndex);
      const inside = text.slice(pattern.lastIndex, end);
      if (pseudo === "is" || pseudo === "where" || pseudo === "has") parts.push(part, readSelectors(inside), ")");
      else parts.push(`${part}${inside})`);
      if (pseudo === "dir") needs.push(`[dir="${inside}"]`);
      if (pseudo === "lang") needs.push(`[html lang="${inside}"]`);
      pattern.lastIndex = end + 1;
    }
    return { parts, needs };
  });
}

/** The parts of a list between the commas that stand in no parentheses. */
function splitList(list: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < list.length; at++) {
    const character = list[at];
    if (character === "(" || character === "[") depth++;
    else if (character === ")" || character === "]") depth--;
    else if (character === "," && depth === 0) {
      parts.push(list.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, list.slice(start)];
}

function closing(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at;
  }
  return text.length;
}

function collect(blocks: readonly Block[], needs: Set<string>): void {
  const visit = (selectors: readonly Selector[]): void => {
    for (const selector of selectors) {
      for (const need of selector.needs) needs.add(need);
      for (const part of selector.parts) if (typeof part !== "string") visit(part);
    }
  };
  for (const { selectors, content } of blocks) {
    if (selectors !== undefined) visit(selectors);
    if (typeof content !== "string") collect(content, needs);
  }
}

function print(blocks: readonly Block[], has: Has): string {
  return blocks
    .map(({ prelude, selectors, content }) => {
      if (typeof content !== "string") {
        const inner = print(content, has);
        return inner === "" ? "" : `${prelude}{${inner}}`;
      }
      if (selectors === undefined) return content === "" ? `${prelude};` : `${prelude}{${content}}`;
      const left = printSelectors(selectors, has);
      return left === "" ? "" : `${left}{${content}}`;
    })
    .join("");
}

/** `:is()` around one class or attribute, or around one element where a selector begins: it says no more than what is in it. */
const SINGLE = /:is\(([.[][^\s>+~,():]*)\)|(?:^|(?<=[\s>+~]))(?::is\(([a-z][^\s>+~,():]*)\))/g;

function printSelectors(selectors: readonly Selector[], has: Has): string {
  return selectors
    .filter(({ needs }) => needs.every(has))
    .map(({ parts }) => {
      const texts = parts.map((part) => (typeof part === "string" ? part : printSelectors(part, has)));
      // Of a list within nothing is left.
      return texts.some((text, index) => text === "" && typeof parts[index] !== "string") ? "" : texts.join("");
    })
    .map((text) => text.replace(SINGLE, "$1$2"))
    .filter((text) => text !== "")
    .join(",");
}

/** A custom property and its value, as they stand in a rule. */
const CUSTOM = /(?<=[{;])--([\w-]+):((?:[^;}"']|"[^"]*"|'[^']*')*);?/g;

/** A rule of the root that always holds; before it, what may hold others. */
const ROOT_RULE = /@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|:root\{[^{}]*\}/g;

/** A sum of lengths in one unit. */
const SUM = /calc\((-?[\d.]+)([a-z]+)((?: [+-] [\d.]+\2)+)\)/g;

/**
 * The CSS without custom properties that nothing in it uses, and without those of `:root` that have one value wherever they are used:
 * it stands there, since a text that comes again costs nothing once it is compressed, and a name for it does. A sum of such values is
 * its result.
 * @param css cut down to the page
 */
export function withoutNeedlessProperties(css: string): string {
  const once = new Set<string>();
  const kept = new Set<string>();
  const used = new Set<string>();
  for (const [, name = ""] of css.matchAll(CUSTOM)) (once.has(name) ? kept : once).add(name);
  for (const [, name = "", end] of css.matchAll(/var\(--([\w-]+)(.)/g)) {
    used.add(name);
    // With a value to fall back on.
    if (end === ",") kept.add(name);
  }
  const values = new Map<string, string>();
  const left = css
    .replace(CUSTOM, (declaration, name: string) => (used.has(name) ? declaration : ""))
    .replace(ROOT_RULE, (rule) =>
      rule.startsWith("@")
        ? rule
        : rule.replace(CUSTOM, (declaration, name: string, value: string) => {
            if (kept.has(name)) return declaration;
            values.set(name, value);
            return "";
          }),
    )
    .replace(/"(?:\\[\s\S]|[^"\\])*"|;(?=\})/g, (part) => (part === ";" ? "" : part));
  // A value may hold another one.
  const put = (text: string): string =>
    text.replace(/var\(--([\w-]+)\)/g, (use, name: string) => {
      const value = values.get(name);
      return value === undefined ? use : put(value);
    });
  return put(left).replace(SUM, (_, first: string, unit: string, rest: string) => `${added(first + rest)}${unit}`);
}

/** The sum of "1rem + 2rem - 3rem", without its unit. */
function added(terms: string): number {
  const numbers = terms
    .replace(/([+-]) /g, "$1")
    .split(" ")
    .map(Number.parseFloat);
  return Math.round(numbers.reduce((total, number) => total + number, 0) * 10_000) / 10_000;
}

/** Rules in a row with the same selectors, made one. */
export function withJoinedRules(css: string): string {
  return css.replace(/(?<=^|[{}])([^{}@]+)\{([^{}]*)\}(?:\1\{[^{}]*\})+/g, (rules, selectors: string) =>
    rules.replaceAll(`}${selectors}{`, ";"),
  );
}
