import type { Token } from "markdown-it";
import { escapeAttribute } from "../entities.ts";

/** Attributes as HTML, each after a blank. An empty id is left out. */
export function renderAttributes(attributes: Token["attrs"]): string {
  if (attributes === null) return "";
  let html = "";
  for (const [name, value] of attributes) {
    const text = String(value);
    if (name === "id" && text.trim() === "") continue;
    html += ` ${name}="${escapeAttribute(text)}"`;
  }
  return html;
}

/** Adds a class behind those that are there. Gives the attribute. */
export function addClass(attributes: NonNullable<Token["attrs"]>, name: string): [string, string | number] {
  const classes = attributes.find(([attribute]) => attribute === "class");
  const added: [string, string | number] = classes ?? ["class", name];
  if (classes === undefined) attributes.push(added);
  else classes[1] = `${classes[1]} ${name}`;
  return added;
}

/** As many blanks as the block is indented by. */
export function indentation(token: Token): string {
  return INDENTS[token.level] ?? "  ".repeat(token.level);
}

const INDENTS = Array.from({ length: 20 }, (_, level) => "  ".repeat(level));
