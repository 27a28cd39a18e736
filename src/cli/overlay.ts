import { type Diagnostic, formatDiagnostic } from "../errors.ts";
import { escapeText } from "../html.ts";

const STYLE =
  "position:fixed;inset:0;z-index:2147483647;overflow:auto;margin:0;padding:2rem;background:#15181bf2;color:#e3e5e6;" +
  "font:15px/1.5 ui-monospace,Menlo,Consolas,monospace;white-space:pre-wrap";

/** The page with the errors of the last build over it; only `octavo serve` shows it. */
export function withOverlay(html: string, errors: readonly Diagnostic[]): string {
  const text = errors.map(formatDiagnostic).join("\n\n");
  const overlay = `<pre id="octavo-errors" role="alert" style="${STYLE}">${escapeText(text)}</pre>`;
  const end = html.lastIndexOf("</body>");
  return end < 0 ? html + overlay : html.slice(0, end) + overlay + html.slice(end);
}
