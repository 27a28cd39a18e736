/** LaTeX's algorithms (algorithmic), read by pseudocode.js and written as nested lists, so that indentation needs no style. */
import { createRequire } from "node:module";
import { escapeHtml } from "../../html.ts";
import { renderMathML } from "../../markdown/math/math.ts";

interface Node {
  readonly type: string;
  readonly value: unknown;
  /** Whether a space stands before it. */
  readonly whitespace?: boolean | null;
  readonly children?: readonly Node[];
}

const require = createRequire(import.meta.url);

/** @throws Error where the source cannot be read */
export function draw(source: string): string {
  const Lexer = load<new (text: string) => object>("pseudocode/src/Lexer.js");
  const Parser = load<new (lexer: object) => { parse(): Node }>("pseudocode/src/Parser.js");
  // In Markdown formulas stand between two dollars.
  const tree = new Parser(new Lexer(source.replace(/\$\$([^$]*)\$\$/g, "$$$1$$"))).parse();
  return `<div class="algorithm">${block(tree.children ?? [])}</div>`;
}

function load<Class>(path: string): Class {
  const module = require(path) as { readonly default?: Class } & Class;
  return module.default ?? module;
}

function block(nodes: readonly Node[]): string {
  return nodes.map((node) => statement(node)).join("");
}

/** A list item's keyword. */
const strong = (words: string): string => `<b>${words}</b>`;

const ENDS: Readonly<Record<string, string>> = {
  if: "end if",
  for: "end for",
  forall: "end for",
  while: "end while",
  loop: "end loop",
};

function statement(node: Node): string {
  const children = node.children ?? [];
  const [first, second] = children;
  const value = node.value;
  switch (node.type) {
    case "algorithm":
      return block(children);
    case "caption":
      return `<p>${strong("Algorithm")} ${texts(children)}</p>`;
    case "algorithmic":
      return `<ul>${block(children)}</ul>`;
    case "block":
      return `<li><ul>${block(children)}</ul></li>`;
    case "function":
      return procedure(value, children);
    case "if":
      return branches(value, children);
    case "loop":
      return loop(String(value).toLowerCase(), children);
    case "repeat":
      return line(strong("repeat")) + body(first) + line(`${strong("until")} ${text(second)}`);
    case "upon":
      return line(`${strong("upon")} ${text(first)}`) + body(second) + line(strong("end upon"));
    case "command":
    case "statement":
      return command(String(value).toLowerCase(), children);
    case "comment":
      return `<li class="comment">▷ ${texts(children)}</li>`;
    default:
      return line(texts([node]));
  }
}

/** A procedure or a function, with its parameters. */
function procedure(value: unknown, [parameters, inner]: readonly Node[]): string {
  const { type, name } = value as { readonly type: string; readonly name: string };
  const word = type.toLowerCase();
  const head = `${strong(word)} ${escapeHtml(name)}(${text(parameters)})`;
  return `${line(head)}${body(inner)}${line(strong(`end ${word}`))}`;
}

/** Condition and block by turns; the block of `else` stands last. */
function branches(value: unknown, children: readonly Node[]): string {
  const { numElif, hasElse } = value as { readonly numElif: number; readonly hasElse: boolean };
  const branch = (word: string, index: number): string =>
    line(`${strong(word)} ${text(children[index])} ${strong("then")}`) + body(children[index + 1]);
  const others = Array.from({ length: numElif }, (_, index) => branch("else if", 2 + 2 * index)).join("");
  const otherwise = hasElse ? line(strong("else")) + body(children.at(-1)) : "";
  return branch("if", 0) + others + otherwise + line(strong("end if"));
}

function loop(word: string, children: readonly Node[]): string {
  const head =
    word === "loop"
      ? strong(word)
      : `${strong(word === "forall" ? "for all" : word)} ${text(children[0])} ${strong("do")}`;
  const inner = children.find(({ type }) => type === "block");
  return line(head) + body(inner) + line(strong(ENDS[word] ?? `end ${word}`));
}

const LABELS: Readonly<Record<string, string>> = {
  state: "",
  require: "Require:",
  ensure: "Ensure:",
  input: "Input:",
  output: "Output:",
};

function command(word: string, children: readonly Node[]): string {
  const label = LABELS[word] ?? word;
  return line(`${label === "" ? "" : `${strong(label)} `}${texts(children).trim()}`);
}

function line(html: string): string {
  return `<li>${html}</li>`;
}

function body(node: Node | undefined): string {
  return node === undefined ? "" : statement(node);
}

function text(node: Node | undefined): string {
  return node === undefined ? "" : texts([node]);
}

/** Words, formulas, calls and fonts. A font command of LaTeX's old kind holds for what follows it. */
function texts(nodes: readonly Node[]): string {
  let html = "";
  let open = "";
  for (const node of nodes) {
    const children = node.children ?? [];
    if (node.type === "font-cmd" || node.type === "font-dclr") {
      html += open;
      const tag = /bf/.test(String(node.value)) ? "b" : /tt/.test(String(node.value)) ? "code" : "i";
      html += `<${tag}>`;
      open = `</${tag}>`;
    } else {
      html += (node.whitespace ? " " : "") + inline(node, children);
      if (node.type === "close-text" && open !== "") {
        html += open;
        open = "";
      }
    }
  }
  return html + open;
}

function inline(node: Node, children: readonly Node[]): string {
  const value = String(node.value ?? "");
  switch (node.type) {
    case "math":
      return renderMathML(value, { display: false, macros: {} }).html;
    case "call":
      return `${escapeHtml(value)}(${texts(children)})`;
    case "cond-symbol":
      return ` ${strong(value)} `;
    case "special":
      return escapeHtml(value.replace(/^\\/, ""));
    case "bool":
      return ` ${value} `;
    case "quote-symbol":
      return value === "``" ? "“" : value === "''" ? "”" : "’";
    case "sizing-dclr":
      return "";
    case "open-text":
    case "close-text":
      return texts(children);
    default:
      return children.length > 0 ? texts(children) : escapeHtml(value);
  }
}
