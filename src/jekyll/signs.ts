/** Whether a text is a template: asked of every page, so that the engine is loaded only where one is. */
export function hasLiquid(text: string): boolean {
  return text.includes("{%") || text.includes("{{");
}
