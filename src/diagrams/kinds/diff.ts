/** A diff as a table a file: the old line's number, the new one's, and the line (GNU diffutils, "Unified Format"; git-diff, "Combined diff format"). */
import { escapeHtml } from "../../html.ts";

/** Of one file: its names, what git says of it (a new name, a new mode, bytes), and its lines as rows. */
interface FileDiff {
  readonly names: Set<string>;
  readonly notes: string[];
  readonly rows: string[];
}

/** "@@ -1,7 +1,6 @@"; of a merge "@@@ -1,7 -1,7 +1,6 @@@": the number of parents, the first one's line and the new one's. */
const HUNK = /^(@@+) -(\d+)(?:,\d+)?(?: -\d+(?:,\d+)?)* \+(\d+)(?:,\d+)? @@/;
const NOTE =
  /^(?:rename|copy|similarity|dissimilarity|old mode|new mode|new file|deleted file|Binary files|GIT binary patch)\b/;

/** How many lines a hunk says it has does not count: who writes one by hand counts wrong. @throws Error where there is no hunk and no file */
export function draw(source: string): string {
  const files: FileDiff[] = [];
  let hunk: { before: number; after: number; readonly parents: number } | undefined;
  const lines = source.replace(/\n+$/, "").split(/\r?\n/);
  const start = (): FileDiff => {
    const file = { names: new Set<string>(), notes: [], rows: [] };
    files.push(file);
    hunk = undefined;
    return file;
  };
  for (const [index, line] of lines.entries()) {
    let file = files.at(-1);
    const isNames = /^--- /.test(line) && /^\+\+\+ /.test(lines[index + 1] ?? "") && HUNK.test(lines[index + 2] ?? "");
    const begins = HUNK.exec(line);
    const git = /^diff --(?:git "?a\/(.*?)"? "?b\/(.*?)"?|(?:cc|combined) (.*))$/.exec(line);
    if (git !== null) {
      file = start();
      for (const name of git.slice(1)) if (name !== undefined) file.names.add(name);
    } else if (isNames || (hunk === undefined && /^\+\+\+ /.test(line))) {
      if (isNames && (file === undefined || hunk !== undefined)) file = start();
      addName(file ?? start(), line);
    } else if (begins !== null) {
      file ??= start();
      if (file.rows.length > 0) file.rows.push('<tr class="gap"><td></td><td></td><td>⋯</td></tr>');
      const [, signs = "", before, after] = begins;
      hunk = { before: Number(before), after: Number(after), parents: signs.length - 1 };
    } else if (hunk === undefined) {
      if (NOTE.test(line)) file?.notes.push(line);
    } else if (!line.startsWith("\\")) {
      const signs = line.slice(0, hunk.parents);
      const text = escapeHtml(line.slice(hunk.parents));
      if (signs.includes("-")) file?.rows.push(row("gd", String(hunk.before++), "", `<del>${text}</del>`));
      else if (signs.includes("+")) file?.rows.push(row("gi", "", String(hunk.after++), `<ins>${text}</ins>`));
      else file?.rows.push(row("", String(hunk.before++), String(hunk.after++), text));
    }
  }
  if (files.every(({ rows, notes }) => rows.length + notes.length === 0))
    throw new Error("there is no hunk (a line that begins with @@) in the diff");
  return files.map(table).join("");
}

/** The name of a line "--- a/file<tab>date". */
function addName({ names }: FileDiff, line: string): void {
  const name = line
    .slice(4)
    .replace(/\t.*$/, "")
    .replace(/^"(.*)"$/, "$1")
    .replace(/^[ab]\//, "");
  if (name !== "/dev/null") names.add(name);
}

function table({ names, notes, rows }: FileDiff): string {
  // A file that was given another name has both.
  const name = [...names].join(" → ");
  const caption = name === "" ? "" : `<caption>${escapeHtml(name)}</caption>`;
  const told = rows.length > 0 ? [] : notes.map((note) => row("", "", "", escapeHtml(note)));
  return `<table class="diff">${caption}<tbody>${[...told, ...rows].join("")}</tbody></table>`;
}

function row(kind: string, before: string, after: string, code: string): string {
  return `<tr${kind === "" ? "" : ` class="${kind}"`}><td>${before}</td><td>${after}</td><td><code>${code}</code></td></tr>`;
}
