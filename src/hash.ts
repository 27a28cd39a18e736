import { createHash, hash } from "node:crypto";

/** Characters of a part from which on the call itself costs nothing beside the work. */
const LONG = 1000;

/** A short name for a content: 27 characters, the same on every machine. */
export function fingerprint(...parts: readonly (string | Uint8Array)[]): string {
  // The length keeps ["ab", "c"] and ["a", "bc"] apart.
  if (parts.every((part) => typeof part === "string" && part.length < LONG))
    // One call for everything costs half of what a hash object does, and a page needs a dozen.
    return hash("sha1", parts.map((part) => `${part.length}:${part}`).join(""), "base64url");
  // A page's text is a tree of pieces, which keep the texts alive that they were cut from, until it is read as a whole: here.
  const whole = createHash("sha1");
  for (const part of parts) whole.update(`${part.length}:`).update(part);
  return whole.digest("base64url");
}
