import type { Helpers } from "../../src/layout.ts";
import type { Data, Value } from "../../src/model.ts";
import { below } from "./project-card.tsx";
import { sayIn } from "./say.tsx";

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
                {typeof description === "string" && description !== "" && (
                  <div dangerouslySetInnerHTML={{ __html: helpers.markdown(description) }} />
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
          {typeof url === "string" && url !== "" ? <a href={below(url, helpers)}>{shown(name) || url}</a> : shown(name)}
        </li>
      ))}
    </ul>
  );
}

/** A date of YAML as it was written; a text or a number as it is. */
function shown(value: Value | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "object" && "kind" in value && value.kind === "date")
    return [value.year, value.month, value.day].map((part) => String(part).padStart(2, "0")).join("-");
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
