/** What becomes of an element of HTML under `html_to_native` (kramdown 2.4's HTML parser, its converter of elements). */
import { wordSet } from "../../word-set.ts";
import type { Document } from "../document.ts";
import { contentModel, isSpanElement } from "../html-names.ts";
import { readCode, splitText } from "./entities.ts";
import { elementName, type Part, textOf } from "./parts.ts";
import { isSimpleTable, makeTable } from "./table.ts";
import { layOut } from "./white-space.ts";

const WITHOUT_TEXT = wordSet("html head hgroup ol ul dl table colgroup tbody thead tfoot tr select optgroup");
interface NativeType {
  readonly type: string;
  readonly category: Part["category"];
}

const block = (type: string): NativeType => ({ type, category: "block" });
const span = (type: string): NativeType => ({ type, category: "span" });
const partOfTable = (type: string): NativeType => ({ type, category: "" });

/** Elements that are turned whatever they hold. */
const SIMPLE: Readonly<Record<string, NativeType>> = {
  em: span("em_open"),
  strong: span("strong_open"),
  blockquote: block("blockquote_open"),
  hr: block("hr"),
  br: span("line_break"),
  img: span("image"),
  p: block("paragraph_open"),
  thead: partOfTable("table_section_open"),
  tbody: partOfTable("table_section_open"),
  tfoot: partOfTable("table_section_open"),
  tr: partOfTable("table_row_open"),
  td: block("table_cell_open"),
  th: partOfTable("table_cell_open"),
  ul: block("list_open"),
  ol: block("list_open"),
  dl: block("definition_list_open"),
  li: block("list_item_open"),
  dt: block("definition_term_open"),
  dd: block("definition_open"),
};

type Fold = (text: string) => string;
const foldBlanks: Fold = (text) => text.replace(/[ \t\n\v\f\r]+/g, " ");
const keepBlanks: Fold = (text) => text;

type Convert = (part: Part, document: Document) => void;

const emphasis: Convert = (part, document) => {
  const text = textOf(part);
  if (/^[ \t\n\v\f\r]|[ \t\n\v\f\r]$/.test(text)) {
    keepHtml(part, document);
    return;
  }
  const tag = part.token.tag === "em" || part.token.tag === "i" ? "em" : "strong";
  become(part, span(`${tag}_open`), tag);
  convertChildren(part, document, foldBlanks);
};

const header: Convert = (part, document) => {
  part.source = textOf(part);
  const level = Number(part.token.tag.slice(1)) + document.options.header_offset;
  become(part, block("heading_open"), `h${Math.min(6, Math.max(1, level))}`);
  convertChildren(part, document, foldBlanks);
};

/** Elements with a rule of their own. */
const OWN: Readonly<Record<string, Convert>> = {
  a: (part, document) => {
    if (part.token.attrIndex("href") < 0) keepHtml(part, document);
    else {
      become(part, span("link_open"));
      convertChildren(part, document, foldBlanks);
    }
  },
  b: emphasis,
  em: emphasis,
  i: emphasis,
  strong: emphasis,
  h1: header,
  h2: header,
  h3: header,
  h4: header,
  h5: header,
  h6: header,
  code: (part) => {
    const classes = part.token.attrGet("class");
    if (classes !== null) {
      part.token.attrSet(
        "class",
        String(classes).replace(/[ \t\n\v\f\r]+\bhighlighter-\w+\b|\bhighlighter-\w+\b[ \t\n\v\f\r]*/g, ""),
      );
    }
    becomeCode(part, span("code_span"));
  },
  pre: (part) => {
    const only = part.children.length === 1 ? part.children[0] : undefined;
    const classes = only !== undefined && elementName(only) === "code" ? only.token.attrGet("class") : null;
    const language = /\blanguage-\S+/.exec(String(classes ?? ""))?.[0];
    if (language !== undefined) {
      part.token.attrSet("class", `${language} ${part.token.attrGet("class") ?? ""}`.trimEnd());
    }
    becomeCode(part, block("code_block"));
  },
  script: (part, document) => {
    const type = String(part.token.attrGet("type") ?? "");
    if (!/\bmath\/tex\b/.test(type)) return convertInside(part, document, foldBlanks);
    const tex = part.children[0]?.token.content ?? "";
    part.token.attrs = part.token.attrs?.filter(([name]) => name !== "type") ?? null;
    becomeLeaf(part, type.includes("mode=display") ? block("math_block") : span("math_span"));
    part.token.content = tex.replace(/^(?:%[ \t\n\v\f\r]*)?<!\[CDATA\[\n?([\s\S]*?)(?:[ \t\n\v\f\r]%)?\]\]>$/, "$1");
  },
  table: (part, document) => {
    if (!isSimpleTable(part)) return keepHtml(part, document);
    part.children = part.children.filter(({ kind }) => kind !== "text");
    convertChildren(part, document, foldBlanks);
    become(part, block("table_open"));
    makeTable(part);
  },
  textarea: (part, document) => convertInside(part, document, keepBlanks),
};

