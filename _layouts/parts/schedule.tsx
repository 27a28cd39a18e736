import type { Helpers } from "../../src/layout.ts";
import type { Data, Value } from "../../src/model.ts";
import { asText } from "../../src/settings.ts";
import { below } from "./project-card.tsx";
import { sayIn } from "./say.tsx";
import { shown } from "./shown.ts";

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
  const weeks = Array.isArray(schedule) ? (schedule as readonly Data[]) : [];
  if (weeks.length === 0) return null;
  const say = sayIn(helpers.words(lang));
  return (
    <section class="schedule">
      <h2 class="minor">{say("schedule")}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("week")}</th>
            <th scope="col">{say("date")}</th>
            <th scope="col">{say("topic")}</th>
            <th scope="col">{say("materials")}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, date, topic, description, materials }) => (
            <tr key={`${shown(week)} ${shown(date)} ${shown(topic)}`}>
              <td>{shown(week)}</td>
              <td>{shown(date)}</td>
              <td>
                {shown(topic)}
                {asText(description) && (
                  <div dangerouslySetInnerHTML={{ __html: helpers.markdown(shown(description)) }} />
                )}
              </td>
              <td>
                <Materials materials={materials} helpers={helpers} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Materials({ materials, helpers }: { readonly materials: Value | undefined; readonly helpers: Helpers }) {
  const list = (Array.isArray(materials) ? materials : []) as readonly Data[];
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
