/** A unified diff as a table a file: the old line's number, the new one's, and the line. */
import { parsePatch } from "diff";
import { escapeHtml } from "../../html.ts";

/** @throws Error where the patch cannot be read */
export function draw(source: string): string {
  const files = parsePatch(source);
  if (files.every(({ hunks }) => hunks.length === 0))
    throw new Error("there is no hunk (a line that begins with @@) in the diff");
  return files
    .map(({ oldFileName, newFileName, hunks }) => {
      const names = [oldFileName, newFileName]
        .filter((name) => name !== undefined && name !== "/dev/null")
        .map((name = "") => name.replace(/^[ab]\//, ""));
      // A file that was given another name has both.
      const name = [...new Set(names)].join(" → ");
      const caption = name === "" ? "" : `<caption>${escapeHtml(name)}</caption>`;
      const rows = hunks.map(({ oldStart, newStart, lines }, index) => {
        let [before, after] = [oldStart, newStart];
        const gap = index === 0 ? "" : '<tr class="gap"><td></td><td></td><td>⋯</td></tr>';
        return (
          gap +
          lines
            .filter((line) => !line.startsWith("\\"))
            .map((line) => {
              const text = escapeHtml(line.slice(1));
              if (line.startsWith("-")) return row("gd", String(before++), "", `<del>${text}</del>`);
              if (line.startsWith("+")) return row("gi", "", String(after++), `<ins>${text}</ins>`);
              return row("", String(before++), String(after++), text);
            })
            .join("")
        );
      });
      return `<table class="diff">${caption}<tbody>${rows.join("")}</tbody></table>`;
    })
    .join("");
}

function row(kind: string, before: string, after: string, code: string): string {
  return `<tr${kind === "" ? "" : ` class="${kind}"`}><td>${before}</td><td>${after}</td><td><code>${code}</code></td></tr>`;
}
