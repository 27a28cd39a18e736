/** `allow_hosts` of the configuration: other hosts from which pages may load what they name. */
import type { Config } from "../model.ts";
import { asNames } from "../settings.ts";
import { readUrl } from "./urls.ts";

/** Hosts, with a port where one is written, in the order of the setting. `*.example.org` stands for all below a domain. */
export function allowedHosts({ data }: Config): readonly string[] {
  return (
    asNames(data.allow_hosts)
      .map((written) => (/^(?:https?:)?\/\//i.test(written) ? (readUrl(written)?.host ?? "") : written.split("/")[0]!))
      .map((host) => host.toLowerCase())
      // What is no host would be read as a word of the policy.
      .filter((host) => /^(?:\*\.)?[a-z\d.-]+(?::\d+)?$/.test(host))
  );
}

/** Whether a page may load from a host. */
export function isAllowed(host: string, allowed: readonly string[]): boolean {
  return allowed.some((mark) => mark === host || (mark.startsWith("*.") && host.endsWith(mark.slice(1))));
}
