/** Tags of al-folio that print one thing: a file's existence, a count of citations, a post elsewhere, the page's contents. */
import { renderToText } from "../../jekyll/body.ts";
import { LiquidFault } from "../../jekyll/errors.ts";
import { parseExpression } from "../../jekyll/expression.ts";
import { escapeHtml } from "../../jekyll/filters/escapes.ts";
import type { Scope } from "../../jekyll/scope.ts";
import { node, type TagReader, type TagSource } from "../../jekyll/tag.ts";
import type { Helpers } from "../../layout.ts";
import type { Site } from "../../model.ts";
import { citationsOf, inspireCitationsOf } from "../citations.ts";

export const readFileExists: TagReader = (source) => {
  const path = textOf(source);
  return node(source.token, (scope, out) => {
    out.write(String(scope.services.site.staticFiles.some((file) => file.path === sitePath(scope, path(scope)))));
  });
};

/** A path as templates write it (below baseurl, with a slash, in quotes), relative to the source. */
export function sitePath({ services }: Scope, written: string): string {
  const path = decodeURIComponentOrAsIs(written.trim().replace(/^["']|["']$/g, ""));
  const { baseurl } = services.config;
  const inSite = baseurl !== "" && path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : path;
  return inSite.replace(/^\/+/, "");
}

function decodeURIComponentOrAsIs(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Counts come from `_data/citations.yml`, which `octavo fetch` fills: a build asks nobody. */
export function readScholarCitations(site: Site): TagReader {
  return ({ token }) => {
    const [scholar = "", article = ""] = token.markup.trim().split(/[\s,]+/);
    if (article === "") {
      const help = "Write it as {% google_scholar_citations SCHOLAR_ID ARTICLE_ID %}";
      throw new LiquidFault("{% google_scholar_citations %} names no article", help);
    }
    return node(token, (scope, out) => {
      const count = citationsOf(site.data, word(scope, scholar), word(scope, article));
      out.write(count === undefined ? "N/A" : count.toLocaleString("en"));
    });
  };
}

/** `{% inspirehep_citations id %}`: how often a paper is cited, as `octavo fetch` found it. */
export function readInspireCitations(site: Site): TagReader {
  return ({ token }) =>
    node(token, (scope, out) => {
      const count = inspireCitationsOf(site.data, word(scope, token.markup.trim()));
      out.write(count === undefined ? "N/A" : count.toLocaleString("en"));
    });
}

/** The value of a variable, or, where there is none of that name, the word itself. */
function word(scope: Scope, written: string): string {
  const text = written.replace(/^["']|["']$/g, "");
  return scope.text(parseExpression(written)(scope)) || text;
}

/** `{% twitter URL maxwidth=500 %}`: a link to the post, or to the account's posts; what the network would add is left out. */
export function readTwitter(helpers: () => Helpers): TagReader {
  return (source) => {
    const text = textOf(source);
    return node(source.token, (scope, out) => {
      const url = text(scope)
        .trim()
        .split(/\s+/)
        .find((part) => /^https?:\/\//.test(part));
      if (url === undefined)
        throw new LiquidFault("{% twitter %} names no address", "Write it as {% twitter https://x.com/… %}");
      const [, user, status] = /^https?:\/\/[^/]+\/(?:#!\/)?@?(\w+)(\/status(?:es)?\/\d+)?/.exec(url) ?? [];
      const words = helpers().words(scope.document?.lang ?? scope.services.config.lang);
      const shown = user === undefined ? url : words(status === undefined ? "postsBy" : "postBy", { name: `@${user}` });
      out.write(`<blockquote class="twitter-tweet"><a href="${escapeHtml(url)}">${escapeHtml(shown)}</a></blockquote>`);
    });
  };
}

/** jekyll-toc's tag, which al-folio's pages write into their text: kramdown's list of the page's own headings. */
export const readContents: TagReader = ({ token }) =>
  node(token, (scope, out) => {
    if (scope.document?.markdown) out.write("\n\n* toc\n{:toc}\n\n");
  });

/** `{% mermaid %}…{% endmermaid %}` of older sites: what Markdown makes of the fence of newer ones. */
export const readMermaid: TagReader = ({ token, rest, parser }) => {
  const body = parser.block(token, rest);
  return node(token, (scope, out) => {
    const source = escapeHtml(renderToText(body, scope).trim());
    out.write(`<pre><code class="language-mermaid">${source}\n</code></pre>`);
  });
};

/** The markup of a tag with the outputs in it filled. */
export function textOf({ token, parser }: TagSource): (scope: Scope) => string {
  if (!token.markup.includes("{{")) return () => token.markup;
  const fragment = parser.parseFragment(token.markup, token);
  return (scope) => renderToText(fragment, scope);
}
