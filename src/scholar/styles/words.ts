/** What references say in words, by language (`scholar.locale`): terms as the locale files of the Citation Style Language have them. */

/** A language's words. Small letters, where a style does not begin a part with them. */
export interface StyleWords {
  /** Of months: a BCP 47 tag. */
  readonly locale: string;
  readonly and: string;
  readonly etAl: string;
  readonly in: string;
  readonly noDate: string;
  /** Behind one name, and behind several. */
  readonly editors: readonly [one: string, many: string];
  readonly translators: readonly [one: string, many: string];
  readonly editedBy: string;
  readonly translatedBy: string;
  /** "2nd ed." of 2; of a text what stands there. */
  readonly edition: (number: number | string) => string;
  readonly volume: string;
  readonly number: string;
  readonly pages: readonly [one: string, many: string];
  readonly accessed: string;
  readonly version: string;
  readonly patent: string;
  readonly manuscript: string;
  readonly software: string;
  readonly dataset: string;
  /** Undefined where every style has its own. */
  readonly theses?: Readonly<Record<"doctoral" | "master" | "bachelor" | "", string>>;
  readonly report?: string;
  readonly quotes: readonly [open: string, close: string];
  readonly innerQuotes: readonly [open: string, close: string];
  /** Whether a full stop or a comma stands before the closing mark. */
  readonly signInside: boolean;
}

/** English, which stands for every language that is not there. */
export const englishWords: StyleWords = {
  locale: "en-US",
  and: "and",
  etAl: "et al.",
  in: "in",
  noDate: "n.d.",
  editors: ["ed.", "eds."],
  translators: ["trans.", "trans."],
  editedBy: "edited by",
  translatedBy: "translated by",
  edition: (number) => `${typeof number === "number" ? ordinal(number) : number} ed.`,
  volume: "vol.",
  number: "no.",
  pages: ["p.", "pp."],
  accessed: "accessed",
  version: "version",
  patent: "patent",
  manuscript: "unpublished manuscript",
  software: "computer software",
  dataset: "data set",
  quotes: ["“", "”"],
  innerQuotes: ["‘", "’"],
  signInside: true,
};

function theses(doctoral: string, master: string, bachelor: string, other: string): NonNullable<StyleWords["theses"]> {
  return { doctoral, master, bachelor, "": other };
}

const OUTSIDE = { signInside: false } as const;

