/** What one page has cited so far: the order gives the numbers. Kept with the page's own variables, and forgotten with them. */
import type { Payload, Scope } from "../jekyll/scope.ts";

/** What a page has cited so far, in its order. */
export class Citations {
  readonly #keys: string[] = [];
  readonly #ids = new Set<string>();

  /** The number of a work, counted from 1; a new one takes the next. */
  cite(key: string): number {
    const known = this.#keys.indexOf(key);
    return known >= 0 ? known + 1 : this.#keys.push(key);
  }

  get keys(): readonly string[] {
    return [...this.#keys];
  }

  clear(): void {
    this.#keys.length = 0;
  }

  /** The id, the first time that it is asked for on the page; a second element gets none. */
  claim(id: string): string | undefined {
    if (this.#ids.has(id)) return undefined;
    this.#ids.add(id);
    return id;
  }
}

const pages = new WeakMap<Payload, Citations>();

/** The citations of the page that is rendered. */
export function citationsOf({ payload }: Scope): Citations {
  const citations = pages.get(payload) ?? new Citations();
  pages.set(payload, citations);
  return citations;
}
