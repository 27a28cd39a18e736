/** `{% raw %} … {% endraw %}`: the tokenizer gives the text between them as it stands. */
import { LiquidFault } from "../errors.ts";
import { node, type TagReader } from "../tag.ts";
import { TagToken, TextToken } from "../tokens.ts";

export const readRaw: TagReader = ({ token, rest }) => {
  if (token.markup.trim() !== "") throw new LiquidFault("{% raw %} has words after its name", "Write {% raw %} alone");
  const { value: text } = rest.next();
  const { value: end } = rest.next();
  if (!(text instanceof TextToken) || !(end instanceof TagToken) || end.name !== "endraw") {
    throw new LiquidFault("{% raw %} is never closed", "Write {% endraw %} where it ends");
  }
  return node(token, (_scope, out) => out.write(text.text), text.text === "");
};
