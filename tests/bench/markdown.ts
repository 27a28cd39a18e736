/**
 * The Markdown renderer alone: against plain markdown-it with the same highlighter, and time against size for input
 * made to be slow.
 */
import hljs from "highlight.js";
import MarkdownIt from "markdown-it";
import { createMarkdown } from "../../src/markdown/markdown.ts";
import { makePosts } from "../support/corpus.ts";
import { median } from "./measure.ts";
import { table } from "./report.ts";

const POSTS = 1000;
/** Bytes, up to 1 MB: each twice the one before, so that a doubled time is linear growth and a fourfold one quadratic. */
const SIZES = [128, 256, 512, 1024].map((kibibytes) => kibibytes * 1024);
/** A renderer that takes longer for one size is not asked for the next. */
const PATIENCE_MS = 30_000;

/** Text of about `size` bytes, of a kind that a careless parser reads in quadratic time or worse. */
const PATHOLOGICAL: Readonly<Record<string, (size: number) => string>> = {
  "nested quotes": (size) => lines(size, (line) => `${"> ".repeat((line % 200) + 1)}x`),
  "one deep quote": (size) => `${">".repeat(size)} x`,
  "nested lists": (size) => lines(size, (line) => `${"  ".repeat(line % 100)}- x`),
  "one long list": (size) => lines(size, () => "- item"),
  "open brackets": (size) => "[".repeat(size),
  "open images": (size) => "![".repeat(size / 2),
  "links without an end": (size) => "[a](<b".repeat(size / 6),
  "unknown references": (size) => "[a][b] ".repeat(size / 7),
  "open emphasis": (size) => "*a ".repeat(size / 3),
  "mixed emphasis": (size) => "*a **b _c __d ".repeat(size / 14),
  "closing emphasis": (size) => "a** ".repeat(size / 4),
  "backtick runs": (size) => rising(size, (length) => `${"`".repeat(length)} `),
  "open tags": (size) => "<b ".repeat(size / 3),
  "unclosed elements": (size) => "<div>\n".repeat(size / 6),
  "unclosed comments": (size) => "<!-- ".repeat(size / 5),
  "one long line": (size) => "word ".repeat(size / 5),
  "quote marks": (size) => `"'`.repeat(size / 2),
  "pipes in a table": (size) => `|a|b|\n|-|-|\n${"|a|b|\n".repeat(size / 6)}`,
  "one wide table": (size) => `${"|a".repeat(size / 6)}|\n${"|-".repeat(size / 6)}|\n${"|b".repeat(size / 6)}|`,
  "attribute lists": (size) => "*a*{: .b} ".repeat(size / 10),
  "open attribute lists": (size) => "{: ".repeat(size / 3),
  footnotes: (size) => footnotes(size / 24),
  "unknown footnotes": (size) => "[^a] ".repeat(size / 5),
  "dollar signs": (size) => "$$a ".repeat(size / 4),
  "link definitions": (size) => lines(size, (line) => `[a${line}]: /b "c"`),
};

/** A report as Markdown: the posts, then the slow kinds. */
export function markdownReport(rounds: number): string {
  return `${postsReport(rounds)}\n\n${pathologicalReport()}`;
}

function postsReport(rounds: number): string {
  const texts = makePosts(POSTS).map((post) => post.body);
  const highlight = (code: string, language: string): string =>
    hljs.getLanguage(language) === undefined ? "" : hljs.highlight(code, { language }).value;
  const plain = new MarkdownIt({ html: true, typographer: true, highlight });
  const ours = createMarkdown({ input: "GFM", auto_ids: true, highlight });
  const pairs = Array.from({ length: rounds + 1 }, () => [
    timed(() => texts.map((text) => plain.render(text))),
    timed(() => texts.map((text) => ours.render(text))),
  ]).slice(1);
  const row = (name: string, index: number): string[] => [name, median(pairs.map((pair) => pair[index]!)).toFixed(0)];
  const ratio = median(pairs.map(([theirs, own]) => own! / theirs!));
  const rows = [row("markdown-it, typographer, highlight.js", 0), row("src/markdown, highlight.js", 1)];
  return `### Markdown of ${POSTS.toLocaleString("en")} posts\n\n${table(["", "median, ms"], rows)}\n\nRatio, median of the rounds: ${ratio.toFixed(2)}.`;
}

function pathologicalReport(): string {
  const ours = createMarkdown({ input: "GFM", auto_ids: true });
  const rows = Object.entries(PATHOLOGICAL).map(([name, make]) => {
    const times: number[] = [];
    let end = "not tried";
    for (const size of SIZES) {
      console.error(`${name}, ${size / 1024} KiB`);
      try {
        times.push(timed(() => ours.render(make(size))));
      } catch (error) {
        end = error instanceof Error ? error.message : String(error);
        break;
      }
      if (times.at(-1)! > PATIENCE_MS) break;
    }
    const cells = SIZES.map((_, index) => times[index]?.toFixed(0) ?? end);
    const growth = times.length > 1 ? (times.at(-1)! / times.at(-2)!).toFixed(1) : "";
    return [name, ...cells, growth];
  });
  const head = ["", ...SIZES.map((size) => `${size / 1024} KiB, ms`), "last doubling, ×"];
  return `### Input made to be slow\n\n${table(head, rows)}`;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function lines(size: number, line: (index: number) => string): string {
  const parts: string[] = [];
  for (let length = 0; length < size; length += parts.at(-1)!.length + 1) parts.push(line(parts.length));
  return parts.join("\n");
}

function rising(size: number, part: (length: number) => string): string {
  let text = "";
  for (let length = 1; text.length < size; length++) text += part(length);
  return text;
}

function footnotes(count: number): string {
  const numbers = Array.from({ length: count }, (_, index) => index);
  return `${numbers.map((number) => `[^${number}]`).join(" ")}\n\n${numbers.map((number) => `[^${number}]: note`).join("\n")}`;
}
