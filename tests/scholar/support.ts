/** Entries for tests, read as a site reads them. */
import assert from "node:assert/strict";
import { toPublications } from "../../src/scholar/entries.ts";
import type { BibProblem, Publication } from "../../src/scholar/model.ts";
import { parseBib } from "../../src/scholar/parse.ts";

export async function readBib(
  text: string,
): Promise<{ readonly entries: readonly Publication[]; readonly problems: readonly BibProblem[] }> {
  const parsed = await parseBib(text, "x.bib");
  const { entries, problems } = toPublications(parsed.entries, "x.bib");
  return { entries, problems: [...parsed.problems, ...problems] };
}

/** The first entry of a text. */
export async function entry(text: string): Promise<Publication> {
  const { entries } = await readBib(text);
  const [first] = entries;
  assert.ok(first, `no entry in ${text}`);
  return first;
}
