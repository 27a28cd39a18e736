/**
 * A site with everything a reader may meet: many posts, every kind of archive, and one post with all of Markdown.
 */
import { makePosts, postFiles } from "../support/corpus.ts";
import type { Files } from "../support/site.ts";

const EVERYTHING = `---
title: Everything at once
date: 2024-05-06 10:00:00
last_updated: 2024-06-07
description: One post with all that a post may hold
tags: [reading, "C++ & more"]
categories: [A category with spaces]
toc: true
---

A first paragraph with *emphasis*, **weight**, \`code\`, a [link to a post](/blog/2024/neighbour/), a
[link to a page](/about/), a [link to a heading](#a-long-table), a [link into a page](/about/#more) and an address,
<https://example.org/a/very/long/address/that/does/not/break/anywhere/because/it/has/no/spaces/in/it>.

## A list with notes

- one[^1]
- two
  - two and a half[^long]
- three

1. first
2. second

[^1]: A short note.
[^long]: A longer note, with \`code\` in it.

## A long table

| Name | First measurement | Second measurement | Third measurement | Fourth measurement | Fifth measurement |
|---|---|---|---|---|---|
| incomprehensibilities | 1234567890 | 1234567890 | 1234567890 | 1234567890 | 1234567890 |
| characteristically | 1234567890 | 1234567890 | 1234567890 | 1234567890 | 1234567890 |

## Code

\`\`\`python
def a_function_with_a_long_name(with_an_argument, and_another_argument, and_one_more_argument_for_the_width=True):
    return [with_an_argument, and_another_argument, and_one_more_argument_for_the_width]
\`\`\`

### A heading of the third level

> A quotation.
>
> In two paragraphs.

## Formulas

In a line, $$e^{i\\pi} + 1 = 0$$, and on its own:

$$
\\sum_{k=1}^{n} k = \\frac{n(n+1)}{2} = 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16 + \\dots + n
$$

## A picture

![A small square](/assets/square.svg)

In a line, $$a_0 + a_1 + a_2 + a_3 + a_4 + a_5 + a_6 + a_7 + a_8 + a_9 + a_{10} = \\prod_{i=1}^n b_i$$, it scrolls.

<iframe src="/about/" title="About" width="600" height="100"></iframe>

Averyverylongwordwithoutanyspaceinitthatisfarwiderthanatelephoneandmuststillnotpushthepagetotheside.
`;

const POSTS = 24;
const LONG_WORD = "Donaudampfschifffahrtsgesellschaft".repeat(4);

/** The site's files. */
export function fixtureSite(): Files {
  return {
    "_config.yml":
      "title: A site for walking\ndescription: Made for a test\nurl: https://walk.example\npermalink: /blog/:year/:title/\n",
    "_posts/2024-05-06-everything.md": EVERYTHING,
    "_posts/2024-05-07-neighbour.md":
      "---\ntitle: <em>Escaped</em> & neighbour\ntags: reading\ncategories: [A category with spaces]\n---\n\nBack to [everything](/blog/2024/everything/#code).\n",
    // Words that no line holds: in titles, tags and categories, too.
    "_posts/2024-05-08-long.md": `---\ntitle: ${LONG_WORD}\ntags: [${LONG_WORD}]\ncategories: [${LONG_WORD}]\n---\n\nText.\n`,
    "_posts/2024-05-09-after.md": `---\ntitle: After a long word\ndescription: ${LONG_WORD}\ntags: [${LONG_WORD}]\n---\n\nText.\n`,
    "about.md":
      "---\ntitle: About\npermalink: /about/\n---\n\nSee [the blog](/blog/).\n\n## More\n\nAnd [the tags](/blog/tag/).\n",
    "assets/square.svg":
      '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><rect width="80" height="80"/></svg>\n',
    ...postFiles(makePosts(POSTS)),
  };
}
