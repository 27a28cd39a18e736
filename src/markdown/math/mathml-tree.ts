/** The tree of a formula: as KaTeX gives it, and as it goes into a page. */

/** A node of the tree KaTeX builds for MathML: an element, a text, or a space (`width` in em). */
export interface KatexNode {
  readonly type?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly KatexNode[];
  readonly classes?: readonly string[];
  readonly text?: string;
  readonly width?: number;
}

/** An element of MathML. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Content[];
}

export type Content = Element | string;
