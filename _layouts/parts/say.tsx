import type { ComponentChild } from "preact";
import type { Document } from "../../src/model.ts";
import type { Word } from "../../src/words/en.ts";
import { otherLanguageOfTitle, type Words } from "../../src/words/words.ts";

/** Says the theme's words in a text: one that the page's language does not have is marked as the English that it is. */
export function sayIn(words: Words): (...word: Parameters<Words>) => ComponentChild {
  return (word, values) => inLanguage(words(word, values), words.otherLanguage(word));
}

/** A text in a language other than the page's, where one is named: one of the theme's words, which are written from the left. */
export function inLanguage(text: string, lang: string | undefined): ComponentChild {
  return lang === undefined ? (
    text
  ) : (
    <span lang={lang} dir="ltr">
      {text}
    </span>
  );
}

/** A page's title, for its heading; where it has none, one of the theme's words. */
export function titleIn(words: Words, page: Document, otherwise: Word): ComponentChild {
  return page.title === "" ? sayIn(words)(otherwise) : inLanguage(page.title, otherLanguageOfTitle(page, words));
}
