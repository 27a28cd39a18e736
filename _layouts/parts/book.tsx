import { DateTime } from "luxon";
import type { ComponentChild } from "preact";
import type { Helpers } from "../../src/layout.ts";
import type { Document, Value } from "../../src/model.ts";
import { asText } from "../../src/settings.ts";
import { Facts } from "./facts.tsx";
import { below } from "./project-card.tsx";
import { shown } from "./shown.ts";
import { SHOWN_WIDTH } from "./shown-width.ts";
import { Time } from "./time.tsx";

interface BookProps {
  readonly book: Document;
  readonly lang: string;
  readonly helpers: Helpers;
}

/** The picture of a book's cover that the site holds. One that only a library's server has (`olid`, `isbn`) is no picture of ours. */
export function Cover({ book, helpers }: Omit<BookProps, "lang">) {
  const cover = asText(book.data.cover);
  return cover ? <img class="cover" src={below(cover, helpers)} alt="" width={SHOWN_WIDTH.cover} /> : null;
}

const STATES = ["abandoned", "finished", "interested", "paused", "queued", "reading", "reread"] as const;

/** Who wrote it, when it came out, how far the reader is, and what he thinks of it. */
export function BookFacts({ book, lang, helpers }: BookProps) {
  const { author, released, status, stars } = book.data;
  const words = helpers.words(lang);
  const state = STATES.find((one) => one === String(status).toLowerCase());
  const facts = [
    shown(author),
    shown(released),
    state ? words(state) : shown(status),
    starsOf(stars, words("starsOf", { count: shown(stars) })),
  ];
  return <Facts>{facts.filter((fact) => fact !== "")}</Facts>;
}

function starsOf(stars: Value | undefined, text: string): string {
  return shown(stars) === "" ? "" : text;
}

/** When it was read, and where it is to be had. */
export function Details({ book, lang, helpers }: BookProps) {
  const { started, finished, buy_link, goodreads_review, olid, isbn } = book.data;
  const words = helpers.words(lang);
  const rows: readonly (readonly [name: string, text: ComponentChild, url: string])[] = [
    [words("started"), dayOf(started, lang), ""],
    [words("finishedOn"), dayOf(finished, lang), ""],
    ["ISBN", shown(isbn), ""],
    ["Open Library", shown(olid), `https://openlibrary.org/books/${shown(olid)}`],
    ["Goodreads", shown(goodreads_review), goodreads(goodreads_review)],
    [words("buy"), host(buy_link), shown(buy_link)],
  ];
  const known = rows.filter(([, value]) => value !== "");
  if (known.length === 0) return null;
  return (
    <dl class="facts">
      {known.map(([name, value, url]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{url ? <a href={url}>{value}</a> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A day in the language of the page; anything else, a 31st of June too, as it is written. */
function dayOf(value: Value | undefined, lang: string): ComponentChild {
  const text = shown(value);
  const date = DateTime.fromISO(text, { zone: "UTC" });
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && date.isValid ? <Time date={date} lang={lang} form="medium" /> : text;
}

function goodreads(review: Value | undefined): string {
  const text = shown(review);
  return /^https?:/.test(text) ? text : `https://www.goodreads.com/review/show/${text}`;
}

function host(url: Value | undefined): string {
  return /^https?:\/\/(?:www\.)?([^/]+)/.exec(shown(url))?.[1] ?? shown(url);
}
