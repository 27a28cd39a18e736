/** Faults of YAML, told at their place in the file. */
import { SiteError } from "../errors.ts";
import { MERGE_HELP, mergeMark } from "./merge-marks.ts";
import { locate, type Place } from "./position.ts";

/** A node that would make an object of Ruby, or that names something which is not there. */
export class Refused extends Error {
  readonly offset: number;
  constructor(problem: string, offset: number) {
    super(problem);
    this.offset = offset;
  }
}

/** What to tell of YAML that cannot be read. @param offset of the place in `text` */
export function syntaxError(text: string, offset: number, reason: string, place: Place, cause: Error): SiteError {
  const conflict = mergeMark(text);
  if (conflict >= 0) {
    return siteError(text, conflict, place, cause, { problem: "A merge left its marks here", help: MERGE_HELP });
  }
  const tab = tabNear(text, offset);
  if (tab !== undefined) {
    return siteError(text, tab, place, cause, {
      problem: "A tab indents this line of YAML",
      help: "Indent with spaces: YAML does not allow tabs",
    });
  }
  const open = /within a (?:double|single) quoted scalar$/.test(reason) ? openQuote(text) : undefined;
  if (open !== undefined) {
    return siteError(text, open, place, cause, {
      problem: "This is not valid YAML: a quotation mark is never closed",
      help: "Put the other quotation mark where the value ends",
    });
  }
  const found = unquoted(lineAt(text, offset));
  const general = reason.endsWith("flow collection")
    ? "Close the list with ], or the mapping with }"
    : 'Put a value that holds ": ", " #" or a leading special character in quotes, and check the indentation';
  return siteError(text, offset, place, cause, {
    problem: `This is not valid YAML: ${found?.fault ?? reason}`,
    help: found?.help ?? general,
  });
}

/** A key and its value on one line, in a list or not. */
const ENTRY = /^(?:\uFEFF)?[ \t]*((?:- +)*[^\s:#'"[{][^:]*):[ \t]+(\S.*)$/;

/** What a line's value needs quotes for, and the line with them; undefined where it is not that. */
function unquoted(line: string): { readonly fault: string; readonly help: string } | undefined {
  const [, key = "", value = ""] = ENTRY.exec(line.trimEnd()) ?? [];
  const fault = faultOf(value);
  if (fault === undefined) return undefined;
  const bare = /^(["'\u201c\u201d])(.*)["'\u201c\u201d]$/s.exec(value)?.[2] ?? value;
  const quoted = bare.includes('"') || bare.includes("\\") ? `'${bare.replaceAll("'", "''")}'` : `"${bare}"`;
  return { fault, help: `Put the value in quotes: ${key}: ${quoted}` };
}

function faultOf(value: string): string | undefined {
  if (/^[@`%]/.test(value)) return `a value cannot begin with ${value[0]}`;
  if (/^[*&!]/.test(value)) return `a value that begins with ${value[0]} is not read as text`;
  if (/^(["']).*\1$/.test(value) && value.slice(1, -1).includes(value[0] ?? ""))
    return "the value holds the quotation mark that it stands in";
  if (!/^["'[{|>]/.test(value) && /:(?:\s|$)/.test(value)) return 'the value holds ": "';
  return undefined;
}

/** Where a value begins with a quotation mark that its line does not close: the first such place. */
function openQuote(text: string): number | undefined {
  const match = /^[ \t]*(?:- +)*(?:[^\s:#'"][^:\n]*:[ \t]+)?(["'])(?:(?!\1)[^\n])*$/m.exec(text);
  return match === null ? undefined : match.index + match[0].indexOf(match[1] ?? "");
}

/** The line that holds an offset. */
function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return text.slice(start, end < 0 ? text.length : end).replace(/\r$/, "");
}

/** What to tell of YAML that is well-formed and not wanted. */
export function refusal(text: string, error: Refused, place: Place): SiteError {
  return siteError(text, error.offset, place, error, {
    problem: error.message,
    help: "Put the value in quotes if it is meant as text",
  });
}

function siteError(
  text: string,
  at: number,
  place: Place,
  cause: Error,
  message: { readonly problem: string; readonly help: string },
): SiteError {
  // What is never closed is missed where the text ends: the last line with something in it is shown.
  const offset = text.slice(at).trim() === "" ? Math.max(0, text.trimEnd().length - 1) : at;
  const excerpt = lineAt(text, offset);
  return new SiteError({ file: place.file, ...locate(text, offset, place), excerpt, ...message }, { cause });
}

/** The offset of a tab in the indentation of the line at `offset` or of the line before it. */
function tabNear(text: string, offset: number): number | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const before = start === 0 ? -1 : text.lastIndexOf("\n", start - 2) + 1;
  for (const line of [start, before]) {
    if (line < 0) continue;
    const indentation = /^[ -]*\t/.exec(text.slice(line, line + 200));
    if (indentation !== null) return line + indentation[0].length - 1;
  }
  return undefined;
}
