/** Layouts that import each other in a circle. */
import type { Metafile } from "esbuild";
import { SiteError } from "../errors.ts";
import { pathFrom } from "../slashes.ts";
import type { LayoutFile } from "./layout-compiler.ts";

/** Layouts that import each other would render for ever. @returns the first circle that is met, told at its first import */
export function importCircle(
  { inputs }: Metafile,
  files: readonly LayoutFile[],
  source: string,
): SiteError | undefined {
  const layouts = new Map(files.map((file) => [pathFrom(source, file.path), file]));
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (finished.has(path)) return undefined;
    for (const next of inputs[path]?.imports ?? []) {
      const found = layouts.has(next.path) ? visit(next.path, [...trail, path]) : undefined;
      if (found !== undefined) return found;
    }
    finished.add(path);
    return undefined;
  };
  for (const path of layouts.keys()) {
    const circle = visit(path, []);
    if (circle !== undefined) return circleFault(circle, layouts.get(circle[0] ?? "")?.text ?? "");
  }
  return undefined;
}

/** @param text of the first layout of the circle */
function circleFault(circle: readonly string[], text: string): SiteError {
  const [first = "", second = ""] = circle;
  const base = second.slice(second.lastIndexOf("/") + 1);
  const lines = text.split("\n");
  const index = lines.findIndex((line) => line.includes(base));
  const excerpt = lines[index];
  return new SiteError({
    file: first,
    ...(excerpt !== undefined && { line: index + 1, column: excerpt.indexOf(base) + 1, excerpt }),
    problem: `Layouts import each other in a circle: ${circle.join(" → ")}`,
    help: "Move what both need into a file of its own and import that from both",
  });
}
