/** `citation.liquid`: how to cite the post in whose text it stands. */
import { type Include, langOf } from "../include.ts";

export const citation: Include = (_given, around) => {
  const { page, site, helpers } = around;
  if (page?.kind !== "post") return "";
  const author = typeof page.data.author === "string" ? page.data.author : site.config.author || site.config.title;
  const { year } = page.date;
  const url = helpers.absolute(page.url);
  const key = `${author.split(/\s+/).at(-1) ?? ""}${year}${page.slug.split("-")[0] ?? ""}`
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
  const fields = [
    ["author", author],
    ["title", page.title],
    ["year", String(year)],
    ["month", page.date.setLocale("en").toFormat("LLL").toLowerCase()],
    ["url", url],
  ];
  const lines = fields.map(([name = "", value = ""]) => `  ${name.padEnd(6)} = {${value}}`).join(",\n");
  return (
    <section class="cite">
      <p>
        {author} ({year}). <cite>{page.title}</cite>. {site.config.title}. <a href={url}>{url}</a>
      </p>
      <details>
        <summary>{helpers.words(langOf(around))("cite")}</summary>
        <pre>{`@article{${key},\n${lines}\n}`}</pre>
      </details>
    </section>
  );
};
