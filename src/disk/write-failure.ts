/** A write that the file system refuses, as an author is told it. */
import { sep } from "node:path";
import { SiteError } from "../errors.ts";
import { CACHE_FOLDER } from "../paths.ts";
import { isSystemError } from "../system-error.ts";

/** What to tell when the file system refuses a write. `path` is used where the error names none. */
export function writeFailure(error: unknown, path: string): SiteError {
  const { code = "", path: named } = isSystemError(error) ? error : {};
  const reasons: Readonly<Record<string, readonly [string, string]>> = {
    ENOSPC: ["the disk is full", "Free some space and build again"],
    EDQUOT: ["the disk quota is used up", "Free some space and build again"],
    EFBIG: ["the file is larger than the system allows", "Raise the limit (ulimit -f) and build again"],
    ENOENT: ["the folder that it lies in cannot be made", "Name another folder with --destination"],
    EROFS: ["the file system is read-only", "Name another folder with --destination"],
    EACCES: ["permission is denied", "Make the folder writable, or name another with --destination"],
    EPERM: ["permission is denied", "Make the folder writable, or name another with --destination"],
    ENOTDIR: [
      "a file stands where a folder is needed",
      "Move that file away, or name another folder with --destination",
    ],
    EEXIST: [
      "a file stands where a folder is needed",
      "Move that file away, or name another folder with --destination",
    ],
    ENAMETOOLONG: ["the name is too long for the file system", "Give the page a shorter permalink or title"],
  };
  const [reason, help] = reasons[code] ?? [String(error), "See that the destination can be written"];
  const place = named ?? path;
  const isCache = place.split(sep).includes(CACHE_FOLDER) && /^E(?:ROFS|ACCES|PERM)$/.test(code);
  return new SiteError(
    {
      problem: `${place} cannot be written: ${reason}`,
      help: isCache ? "Make the site's folder writable: Octavo keeps there what it need not make twice" : help,
    },
    { cause: error },
  );
}
