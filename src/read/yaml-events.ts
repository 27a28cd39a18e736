/** js-yaml's parser, taught what libyaml forgives. */
import { EVENT_ID, type Event, parseEvents, SCALAR_STYLE, YAMLException } from "js-yaml";

/**
 * The events of a text, and the text that they refer to, as long as the one given. libyaml lets the lines of a flow collection or of
 * a quoted text begin anywhere (`tags: [` … `]` with the bracket in the first column), js-yaml does not: such a line is joined
 * to the one before it.
 * @throws YAMLException for what neither of them reads
 */
export function eventsOf(text: string): { readonly events: readonly Event[]; readonly joined: string } {
  let joined = text;
  for (let attempts = 0; ; attempts++) {
    try {
      const events = parseEvents(joined, {});
      return joined === text ? { events, joined } : withQuoted(text, joined, events);
    } catch (error) {
      const line =
        error instanceof YAMLException && error.reason === "deficient indentation" ? error.mark?.position : undefined;
      const next = line === undefined || attempts > MAX_JOINS ? undefined : joinLine(joined, line);
      if (next === undefined) throw error;
      joined = next;
    }
  }
}

/** Enough for every list that an author writes by hand; each costs one more look at the text. */
const MAX_JOINS = 500;

/**
 * The text with the line whose first word stands at `offset` joined to the one before, or with all lines of the quoted text that goes
 * on there; undefined where that cannot be.
 */
function joinLine(text: string, offset: number): string | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  // Tabs are blanks like any other there.
  if (start === 0 || text.slice(start, offset).trim() !== "") return undefined;
  const quote = openQuote(text.slice(0, start));
  const from = quote === undefined ? start - 1 : text.slice(0, start).trimEnd().length;
  const to = quote === undefined ? offset : closingQuote(text, offset, quote);
  if (/^(?:---|\.\.\.)(?:\s|$)/m.test(text.slice(start, Math.max(to, start + 4)))) return undefined;
  const before = quote === undefined ? withoutComment(text, from) : text.slice(0, from);
  return before + text.slice(from, to).replace(/\s/g, " ") + text.slice(to);
}

/** The quote of the text that is not closed at the end of `text`. */
function openQuote(text: string): string | undefined {
  try {
    parseEvents(text, {});
    return undefined;
  } catch (error) {
    const reason = error instanceof YAMLException ? error.reason : "";
    const [, style] = /within a (double|single) quoted/.exec(reason) ?? [];
    return style === undefined ? undefined : style === "double" ? '"' : "'";
  }
}

/** Where the quoted text that holds `offset` ends; the end of the text where it does not. */
function closingQuote(text: string, offset: number, quote: string): number {
  const inside = quote === '"' ? /(?:[^"\\]|\\[\s\S])*/y : /(?:[^']|'')*/y;
  inside.lastIndex = offset;
  inside.exec(text);
  return inside.lastIndex;
}

/** The text up to `end`, with the comment that ends its last line blanked. */
function withoutComment(text: string, end: number): string {
  const line = text.lastIndexOf("\n", end - 1) + 1;
  for (const { index } of text.slice(line, end).matchAll(/(?<!\S)#/g)) {
    const before = text.slice(0, line + index);
    if (openQuote(before) === undefined) return before.padEnd(end);
  }
  return text.slice(0, end);
}

/** Quoted texts as they were written: what a line break means there depends on how many there are. */
function withQuoted(text: string, joined: string, events: readonly Event[]): ReturnType<typeof eventsOf> {
  let restored = joined;
  const slow = events.map((event) => {
    if (event.type !== EVENT_ID.SCALAR || !isQuoted(event.style)) return event;
    const { valueStart, valueEnd } = event;
    const written = text.slice(valueStart, valueEnd);
    if (written === joined.slice(valueStart, valueEnd)) return event;
    restored = restored.slice(0, valueStart) + written + restored.slice(valueEnd);
    return { ...event, fast: false };
  });
  return { events: slow, joined: restored };
}

function isQuoted(style: number): boolean {
  return style === SCALAR_STYLE.DOUBLE_QUOTED || style === SCALAR_STYLE.SINGLE_QUOTED;
}
