/** js-yaml's parser, taught what libyaml forgives. */
import { type Event, parseEvents, YAMLException } from "js-yaml";

/**
 * The events of a text, and the text that they refer to, as long as the one given. libyaml lets the lines of a flow collection or of
 * a quoted text begin anywhere (`tags: [` … `]` with the bracket in the first column), js-yaml does not: such a line is joined
 * to the one before it.
 */
export function eventsOf(text: string): { readonly events: readonly Event[]; readonly joined: string } {
  let joined = text;
  for (let attempts = 0; ; attempts++) {
    try {
      return { events: parseEvents(joined, {}), joined };
    } catch (error) {
      const line =
        error instanceof YAMLException && error.reason === "deficient indentation" ? error.mark?.position : undefined;
      const next = line === undefined || attempts > maxJoins ? undefined : joinLine(joined, line);
      if (next === undefined) throw error;
      joined = next;
    }
  }
}

/** Enough for every list that an author writes by hand; each costs one more look at the text. */
const maxJoins = 500;

/**
 * The text with the line whose first word stands at `offset` joined to the one before, a comment there blanked; undefined where
 * that cannot be.
 */
function joinLine(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  // Tabs are blanks like any other there.
  if (
    start === 0 ||
    text.slice(start, offset).trim() !== "" ||
    /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(start, start + 4))
  )
    return undefined;
  const before = text.lastIndexOf("\n", start - 2) + 1;
  const line = text.slice(before, start - 1);
  const comment = /^((?:[^"'#]|"[^"]*"|'[^']*'|[^\s"']#)*)(\s#.*|^#.*)$/.exec(line);
  const code = comment === null ? line : (comment[1] ?? "").padEnd(line.length);
  return `${text.slice(0, before)}${code} ${" ".repeat(offset - start)}${text.slice(offset)}`;
}
