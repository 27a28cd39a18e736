/** One page through the pass. */
import type { Diagnostic } from "../../src/errors.ts";
import { pageFinisher } from "../../src/page/finish.ts";
import { policyWriter } from "../../src/page/policy.ts";
import { helpersFor, withSite } from "../plugins/fixture.ts";
import type { Files } from "../support/site.ts";

const CONFIG = "url: https://me.org\n";

interface Finished {
  readonly html: string;
  /** With its policy. */
  readonly whole: string;
  readonly told: readonly Diagnostic[];
}

/** A page's markup after the pass, and what the author was told. The page is `page.md`, at `/page/`; its body is the markup. */
export function finished(html: string, config = CONFIG, frontMatter = "", files: Files = {}): Finished {
  const page = `---\ntitle: A page\nlayout: page\npermalink: /page/\n${frontMatter}\n---\n${html}\n`;
  return withSite({ "_config.yml": config, "page.md": page, ...files }, "octavo", (site, diagnostics) => {
    const document = site.pages.find(({ path }) => path === "page.md");
    if (document === undefined) throw new Error("page.md was not read");
    const before = diagnostics.all.length;
    const finish = pageFinisher(site.config, helpersFor(site), diagnostics);
    const result = finish(html, document);
    const whole = policyWriter(site.config)(result.html, result.body);
    return { html: result.html, whole, told: diagnostics.all.slice(before) };
  });
}

/** The policy of a page with this body, and this in its head: directive to sources. */
export function policyOf(body: string, config = CONFIG, head = ""): Readonly<Record<string, string>> {
  const { whole } = finished(
    `<!doctype html><html><head><meta charset="utf-8"/>${head}</head><body><main>${body}</main></body></html>`,
    config,
  );
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)"/.exec(whole)?.[1] ?? "";
  return Object.fromEntries(
    policy.split("; ").map((part) => [part.split(" ")[0] ?? "", part.split(" ").slice(1).join(" ")]),
  );
}
