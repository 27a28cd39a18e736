/** Whether the HTML is valid, and whether every link within a site leads to something. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { htmlFaults } from "../support/html-faults.ts";
import { locate } from "../support/server.ts";
import { type AuditSite, htmlFiles } from "./pages.ts";
import { type Row, row } from "./row.ts";
import { attribute, elementsOf } from "./weights.ts";

/** Every page of every site, as html-validate sees it. */
export function validityRow(sites: readonly AuditSite[]): Row {
  const files = sites.flatMap((site) => htmlFiles(site.folder).map((name) => ({ site, name })));
  const problems = files.flatMap(({ site, name }) =>
    htmlFaults(readFileSync(path.join(site.folder, name), "utf8")).map((fault) => `${site.name} ${name}:${fault}`),
  );
  return row("html-validate", "0 errors", `${problems.length} on ${files.length} pages`, problems);
}

/** Every link of every page to a page, a file or an anchor of the same site. */
export function linksRow(sites: readonly AuditSite[]): Row {
  const problems: string[] = [];
  let count = 0;
  for (const site of sites) {
    const pages = new Map(
      htmlFiles(site.folder).map((name) => {
        const elements = elementsOf(readFileSync(path.join(site.folder, name), "utf8"));
        return [
          path.join(site.folder, name),
          { name, elements, ids: new Set(elements.map((element) => attribute(element, "id"))) },
        ] as const;
      }),
    );
    for (const { name, elements } of pages.values()) {
      const here = `http://localhost${site.base}/${name}`;
      for (const element of elements)
        for (const written of [attribute(element, "href"), attribute(element, "src")]) {
          if (written === undefined || !URL.canParse(written, here)) continue;
          const { host, pathname, hash } = new URL(written, here);
          if (host !== "localhost") continue;
          count += 1;
          const { file, redirect } = locate(site.folder, site.base, pathname);
          const target = file ?? (redirect === undefined ? undefined : locate(site.folder, site.base, redirect).file);
          const page = pages.get(target ?? "");
          if (target === undefined) problems.push(`${site.name} ${name}: ${written} leads nowhere`);
          else if (hash !== "" && page !== undefined && !page.ids.has(decodeURIComponent(hash.slice(1))))
            problems.push(`${site.name} ${name}: ${written} has no such anchor`);
        }
    }
  }
  return row("links", "0 broken, internal, anchors included", `${problems.length} of ${count}`, [...new Set(problems)]);
}
