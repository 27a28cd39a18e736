/** Symbolic links: followed where they stay in a folder, told where they leave it. */
import { existsSync, realpathSync, statSync } from "node:fs";
import { sep } from "node:path";
import { type Diagnostics, SiteError } from "../errors.ts";
import type { Mode } from "../model.ts";

/**
 * Where a path really is: absolute.
 * @param absolute the path
 * @param path as messages name it
 * @param root absolute path, itself no link, of the folder that is not left
 * @throws SiteError for a link that leads nowhere or out of `root`
 */
export function targetOf(absolute: string, path: string, root: string): string {
  let real: string;
  try {
    real = realpathSync(absolute);
  } catch (cause) {
    throw new SiteError(linkFault(path, "leads nowhere"), { cause });
  }
  if (real !== root && !real.startsWith(root + sep)) throw new SiteError(linkFault(path, "leaves the site's folder"));
  return real;
}

/** A link, as `targetOf` takes it. */
interface Link {
  readonly absolute: string;
  readonly path: string;
  readonly root: string;
}

/**
 * What lies at the end of a link; undefined for what is neither file nor folder. So it is, and told, for one that cannot be followed.
 * One that leads nowhere is an error in mode octavo alone: Jekyll passes over most of those, as modules of Git leave them behind.
 */
export function kindOfLink(link: Link, mode: Mode, diagnostics: Diagnostics): "file" | "folder" | undefined {
  const { absolute, path, root } = link;
  if (mode === "jekyll" && !existsSync(absolute)) {
    diagnostics.warn(linkFault(path, "leads nowhere"));
    return undefined;
  }
  return diagnostics.attempt(() => {
    const stat = statSync(targetOf(absolute, path, root));
    return stat.isFile() ? "file" : stat.isDirectory() ? "folder" : undefined;
  });
}

/** What is said of a link. */
export function linkFault(file: string, fault: string) {
  return {
    file,
    problem: `The link ${file} ${fault}`,
    help: "Put the files themselves into the site, or exclude the link",
  };
}
