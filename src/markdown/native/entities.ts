import type { Document } from "../document.ts";
import { entityCodePoint, escapeKeepingEntities, formatEntity } from "../entities.ts";
import { createToken } from "../token.ts";
import { note } from "../token-meta.ts";
import { createPart, type Part, textPart } from "./parts.ts";

const ENTITY = /&(?:([\w:][-\w.:]*)|#(\d+)|#x([0-9a-fA-F]+));/g;
const QUOTES: readonly string[] = ["lsquo", "rsquo", "ldquo", "rdquo"];
const SYMBOLS = new Set(["mdash", "ndash", "hellip", "laquo", "raquo"]);

interface Entity {
  readonly start: number;
  readonly original: string;
  /** Empty for a number. */
  readonly name: string;
  readonly codePoint: number;
}

/** The entities of a text, in order. A name that nobody knows is an ampersand and text. */
function entitiesIn(text: string): Entity[] {
  return [...text.matchAll(ENTITY)].flatMap(({ 0: original, 1: name, 2: decimal, 3: hex, index: start }) => {
    const number = Number.parseInt(decimal ?? hex ?? "", decimal === undefined ? 16 : 10);
    const codePoint = name === undefined ? number : entityCodePoint(name);
    if (codePoint === undefined) return { start, original: "&", name: "", codePoint: 0x26 };
    return codePoint > 0x10ffff ? [] : { start, original, name: name ?? "", codePoint };
  });
}

/** The parts of a text of HTML: its entities, and what stands between them. */
export function splitText(text: string, document: Document): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const entity of entitiesIn(text)) {
    parts.push(textPart(text.slice(end, entity.start)), entityPart(entity, document));
    end = entity.start + entity.original.length;
  }
  if (end < text.length) parts.push(textPart(text.slice(end)));
  return parts;
}

function entityPart(entity: Entity, document: Document): Part {
  const token = createToken("entity", "", 0, entityHtml(entity, document));
  note(token, { codePoint: entity.codePoint });
  return createPart("native", token, "span");
}

/** Quotes and symbols are those that Markdown would have made. */
function entityHtml({ codePoint, original, name }: Entity, { options }: Document): string {
  const { entity_output: output, smart_quotes: quotes, typographic_symbols: symbols } = options;
  const quote = quotes[QUOTES.indexOf(name)];
  if (quote !== undefined) return formatEntity(entityCodePoint(quote) ?? codePoint, undefined, output);
  if (!SYMBOLS.has(name)) return formatEntity(codePoint, original === "&" ? undefined : original, output);
  const own = symbols[name];
  return own === undefined ? formatEntity(codePoint, undefined, output) : escapeKeepingEntities(own);
}

/** Code as it is meant: with characters for entities. */
export function readCode(text: string): string {
  let code = "";
  let end = 0;
  for (const { start, original, codePoint } of entitiesIn(text)) {
    code += text.slice(end, start) + String.fromCodePoint(codePoint);
    end = start + original.length;
  }
  return code + text.slice(end);
}
