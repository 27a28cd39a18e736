/** Plain text as HTML. */

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const entityOf = (character: string): string => entities[character] ?? character;

/** Text to stand between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, entityOf);
}

/** Text to stand between tags, or in an attribute in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, entityOf);
}
