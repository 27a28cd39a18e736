import type { DateTime, DateTimeFormatOptions } from "luxon";

const forms = {
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
  readonly form: keyof typeof forms;
}) {
  return <time datetime={date.toISODate() ?? ""}>{shown(date, lang, form)}</time>;
}

/** What was written already. A post's date stands on a dozen lists and costs 10 µs to write; forgotten with the date itself. */
const written = new WeakMap<DateTime, Map<string, string>>();

function shown(date: DateTime, lang: string, form: keyof typeof forms): string {
  const key = `${form} ${lang}`;
  const texts = written.get(date) ?? new Map<string, string>();
  if (texts.size === 0) written.set(date, texts);
  let text = texts.get(key);
  if (text === undefined) {
    text = formatter(known(lang), form, date.zoneName ?? "UTC").format(date.toMillis());
    texts.set(key, text);
  }
  return text;
}

/** luxon would ask for a new formatter each time. One for each language, form and zone that a site shows: a handful. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: string, form: keyof typeof forms, timeZone: string): Intl.DateTimeFormat {
  const key = `${lang} ${form} ${timeZone}`;
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(lang, { ...forms[form], timeZone });
  formatters.set(key, known);
  return known;
}

/** The language where it is one that Intl takes ("en_US" is not), else English. */
function known(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? "en";
  } catch {
    return "en";
  }
}
