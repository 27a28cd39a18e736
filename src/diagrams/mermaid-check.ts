/** Whether Mermaid can read a source: asked of the library itself, since a browser that cannot draw a figure tells the reader alone. */
import { createContext, Script } from "node:vm";

interface Mermaid {
  readonly parse: (source: string) => Promise<unknown>;
}

/** What the library was last loaded from: figures of one build come one after the other. */
let last: { readonly code: string; readonly mermaid: Mermaid | undefined } | undefined;

/** What its grammars say of a source that they cannot read; anything else comes from the browser that is not there. */
const REFUSALS = /^(?:Parse error|Lexical error|Parsing failed|No diagram type detected)/;

/** @param code of the library, as a browser loads it @returns why it refuses the source; undefined where it reads it, or cannot tell */
export async function mermaidFault(code: string, source: string): Promise<string | undefined> {
  if (last?.code !== code) last = { code, mermaid: load(code) };
  try {
    await last.mermaid?.parse(source);
    return undefined;
  } catch (error) {
    const message = String((error as { readonly message?: unknown } | undefined)?.message ?? error);
    return REFUSALS.test(message) ? message.replace(/\s+/g, " ").trim() : undefined;
  }
}

/** The library in a world of its own, with as much of a browser as it looks for when it is loaded. */
function load(code: string): Mermaid | undefined {
  const nothing = (): void => {};
  const world: Record<string, unknown> = {
    console: { ...console, log: nothing, info: nothing, warn: nothing, error: nothing, debug: nothing },
    setTimeout,
    clearTimeout,
    queueMicrotask,
    TextDecoder,
    TextEncoder,
    structuredClone,
    URL,
  };
  Object.assign(world, {
    window: world,
    self: world,
    addEventListener: nothing,
    navigator: { userAgent: "" },
    location: { href: "" },
    document: { addEventListener: nothing, documentElement: {}, readyState: "complete", querySelectorAll: () => [] },
  });
  try {
    new Script(code).runInContext(createContext(world));
    return world.mermaid as Mermaid | undefined;
  } catch {
    return undefined;
  }
}
