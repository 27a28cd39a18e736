/** `url` and `baseurl`, told where no page's address would be right with them. */
import type { ConfigValues } from "./values.ts";

/** Warns of an address without its scheme, of one with a path, and of a path that is an address. */
export function warnOfAddress(values: ConfigValues): void {
  const [url, baseurl] = [values.get("url"), values.get("baseurl")];
  if (typeof url === "string" && url !== "") checkUrl(url, values);
  if (typeof baseurl === "string" && baseurl.includes("://"))
    values.warn(
      ["baseurl"],
      "`baseurl` is the path of the site, not its address",
      "Write the address as `url`, and a path such as /repo here",
    );
}

function checkUrl(url: string, values: ConfigValues): void {
  const [isWhole, path = ""] = /^https?:\/\/[^/]+(\/.*?)?\/*$/.exec(url) ?? [];
  if (isWhole === undefined)
    values.warn(
      ["url"],
      "`url` is not a whole address",
      `Write it with its scheme: url: "https://${url.replace(/^[\w:]*\/+/, "")}"`,
    );
  else if (/[^/]/.test(path))
    values.warn(
      ["url"],
      "`url` holds a path: links within the site would leave it out",
      `Write the path as \`baseurl: "${path}"\``,
    );
}
