/** Which of the configuration's `defaults` apply to a file, by the rules of Jekyll's `FrontmatterDefaults`. */
import type { Config, Data, DefaultsScope } from "../model.ts";
import { parseDate } from "./dates.ts";
import { matchesGlob } from "./globs.ts";
import { mergeData } from "./merge.ts";

/** The values for a file: `path` as Jekyll names it (without `collections_dir`), `type` "pages", a collection's label or undefined. */
export type FindDefaults = (path: string, type: string | undefined) => Data;

/** Prepares the search. The sets of scopes are few, so each combination that occurs is merged once. */
export function defaultsFinder(config: Config): FindDefaults {
  const merged = new Map<string, Data>();
  const timed = config.defaults.map((scope) => ({ ...scope, values: withTime(scope.values, config.timezone) }));
  return (path, type) => {
    const matching = timed.filter((scope) => applies(scope, path, type, config.collectionsDir));
    if (matching.length === 0) return NONE;
    const key = matching.map((scope) => timed.indexOf(scope)).join();
    const known = merged.get(key);
    if (known !== undefined) return known;
    const values = mergeScopes(matching);
    merged.set(key, values);
    return values;
  };
}

const NONE: Data = {};

/** A `date` among the defaults is a time to every file (Jekyll's `FrontmatterDefaults#ensure_time!`). */
function withTime(values: Data, zone: string): Data {
  const moment = values.date === undefined ? undefined : parseDate(values.date, zone);
  return moment === undefined ? values : { ...values, date: moment.time.toJSDate() };
}

/** The longer path wins; of two as long the one with a type, and of two alike the later. */
function mergeScopes(scopes: readonly DefaultsScope[]): Data {
  let values: Data = {};
  let strongest: DefaultsScope | undefined;
  for (const scope of scopes) {
    if (strongest === undefined || hasPrecedence(scope, strongest)) {
      values = mergeData(values, scope.values);
      strongest = scope;
    } else values = mergeData(scope.values, values);
  }
  return values;
}

function hasPrecedence(scope: DefaultsScope, before: DefaultsScope): boolean {
  const [length, lengthBefore] = [relativePath(scope.path).length, relativePath(before.path).length];
  if (length !== lengthBefore) return length > lengthBefore;
  return scope.type !== undefined || before.type === undefined;
}

function applies(scope: DefaultsScope, path: string, type: string | undefined, collectionsDir: string): boolean {
  if (scope.type !== undefined && scope.type !== type) return false;
  if (scope.path === "") return true;
  if (!scope.path.includes("*")) return path.startsWith(withoutFolder(scope.path, collectionsDir));
  // Jekyll asks the disk which files and folders the pattern names, and takes what begins with one of them.
  const pattern = withoutFolder(relativePath(scope.path), collectionsDir).replace(/\/$/, "");
  const parts = path.split("/");
  return parts.some((_, index) => matchesGlob(pattern, parts.slice(0, index + 1).join("/")));
}

function withoutFolder(path: string, folder: string): string {
  return folder !== "" && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

function relativePath(path: string): string {
  return path.replace(/^\//, "");
}
