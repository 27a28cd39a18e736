import type { Token } from "markdown-it";
import { metaOf } from "../token-meta.ts";

/** Text of spans without their markup; formulas count only if asked for. */
export function plainText(tokens: readonly Token[], withMath: "math" | ""): string {
  let text = "";
  for (const token of tokens) {
    switch (token.type) {
      case "text":
      case "html_text":
      case "cdata":
      case "code_span":
      case "abbreviation":
        text += token.content;
        break;
      case "entity":
        text += String.fromCodePoint(metaOf(token).codePoint ?? 0xfffd);
        break;
      case "math_span":
        if (withMath !== "") text += token.content;
        break;
      default:
    }
  }
  return text;
}
