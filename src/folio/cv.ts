/**
 * A curriculum vitae out of any of three files: RenderCV's YAML (`_data/cv.yml` with `cv:` at the top), JSON Resume
 * (`assets/json/resume.json`) and al-folio's old `_data/cv.yml`, a list of sections. All three hold the same entries (`cv-entry.ts`).
 */
import type { Data, Value } from "../model.ts";
import { asData, asList, asText } from "../settings.ts";
import { type CvEntry, entriesOf, entryOf, type Fact, factsOf, textOf, titleOf } from "./cv-entry.ts";
import { accountUrl } from "./socials.ts";

/** All texts are Markdown, or HTML, as their author wrote them. */
export interface Cv {
  /** The name, and what it stands for. */
  readonly person: string;
  /** Who it is about: what stands at the top. */
  readonly facts: readonly Fact[];
  readonly summary: string;
  readonly sections: readonly CvSection[];
}

/** A part of it under its own heading. */
export interface CvSection {
  /** The key in the file: an anchor. */
  readonly id: string;
  readonly title: string;
  readonly entries: readonly CvEntry[];
  /** How its entries are numbered; absent where they are not. */
  readonly numbers?: "up" | "down";
}

/** al-folio's old list of sections: `{title, type, contents}`. */
export function cvOfList(list: readonly Value[]): Cv {
  const sections = list.map((section) => {
    const { title, contents, type: _type, ...rest } = asData(section) ?? { contents: section };
    const entries = [...entriesOf(contents), ...(Object.keys(rest).length > 0 ? [entryOf(rest)] : [])];
    return { id: textOf(title), title: textOf(title), entries };
  });
  return { person: "", facts: [], summary: "", sections };
}

/** RenderCV: who it is at the top, then `sections`. */
export function cvOfRenderCv(cv: Data): Cv {
  const { sections, summary, social_networks, custom_connections, name, label, headline, ...person } = cv;
  const shown = Object.entries(asData(sections) ?? {}).map(([id, entries]) => ({
    id,
    title: titleOf(id),
    entries: entriesOf(entries),
    ...numbersOf(entries),
  }));
  return {
    person: personOf(name, label, headline),
    facts: [...factsOf(person), ...profiles(social_networks), ...connections(custom_connections)],
    summary: textOf(summary),
    sections: shown.filter(({ entries }) => entries.length > 0),
  };
}

/** JSON Resume. @param picked the sections to show; empty: all */
export function cvOfResume(resume: Data, picked: readonly string[]): Cv {
  const isShown = (id: string): boolean => picked.length === 0 || picked.includes(id);
  const { basics, meta: _meta, $schema: _schema, ...rest } = resume;
  const { summary, profiles: networks, name, label, ...person } = asData(isShown("basics") ? basics : undefined) ?? {};
  const sections = Object.entries(rest)
    .filter(([id]) => isShown(id))
    .map(([id, entries]) => ({ id, title: titleOf(id), entries: entriesOf(entries) }))
    .filter(({ entries }) => entries.length > 0);
  return {
    person: personOf(name, label),
    facts: [...factsOf(person), ...profiles(networks)],
    summary: textOf(summary),
    sections,
  };
}

/** RenderCV's `NumberedEntry` and `ReversedNumberedEntry`: a section has entries of one kind alone. */
function numbersOf(entries: Value | undefined): Pick<CvSection, "numbers"> {
  const first = asData(asList(entries)?.[0]) ?? {};
  if (first.number !== undefined) return { numbers: "up" };
  return first.reversed_number === undefined ? {} : { numbers: "down" };
}

/** "Emmy Noether, Mathematician" */
function personOf(...parts: readonly (Value | undefined)[]): string {
  return parts
    .map(textOf)
    .filter((text) => text !== "")
    .join(", ");
}

/** RenderCV's `custom_connections`: a text with an icon, and where it leads. */
function connections(value: Value | undefined): readonly Fact[] {
  return (asList(value) ?? []).flatMap((one): readonly Fact[] => {
    const { placeholder, url, fontawesome_icon: icon } = asData(one) ?? {};
    const [text, address] = [textOf(placeholder), textOf(url)];
    if (address !== "") return [{ name: text || address, value: address, url: address }];
    return text === "" ? [] : [{ name: titleOf(textOf(icon) || "contact"), value: text, url: "" }];
  });
}

/** `social_networks` of RenderCV, `profiles` of JSON Resume. */
function profiles(value: Value | undefined): readonly Fact[] {
  return (asList(value) ?? []).flatMap((one): readonly Fact[] => {
    const { network, username, url } = asData(one) ?? {};
    const [name, user] = [textOf(network), textOf(username)];
    const address = asText(url) ?? accountUrl(name, user) ?? "";
    return name + user === "" ? [] : [{ name, value: user || address, url: address }];
  });
}
