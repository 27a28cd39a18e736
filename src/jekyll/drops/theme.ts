/** `theme`: what is known of the theme that a site takes files from. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Data } from "../../model.ts";
import { asData, asText } from "../../settings.ts";
import type { Hash, Ruby } from "../values.ts";
import { ObjectDrop } from "./object.ts";

/** What its `package.json` says is read when it is first asked for. */
export class ThemeDrop extends ObjectDrop {
  protected readonly own: ReadonlyMap<string, () => Ruby>;
  protected readonly data: Hash = {};
  #about: Data | undefined;

  /** @param folder absolute path; its `package.json`, if it has one, says what a gem's specification says to Jekyll */
  constructor(folder: string) {
    super();
    const about = (): Data => {
      this.#about ??= readPackage(folder);
      return this.#about;
    };
    this.own = new Map<string, () => Ruby>([
      ["root", () => folder],
      [
        "authors",
        () => asText(asData(about().author)?.name) ?? asText(about().author)?.replace(/ *[<(].*/, "") ?? null,
      ],
      ["version", () => asText(about().version) ?? null],
      ["description", () => asText(about().description) ?? null],
      ["metadata", () => ({})],
      ["dependencies", () => []],
    ]);
  }

  text(): string {
    return "Jekyll::Drops::ThemeDrop";
  }
}

function readPackage(folder: string): Data {
  const file = join(folder, "package.json");
  if (!existsSync(file)) return {};
  try {
    return asData(JSON.parse(readFileSync(file, "utf8"))) ?? {};
  } catch {
    return {};
  }
}
