/** al-folio's includes as functions: what one is given, and how its markup becomes text. */
import { type ComponentChild, type ComponentChildren, h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Scope } from "../jekyll/scope.ts";
import type { BuiltInInclude } from "../jekyll/services.ts";
import { isHash, isList, isTruthy, type Ruby } from "../jekyll/values.ts";
import type { Helpers } from "../layout.ts";
import type { Document, Site } from "../model.ts";

/** What every include and tag of al-folio may ask. */
export interface Around {
  readonly site: Site;
  readonly helpers: Helpers;
  /** The document in whose body or layout the tag stands; undefined where there is none. */
  readonly page: Document | undefined;
  /** The variables of the template. */
  readonly scope: Scope;
}

/** The parameters of one `{% include %}`, as their author meant them. */
export class Given {
  readonly #values: ReadonlyMap<string, Ruby>;
  readonly #scope: Scope;

  constructor(values: ReadonlyMap<string, Ruby>, scope: Scope) {
    this.#values = values;
    this.#scope = scope;
  }

  /** The value as Liquid has it; nil where the tag does not name it. */
  value(name: string): Ruby {
    return this.#values.get(name) ?? null;
  }

  /** The value as text; undefined where it is missing, empty, false or no text at all. */
  text(name: string): string | undefined {
    const value = this.value(name);
    if (!isTruthy(value) || isList(value) || isHash(value)) return undefined;
    const text = this.#scope.text(value);
    return text === "" ? undefined : text;
  }

  /** What is given, whatever its name. */
  get values(): readonly Ruby[] {
    return [...this.#values.values()];
  }

  /** Whether the value is true, written with or without quotes. */
  flag(name: string): boolean {
    const value = this.value(name);
    return isTruthy(value) && value !== "" && value !== "false";
  }

  /** A length such as "200", "200px" or "50%": as an attribute wants it. Undefined where it is missing or anything else. */
  length(name: string): string | undefined {
    return /^\s*(\d+(?:\.\d+)?%?)(?:px)?\s*$/.exec(this.text(name) ?? "")?.[1];
  }
}

/** An include: markup, or HTML as a text; undefined where it has nothing to show. Throws LiquidFault for parameters that it cannot do with. */
export type Include = (given: Given, around: Around) => ComponentChild | readonly ComponentChild[];

/** The include as Liquid calls it. */
export function builtIn(include: Include, around: Pick<Around, "site"> & { helpers: () => Helpers }): BuiltInInclude {
  const { site, helpers } = around;
  return (parameters, scope) => {
    const page = scope.document;
    const markup = include(new Given(parameters, scope), { site, helpers: helpers(), page, scope });
    return markup === undefined ? undefined : toHtml(markup as ComponentChildren);
  };
}

/** Markup as one line of HTML; a text is HTML already. */
function toHtml(markup: ComponentChildren): string {
  return typeof markup === "string" ? markup : renderToString(h(Fragment, null, markup));
}

function Fragment({ children }: { readonly children?: ComponentChildren }) {
  return children;
}

/** The language of the page, for the theme's words. */
export function langOf({ page, site }: Pick<Around, "page" | "site">): string {
  return page?.lang ?? site.config.lang;
}
