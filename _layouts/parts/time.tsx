import type { DateTime, DateTimeFormatOptions } from "luxon";

const FORMS = {
  /** "November 16, 2025" */
  long: { year: "numeric", month: "long", day: "numeric" },
  /** "Nov 16, 2025" */
  medium: { year: "numeric", month: "short", day: "numeric" },
  /** "Nov 16": under a heading that says the year. */
  short: { month: "short", day: "numeric" },
} satisfies Record<string, DateTimeFormatOptions>;

/** A day, written in the language of the page. */
export function Time({
  date,
  lang,
  form,
}: {
  readonly date: DateTime;
  readonly lang: string;
  readonly form: keyof typeof FORMS;
}) {
  return <time datetime={written(date, "", () => date.toISODate() ?? "")}>{shown(date, lang, form)}</time>;
}

function shown(date: DateTime, lang: string, form: keyof typeof FORMS): string {
  const write = (): string => formatter(lang, form, date.zoneName ?? "UTC").format(date.toMillis());
  return written(date, `${form} ${lang}`, write);
}

/** A post's date stands on a dozen lists and costs 10 µs to write: what was written already is forgotten with the date itself. */
const known = new WeakMap<DateTime, Map<string, string>>();

function written(date: DateTime, key: string, write: () => string): string {
  const texts = known.get(date) ?? new Map<string, string>();
  if (texts.size === 0) known.set(date, texts);
  const text = texts.get(key) ?? write();
  texts.set(key, text);
  return text;
}

/** luxon would ask for a new formatter each time. One for each language, form and zone that a site shows: a handful. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: string, form: keyof typeof FORMS, timeZone: string): Intl.DateTimeFormat {
  const key = `${lang} ${form} ${timeZone}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(understood(lang), { ...FORMS[form], timeZone });
  formatters.set(key, made);
  return made;
}

/** The language where it is one that Intl takes ("en_US" is not), else English. */
function understood(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? "en";
  } catch {
    return "en";
  }
}
