/** Whom a name means: the site's author, or a co-author that `_data/coauthors.yml` knows. */
import { addTo, type Some } from "../grouped.ts";
import type { Data } from "../model.ts";
import { asData, asText } from "../settings.ts";
import type { Name } from "./model.ts";
import type { ScholarSettings } from "./settings.ts";

/** The people whom a site knows by name. */
export interface People {
  /** Whether a name is one of those that the configuration gives as the author's own. */
  readonly isOwn: (name: Name) => boolean;
  /** The address of a co-author. */
  readonly urlOf: (name: Name) => string | undefined;
}

/** Names in words that can be compared. */
interface Person {
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly url: string | undefined;
}

/** @param data the site's own: al-folio's `coauthors` are family names, each with given names and an address */
export function peopleOf({ lastNames, firstNames }: ScholarSettings, { coauthors }: Data): People {
  const own = lastNames.flatMap((last) =>
    // Without first names any does.
    (firstNames.length === 0 ? [undefined] : firstNames.map(wordsOf)).map((first) => ({ first, last: wordsOf(last) })),
  );
  const others = new Map<string, Some<Person>>();
  for (const [family, people] of Object.entries(asData(coauthors) ?? {})) {
    const last = wordsOf(family);
    for (const person of Array.isArray(people) ? people : [people]) {
      const { firstname, url } = asData(person) ?? {};
      for (const first of Array.isArray(firstname) ? firstname : [firstname])
        if (typeof first === "string")
          addTo(others, last.at(-1) ?? "", { first: wordsOf(first), last, url: asText(url) });
    }
  }
  return {
    isOwn: (name) => {
      const written = writtenName(name);
      return own.some(({ first, last }) =>
        first === undefined
          ? written.families.some((family) => family.join(" ") === last.join(" "))
          : isNamed(written, first, last),
      );
    },
    urlOf: (name) => {
      const written = writtenName(name);
      const namesakes = others.get(written.families[0].at(-1) ?? "") ?? [];
      return namesakes.find(({ first, last }) => isNamed(written, first, last))?.url;
    },
  };
}

/**
 * Whether a name is made of a first and a last one. Middle names are left aside where the first is written out: "Ada" is
 * "Ada M.", "A." is not "A. M.". Where the given names end is a guess without a comma ("José Muñoz García"), so that they may
 * hold the beginning of the last name.
 */
function isNamed({ names, families }: Written, first: readonly string[], last: readonly string[]): boolean {
  const isWritten = (first[0]?.length ?? 0) > 1;
  return families.some((family) => {
    if (family.at(-1) !== last.at(-1)) return false;
    const whole = [...names, ...family];
    const given = whole.slice(0, Math.max(0, whole.length - last.length));
    return (
      last.length >= family.length &&
      last.every((word, index) => word === whole[given.length + index]) &&
      first.every((word, index) => word === given[index]) &&
      (isWritten || given.length === first.length)
    );
  });
}

/** A name of a .bib file in words: given names, and the family as it may be known ("straten", "van straten"). */
interface Written {
  readonly names: readonly string[];
  readonly families: Readonly<Some<readonly string[]>>;
}

function writtenName({ given, particle, family }: Name): Written {
  const own = wordsOf(family);
  return { names: wordsOf(given), families: particle === "" ? [own] : [own, [...wordsOf(particle), ...own]] };
}

/** Letters that are no plain letter with an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
};

/** A name without accents, apostrophes, hyphens, full stops and capitals, which are written in more than one way. */
function wordsOf(text: string): readonly string[] {
  const small = text.toLowerCase().replace(/['’ʼ`]/g, "");
  const plain = /^[\0-\x7f]*$/.test(small)
    ? small
    : small
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .replace(/[øłđðßæœþ]/g, (letter) => LETTERS[letter] ?? letter);
  return plain.split(/[\s.‐‑-]+/).filter((word) => word !== "");
}
