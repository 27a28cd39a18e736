/** Pygments' short names (pygments.org/docs/tokens) that the theme (public/css/code.css) gives one colour, after the name that stands for them. */
const GROUPS = {
  k: "k kc kd kn kp kr kv ow nt gd",
  s: "s sa sb sc dl sd s2 se sh si sx sr s1 ss gi",
  c: "c ch cd cm c1 cs cp cpf gh gu",
  m: "m mb mf mh mi mo mx il",
  nf: "nf fm nb bp na",
  kt: "kt nc nn no ne nd",
  // None at all: names, operators, punctuation, white space.
  "": "n o p w x nv nx ni nl py pi err",
};

const colourOf = new Map(
  Object.entries(GROUPS).flatMap(([colour, names]) => names.split(" ").map((name) => [name, colour])),
);

const CODE = /<(pre|code)\b[\s\S]*?<\/\1>/g;

const SPAN = /<span class="(\w+)">([^<]*)<\/span>/g;

/** Spans of one colour, with nothing or white space between them. */
const ALIKE = /<span class="(\w+)">[^<]*<\/span>(?:\s*<span class="\1">[^<]*<\/span>)+/g;

/**
 * Code with as few spans as the theme's colours take: none where the style sheet says nothing, one for neighbours of one colour. They
 * are half of the markup of code.
 */
export function withFewSpans(html: string): string {
  if (!html.includes('<span class="')) return html;
  return html.replace(CODE, (block) =>
    block
      .replace(SPAN, (whole, name: string, text: string) => {
        const colour = colourOf.get(name);
        if (colour === undefined || colour === name) return whole;
        return colour === "" ? text : `<span class="${colour}">${text}</span>`;
      })
      .replace(ALIKE, (spans) => spans.replace(/<\/span>(\s*)<span[^>]*>/g, "$1")),
  );
}
