/** Attributes of MathML as MathML Core knows them: the others become classes, or go. */
import type { Content } from "./mathml-tree.ts";

/** The colour that KaTeX is told to give to the name of a command that nobody knows. */
export const UNKNOWN = "unknown";

/** Attributes that say of a text what browsers know of it. */
export function needed(
  given: Readonly<Record<string, string>>,
  content: readonly Content[],
): Readonly<Record<string, string>> {
  const text = content.length === 1 && typeof content[0] === "string" ? content[0] : "";
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => text === "" || !KNOWN[`${name}=${value}`]?.test(text)),
  );
}

/** Of which texts an attribute says nothing new (MathML Core, "italic mappings" in 4.2, and its operator dictionary). */
const KNOWN: Readonly<Record<string, RegExp>> = {
  "mathvariant=normal": /^[^\p{Script=Latin}\p{Script=Greek}\u2202\u2207]*$/u,
  "fence=true": /^[()[\]{}⌈⌉⌊⌋⟨⟩]$/,
  "separator=true": /^[,;]$/,
};

const ENCLOSURES: Readonly<Record<string, string>> = {
  box: "math-frame",
  updiagonalstrike: "math-strike-up",
  downdiagonalstrike: "math-strike-down",
  horizontalstrike: "math-strike",
  left: "math-line-left",
  bottom: "math-line-below",
};

/** Attributes that only older browsers heed, or that stand for what has become a class. */
const DROPPED: ReadonlySet<string> = new Set([
  "xmlns",
  "style",
  "notation",
  "class",
  "columnalign",
  "columnlines",
  "columnspacing",
  "rowlines",
  "rowspacing",
]);

/**
 * The attributes of an element that browsers heed, with classes in the place of those that they do not.
 * @param name of the element
 * @param givenClasses what KaTeX calls the element
 */
export function cleanAttributes(
  name: string,
  given: Readonly<Record<string, string>>,
  givenClasses: readonly string[],
): Readonly<Record<string, string>> {
  const classes = [...givenClasses];
  for (const notation of (given.notation ?? "").split(" ")) {
    const enclosure = ENCLOSURES[notation];
    if (enclosure !== undefined) classes.push(enclosure);
  }
  if (given.style?.startsWith("border")) classes.push("math-frame");
  if (given.style?.startsWith("text-shadow")) classes.push("math-heavy");
  const { mathvariant } = given;
  if (mathvariant?.includes("bold") && name === "mtext") classes.push("math-bold");
  if (mathvariant?.includes("italic") && name === "mtext") classes.push("math-italic");
  if (mathvariant === "monospace" && name === "mtext") classes.push("math-mono");
  if (given.mathcolor === UNKNOWN) classes.push("math-error");
  const kept = Object.entries(given).filter(
    ([attribute, value]) =>
      !DROPPED.has(attribute) && value !== UNKNOWN && (attribute !== "mathvariant" || value === "normal"),
  );
  return { ...Object.fromEntries(kept), ...classAttribute(classes) };
}

/** The attribute of some classes, where there are any. */
export function classAttribute(classes: readonly string[]): Readonly<Record<string, string>> {
  return classes.length > 0 ? { class: classes.join(" ") } : {};
}
