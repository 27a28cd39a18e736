/** Warnings that say the same many times over, told once: nobody reads four hundred of them, and the one that matters is among them. */
import type { Diagnostic } from "../errors.ts";
import { grouped, type Some } from "../grouped.ts";

/** Places that are named beside the first one. */
const NAMED_PLACES = 3;

/**
 * More warnings of one file than these, of which each asks for the same, are one with all their lines; of more in several files
 * as many are told, and then where the others are.
 */
const MOST_ALIKE = 8;

/** A message, what comes behind its help, and the files that this speaks of. */
interface Told {
  readonly message: Diagnostic;
  readonly also: string;
  readonly files: readonly string[];
}

/**
 * The messages of a build, in their order. A warning that stands for several places names the first of them and says how many there
 * are; one that a file gets over and over, about one thing after another, names the lines; one that many files get so names the files.
 * Errors are all told.
 */
export function gathered(messages: readonly Diagnostic[]): readonly Diagnostic[] {
  const each = messages.map((message) => ({ message, also: "", files: [message.file ?? ""] }));
  const byPlace = united(each, ({ message: { problem, help } }) => [problem, help], withPlaces);
  const byLine = united(
    byPlace,
    ({ message: { file, line, help }, also }) => line !== undefined && also === "" && [file, help],
    withLines,
  );
  const byFile = united(byLine, ({ message: { help } }) => [help], withFiles);
  return byFile.map(({ message, also }) => (also === "" ? message : { ...message, help: `${message.help}; ${also}` }));
}

/** Messages of one key as one message, in the place of the first. @param keyOf false for a message that stands for itself */
function united(
  all: readonly Told[],
  keyOf: (told: Told) => readonly unknown[] | false,
  unite: (alike: Some<Told>) => readonly Told[],
): readonly Told[] {
  const groups = grouped(all, (told) => {
    const { level, file } = told.message;
    const key = level === "warning" && file !== undefined && keyOf(told);
    return key === false ? told : JSON.stringify(key);
  });
  return [...groups.values()].flatMap(unite);
}

function withPlaces([first, ...others]: Some<Told>): readonly Told[] {
  if (others.length === 0) return [first];
  const named = others
    .slice(0, NAMED_PLACES)
    .map(({ message: { file, line } }) => [file, line].filter(Boolean).join(":"));
  const files = [first, ...others].flatMap((one) => one.files);
  return [{ ...first, also: `the same holds for ${listed(named, others.length)}`, files }];
}

function withLines(alike: Some<Told>): readonly Told[] {
  if (alike.length <= MOST_ALIKE) return alike;
  const [first, ...others] = alike;
  const lines = others.map(({ message }) => String(message.line));
  return [{ ...first, also: `${others.length} more of these are in this file, on the lines ${lines.join(", ")}` }];
}

function withFiles(alike: Some<Told>): readonly Told[] {
  const last = alike[MOST_ALIKE - 1];
  if (last === undefined || alike.length === MOST_ALIKE) return alike;
  const files = [...new Set(alike.slice(MOST_ALIKE).flatMap((one) => one.files))];
  const where = `more of these are in ${listed(files.slice(0, MOST_ALIKE), files.length)}`;
  return [...alike.slice(0, MOST_ALIKE - 1), { ...last, also: [last.also, where].filter(Boolean).join("; ") }];
}

/** Names, and how many there are beside them. */
function listed(names: readonly string[], count: number): string {
  const rest = count - names.length;
  if (rest > 0) return `${names.join(", ")} and ${rest} more`;
  // As `Intl.ListFormat` has it, of which each costs a millisecond.
  return names.length < 3 ? names.join(" and ") : `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`;
}
