import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    // Void elements are written as kramdown writes them, and the doctype in small letters: HTML takes either.
    "void-style": "off",
    "doctype-style": ["error", { style: "lowercase" }],
    // kramdown's ids of notes have a colon (HTML, 3.2.6: any id without white space will do).
    "valid-id": ["error", { relaxed: true }],
    // Titles are for readers; search engines cut them where they like.
    "long-title": "off",
  },
});

/** What html-validate finds wrong with a page or a piece of HTML, each as "line:column rule: message (element)". */
export function htmlFaults(html: string): readonly string[] {
  return validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(
        ({ line, column, ruleId, message, selector }) => `${line}:${column} ${ruleId}: ${message} (${selector ?? ""})`,
      ),
    );
}
