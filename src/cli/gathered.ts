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

/**
 * The messages of a build, in their order. A warning that stands for several places names the first of them and says how many there
 * are; one that a file gets over and over, about one thing after another, names the lines; one that many files get so names the files.
 * Errors are all told.
 */
export function gathered(messages: readonly Diagnostic[]): readonly Diagnostic[] {
  const told = united(messages, ({ level, problem, help }) => [level, problem, help], withPlaces);
  const byFile = united(told, ({ level, file, line, help }) => line !== undefined && [level, file, help], withLines);
  return united(byFile, ({ level, help }) => [level, help], withFiles);
}

/** Messages of one key as one message, in the place of the first. @param keyOf false for a message that stands for itself */
function united(
  messages: readonly Diagnostic[],
  keyOf: (message: Diagnostic) => readonly unknown[] | false,
  unite: (messages: Some<Diagnostic>) => readonly Diagnostic[],
): readonly Diagnostic[] {
  const groups = grouped(messages, (message) => {
    const key = message.level === "warning" && message.file !== undefined && keyOf(message);
    return key === false ? message : JSON.stringify(key);
  });
  return [...groups.values()].flatMap(unite);
}

function withPlaces([first, ...others]: Some<Diagnostic>): readonly Diagnostic[] {
  if (others.length === 0) return [first];
  const named = others.slice(0, NAMED_PLACES).map(({ file, line }) => [file, line].filter(Boolean).join(":"));
  return [{ ...first, help: `${first.help}; the same holds for ${listed(named, others.length)}` }];
}

function withLines(messages: Some<Diagnostic>): readonly Diagnostic[] {
  if (messages.length <= MOST_ALIKE) return messages;
  const [first, ...others] = messages;
  const lines = others.map(({ line }) => String(line));
  return [
    {
      ...first,
      help: `${first.help}; ${others.length} more of these are in this file, on the lines ${lines.join(", ")}`,
    },
  ];
}

function withFiles(messages: Some<Diagnostic>): readonly Diagnostic[] {
  const last = messages[MOST_ALIKE - 1];
  if (last === undefined || messages.length === MOST_ALIKE) return messages;
  const files = [...new Set(messages.slice(MOST_ALIKE).map(({ file = "" }) => file))];
  const help = `${last.help}; more of these are in ${listed(files.slice(0, MOST_ALIKE), files.length)}`;
  return [...messages.slice(0, MOST_ALIKE - 1), { ...last, help }];
}

/** Names, and how many there are beside them. */
function listed(names: readonly string[], count: number): string {
  const rest = count - names.length;
  return rest > 0
    ? `${names.join(", ")} and ${rest} more`
    : new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}
