/**
 * Whether an error is one of Node's own, with a `code`: the file system's ("ENOENT"), which also say the system call and often the path,
 * a socket's, or the module loader's ("ERR_MODULE_NOT_FOUND").
 */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
