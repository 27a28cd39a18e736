/**
 * What LibSass copies from a stylesheet as it is written, where dart-sass prints its own spelling: declarations of words, numbers,
 * colours and quoted texts alone (`.2s`, `0.2s`, `#FFF`), and the values of attributes in selectors (`[type="text"]`).
 */

const component = String.raw`(?:!important|-?[A-Za-z_][\w-]*(?![\w(-])|[+-]?(?:\d*\.)?\d+(?:%|[A-Za-z]+)?|#[\da-fA-F]{3,8}|"[^"#\n]*"|'[^'#\n]*')`;
const value = String.raw`${component}(?:(?:[ \t]*[,/][ \t]*|[ \t]+)${component})*`;

/** In a source, where the end of its line ends a declaration, too: indented Sass has no semicolons. */
const copied = new RegExp(
  String.raw`(?<![\w$-])(-?[A-Za-z][A-Za-z-]*)[ \t]*:[ \t]*(${value})[ \t]*(?=[;}\r\n]|$)|\[[\w-]+[~|^$*]?=(?:"[^"\\\n]*"|'[^'\\\n]*'|[\w-]+)\]`,
  "g",
);

/** The same in what dart-sass prints: name, colon and value, or an attribute. */
const printed =
  /(?<![\w$-])(-?[A-Za-z][A-Za-z-]*)(:\s*)((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^;{}"'])+?)\s*(?=[;}])|\[[^\]"'\n]+(?:"[^"\n]*"|'[^'\n]*')?\]/g;

/** The styles of dart-sass. */
type Style = "compressed" | "expanded";

/** A colour with transparency: LibSass takes it for a word, and prints it as a colour only in the compressed style. */
const transparent = /#(?:[\da-f]{8}|[\da-f]{4})(?![\w-])/gi;

/**
 * CSS with the pieces spelled as the sources have them. Where they spell one piece in more than one way, that of each place is known
 * only if all of them are printed, each as often as the others.
 *
 * @param css what dart-sass printed
 * @param sources the texts that it was made of
 * @param compile SCSS to CSS in the same style; undefined where it cannot be compiled
 */
export function asWritten(
  css: string,
  style: Style,
  sources: readonly string[],
  compile: (scss: string) => string | undefined,
): string {
  const pieces = sources.flatMap((source) =>
    [...source.matchAll(copied)].map(([text, ...found]) => piece(text, found)),
  );
  // dart-sass itself says how it spells each of them.
  const probe = pieces.map((text) => (text.startsWith("[") ? `${text}{}` : `[x]{${text}}`)).join("\n");
  const keys = keysOf(compile(probe.replaceAll("{}", "{a:b}")) ?? "").filter((key) => key !== "[x]" && key !== "a:b");
  if (keys.length !== pieces.length) return css;
  const coloured = style === "compressed" ? withZeros(css) : withColours(css, sources, compile);
  const spellings = grouped(keys.map((key, index) => [key, pieces[index] ?? ""]));
  const counts = grouped(keysOf(coloured).map((key) => [key, key]));
  const next = new Map<string, number>();
  return coloured.replace(printed, (text, ...found: readonly (string | undefined)[]) => {
    const key = piece(text, found);
    const written = spellings.get(key) ?? [];
    const place = next.get(key) ?? 0;
    next.set(key, place + 1);
    if (new Set(written).size > 1 && (counts.get(key)?.length ?? 0) % written.length > 0) return text;
    const spelled = written[place % written.length];
    if (spelled === undefined || found[0] === undefined) return spelled ?? text;
    return `${found[0]}${found[1]}${spelled.slice(found[0].length + 1)}`;
  });
}

function withColours(css: string, sources: readonly string[], compile: (scss: string) => string | undefined): string {
  const colours = new Set(sources.flatMap((source) => source.match(transparent) ?? []));
  return [...colours].reduce((text, colour) => {
    const [, spelled] = /y\(([\s\S]+)\)/.exec(compile(`[x]{x:y(${colour})}`) ?? "") ?? [];
    return spelled === undefined ? text : text.replaceAll(spelled, colour);
  }, css);
}

/** LibSass keeps the zero of a colour's transparency also in the compressed style, and six digits of it. */
function withZeros(css: string): string {
  return css.replace(
    /rgba\((\d+), ?(\d+), ?(\d+), ?(0?\.\d+)\)/g,
    (_, red: string, green: string, blue: string, alpha: string) =>
      `rgba(${red},${green},${blue},${Number(Number(alpha).toPrecision(6))})`,
  );
}

/** A declaration without blanks around its colon; an attribute as it is. */
function piece(text: string, [name, second, third]: readonly (string | undefined)[]): string {
  return name === undefined ? text : `${name}:${third ?? second}`;
}

function keysOf(css: string): readonly string[] {
  return [...css.matchAll(printed)].map(([text, ...found]) => piece(text, found));
}

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, item] of pairs) {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
