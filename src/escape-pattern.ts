/** A text as a regular expression that finds it and nothing else. Safe with and without the flag `u`, and inside slashes. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