/** Turns an element of HTML into Markdown's own, where there is one for it, and what stands in it. */
export function convertElement(part: Part, document: Document): void {
  convert(part, document, foldBlanks);
}

function convert(part: Part, document: Document, fold: Fold): void {
  const { tag: name } = part.token;
  const own = Object.hasOwn(OWN, name) ? OWN[name] : undefined;
  if (own !== undefined) {
    own(part, document);
    return;
  }
  if (WITHOUT_TEXT.has(name)) part.children = part.children.filter(({ kind }) => kind !== "text");
  const simple = Object.hasOwn(SIMPLE, name) ? SIMPLE[name] : undefined;
  if (simple === undefined) convertInside(part, document, fold);
  else {
    become(part, simple);
    convertChildren(part, document, fold);
  }
  layOut(part, name);
}

/** An element that stays one, whose content is turned. */
function convertInside(part: Part, document: Document, fold: Fold): void {
  setHtml(part, document);
  part.model = contentModel(part.token.tag);
  convertChildren(part, document, fold);
}

function convertChildren(part: Part, document: Document, fold: Fold): void {
  part.children = part.children.flatMap((child) => {
    if (child.kind === "text") return splitText(fold(child.token.content), document);
    if (child.kind === "html") convert(child, document, fold);
    else if (child.kind === "comment") placeComment(child, part);
    return child;
  });
}

/** An element that stays as it is with all that stands in it. */
function keepHtml(part: Part, document: Document): void {
  setHtml(part, document);
  part.model = "raw";
  part.children = part.children.flatMap((child) => {
    if (child.kind === "text") return splitText(child.token.content, document);
    if (child.kind === "html") keepHtml(child, document);
    else if (child.kind === "comment") placeComment(child, part);
    return child;
  });
}

function setHtml(part: Part, document: Document): void {
  part.category = isSpanElement(part.token.tag, document.options.version) ? "span" : "block";
}

/** A comment stands in a line where the element around it holds lines. */
function placeComment(part: Part, around: Part): void {
  part.category = contentModel(around.token.tag) === "span" ? "span" : "block";
}

function become(part: Part, { type, category }: NativeType, tag = part.token.tag): void {
  if (!type.endsWith("_open")) {
    becomeLeaf(part, { type, category });
    return;
  }
  part.kind = "native";
  part.category = category;
  part.token.type = type;
  part.token.tag = tag;
}

function becomeLeaf(part: Part, { type, category }: NativeType): void {
  part.kind = "native";
  part.category = category;
  part.paired = false;
  part.children = [];
  part.token.type = type;
  part.token.nesting = 0;
  if (type === "image") part.token.content = String(part.token.attrGet("alt") ?? "");
}

function becomeCode(part: Part, native: NativeType): void {
  const code = readCode(textOf(part));
  becomeLeaf(part, native);
  part.token.content = code;
}
