import type { LayoutProps } from "../src/layout.ts";
import Default from "./default.tsx";
import { Contents } from "./parts/contents.tsx";
import { PageHeader } from "./parts/page-header.tsx";
import { Prose } from "./parts/prose.tsx";
import { Schedule } from "./parts/schedule.tsx";
import { shown } from "./parts/shown.ts";

/** A course: who teaches it, when and where, its text, and its weeks. */
export default function Course(props: LayoutProps) {
  const { page, helpers } = props;
  const words = helpers.words(page.lang);
  const { instructor, term, year, location, time } = page.data;
  const when = [term, year]
    .filter((part) => part !== undefined && part !== null)
    .map(String)
    .join(" ");
  const facts: readonly (readonly [name: string, value: string])[] = [
    [words("instructor"), shown(instructor)],
    [words("term"), when],
    [words("time"), shown(time)],
    [words("place"), shown(location)],
  ];
  return (
    <Default {...props}>
      <PageHeader page={page}>
        <dl class="facts">
          {facts
            .filter(([, value]) => value !== "")
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </PageHeader>
      <Contents {...props} />
      <Prose {...props} />
      <Schedule schedule={page.data.schedule} lang={page.lang} helpers={helpers} />
    </Default>
  );
}
