/** LaTeX's algorithms (algorithmic), read by pseudocode.js and written as nested lists, so that indentation needs no style. */
import { createRequire } from "node:module";
import { escapeHtml } from "../../html.ts";
import { renderMathML } from "../../markdown/math.ts";

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
    case "function": {
      const { type, name } = value as { readonly type: string; readonly name: string };
      const word = type.toLowerCase();
      return `${line(`${strong(word)} ${escapeHtml(name)}(${texts(first ? [first] : [])})`)}${body(second)}${line(strong(`end ${word}`))}`;
    }
    case "if": {
      const { numElif, hasElse } = value as { readonly numElif: number; readonly hasElse: boolean };
      let html = line(`${strong("if")} ${text(first)} ${strong("then")}`) + body(second);
      for (let index = 0; index < numElif; index++)
        html +=
          line(`${strong("else if")} ${text(children[2 + 2 * index])} ${strong("then")}`) +
          body(children[3 + 2 * index]);
      if (hasElse) html += line(strong("else")) + body(children.at(-1));
      return html + line(strong("end if"));
    }
    case "loop": {
      const word = String(value).toLowerCase();
      const head =
        word === "loop"
          ? strong(word)
          : `${strong(word === "forall" ? "for all" : word)} ${text(first)} ${strong("do")}`;
      return (
        line(head) + body(children.find(({ type }) => type === "block")) + line(strong(ENDS[word] ?? `end ${word}`))
      );
    }
    case "repeat":
      return line(strong("repeat")) + body(first) + line(`${strong("until")} ${text(second)}`);
    case "upon":
      return line(`${strong("upon")} ${text(first)}`) + body(second) + line(strong("end upon"));
    case "command":
    case "statement": {
      const word = String(value).toLowerCase();
      const shown: Readonly<Record<string, string>> = {
        state: "",
        require: "Require:",
        ensure: "Ensure:",
        input: "Input:",
        output: "Output:",
      };
      const label = shown[word] ?? word;
      return line(`${label === "" ? "" : `${strong(label)} `}${texts(children).trim()}`);
    }
    case "comment":
      return `<li class="comment">▷ ${texts(children)}</li>`;
    default:
      return line(texts([node]));
  }
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
