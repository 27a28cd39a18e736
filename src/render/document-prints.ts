/** Names and fingerprints of documents, by which a build knows those of the one before it again. */
import { fingerprint } from "../hash.ts";
import type { Document } from "../model.ts";

/** Fingerprints of documents that did not change since they were read: one for each process. */
export type DocumentPrints = WeakMap<Document, string>;

/** The fingerprint of all that a document holds; of a list also that of every post in it. Kept in `prints`. */
export function documentPrint(document: Document, prints: DocumentPrints): string {
  const known = prints.get(document);
  if (known !== undefined) return known;
  const print = computePrint(document, prints);
  prints.set(document, print);
  return print;
}

function computePrint(document: Document, prints: DocumentPrints): string {
  if (document.kind === "post") {
    // Dates write themselves slowly, and every post has one.
    const { date, ...rest } = document;
    return fingerprint(`${date.toMillis()} ${date.zoneName} ${date.offset}`, JSON.stringify(rest));
  }
  // All of such a page comes from its paper, and from the configuration.
  if (document.publication !== undefined) return `${document.publication.print} ${document.url}`;
  if (document.listing === undefined) return fingerprint(JSON.stringify(document));
  const { listing, ...page } = document;
  const { posts, terms, ...rest } = listing;
  return fingerprint(
    JSON.stringify([page, rest, terms.map(({ name, url }) => [name, url])]),
    ...[posts, ...terms.map((term) => term.posts)].map((list) =>
      list.map((post) => documentPrint(post, prints)).join(" "),
    ),
  );
}

/** A name for a document that no other of the site has, the same in every build. */
export function nameOf(document: Document): string {
  return JSON.stringify([document.path, document.file]);
}
