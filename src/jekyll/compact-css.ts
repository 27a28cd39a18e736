/** CSS in the style that Jekyll's filters `scssify` and `sassify` print: LibSass's `compact`, a rule a line. */

/** A statement of a style sheet: a comment, a declaration or `@import`, or something with a block. */
interface Statement {
  readonly text: string;
  /** Absent: the statement has no block. */
  readonly block?: readonly Statement[];
}

/** A comment, a quoted text, or one of the three characters that make the structure. */
const MARK = /\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|[{};]/g;

/** @param css what a Sass compiler prints: well-formed, without tricks */
export function compactCss(css: string): string {
  const statements = withComments(readBlock(css, 0).statements);
  return statements
    .map((statement, index) => {
      const isLast = index === statements.length - 1;
      return printed(statement) + (statement.block === undefined || isLast ? "\n" : "\n\n");
    })
    .join("");
}

/** dart-sass begins a group anew (`@media`) for a comment that follows what was moved out of it; LibSass does not. */
function withComments(statements: readonly Statement[]): readonly Statement[] {
  const joined: Statement[] = [];
  for (const statement of statements) {
    const { text, block } = statement;
    const last = joined.at(-1);
    if (last?.block !== undefined && last.text === text && block?.[0]?.text.startsWith("/*"))
      joined[joined.length - 1] = { text, block: [...last.block, ...block] };
    else joined.push(statement);
  }
  return joined;
}

function readBlock(css: string, from: number): { readonly statements: readonly Statement[]; readonly end: number } {
  const statements: Statement[] = [];
  let start = from;
  const pattern = new RegExp(MARK);
  pattern.lastIndex = from;
  for (let match = pattern.exec(css); match !== null; match = pattern.exec(css)) {
    const [text] = match;
    const before = css.slice(start, match.index).trim();
    if (text.startsWith("/*")) {
      if (before !== "") continue;
      // dart-sass takes the first line break out of a comment in indented Sass and leaves the star of the next line.
      const comment = text.replace(/\s*\n(?:\s|\*(?!\/))*(?=\S)/g, " ").replace(/^\/\* \* (?!\*)/, "/* ");
      statements.push({ text: comment });
    } else if (text === "{") {
      const block = readBlock(css, pattern.lastIndex);
      statements.push({ text: oneLine(before), block: block.statements });
      pattern.lastIndex = block.end;
    } else if (text === ";" || text === "}") {
      if (before !== "") statements.push({ text: `${oneLine(before)};` });
      if (text === "}") return { statements, end: pattern.lastIndex };
    } else continue;
    start = pattern.lastIndex;
  }
  return { statements, end: css.length };
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}

function printed({ text, block }: Statement): string {
  const between = /^@(?:-\w+-)?keyframes\b/.test(text) ? "\n  " : " ";
  return block === undefined ? text : `${text} { ${block.map(printed).join(between)} }`;
}
