import type { Content } from "../../src/model.ts";

/** Words a minute of texts that are read for understanding; of Chinese and Japanese, characters. */
const WORDS_PER_MINUTE = 200;
const CHARACTERS_PER_MINUTE = 400;

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** Minutes that a text takes to read, 1 at least. `content.words` counts a Chinese, Japanese or Korean character as a word. */
export function readingMinutes({ html, words }: Content): number {
  // Looking for one is fast, counting them is not: most texts have none.
  const characters = /[\u2e80-\u9fff\uac00-\ud7af]/.test(html) ? (html.match(CJK)?.length ?? 0) : 0;
  const others = Math.max(0, words - characters);
  return Math.max(1, Math.round(others / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE));
}
