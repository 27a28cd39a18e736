/** The bibliography of one build, as layouts and tags ask it. */
import type { Diagnostics } from "../errors.ts";
import { fingerprint } from "../hash.ts";
import type { Document, Site } from "../model.ts";
import { nearest } from "../nearest.ts";
import { asData } from "../settings.ts";
import { fileFinder } from "./files.ts";
import { mathPrinter } from "./formulas.ts";
import type { Publication, PublicationGroup, PublicationQuery, ShownGroup, ShownPublication } from "./model.ts";
import { peopleOf } from "./people.ts";
import { entriesOf, selectPublications } from "./query.ts";
import { type ScholarSettings, scholarSettings } from "./settings.ts";
import { referenceOf, type Showing, showPublication } from "./shown.ts";
import type { CitationStyle } from "./styles/style.ts";
import { styleOf } from "./styles/styles.ts";
import { englishWords, type StyleWords, styleLanguages, wordsOfLocale } from "./styles/words.ts";

/** How the comment begins that stands for a list until the Markdown around it is rendered: see `Library.mark`. */
export const LIST_MARK = "<!--publications ";

/** In the mark of a list that has any: templates that ask a captured list whether it `contains '<li'` get the right answer. */
const ENTRIES = ' <ol class="bibliography"><li';

/** What a site's .bib files hold, with everything that pages show of it. One for each build. */
export class Library {
  readonly settings: ScholarSettings;
  /** Changes when anything does that a list shows. */
  readonly print: string;
  /** Changes when anything does that one entry is shown with, the entries themselves left aside. */
  readonly entryPrint: string;
  readonly #site: Site;
  readonly #diagnostics: Diagnostics;
  readonly #showing: Showing;
  readonly #pages: ReadonlyMap<Publication, string>;
  readonly #lists = new Map<string, string>();
  readonly #shown = new Map<Publication, ShownPublication>();

