/** The TeX of one value of a .bib file to HTML or to plain text. What an entry writes in HTML itself stays, as in jekyll-scholar. */
import { decodeHtml, escapeHtml } from "../html.ts";
import { isProgram } from "./html-text.ts";
import { formulaText } from "./tex-formula.ts";
import { ACCENTS, ELEMENTS, MATH_SYMBOLS, SWITCHES, SYMBOLS, transparent } from "./tex-symbols.ts";

/** A formula to HTML: its TeX without delimiters. */
export type MathPrinter = (tex: string) => string;

const TAG = /^<\/?(?:a|abbr|b|br|cite|code|em|i|li|mark|ol|p|q|s|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?\/?>/i;

/** A tag as Zotero writes it into titles and abstracts, a publisher's with its name space: `{\textless}jats:p{\textgreater}`. */
const TEX_TAG =
  /(?:\{\\textless\}|\\textless\{\})(\/?)(?:jats:)?(b|em|i|p|span|strong|sub|sup|u)(?:\{\\textgreater\}|\\textgreater\{\})/gi;

/** HTML of a value; formulas by `math`. Everything else is escaped. */
export function texToHtml(tex: string, math: MathPrinter): string {
  if (!/[\\{}$~`'"<>&\n-]/.test(tex)) return tex;
  return new Reader(tex, math)
    .group(undefined)
    .replaceAll(ITEM, " • ")
    .replace(/[ \t\r\n]+/g, " ")
    .trim()
    .normalize("NFC");
}

/** A value as plain text; formulas as near as Unicode comes. */
export function texToText(tex: string): string {
  if (!/[\\{}$~`'"<>&\n-]/.test(tex)) return tex;
  const html = texToHtml(tex, (formula) => escapeHtml(formulaText(formula)));
  const plain = html
    .replace(/\s*<(?:br|\/?(?:li|ol|p|ul))(?:\s[^<>]*)?\/?>\s*/gi, " ")
    .replace(/<\/?[a-z][^<>]*>/gi, "");
  return decodeHtml(plain)
    .replace(/\u00AD/g, "")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Stands for `\item` until the list around it is read. */
const ITEM = "\u0001";

/** A character reference of HTML. */
const REFERENCE = /^&(?:#\d+|#x[\da-f]+|[a-z]+\d*);/i;

/** Environments that are formulas. */
const FORMULA = /^(?:equation|displaymath|math|align)\*?$/;

/** Braces that keep the case of a word, as Google Scholar writes them for LaTeX to print: `$\\{$BERT$\\}$`. A set has commas or digits. */
const SHOWN_BRACES = /\$\\\{\$([A-Za-z][^$,{}\\]*)\$\\\}\$/g;

class Reader {
  readonly #tex: string;
  readonly #math: MathPrinter;
  #at = 0;

  constructor(tex: string, math: MathPrinter) {
    const plain = tex.includes("$\\{$") ? tex.replace(SHOWN_BRACES, "{$1}") : tex;
    this.#tex = plain.includes("\\textless") ? plain.replace(TEX_TAG, "<$1$2>") : plain;
    this.#math = math;
  }

  /** Up to the end, or behind the closing brace where one is awaited. */
  group(end: "}" | undefined): string {
    let html = "";
    const open: string[] = [];
    while (this.#at < this.#tex.length) {
      const letter = this.#tex[this.#at] ?? "";
      if (letter === "}") {
        this.#at++;
        if (end === "}") break;
        continue;
      }
      const element = letter === "\\" ? this.#switch() : undefined;
      if (element !== undefined) {
        html += `<${element}>`;
        open.push(element);
      } else html += this.#piece(letter);
    }
    for (const element of open.reverse()) html += `</${element.split(" ")[0]}>`;
    return html;
  }

  /** A command that holds to the end of the group: its element. */
  #switch(): string | undefined {
    const [whole = "", name = ""] = /^\\([a-zA-Z]+)\s*/.exec(this.#rest()) ?? [];
    const element = Object.hasOwn(SWITCHES, name) ? SWITCHES[name] : undefined;
    if (element !== undefined) this.#at += whole.length;
    return element;
  }

  #piece(letter: string): string {
    switch (letter) {
      case "{":
        this.#at++;
        return this.group("}");
      case "\\":
        return this.#command();
      case "$":
        return (
          this.#formula(/^\$\$([\s\S]+?)\$\$/) ?? this.#formula(/^\$((?:[^$\\]|\\[\s\S])+)\$/) ?? this.#literal("$")
        );
      case "~":
        return this.#taken(1, "\u00A0");
      case "<":
        return this.#html();
      case "&":
        return REFERENCE.test(this.#rest()) ? this.#taken(1, "&") : this.#literal("&");
      case "-":
        return this.#dashes();
      case "?":
      case "!":
        // The ligatures of Spanish.
        return this.#rest()[1] === "`" ? this.#taken(2, letter === "?" ? "¿" : "¡") : this.#literal(letter);
      case "`":
        return this.#rest().startsWith("``") ? this.#taken(2, "“") : this.#taken(1, "‘");
      case "'":
        return this.#rest().startsWith("''") ? this.#taken(2, "”") : this.#taken(1, "’");
      default:
        return this.#text();
    }
  }

  #rest(): string {
    return this.#tex.slice(this.#at);
  }

  #taken(length: number, html: string): string {
    this.#at += length;
    return html;
  }

  #literal(text: string): string {
    return this.#taken(text.length, escapeHtml(text));
  }

  /** Letters up to the next sign that means something. */
  #text(): string {
    const signs = /[\\{}$~<&`'-]|[?!](?=`)/g;
    signs.lastIndex = this.#at + 1;
    const end = signs.exec(this.#tex)?.index ?? this.#tex.length;
    return this.#literal(this.#tex.slice(this.#at, end));
  }

  #dashes(): string {
    const count = /^-+/.exec(this.#rest())?.[0].length ?? 1;
    return this.#taken(count, count === 2 ? "–" : count === 3 ? "—" : "-".repeat(count));
  }

  /** A tag of HTML, without what a page's security policy forbids. */
  #html(): string {
    const found = TAG.exec(this.#rest())?.[0];
    if (found === undefined) return this.#literal("<");
    this.#at += found.length;
    return found
      .replace(/\s+(?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, "")
      .replace(/\s+href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/gi, (whole, ...urls: (string | undefined)[]) =>
        isProgram(decodeHtml(urls.slice(0, 3).join(""))) ? "" : whole,
      );
  }

  #formula(pattern: RegExp): string | undefined {
    const match = pattern.exec(this.#rest());
    if (match === null) return undefined;
    this.#at += match[0].length;
    return this.#math((match[1] ?? "").trim());
  }

  #command(): string {
    const formula = this.#formula(/^\\\(([\s\S]+?)\\\)/) ?? this.#formula(/^\\\[([\s\S]+?)\\\]/);
    if (formula !== undefined) return formula;
    // What copied HTML is to some programs that write BibTeX: `\&gt;`.
    if (REFERENCE.test(this.#rest().slice(1))) return this.#taken(2, "&");
    const [whole = "\\", word, sign] = /^\\(?:([a-zA-Z]+)(?:\*(?=\{))?|([\s\S]))/.exec(this.#rest()) ?? [];
    const name = word ?? sign ?? "";
    this.#at += whole.length;
    if (Object.hasOwn(ACCENTS, name) && this.#isAccent(name)) return this.#accent(ACCENTS[name] ?? "");
    if (word !== undefined) this.#at += /^\s*/.exec(this.#rest())?.[0].length ?? 0;
    const symbol = symbolOf(name);
    if (symbol !== undefined) return this.#symbol(symbol, word);
    return this.#call(name);
  }

  /** A sign always is an accent; a letter only before a space, a brace or a command ("\u x", "\v{z}"). */
  #isAccent(name: string): boolean {
    return /\W/.test(name) ? this.#rest() !== "" : /^(?:\s|\{|\\)/.test(this.#rest());
  }

  #accent(mark: string): string {
    this.#at += /^\s*/.exec(this.#rest())?.[0].length ?? 0;
    const letters = this.#argument().replace(/^ı/, "i").replace(/^ȷ/, "j");
    if (letters === "") return "";
    const first = letters[0] === "&" ? (/^&\w+;/.exec(letters)?.[0] ?? "&") : ([...letters][0] ?? "");
    // The mark follows the letter and the marks that it has already: \~{\^e} is ễ.
    const own = /^[\u0300-\u036F]*/.exec(letters.slice(first.length))?.[0] ?? "";
    return (first + own + mark).normalize("NFC") + letters.slice(first.length + own.length);
  }

  /** TeX swallows the white space behind a word; authors mean it to be there only behind braces. */
  #symbol(symbol: string, word: string | undefined): string {
    if (word !== undefined) this.#at += /^\{\}/.exec(this.#rest())?.[0].length ?? 0;
    return escapeHtml(symbol);
  }

  #call(name: string): string {
    if (Object.hasOwn(ELEMENTS, name)) {
      const element = ELEMENTS[name] ?? "";
      return `<${element}>${this.#argument()}</${element.split(" ")[0]}>`;
    }
    switch (name) {
      case "begin":
        return this.#environment(this.#verbatim());
      case "url":
      case "path":
      case "nolinkurl": {
        const url = this.#verbatim();
        return link(url, escapeHtml(url));
      }
      case "href":
        return link(this.#verbatim(), this.#argument());
      case "ensuremath":
        return this.#math(this.#verbatim());
      case "enquote":
        return `“${this.#argument()}”`;
      case "item":
        this.#at += /^\[[^\]]*\]\s*/.exec(this.#rest())?.[0].length ?? 0;
        return ITEM;
      case "end":
      case "footnote":
      case "thanks":
      case "label":
      case "vspace":
      case "hspace":
        this.#argument();
        return "";
      case "textcolor":
        this.#argument();
        return this.#argument();
    }
    // What nobody here knows shows its argument, as TeX would show it in some other shape.
    return transparent.has(name) || this.#rest().startsWith("{") ? this.#argument() : "";
  }

  /** Lists and formulas, as abstracts have them; of any other environment what stands in it. */
  #environment(name: string): string {
    const body = this.#body(name);
    if (body === "") return "";
    if (FORMULA.test(name))
      return this.#math(name.startsWith("align") ? `\\begin{aligned}${body}\\end{aligned}` : body);
    const html = new Reader(body, this.#math).group(undefined).trim();
    const list = { itemize: "ul", enumerate: "ol" }[name];
    if (list === undefined) return html;
    const items = html.split(ITEM).slice(1);
    return `<${list}>${items.map((item) => `<li>${item.trim()}</li>`).join("")}</${list}>`;
  }

  /** What stands between the beginning of an environment and its own end; nothing where it has none. */
  #body(name: string): string {
    let depth = 1;
    for (const mark of this.#rest().matchAll(/\\(begin|end)\s*\{([^{}]*)\}/g)) {
      if (mark[2] !== name) continue;
      depth += mark[1] === "begin" ? 1 : -1;
      if (depth > 0) continue;
      const body = this.#rest().slice(0, mark.index);
      this.#at += mark.index + mark[0].length;
      return body;
    }
    return "";
  }

  /** HTML of the next group, command or letter. */
  #argument(): string {
    const letter = this.#tex[this.#at];
    if (letter === undefined || letter === "}") return "";
    if (letter === "{") {
      this.#at++;
      return this.group("}");
    }
    if (letter === "\\") return this.#command();
    const [character = ""] = this.#rest();
    return this.#literal(character);
  }

  /** The next group as it is written. */
  #verbatim(): string {
    const group = /^\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(this.#rest());
    if (group === null) return "";
    this.#at += group[0].length;
    return (group[1] ?? "").replace(/\\([%#&_~])/g, "$1");
  }
}

function link(url: string, html: string): string {
  return isProgram(url) ? html : `<a href="${escapeHtml(url)}">${html}</a>`;
}

function symbolOf(name: string): string | undefined {
  if (Object.hasOwn(SYMBOLS, name)) return SYMBOLS[name];
  return Object.hasOwn(MATH_SYMBOLS, name) ? MATH_SYMBOLS[name] : undefined;
}
