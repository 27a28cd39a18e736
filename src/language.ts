/** Language tags (BCP 47) as authors write them. */

/** The first language that a text names: `zh_CN` is `zh-CN`, `en, zh_CN` is `en`. @param otherwise for a text that names none */
export function languageIn(text: string, otherwise: string): string {
  if (text === "") return otherwise;
  const tags = text.split(/[\s,;|]+/).map((tag) => tag.replaceAll("_", "-"));
  return tags.find(isLanguage) ?? otherwise;
}

/** Whether a text has the form of a language tag: all else makes the formats of dates and numbers throw. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
