/** The border of `_config.yml`: each value is asked for by the type it must have, and a wrong one is told with its place. */
import { IANAZone } from "luxon";
import type { Diagnostics } from "../errors.ts";
import type { Data, Mode, Value } from "../model.ts";
import { locateKey } from "../read/yaml.ts";
import { isData } from "../values.ts";

/** A configuration file that could be read. */
export interface ConfigFile {
  /** Relative to the source. */
  readonly path: string;
  readonly text: string;
  readonly data: Data;
}

/** Reads typed values out of merged configuration; a wrong type is told, and the fallback taken. */
export class ConfigValues {
  readonly #data: Data;
  readonly #files: readonly ConfigFile[];
  readonly #mode: Mode;
  readonly #diagnostics: Diagnostics;

  constructor(data: Data, files: readonly ConfigFile[], mode: Mode, diagnostics: Diagnostics) {
    this.#data = data;
    this.#files = files;
    this.#mode = mode;
    this.#diagnostics = diagnostics;
  }

  get(key: string): Value {
    return Object.hasOwn(this.#data, key) ? (this.#data[key] ?? null) : null;
  }

  /** A text that Jekyll takes as it comes: a number is its digits. */
  text(key: string): string {
    const value = this.get(key);
    if (value === null || value === false) return "";
    if (typeof value !== "object") return String(value);
    this.tolerated(
      [key],
      `\`${key}\` must be a text`,
      "Write it as one line of text, in quotes where it holds a colon",
    );
    return "";
  }

  /** A text that must be one, since Jekyll computes with it. */
  string(key: string, fallback: string): string {
    const value = this.get(key);
    if (typeof value === "string") return value;
    if (value !== null) this.unusable([key], `\`${key}\` must be a text`, `Write it in quotes, or leave it out`);
    return fallback;
  }

  flag(key: string): boolean {
    const value = this.get(key);
    if (typeof value === "boolean" || value === null) return value === true;
    this.tolerated([key], `\`${key}\` must be true or false`, "Write true or false, without quotes");
    return true;
  }

  count(key: string): number {
    const value = this.get(key);
    if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
    if (value !== null)
      this.unusable([key], `\`${key}\` must be a whole number, 0 or more`, "Write the number without quotes");
    return 0;
  }

  strings(key: string): readonly string[] {
    const value = this.get(key);
    if (Array.isArray(value)) return value.filter((item) => item !== null && typeof item !== "object").map(String);
    if (value !== null)
      this.unusable([key], `\`${key}\` must be a list`, `Write it as "${key}: [a, b]" or one "- item" a line`);
    return [];
  }

  zone(key: string, fallback: string): string {
    const value = this.get(key);
    if (value === null) return fallback;
    const name = this.string(key, fallback);
    if (IANAZone.isValidZone(name)) return name;
    this.tolerated(
      [key],
      `There is no time zone "${name}"`,
      'Use a name of the IANA database, such as "Europe/Berlin" or "UTC"',
    );
    return fallback;
  }

  /** Tells a value with which Jekyll goes on: an error in mode octavo, a warning in mode jekyll. */
  tolerated(path: readonly string[], problem: string, help: string): void {
    this.#diagnostics.add({
      level: this.#mode === "octavo" ? "error" : "warning",
      problem,
      help,
      ...this.#place(path),
    });
  }

  /** Tells a value with which nobody can go on. */
  unusable(path: readonly string[], problem: string, help: string): void {
    this.#diagnostics.error({ problem, help, ...this.#place(path) });
  }

  warn(path: readonly string[], problem: string, help: string): void {
    this.#diagnostics.warn({ problem, help, ...this.#place(path) });
  }

  /** Where a key stands: in the last file that has it. */
  #place(path: readonly string[]) {
    const file = this.#files.findLast(({ data }) => path[0] !== undefined && Object.hasOwn(data, path[0]));
    if (file === undefined) return {};
    const { line, column } = locateKey(file.text, path, { file: file.path, line: 1 });
    return { file: file.path, line, column, excerpt: file.text.split(/\r?\n/)[line - 1] ?? "" };
  }
}

/** A value that must be a mapping, where one stands. */
export function dataOrEmpty(value: Value | undefined): Data {
  return isData(value) ? value : {};
}
