import { Fragment } from "preact";
import type { ShownGroup, ShownLink, ShownName, ShownPublication } from "../../src/scholar/model.ts";
import type { Words } from "../../src/words/words.ts";
import { sayIn } from "./say.tsx";
import { SHOWN_WIDTH } from "./shown-width.ts";

/** What entries are drawn with, beside themselves. */
export interface EntryProps {
  readonly words: Words;
  /** The id of an entry on its page; undefined where it has none. */
  readonly idOf: (publication: ShownPublication) => string | undefined;
  /** The number that citations name it by. */
  readonly numberOf?: (publication: ShownPublication) => number | undefined;
}

/** Groups of publications, each under its heading. */
export function PublicationGroups({
  groups,
  level,
  ...rest
}: EntryProps & { readonly groups: readonly ShownGroup[]; readonly level: number }) {
  return (
    <>
      {groups.map((group) => (
        <Fragment key={group.name}>
          <GroupHeading level={level} name={group.name} />
          {group.groups.length > 0 && <PublicationGroups groups={group.groups} level={level + 1} {...rest} />}
          {group.publications.length > 0 && <PublicationList publications={group.publications} {...rest} />}
        </Fragment>
      ))}
    </>
  );
}

function GroupHeading({ level, name }: { readonly level: number; readonly name: string }) {
  if (name === "") return null;
  const Heading = `h${Math.min(level, 6)}` as "h2";
  return <Heading class="year bibliography">{name}</Heading>;
}

/** Publications in the order given; numbered where citations name them by numbers. */
function PublicationList({
  publications,
  ...rest
}: EntryProps & { readonly publications: readonly ShownPublication[] }) {
  const isNumbered = publications.some((publication) => rest.numberOf?.(publication) !== undefined);
  const List = isNumbered ? "ol" : "ul";
  return (
    <List class="bibliography">
      {publications.map((publication) => (
        <li key={publication.key} class="publication" id={rest.idOf(publication)} value={rest.numberOf?.(publication)}>
          <Entry publication={publication} words={rest.words} />
        </li>
      ))}
    </List>
  );
}

/** One entry of a list. */
function Entry({ publication, words }: { readonly publication: ShownPublication; readonly words: Words }) {
  const say = sayIn(words);
  const { title, page, abstract, bibtex, bibtexInLists, preview } = publication;
  return (
    <>
      {preview && <Preview {...preview} />}
      <div class="entry">
        <p class="title">
          <Venue {...publication} />
          {page === undefined ? (
            <span dangerouslySetInnerHTML={{ __html: title }} />
          ) : (
            <a href={page} dangerouslySetInnerHTML={{ __html: unlinked(title) }} />
          )}
        </p>
        <Authors publication={publication} words={words} />
        <Circumstances publication={publication} words={words} />
        <Links publication={publication} words={words} />
        {abstract !== "" && (
          <details class="abstract">
            <summary>{say("abstract")}</summary>
            <div dangerouslySetInnerHTML={{ __html: abstract }} />
          </details>
        )}
        {bibtexInLists && (
          <details class="bibtex">
            <summary>{say("bibtex")}</summary>
            <pre>
              <code>{bibtex}</code>
            </pre>
          </details>
        )}
      </div>
    </>
  );
}

/** A title inside of a link: links of its own would end it. */
function unlinked(html: string): string {
  return html.replace(/<\/?a(?:\s[^<>]*)?>/g, "");
}

/** The short name of where it appeared, with a dot in the venue's colour. */
export function Venue({ venue }: Pick<ShownPublication, "venue">) {
  if (venue === undefined) return null;
  return (
    <>
      <span class="venue">
        {venue.colour && (
          <svg viewBox="0 0 8 8" width="8" height="8" aria-hidden="true">
            <circle cx="4" cy="4" r="3.5" fill={venue.colour} stroke="currentColor" stroke-width="0.5" />
          </svg>
        )}
        {venue.url === undefined ? venue.text : <a href={venue.url}>{venue.text}</a>}
      </span>{" "}
    </>
  );
}

/** The authors; where there are none, the editors. */
export function Authors({ publication, words }: { readonly publication: ShownPublication; readonly words: Words }) {
  const say = sayIn(words);
  const { authors, hiddenAuthors, moreAuthors, editors } = publication;
  if (authors.length === 0)
    return editors.length === 0 ? null : (
      <div class="authors">
        {say("editors")} <Names names={editors} and={words("and")} />
      </div>
    );
  return (
    <div class="authors">
      <Names names={authors} and={hiddenAuthors.length === 0 && !moreAuthors ? words("and") : ""} />
      {hiddenAuthors.length > 0 && (
        <>
          {", "}
          <details>
            <summary>{say("moreAuthors", { count: hiddenAuthors.length })}</summary>{" "}
            <Names names={hiddenAuthors} and={moreAuthors ? "" : words("and")} />
            {moreAuthors && `, ${words("andMoreAuthors")}`}
          </details>
        </>
      )}
      {moreAuthors && hiddenAuthors.length === 0 && `, ${words("andMoreAuthors")}`}
    </div>
  );
}

function Names({ names, and }: { readonly names: readonly ShownName[]; readonly and: string }) {
  const last = names.length - 1;
  return (
    <>
      {names.map((name, index) => (
        <Fragment key={`${index} ${name.text}`}>
          {index > 0 && (index === last && and !== "" ? `${last > 1 ? "," : ""} ${and} ` : ", ")}
          <Person {...name} />
        </Fragment>
      ))}
    </>
  );
}

function Person({ text, marks, own, url }: ShownName) {
  const name = own ? <strong>{text}</strong> : url === undefined ? text : <a href={url}>{text}</a>;
  return (
    <>
      {name}
      {marks !== "" && <sup>{marks}</sup>}
    </>
  );
}

/** Where it appeared, what is to be said of it, and what it won. */
export function Circumstances({
  publication,
  words,
}: {
  readonly publication: ShownPublication;
  readonly words: Words;
}) {
  const { periodical, note, award, annotation } = publication;
  return (
    <>
      {periodical !== "" && <p class="periodical" dangerouslySetInnerHTML={{ __html: periodical }} />}
      {note !== "" && <p class="note" dangerouslySetInnerHTML={{ __html: note }} />}
      {award && (
        <p class="award">
          <strong dangerouslySetInnerHTML={{ __html: award.name || words("award") }} />
          {": "}
          <span dangerouslySetInnerHTML={{ __html: award.text }} />
        </p>
      )}
      {annotation !== "" && <p class="annotation" dangerouslySetInnerHTML={{ __html: annotation }} />}
    </>
  );
}

/** Links to the work and its files, then the badges. */
export function Links({ publication, words }: { readonly publication: ShownPublication; readonly words: Words }) {
  const { links, badges, plainTitle } = publication;
  if (links.length + badges.length === 0) return null;
  const say = sayIn(words);
  const item = ({ name, url }: ShownLink) => {
    const [shown, spoken] = typeof name === "string" ? [name, name] : [say(name.word), words(name.word)];
    return (
      <li key={url}>
        <a href={url} aria-label={words("linksOf", { link: spoken, title: plainTitle })}>
          {shown}
        </a>
      </li>
    );
  };
  return (
    <ul class="links">
      {links.map(item)}
      {badges.map(item)}
    </ul>
  );
}

/** The picture or the film of a work. */
export function Preview({ url, isFilm }: NonNullable<ShownPublication["preview"]>) {
  if (isFilm) return <video class="preview" src={url} muted loop controls preload="none" />;
  // The title beside it says what it is of.
  return <img class="preview" src={url} alt="" width={SHOWN_WIDTH.preview} />;
}
