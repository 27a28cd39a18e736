/** `_data/citations.yml`: how often papers are cited. */
import type { Data, Value } from "../model.ts";
import { asCount, asData } from "../settings.ts";

/** How often a paper is cited, by the ids of Google Scholar of its author and of itself; undefined where the file does not know. */
export function citationsOf(data: Data, scholar: string, article: string): number | undefined {
  return countIn(asData(data.citations)?.papers, `${scholar}:${article}`);
}

/** The same by the id of INSPIRE-HEP, which `octavo fetch` keeps in `_data/inspirehep.json`. */
export function inspireCitationsOf(data: Data, id: string): number | undefined {
  return countIn(data.inspirehep, id);
}

function countIn(papers: Value | undefined, key: string): number | undefined {
  const paper = asData(papers)?.[key];
  return asCount(asData(paper)?.citations ?? paper);
}
