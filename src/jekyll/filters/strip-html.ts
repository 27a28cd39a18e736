/** Liquid's `strip_html`, in time that grows with the text alone, whatever an author wrote. */

/** Elements whose text goes with them, by how they begin and end. */
const WHOLE = [
  ["<script", "</script>"],
  ["<!--", "-->"],
  ["<style", "</style>"],
] as const;

/** The text without scripts, comments and styles with what they hold, then all other tags. */
export function stripHtml(text: string): string {
  return text.includes("<") ? withoutTags(withoutWhole(text)) : text;
}

function withoutWhole(text: string): string {
  // An end that was not found from here on is not found further on.
  const missing = new Set<string>();
  let kept = "";
  let from = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", at)) {
    const after = WHOLE.map(([open, close]) => {
      if (missing.has(close) || !text.startsWith(open, at)) return -1;
      const end = text.indexOf(close, at + open.length);
      if (end < 0) missing.add(close);
      return end < 0 ? -1 : end + close.length;
    }).find((end) => end >= 0);
    if (after === undefined) at++;
    else {
      kept += text.slice(from, at);
      from = after;
      at = after;
    }
  }
  return kept + text.slice(from);
}

function withoutTags(text: string): string {
  let kept = "";
  let from = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", from)) {
    const end = text.indexOf(">", at);
    if (end < 0) break;
    kept += text.slice(from, at);
    from = end + 1;
  }
  return kept + text.slice(from);
}
