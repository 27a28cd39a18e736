/**
 * Made-up posts: as many as asked for, each different, the same on every machine and in every run.
 */
import type { Files } from "./site.ts";

const WORDS =
  `accuracy adaptive algorithm allocate analysis archive argument array balance batch benchmark binary boundary branch
buffer cache careful channel circuit claim cluster column compare compile complex compute condition connect constant contrast
control convert copy core correct cost count cycle data deadline decide deep degree delay deploy depth design detail detect
device differ digest direct distance divide domain double draft early edge effect effort empty encode engine enough equal error
estimate event exact example expand explain export extend factor fair fault feature field figure filter final finite first
follow format frame free frequent front full function future gather general gradient graph group growth handle hardware hash
heavy hidden hold idea image improve index infer inner input inspect integer interval invent kernel keep kind language large
latency layer lead learn length level limit linear list local logic long loop lower machine map margin matrix measure memory
merge method middle minimum mirror model module move narrow natural need network node normal note number object observe offset
open operate option orbit order origin output overlap page pair parallel parse part partition past path pattern peak perform
phase pick plain plan point policy port predict prefix prepare present print process produce profile proof protect prune quality
query question queue quick random range rank rare rate reach read reason record reduce region relate remain repeat report
request result return reverse right ring rotate route row rule sample scale schedule scope search second sequence shape share
sharp short signal simple single size slice slow small smooth solve sort source space sparse speed split stable stack stage
state step store stream string structure study subset success sum support switch system table target task tensor term test text
theory thread threshold time token total trace track train transfer tree trial triangle tune turn typical uniform unit update
upper usage useful valid value vector verify version view volume wait walk weight whole width window word work write yield zone`
    .split(/\s+/)
    .filter((word) => word !== "");

const CODE: readonly (readonly [string, (a: string, b: string, n: number) => string])[] = [
  [
    "python",
    (a, b, n) =>
      `def ${a}(${b}, limit=${n}):\n    """Keep the first ones."""\n    for item in ${b}[:limit]:\n        if item is not None:\n            yield f"{item}: {len(item)}"`,
  ],
  [
    "js",
    (a, b, n) =>
      `export function ${a}Of(${b}) {\n  // The first ${n} are enough.\n  const kept = ${b}.filter((item) => item.size > ${n});\n  return kept.map((item) => \`\${item.name}!\`);\n}`,
  ],
  [
    "bash",
    (a, b, n) =>
      `for file in ${a}/*.txt; do\n  count=$(wc -l < "$file")\n  if [ "$count" -gt ${n} ]; then # long\n    echo "$file: $count" >> ${b}.log\n  fi; done`,
  ],
  [
    "ruby",
    (a, b, n) =>
      `def ${a}(${b}:)\n  ${b}.select { |item| item.size > ${n} }\n    .map(&:to_s) # as text\n    .join(", ")\nend`,
  ],
  [
    "c",
    (a, b, n) =>
      `static int ${a}_${b}(const int *values, size_t count) {\n  int sum = ${n}; /* the start */\n  for (size_t i = 0; i < count; i++) sum += values[i];\n  return sum > 0x7f ? -1 : sum;\n}`,
  ],
];

/** One made-up post. */
export interface MadePost {
  /** "2021-03-04-sparse-matrix-17", without an extension. */
  readonly name: string;
  readonly title: string;
  /** "2021-03-04T10:00:00Z" */
  readonly date: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly category: string;
  /** Markdown, about 300 words. */
  readonly body: string;
}

/** `count` posts, one every second day and, past ten years, several a day; three of forty tags and one of eight categories each. */
export function makePosts(count: number): readonly MadePost[] {
  return Array.from({ length: count }, (_, index) => makePost(index));
}

/** The posts as files of a Jekyll site: `_posts/NAME.md`. */
export function postFiles(posts: readonly MadePost[]): Files {
  return Object.fromEntries(posts.map((post) => [`_posts/${post.name}.md`, postText(post, {})]));
}

/** A post's file: front matter, with the extra lines a builder needs, and body. */
export function postText(post: MadePost, extra: Readonly<Record<string, string>>): string {
  const front = {
    layout: "post",
    title: `"${post.title}"`,
    date: post.date,
    description: `"${post.description}"`,
    tags: `[${post.tags.join(", ")}]`,
    categories: `[${post.category}]`,
    ...extra,
  };
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join("\n")}\n---\n\n${post.body}`;
}

function makePost(index: number): MadePost {
  const random = generator(index + 1);
  const pick = (): string => WORDS[Math.floor(random() * WORDS.length)]!;
  const sentence = (length: number): string => {
    const text = Array.from({ length }, pick).join(" ");
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = (): string =>
    `${sentence(9)} It's "${pick()} ${pick()}" that **${pick()} ${pick()}** asks for -- not *${pick()}* alone... ${sentence(11)} See [${pick()} ${pick()}](https://example.org/${pick()}/${index}) and \`${pick()}_${pick()}\`.`;
  const day = new Date(Date.UTC(2014, 0, 1) + (index % 1826) * 2 * 86_400_000).toISOString().slice(0, 10);
  const words = [pick(), pick()];
  const [language, code] = CODE[index % CODE.length]!;
  // Steps of 1 to 19 twice never come round to the first of forty: three different tags.
  const second = 1 + (Math.floor(index / 40) % 19);
  const third = 1 + (Math.floor(index / 7) % 19);
  const number = Math.floor(random() * 90) + 10;
  const row = (): string => `| ${pick()} | ${pick()} ${pick()} | ${Math.floor(random() * 1000)} |`;
  const heading = (): string => `${sentence(3).slice(0, -1)}`;
  return {
    name: `${day}-${words.join("-")}-${index}`,
    title: `${sentence(3).slice(0, -1)} ${words.join(" ")} ${index}`,
    date: `${day}T${String(index % 24).padStart(2, "0")}:00:00Z`,
    description: sentence(8),
    tags: [index, index + second, index + second + third].map((tag) => `tag-${WORDS[(tag % 40) * 3]}`),
    category: `topic-${WORDS[200 + (index % 8)]}`,
    body: [
      paragraph(),
      `## ${heading()}`,
      paragraph(),
      Array.from({ length: 3 }, () => `- ${sentence(5)}`).join("\n"),
      `> ${sentence(10)} ${sentence(7)}`,
      `## ${heading()}`,
      paragraph(),
      `\`\`\`${language}\n${code(pick(), pick(), number)}\n\`\`\``,
      `### ${heading()}`,
      Array.from({ length: 3 }, (_, item) => `${item + 1}. ${sentence(6)}`).join("\n"),
      `| ${pick()} | ${pick()} | ${pick()} |\n|---|:--|--:|\n${row()}\n${row()}\n${row()}`,
      paragraph(),
      paragraph(),
      "",
    ].join("\n\n"),
  };
}

/** Numbers in [0, 1) from a seed: a linear congruential generator, Numerical Recipes' constants. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
