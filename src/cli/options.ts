/** The commands and their options, as data: Jekyll's names and meaning. */
import { parseArgs } from "node:util";
import { nearest } from "../nearest.ts";
import { optional } from "../optional.ts";

interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly short?: string;
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly help: string;
}

interface CommandSpec {
  readonly usage: string;
  readonly help: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
}

const PLACES = {
  source: { type: "string", short: "s", value: "DIR", help: "the folder to read (default: this one)" },
  destination: { type: "string", short: "d", value: "DIR", help: "the folder to write (default: _site, here)" },
  config: { type: "string", value: "A.yml,B.yml", help: "configuration files, later ones win (default: _config.yml)" },
} as const satisfies CommandSpec["options"];

const BUILD: CommandSpec["options"] = {
  ...PLACES,
  drafts: { type: "boolean", short: "D", help: "publish what lies in _drafts" },
  future: { type: "boolean", help: "publish posts with a future date" },
  unpublished: { type: "boolean", help: "publish what says `published: false`" },
  limit_posts: { type: "string", value: "N", help: "only the newest N posts" },
  baseurl: { type: "string", short: "b", value: "B", help: "the path below which the site is served, /repo" },
  strict_front_matter: { type: "boolean", help: "fail on broken front matter in both modes" },
  mode: { type: "string", value: "jekyll|octavo", help: "instead of the mode that is found by itself" },
  "keep-going": { type: "boolean", help: "write what can be written in spite of errors" },
  safe: { type: "boolean", help: "run no code of the source: no layout in TSX, no eleventy.config.ts" },
  quiet: { type: "boolean", short: "q", help: "print errors only" },
  verbose: { type: "boolean", short: "V", help: "print every file that is written" },
};

const COMMANDS: Readonly<Record<string, CommandSpec>> = {
  build: { usage: "octavo build [options]", help: "Write the site", options: BUILD },
  serve: {
    usage: "octavo serve [options]",
    help: "Write the site, serve it, and show every change",
    options: {
      ...BUILD,
      port: { type: "string", short: "P", value: "N", help: "the port (default: 4000)" },
      host: { type: "string", short: "H", value: "HOST", help: "the address to listen on (default: 127.0.0.1)" },
      "open-url": { type: "boolean", short: "o", help: "open the site in a browser" },
    },
  },
  new: {
    usage: 'octavo new post|page "Title" [options]',
    help: "Write a new post or page with its front matter",
    options: {
      source: PLACES.source,
      tags: { type: "string", value: "a,b", help: "the post's tags" },
      categories: { type: "string", value: "c", help: "the post's categories" },
      draft: { type: "boolean", help: "write the post into _drafts" },
    },
  },
  fetch: {
    usage: "octavo fetch [options]",
    help: "Ask GitHub, feeds and INSPIRE for what the site shows of them, and keep it in _data",
    options: { source: PLACES.source, config: PLACES.config },
  },
  clean: {
    usage: "octavo clean [options]",
    help: "Remove the destination and the cache, and nothing else",
    options: PLACES,
  },
};

/** A command line that was understood. */
export interface Command {
  readonly name: string;
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
}

/** Wrong usage: exit status 2. */
export class UsageError extends Error {}

/**
 * Reads a command line.
 * @throws UsageError for a command or an option that nobody has, with the nearest one, and for a value that is missing
 */
export function parseCommand(args: readonly string[]): Command {
  const [name = "", ...rest] = args;
  const spec = COMMANDS[name];
  if (spec === undefined) {
    if (name.startsWith("-")) throw new UsageError(`Options come after a command: octavo build ${args.join(" ")}`);
    const guess = nearest(name, Object.keys(COMMANDS));
    throw new UsageError(
      `There is no command "${name}". ${guess === undefined ? `Use ${Object.keys(COMMANDS).join(", ")}.` : `Did you mean "${guess}"?`}`,
    );
  }
  const options = Object.fromEntries(
    Object.entries(spec.options).map(([option, { type, short }]) => [option, { type, ...optional("short", short) }]),
  );
  // Jekyll takes limit_posts and limit-posts alike.
  const normal = rest.map((word) =>
    word.startsWith("--") ? word.replace(/^--[^=]*/, (option) => findOption(option, options)) : word,
  );
  const { values, positionals, tokens } = parseArgs({
    args: normal,
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) if (token.kind === "option") checkOption(token, name, spec.options);
  if (name !== "new" && positionals.length > 0)
    throw new UsageError(`octavo ${name} takes no "${positionals[0]}". See octavo ${name} --help.`);
  return { name, options: values as Command["options"], words: positionals };
}

/** An option as it was written: `rawName` with its hyphens, and whether the value stands behind a `=`. */
interface WrittenOption {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** @throws UsageError */
function checkOption(
  { name, rawName, value, inlineValue }: WrittenOption,
  command: string,
  options: CommandSpec["options"],
): void {
  const known = options[name];
  if (known === undefined) {
    const guess = nearest(name, Object.keys(options));
    throw new UsageError(
      `octavo ${command} has no option ${rawName}. ${guess === undefined ? `See octavo ${command} --help.` : `Did you mean --${guess}?`}`,
    );
  }
  if (known.type === "string" && (value === undefined || (/^--?[a-z]/.test(value) && !inlineValue)))
    throw new UsageError(`${rawName} needs a value: ${rawName} ${known.value}`);
  if (known.type === "boolean" && value !== undefined)
    throw new UsageError(`${rawName} takes no value, but was given "${value}"`);
}

function findOption(option: string, options: Readonly<Record<string, unknown>>): string {
  const name = option.slice(2);
  const other = [name.replaceAll("-", "_"), name.replaceAll("_", "-")].find((spelling) => spelling in options);
  return other === undefined ? option : `--${other}`;
}

/** The help of one command, or of all. */
export function helpText(name?: string): string {
  const spec = name === undefined ? undefined : COMMANDS[name];
  if (spec === undefined) {
    const rows = Object.values(COMMANDS).map(({ usage, help }) => `  ${usage.padEnd(44)}${help}`);
    return ["Usage:", ...rows, "", "octavo COMMAND --help tells the options of one command."].join("\n");
  }
  const rows = Object.entries(spec.options).map(([option, { short, value, help }]) => {
    const names = `${short === undefined ? "    " : `-${short}, `}--${option}${value === undefined ? "" : ` ${value}`}`;
    return `  ${names.padEnd(36)}${help}`;
  });
  return [`Usage: ${spec.usage}`, spec.help, "", ...rows].join("\n");
}
