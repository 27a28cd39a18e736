/** What a tag is made from, and what it becomes. */
import type { Emitter, Template } from "liquidjs";
import type { TemplateParser } from "./parser.ts";
import type { Scope } from "./scope.ts";
import type { TagToken, TopToken } from "./tokens.ts";

/** A piece of a template that can be rendered. */
export interface Node extends Template {
  /** Whether it can print nothing but white space: white space around such nodes is dropped from a block (Liquid's `blank?`). */
  readonly blank: boolean;
  render(scope: Scope, out: Emitter): void;
}

/** What follows a tag, each read once: an array that loses its first token at each step moves all others, if it is long. */
export type Rest = ArrayIterator<TopToken>;

/** A tag as it was met: its own token, the tokens that follow, and who reads them. */
export interface TagSource {
  readonly token: TagToken;
  readonly rest: Rest;
  readonly parser: TemplateParser;
}

/** Reads a tag, and its body where it is a block. Throws LiquidFault for markup that it cannot read. */
export type TagReader = (source: TagSource) => Node;

/** A node that prints by a function. @param blank whether a block that holds nothing else prints nothing, as in Liquid */
export function node(token: TagToken, render: (scope: Scope, out: Emitter) => void, blank = false): Node {
  return { token, render, blank };
}
