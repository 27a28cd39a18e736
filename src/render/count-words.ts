/** What may be Chinese, Japanese or Korean begins here (Unicode: CJK Radicals Supplement). */
const FIRST_CJK = 0x2e80;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * Words of HTML without its tags; a Chinese, Japanese or Korean character counts as one, as in Jekyll's
 * `number_of_words: "auto"`. One pass without a copy: every text of a site comes through here.
 */
export function countWords(html: string): number {
  let words = 0;
  let inWord = false;
  let inTag = false;
  for (let at = 0; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (inTag) {
      inTag = code !== 0x3e;
    } else if (code === 0x3c) {
      inTag = true;
      inWord = false;
    } else if (code <= 0x20 || code === 0xa0) {
      inWord = false;
    } else if (code >= FIRST_CJK && CJK.test(html.charAt(at))) {
      words += 1;
      inWord = false;
    } else if (!inWord) {
      words += 1;
      inWord = true;
    }
  }
  return words;
}