const languages: Readonly<Record<string, StyleWords>> = {
  en: englishWords,
  de: {
    ...OUTSIDE,
    locale: "de-DE",
    and: "und",
    etAl: "u. a.",
    in: "in",
    noDate: "o. J.",
    editors: ["Hrsg.", "Hrsg."],
    translators: ["Übers.", "Übers."],
    editedBy: "herausgegeben von",
    translatedBy: "übersetzt von",
    edition: (number) => `${typeof number === "number" ? `${number}.` : number} Aufl.`,
    volume: "Bd.",
    number: "Nr.",
    pages: ["S.", "S."],
    accessed: "zugegriffen",
    version: "Version",
    patent: "Patent",
    manuscript: "unveröffentlichtes Manuskript",
    software: "Software",
    dataset: "Datensatz",
    theses: theses("Dissertation", "Masterarbeit", "Bachelorarbeit", "Abschlussarbeit"),
    report: "Bericht",
    quotes: ["„", "“"],
    innerQuotes: ["‚", "‘"],
  },
  fr: {
    ...OUTSIDE,
    locale: "fr-FR",
    and: "et",
    etAl: "et al.",
    in: "in",
    noDate: "s. d.",
    editors: ["éd.", "éds."],
    translators: ["trad.", "trad."],
    editedBy: "édité par",
    translatedBy: "traduit par",
    edition: (number) => `${typeof number === "number" ? (number === 1 ? "1re" : `${number}e`) : number} éd.`,
    volume: "vol.",
    number: "nᵒ",
    pages: ["p.", "p."],
    accessed: "consulté le",
    version: "version",
    patent: "brevet",
    manuscript: "manuscrit non publié",
    software: "logiciel",
    dataset: "jeu de données",
    theses: theses("thèse de doctorat", "mémoire de master", "mémoire de licence", "thèse"),
    report: "rapport",
    quotes: ["«\u00A0", "\u00A0»"],
    innerQuotes: ["“", "”"],
  },
  es: {
    ...OUTSIDE,
    locale: "es-ES",
    and: "y",
    etAl: "et al.",
    in: "en",
    noDate: "s. f.",
    editors: ["ed.", "eds."],
    translators: ["trad.", "trads."],
    editedBy: "editado por",
    translatedBy: "traducido por",
    edition: (number) => `${typeof number === "number" ? `${number}.ª` : number} ed.`,
    volume: "vol.",
    number: "n.º",
    pages: ["p.", "pp."],
    accessed: "accedido",
    version: "versión",
    patent: "patente",
    manuscript: "manuscrito inédito",
    software: "software",
    dataset: "conjunto de datos",
    theses: theses("tesis doctoral", "trabajo de fin de máster", "trabajo de fin de grado", "tesis"),
    report: "informe",
    quotes: ["«", "»"],
    innerQuotes: ["“", "”"],
  },
  it: {
    ...OUTSIDE,
    locale: "it-IT",
    and: "e",
    etAl: "et al.",
    in: "in",
    noDate: "s.d.",
    editors: ["a c. di", "a c. di"],
    translators: ["trad.", "trad."],
    editedBy: "a cura di",
    translatedBy: "tradotto da",
    edition: (number) => `${typeof number === "number" ? `${number}ª` : number} ed.`,
    volume: "vol.",
    number: "n.",
    pages: ["p.", "pp."],
    accessed: "consultato",
    version: "versione",
    patent: "brevetto",
    manuscript: "manoscritto inedito",
    software: "software",
    dataset: "dataset",
    theses: theses("tesi di dottorato", "tesi di laurea magistrale", "tesi di laurea", "tesi"),
    report: "rapporto",
    quotes: ["«", "»"],
    innerQuotes: ["“", "”"],
  },
  pt: {
    ...OUTSIDE,
    locale: "pt-BR",
    and: "e",
    etAl: "et al.",
    in: "em",
    noDate: "s.d.",
    editors: ["org.", "orgs."],
    translators: ["trad.", "trads."],
    editedBy: "organizado por",
    translatedBy: "traduzido por",
    edition: (number) => `${typeof number === "number" ? `${number}ª` : number} ed.`,
    volume: "v.",
    number: "n.",
    pages: ["p.", "p."],
    accessed: "acesso em",
    version: "versão",
    patent: "patente",
    manuscript: "manuscrito inédito",
    software: "programa de computador",
    dataset: "conjunto de dados",
    theses: theses("tese de doutorado", "dissertação de mestrado", "trabalho de conclusão de curso", "tese"),
    report: "relatório",
    quotes: ["“", "”"],
    innerQuotes: ["‘", "’"],
  },
  nl: {
    ...OUTSIDE,
    locale: "nl-NL",
    and: "en",
    etAl: "e.a.",
    in: "in",
    noDate: "z.d.",
    editors: ["red.", "red."],
    translators: ["vert.", "vert."],
    editedBy: "onder redactie van",
    translatedBy: "vertaald door",
    edition: (number) => `${typeof number === "number" ? `${number}e` : number} dr.`,
    volume: "vol.",
    number: "nr.",
    pages: ["p.", "pp."],
    accessed: "geraadpleegd",
    version: "versie",
    patent: "octrooi",
    manuscript: "ongepubliceerd manuscript",
    software: "software",
    dataset: "dataset",
    theses: theses("proefschrift", "masterscriptie", "bachelorscriptie", "scriptie"),
    report: "rapport",
    quotes: ["“", "”"],
    innerQuotes: ["‘", "’"],
  },
  zh: {
    ...OUTSIDE,
    locale: "zh-CN",
    and: "和",
    etAl: "等",
    in: "收入",
    noDate: "不详",
    editors: ["编", "编"],
    translators: ["译", "译"],
    editedBy: "编者",
    translatedBy: "译者",
    edition: (number) => (typeof number === "number" ? `第${number}版` : number),
    volume: "卷",
    number: "期",
    pages: ["页", "页"],
    accessed: "见于",
    version: "版本",
    patent: "专利",
    manuscript: "未发表手稿",
    software: "软件",
    dataset: "数据集",
    theses: theses("博士学位论文", "硕士学位论文", "学士学位论文", "学位论文"),
    report: "报告",
    quotes: ["“", "”"],
    innerQuotes: ["‘", "’"],
  },
};

/** The languages that are there, for messages. */
export const styleLanguages: readonly string[] = Object.keys(languages);

/** The words of a locale ("de", "de-AT"); undefined where nobody has written them. */
export function wordsOfLocale(locale: string): StyleWords | undefined {
  return languages[locale.toLowerCase().split(/[-_]/)[0] ?? ""];
}

/** "2nd" */
function ordinal(number: number): string {
  const last = number % 100 > 10 && number % 100 < 14 ? 0 : number % 10;
  return `${number}${["th", "st", "nd", "rd"][last] ?? "th"}`;
}
