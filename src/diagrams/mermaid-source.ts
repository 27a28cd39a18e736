/**
 * What of Mermaid's language the build draws (mermaid.js.org, "Diagram Syntax"). beautiful-mermaid passes over lines that it does
 * not know and never says so: a source goes to it only where every line has one of the forms below, which it draws whole.
 */

/** A source without its settings, and the title that these give it. */
export interface MermaidSource {
  /** "" where there is none. */
  readonly title: string;
  /** Trimmed; without comments. */
  readonly text: string;
}

const FRONT_MATTER = /^\s*---[ \t]*\r?\n([\s\S]*?)\r?\n[ \t]*---[ \t]*(?:\r?\n|$)/;

/** Takes off front matter, `%%{…}%%`, comments, and what is said to those alone who do not see the picture. */
export function readMermaid(source: string): MermaidSource {
  const [whole = "", settings = ""] = FRONT_MATTER.exec(source) ?? [];
  const title = /^[ \t]*title:[ \t]*(.+)$/m.exec(settings)?.[1] ?? "";
  const text = source
    .slice(whole.length)
    .replace(/%%\{[\s\S]*?\}%%/g, "")
    .replace(/^[ \t]*%%.*$/gm, "")
    .replace(/^[ \t]*accDescr[ \t]*\{[^}]*\}/gm, "")
    .replace(/^[ \t]*acc(?:Title|Descr)[ \t]*:.*$/gm, "");
  return { title: title.trim().replace(/^(["'])(.*)\1$/, "$2"), text: text.trim() };
}

/** The source as beautiful-mermaid draws all of it; undefined where it would lose a part. */
export function drawableMermaid({ text }: MermaidSource): string | undefined {
  const [head = "", ...lines] = text.split(/\r?\n/).map((line) => line.trim().replace(/;$/, "").trim());
  // A formula, an icon; a note before the first message, which is lost.
  if (/\$\$|\bfa[bsr]?:fa-/.test(text) || /^sequenceDiagram[^>)]*\n\s*note\s/i.test(text)) return undefined;
  const grammar = GRAMMARS.find(({ header }) => header.test(head));
  const written = lines.map((line) => (line === "" ? "" : grammar?.line(line)));
  return grammar === undefined || written.includes(undefined) ? undefined : [head, ...written].join("\n");
}

/** The lines of one kind of diagram. */
interface Grammar {
  readonly header: RegExp;
  /** The line as it is to be drawn; undefined for what would be lost. */
  readonly line: (line: string) => string | undefined;
}

/** Lines that stay as they are. */
const verbatim = (...patterns: readonly RegExp[]): Grammar["line"] => {
  const all = new RegExp(patterns.map(({ source }) => `^(?:${source})$`).join("|"));
  // An entity is Mermaid's own way to write a sign ("#35;").
  return (line) => (all.test(line) && !/#\w+;/.test(line) ? line : undefined);
};

const ID = String.raw`[A-Za-z_\d]\w*(?:-\w+)*`;
/** Words without a sign that Mermaid reads; or any between quotes, but Markdown's. */
const LABEL = String.raw`(?:"(?!\x60)[^"]*"|(?:<br\s*/?>|[^"\[\](){}|<>;\x60@$\\/])+)`;
const SHAPES = [
  ["[", "]"],
  ["(", ")"],
  ["([", "])"],
  ["[[", "]]"],
  ["[(", ")]"],
  ["((", "))"],
  ["{", "}"],
  ["{{", "}}"],
].map(([open = "", close = ""]) => `${escaped(open)}\\s*${LABEL}\\s*${escaped(close)}`);
const NODE = `${ID}(?:${SHAPES.join("|")})?(?::::\\w+)?`;
const GROUP = `${NODE}(?:\\s+&\\s+${NODE})*`;
const WORDS = String.raw`[^-=.|<>"\x60\s][^-=.|<>"\x60]*?`;
const LINK = String.raw`(?:-->|---|-\.->|-\.-|==>|===|<-->)(?:\s*\|\s*${LABEL}\s*\|)?|--\s+${WORDS}\s+-->|-\.\s+${WORDS}\s+\.->|==\s+${WORDS}\s+==>`;
const CHAIN = new RegExp(`^${GROUP}(?:\\s*(?:${LINK})\\s*${GROUP})*$`);
const STYLES = /(?:classDef|class|style|linkStyle)\s.*/;
const DIRECTION = /direction\s+(?:TB|TD|BT|RL|LR)/;

/** A flowchart's line; its links with blanks around them, without which they are taken for a part of a name. */
function flowLine(line: string): string | undefined {
  const blocks = new RegExp(
    `^(?:subgraph\\s+(?:${ID}\\s*\\[\\s*${LABEL}\\s*\\]|${LABEL})|end|${DIRECTION.source}|${STYLES.source})$`,
  );
  if (blocks.test(line)) return line;
  const statements = line.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((statement) => statement.trim());
  if (!statements.every((statement) => CHAIN.test(statement))) return undefined;
  const link = new RegExp(`(?<=^\\s*${GROUP})\\s*(${LINK})\\s*`);
  return statements
    .map((statement) => {
      let [done, rest] = ["", statement];
      for (let match = link.exec(rest); match !== null; match = link.exec(rest)) {
        done += `${rest.slice(0, match.index)} ${match[1]} `;
        rest = rest.slice(match.index + match[0].length);
      }
      return done + rest;
    })
    .join("\n");
}

function escaped(text: string): string {
  return text.replace(/[[\](){}]/g, "\\$&");
}

const CLASS = String.raw`\w+(?:~\w+~)?`;
const RELATION = String.raw`(?:<\|?(?:--|\.\.)|[*o]?--|(?:--|\.\.)\|?>|--[*o])`;
const MANY = String.raw`(?:"[^"]*"\s*)?`;
const MEMBER = String.raw`[+\-#]?\s*(?:\w+(?:\[\]|<\w+>)?\s+)?\w+(?:\([^()~:]*\))?(?:\s+\w+)?[$*]?`;
const STATE = String.raw`(?:\[\*\]|\w+)`;
const ROLE = String.raw`(?:as\s+[^@{}]+)?`;
const ENDS = String.raw`(?:\|\||\|o|o\||o\{|\}\||\|\{)`;

const GRAMMARS: readonly Grammar[] = [
  { header: /^(?:graph|flowchart)\s+(?:TB|TD|BT|RL|LR)$/, line: flowLine },
  {
    header: /^classDiagram(?:-v2)?$/,
    line: verbatim(
      DIRECTION,
      /(?:classDef|cssClass|style)\s.*/,
      /\}|<<\w+>>/,
      new RegExp(String.raw`class\s+${CLASS}\s*\{?`),
      new RegExp(String.raw`${CLASS}\s*${MANY}${RELATION}\s*${MANY}${CLASS}(?:\s*:\s*[^:]+)?`),
      new RegExp(String.raw`(?:${CLASS}\s*:\s*)?${MEMBER}`),
    ),
  },
  {
    header: /^stateDiagram(?:-v2)?$/,
    line: verbatim(
      DIRECTION,
      /\}/,
      new RegExp(String.raw`${STATE}\s*-->\s*${STATE}(?:\s*:\s*[^\\]+)?`),
      /state\s+"[^"]+"\s+as\s+\w+/,
      /state\s+\w+\s*\{/,
    ),
  },
  {
    header: /^erDiagram$/,
    line: verbatim(
      /\}/,
      /[\w-]+\s*\{/,
      new RegExp(String.raw`[\w-]+\s+${ENDS}(?:--|\.\.)${ENDS}\s+[\w-]+\s*:\s*(?:"[^"]*"|\S+)`),
      /\w+\s+\w+(?:\s+(?:PK|FK|UK)(?:\s*,\s*(?:PK|FK|UK))*)?/,
    ),
  },
  {
    header: /^sequenceDiagram$/,
    line: verbatim(
      new RegExp(String.raw`(?:participant|actor)\s+\w+\s*${ROLE}`),
      /\w+\s*--?(?:>>?|x|\))\s*[+-]?\s*\w+\s*:.*/,
      /[Nn]ote\s+(?:(?:left|right)\s+of\s+\w+|over\s+\w+(?:\s*,\s*\w+)?)\s*:.*/,
      /(?:loop|alt|else|opt|par|and|break)(?:\s.*)?|end|(?:de)?activate\s+\w+/,
    ),
  },
];
