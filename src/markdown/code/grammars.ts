import type { Language } from "highlight.js";

/** A highlight.js grammar for Liquid, which highlight.js has none of: tags, output, filters, comments; the text around stays text. */
export function liquidGrammar(): Language {
  const strings = [
    { scope: "string", begin: '"', end: '"' },
    { scope: "string", begin: "'", end: "'" },
  ];
  const filter = { match: [/\|/, /\s*/, /\w+/], scope: { 1: "punctuation", 3: "title" } };
  const attribute = { match: /\w+(?=\s*[:=](?!=))/, scope: "attr" };
  const inside = [
    ...strings,
    filter,
    attribute,
    { scope: "number", match: /-?\b\d+(?:\.\d+)?\b/ },
    { scope: "literal", match: /\b(?:true|false|nil|null|empty|blank)\b/ },
    { scope: "keyword", match: /\b(?:and|or|contains|in)\b/ },
    { scope: "operator", match: /==|!=|<>|<=|>=|[=<>:]/ },
    { scope: "punctuation", match: /[.,|()[\]]/ },
    { scope: "variable", match: /[a-zA-Z_][\w-]*/ },
  ];
  const raw = (tag: string, scope: string) => ({
    begin: [/\{%-?\s*/, tag, /\s*-?%\}/],
    beginScope: { 1: "template-tag", 2: "name", 3: "template-tag" },
    end: [/\{%-?\s*/, `end${tag}`, /\s*-?%\}/],
    endScope: { 1: "template-tag", 2: "name", 3: "template-tag" },
    contains: [{ scope, match: new RegExp(`(?:(?!\\{%-?\\s*end${tag})[\\s\\S])+`) }],
  });
  return {
    name: "Liquid",
    contains: [
      raw("comment", "comment"),
      raw("raw", "code"),
      {
        begin: [/\{%-?\s*/, /\w+/],
        beginScope: { 1: "template-tag", 2: "name" },
        end: /-?%\}/,
        endScope: "template-tag",
        contains: inside,
      },
      { begin: /\{\{-?/, end: /-?\}\}/, beginScope: "template-tag", endScope: "template-tag", contains: inside },
    ],
  };
}

/**
 * A highlight.js grammar for HTTP messages. The one it brings guesses the language of the body among the grammars loaded so far,
 * so that a page would depend on the pages before it; here the body stays text.
 */
export function httpGrammar(): Language {
  return {
    name: "HTTP",
    contains: [
      { begin: /\n\n/, starts: { end: /(?!)/, endsWithParent: true } },
      {
        match: [/^[A-Z]+/, /\s+/, /\S+/, /\s+/, /HTTP/, /\//, /[\d.]+/],
        scope: { 1: "title", 3: "link", 5: "keyword", 6: "operator", 7: "number" },
      },
      {
        match: [/^HTTP/, /\//, /[\d.]+/, /\s+/, /\d{3}/, /.*/],
        scope: { 1: "keyword", 2: "operator", 3: "number", 5: "number", 6: "literal" },
      },
      { match: [/^[\w-]+/, /:/, /[ \t]*/, /.*/], scope: { 1: "attr", 2: "punctuation", 4: "string" } },
    ],
  };
}
