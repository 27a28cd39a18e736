import type { Helpers } from "../../src/layout.ts";
import type { Data, Value } from "../../src/model.ts";
import { asText, mappingsOf } from "../../src/settings.ts";
import { below } from "./project-card.tsx";
import { sayIn } from "./say.tsx";
import { shown } from "./shown.ts";

const COLUMNS = ["week", "date", "topic", "materials"] as const;
type Column = (typeof COLUMNS)[number];

/** The weeks of a course: al-folio's `schedule`. Nothing where there is none. */
export function Schedule({
  schedule,
  lang,
  helpers,
}: {
  readonly schedule: Value | undefined;
  readonly lang: string;
  readonly helpers: Helpers;
}) {
  const weeks = mappingsOf(schedule);
  if (weeks.length === 0) return null;
  const say = sayIn(helpers.words(lang));
  const columns = COLUMNS.filter((name) => weeks.some((week) => hasCell(week, name)));
  return (
    <section class="schedule">
      <h2 class="minor">{say("schedule")}</h2>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {say(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={`${shown(week.week)} ${shown(week.date)} ${shown(week.topic)}`}>
              {columns.map((name) => (
                <td key={name}>
                  <Cell week={week} name={name} helpers={helpers} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A column that no week fills is left out. */
function hasCell(week: Data, name: Column): boolean {
  return shown(week[name]) !== "" || (name === "topic" && asText(week.description) !== undefined);
}

function Cell({ week, name, helpers }: { readonly week: Data; readonly name: Column; readonly helpers: Helpers }) {
  if (name === "materials") return <Materials materials={week.materials} helpers={helpers} />;
  const description = name === "topic" ? asText(week.description) : undefined;
  return (
    <>
      {shown(week[name])}
      {description && <div dangerouslySetInnerHTML={{ __html: helpers.markdown(description) }} />}
    </>
  );
}

function Materials({ materials, helpers }: { readonly materials: Value | undefined; readonly helpers: Helpers }) {
  const list = mappingsOf(materials);
  const [first] = list;
  if (first === undefined) return null;
  return (
    <ul>
      {list.map(({ name, url }) => (
        <li key={`${shown(name)} ${shown(url)}`}>
          {asText(url) ? <a href={below(shown(url), helpers)}>{shown(name) || shown(url)}</a> : shown(name)}
        </li>
      ))}
    </ul>
  );
}