  /** @param helpers of the layouts, as far as what is shown needs them */
  constructor(site: Site, helpers: Pick<Showing, "href" | "markdown">, diagnostics: Diagnostics) {
    this.#site = site;
    this.#diagnostics = diagnostics;
    this.settings = scholarSettings(site.config);
    this.#pages = new Map(
      site.pages.flatMap(({ publication, url }) => (publication ? [[publication, url] as const] : [])),
    );
    const files = site.bibliography?.files ?? [];
    const isThere = fileFinder(site);
    this.#showing = {
      config: site.config,
      data: site.data,
      settings: this.settings,
      people: peopleOf(this.settings, site.data),
      href: helpers.href,
      markdown: helpers.markdown,
      math: mathPrinter(site.config),
      words: wordsOfLocale(this.settings.locale) ?? englishWords,
      pageOf: (publication) => this.#pages.get(publication),
      isThere,
      asksForBibtex: files.some(({ asksForBibtex }) => asksForBibtex),
    };
    const { coauthors, venues, citations, socials } = site.data;
    const named = files.flatMap(({ namedFiles }) => namedFiles.map(({ url }) => url));
    const missing = named.filter((url) => !isThere(url));
    this.entryPrint = fingerprint(
      JSON.stringify(missing),
      JSON.stringify([coauthors, venues, citations, socials, this.#showing.asksForBibtex]),
      ...[...this.#pages].map(([{ key }, url]) => `${key} ${url}`),
    );
    this.print = fingerprint(this.entryPrint, site.bibliography?.print ?? "");
    if (!styleOf(this.settings.style).isOwn) this.#tellStyle(this.settings.style);
    if (wordsOfLocale(this.settings.locale) === undefined)
      this.#warn(
        `References have no words in scholar.locale ${this.settings.locale}: they are in English`,
        `Name one of ${styleLanguages.join(", ")}`,
      );
  }

  /** The style of a name; of the site where none is given. A name that is not known is told. */
  style(name: string = this.settings.style): CitationStyle {
    const { style, isOwn } = styleOf(name);
    if (!isOwn) this.#tellStyle(name);
    return style;
  }

  /** The entries of some files, or of the site's own list, in their order. Files that are not there are told. */
  entries(files?: readonly string[]): readonly Publication[] {
    if (this.#site.bibliography === undefined) return [];
    const { entries, missing } = entriesOf(this.#site.bibliography, files, this.settings);
    for (const name of missing) {
      const { source } = this.settings;
      this.#warn(`There is no bibliography ${name} in ${source}`, `Put the file into ${source}, or correct its name`);
    }
    return entries;
  }

  /** The entry of a key, in the site's own list first, then in any file. */
  find(key: string, files?: readonly string[]): Publication | undefined {
    const own = this.entries(files).find((entry) => entry.key === key);
    if (own !== undefined || files !== undefined) return own;
    return this.#site.bibliography?.files.flatMap(({ entries }) => entries).find((entry) => entry.key === key);
  }

  /** @param page the document that asks: its front matter may say more of `scholar:` */
  select(query: PublicationQuery, page?: Document): readonly PublicationGroup[] {
    return selectPublications(this.entries(query.files), query, this.#settingsOf(page));
  }

  /** Groups with all that a page shows of each entry. */
  list(query: PublicationQuery, page?: Document): readonly ShownGroup[] {
    return this.select(query, page).map((group) => this.#showGroup(group));
  }

  /** A known key that may have been meant by another one: what to say of it. */
  guess(key: string): string | undefined {
    const found = nearest(
      key,
      this.entries().map((entry) => entry.key),
    );
    return found === undefined ? undefined : `Did you mean "${found}"?`;
  }

  /** All that a page shows of an entry: computed once. */
  show(publication: Publication): ShownPublication {
    let shown = this.#shown.get(publication);
    if (shown === undefined) {
      shown = showPublication(publication, this.#showing);
      this.#shown.set(publication, shown);
    }
    return shown;
  }

  /**
   * A mark for a list in a text that Markdown still has to go through: what is HTML already would cost it more than all the rest.
   * `fill` puts the list in its place.
   */
  mark(html: string): string {
    const name = fingerprint(html);
    this.#lists.set(name, html);
    return `${LIST_MARK}${name}${html.includes("<li") ? ENTRIES : ""}-->`;
  }

  /** The text with the lists that its marks stand for. */
  fill(html: string): string {
    const mark = `${LIST_MARK}([\\w-]+)(?:${ENTRIES})?-->`;
    // Markdown makes a paragraph of marks that stand alone.
    const bare = html.replace(new RegExp(`<p>((?:\\s*${mark})+)\\s*</p>`, "g"), "$1");
    return bare.replace(new RegExp(mark, "g"), (whole, name: string) => this.#lists.get(name) ?? whole);
  }

  /** How a formula in a field is printed. */
  get math(): Showing["math"] {
    return this.#showing.math;
  }

  /** What citations say in words. */
  get words(): StyleWords {
    return this.#showing.words;
  }

  /** A reference in a style: HTML. */
  reference(entry: Publication, style: CitationStyle): string {
    return referenceOf(entry, style, this.#showing);
  }

  /** Site-relative URL of the page of a paper. */
  pageOf(publication: Publication): string | undefined {
    return this.#pages.get(publication);
  }

  #settingsOf(page: Document | undefined): ScholarSettings {
    const own = asData(page?.data.scholar);
    const { data } = this.#site.config;
    return own === undefined
      ? this.settings
      : scholarSettings({ data: { ...data, scholar: { ...asData(data.scholar), ...own } } });
  }

  #showGroup({ name, publications, groups }: PublicationGroup): ShownGroup {
    return {
      name,
      publications: publications.map((publication) => this.show(publication)),
      groups: groups.map((group) => this.#showGroup(group)),
    };
  }

  #tellStyle(name: string): void {
    const used = styleOf(name).style.name;
    this.#warn(
      `The citation style ${name} is not known: ${used} is used`,
      "Name one of apa, ieee, acm, chicago-author-date",
    );
  }

  #warn(problem: string, help: string): void {
    const file = this.#site.config.files.at(-1);
    this.#diagnostics.warn({ ...(file !== undefined && { file }), problem, help });
  }
}
