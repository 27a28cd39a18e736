import { createHash } from "node:crypto";

/** A short name for a content: 27 characters, the same on every machine. */
export function fingerprint(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha1");
  for (const part of parts) {
    // The length keeps ["ab", "c"] and ["a", "bc"] apart.
    hash.update(`${part.length}:`);
    hash.update(part);
  }
  return hash.digest("base64url");
}
