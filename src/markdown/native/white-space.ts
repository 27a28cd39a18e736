import { wordSet } from "../../word-set.ts";
import { createToken } from "../token.ts";
import { createPart, type Part } from "./parts.ts";

const WITH_PARAGRAPHS = wordSet(
  "body section nav article aside header footer address div li dd blockquote figure figcaption fieldset form",
);
const WITHOUT_BLANKS = wordSet(
  "body section nav article aside header footer address div li dd blockquote figure figcaption td th fieldset form",
);
const TRIMMED = wordSet(
  "address article aside blockquote body caption dd div dl dt fieldset figcaption form footer header h1 h2 h3 h4 h5 " +
    "h6 legend li nav p section td th",
);

/** White space that shows nowhere, and text beside blocks, in an element that was turned. @param name of the element of HTML */
export function layOut(part: Part, name: string): void {
  if (TRIMMED.has(name)) trimEnds(part);
  if (WITHOUT_BLANKS.has(name)) dropBlanks(part);
  if (WITH_PARAGRAPHS.has(name)) wrapText(part);
}

const isBlank = ({ kind, token }: Part): boolean => kind === "text" && !/[^ \t\n\v\f\r]/.test(token.content);

function trimEnds({ children }: Part): void {
  const first = children[0];
  if (first?.kind === "text") first.token.content = first.token.content.replace(/^[ \t\n\v\f\r\0]+/, "");
  const last = children[children.length - 1];
  if (last?.kind === "text") last.token.content = last.token.content.replace(/[ \t\n\v\f\r\0]+$/, "");
}

/** White space at the ends and between two blocks shows nowhere. */
function dropBlanks(part: Part): void {
  const { children } = part;
  const isBlock = (index: number): boolean => children[index]?.category === "block";
  part.children = children.filter(
    (child, index) =>
      !isBlank(child) || !(index === 0 || index === children.length - 1 || (isBlock(index - 1) && isBlock(index + 1))),
  );
}

/** Text beside blocks stands in paragraphs without tags. */
function wrapText(part: Part): void {
  const wrapped: Part[] = [];
  let paragraph: Part | undefined;
  for (const child of part.children) {
    if (child.category === "block" && child.kind !== "text") {
      wrapped.push(child);
      paragraph = undefined;
      continue;
    }
    if (paragraph === undefined) {
      paragraph = createPart("native", createToken("paragraph_open", "p", 1), "block");
      paragraph.token.hidden = true;
      wrapped.push(paragraph);
    }
    paragraph.children.push(child);
  }
  part.children = wrapped;
}
