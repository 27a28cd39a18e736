/** Which file is whose: no two sources write to one place. */
import type { Diagnostics, MessagePlace } from "./errors.ts";
import type { Config, Document, Output, StaticFile } from "./model.ts";
import { placeInFile } from "./read/reading.ts";

/**
 * One owner for every file: where two outputs want the same one the first stays, and an error names both. In mode jekyll that
 * is a warning, and the one stays that Jekyll would write last. Documents of the site that share a URL were told when they were
 * read; this catches what Octavo itself adds, and static files.
 */
export function claimFiles(
  outputs: readonly Output[],
  copies: readonly StaticFile[],
  config: Config,
  diagnostics: Diagnostics,
): { readonly outputs: readonly Output[]; readonly copies: readonly StaticFile[] } {
  const claims = new Claims(config, diagnostics);
  const [first, then] = config.mode === "jekyll" ? lastToFirst(outputs) : [outputs, []];
  const kept = new Set([...first, ...copies, ...then].filter((item) => claims.take(claimOf(item))));
  const stays = (item: Output | StaticFile): boolean => kept.has(item) && claims.hasFolders(claimOf(item));
  return { outputs: outputs.filter(stays), copies: copies.filter(stays) };
}

/** A file that is wanted, and by whom. */
interface Claim {
  /** Relative to the destination. */
  readonly file: string;
  /** What to name in a message. */
  readonly source: string;
  readonly document?: Document;
}

function claimOf(item: Output | StaticFile): Claim {
  return "render" in item ? item : { file: item.file, source: item.path };
}

/** What Jekyll writes after static files, and what it writes before them (Site#each_site_file): both with the last first. */
function lastToFirst(outputs: readonly Output[]): readonly [readonly Output[], readonly Output[]] {
  const isPost = ({ document }: Output): boolean => document?.kind === "post";
  return [outputs.filter(isPost).toReversed(), outputs.filter((output) => !isPost(output)).toReversed()];
}

const HELP = "Give one of them another permalink or name";

/** Who has which file. */
class Claims {
  readonly #owners = new Map<string, string>();
  /** Folders in whose place nobody wants a file. */
  readonly #folders = new Set<string>();
  readonly #config: Config;
  readonly #diagnostics: Diagnostics;

  constructor(config: Config, diagnostics: Diagnostics) {
    this.#config = config;
    this.#diagnostics = diagnostics;
  }

  /** Gives a file to who wants it; false where somebody has it, which is told. */
  take(claim: Claim): boolean {
    const key = keyOf(claim.file);
    const owner = this.#owners.get(key);
    if (owner === undefined) {
      this.#owners.set(key, claim.source);
      return true;
    }
    const told = { ...this.#placeOf(claim), problem: `${claim.source} and ${owner} both want to be ${claim.file}` };
    if (this.#config.mode === "octavo") this.#diagnostics.error({ ...told, help: HELP });
    else this.#diagnostics.warn({ ...told, help: `${HELP}; ${owner} is kept` });
    return false;
  }

  /** Whether no file stands where this one needs a folder, which would be told. To be asked when all files are given away. */
  hasFolders(claim: Claim): boolean {
    const { file } = claim;
    for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) {
      const folder = file.slice(0, end);
      if (this.#folders.has(folder)) continue;
      const owner = this.#owners.get(keyOf(folder));
      if (owner === undefined) {
        this.#folders.add(folder);
        continue;
      }
      const problem = `${file} needs a folder where ${owner} is the file ${folder}`;
      this.#diagnostics.error({ ...this.#placeOf(claim), problem, help: HELP });
      return false;
    }
    return true;
  }

  /** Where an author finds what gives a file its name. */
  #placeOf({ source, document }: Claim): MessagePlace {
    const isMade = document === undefined || document.path === "";
    return isMade ? { file: source } : placeInFile(source, "permalink", this.#config);
  }
}

/** Some file systems know no difference of composed and decomposed letters: two such files would be one there. */
function keyOf(file: string): string {
  return file.normalize("NFC");
}
