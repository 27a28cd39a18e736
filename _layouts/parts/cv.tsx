import type { Cv, CvSection } from "../../src/folio/cv.ts";
import type { CvEntry, Fact } from "../../src/folio/cv-entry.ts";
import type { Helpers } from "../../src/layout.ts";

/** A whole curriculum vitae: who it is about, then its sections. */
export function CvBody({ cv, helpers }: { readonly cv: Cv; readonly helpers: Helpers }) {
  return (
    <div class="cv">
      {cv.person && <p class="standfirst">{cv.person}</p>}
      {cv.facts.length > 0 && <Facts facts={cv.facts} helpers={helpers} />}
      {cv.summary && <Text text={cv.summary} helpers={helpers} />}
      {cv.sections.map((section) => (
        <CvPart key={section.id} section={section} helpers={helpers} />
      ))}
    </div>
  );
}

function CvPart({
  section: { id, title, entries, numbers },
  helpers,
}: {
  readonly section: CvSection;
  readonly helpers: Helpers;
}) {
  return (
    <section>
      {title && (
        <h2 class="minor" id={id.replace(/\s+/g, "-")}>
          {title}
        </h2>
      )}
      {numbers === undefined ? (
        <Entries entries={entries} helpers={helpers} />
      ) : (
        <ol reversed={numbers === "down"}>
          {entries.map((entry) => (
            <li key={JSON.stringify(entry)}>
              {isText(entry) ? (
                <Inline text={entry.texts[0] ?? ""} helpers={helpers} />
              ) : (
                <Entry entry={entry} helpers={helpers} />
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Entries that are one text each are a list; any other stands by itself. */
export function Entries({ entries, helpers }: { readonly entries: readonly CvEntry[]; readonly helpers: Helpers }) {
  if (entries.every(isText))
    return (
      <ul>
        {entries.map((entry) => (
          <li key={entry.texts[0]}>
            <Inline text={entry.texts[0] ?? ""} helpers={helpers} />
          </li>
        ))}
      </ul>
    );
  return (
    <ul class="entries">
      {entries.map((entry) => (
        <li key={JSON.stringify(entry)}>
          <Entry entry={entry} helpers={helpers} />
        </li>
      ))}
    </ul>
  );
}

function isText({ heading, party, period, place, texts, points, facts }: CvEntry): boolean {
  return heading + party + period + place === "" && texts.length === 1 && points.length + facts.length === 0;
}

function Entry({ entry, helpers }: { readonly entry: CvEntry; readonly helpers: Helpers }) {
  const { heading, url, party, period, place, texts, points, facts } = entry;
  const where = [party, place].filter((text) => text !== "").join(", ");
  const name = heading || url;
  return (
    <>
      {period && <p class="period">{period}</p>}
      {name && (
        <p class="heading">
          {url ? (
            <a href={helpers.href(url)}>
              <Inline text={name} helpers={helpers} />
            </a>
          ) : (
            <Inline text={name} helpers={helpers} />
          )}
        </p>
      )}
      {where && (
        <p class="where">
          <Inline text={where} helpers={helpers} />
        </p>
      )}
      {texts.map((text) => (
        <Text key={text} text={text} helpers={helpers} />
      ))}
      {points.length > 0 && <Entries entries={points} helpers={helpers} />}
      {facts.length > 0 && <Facts facts={facts} helpers={helpers} />}
    </>
  );
}

function Facts({ facts, helpers }: { readonly facts: readonly Fact[]; readonly helpers: Helpers }) {
  return (
    <dl class="facts">
      {facts.map(({ name, value, url }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{url ? <a href={helpers.href(url)}>{value}</a> : <Inline text={value} helpers={helpers} />}</dd>
        </div>
      ))}
    </dl>
  );
}

function Text({ text, helpers }: { readonly text: string; readonly helpers: Helpers }) {
  return <div class="text" dangerouslySetInnerHTML={{ __html: helpers.markdown(text) }} />;
}

/** A text within a line. Most have no markup at all. */
function Inline({ text, helpers }: { readonly text: string; readonly helpers: Helpers }) {
  if (!/[*_`[\]<&\\$"']|--|\.\.\./.test(text)) return <>{text}</>;
  const html = helpers.markdown(text).trim();
  const [, line] = /^<p>((?:(?!<p[ >])[\s\S])*)<\/p>$/.exec(html) ?? [];
  return line === undefined ? text : <span dangerouslySetInnerHTML={{ __html: line }} />;
}
