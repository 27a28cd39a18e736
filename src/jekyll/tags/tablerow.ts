/** `{% tablerow item in list cols: 2 limit: 4 offset: 1 %} … {% endtablerow %}` */
import { LiquidFault } from "../errors.ts";
import { type Evaluate, parseExpression } from "../expression.ts";
import { toInteger } from "../numbers.ts";
import { ATTRIBUTES, FRAGMENT, SPACE } from "../patterns.ts";
import type { Scope } from "../scope.ts";
import { sliceItems } from "../segments.ts";
import { node, type TagReader } from "../tag.ts";
import { Drop, isNumeric, numeric, type Ruby } from "../values.ts";

const SYNTAX = new RegExp(`(\\w+)${SPACE}+in${SPACE}+((?:${FRAGMENT})+)`);

export const readTableRow: TagReader = ({ token, rest, parser }) => {
  const match = SYNTAX.exec(token.markup);
  if (match === null)
    throw new LiquidFault("A tablerow has no list", "Write it as {% tablerow item in list cols: 2 %}");
  const [, variable = "", listMarkup = ""] = match;
  const list = parseExpression(listMarkup);
  const given = new Map(
    [...token.markup.matchAll(ATTRIBUTES)].map(([, key = "", value = ""]) => [key, parseExpression(value)]),
  );
  const body = parser.block(token, rest);
  return node(
    token,
    (scope, out) => {
      const value = list(scope);
      if (value === null || value === false) return;
      const from = whole(given.get("offset"), scope) ?? 0;
      const limit = whole(given.get("limit"), scope);
      const items = sliceItems(value, from, limit === undefined ? undefined : from + limit, scope);
      const loop = new TableRowLoop(items.length, whole(given.get("cols"), scope) ?? 0);
      out.write('<tr class="row1">\n');
      scope.nest(() => {
        scope.set("tablerowloop", loop);
        for (const item of items) {
          scope.set(variable, item);
          out.write(`<td class="col${loop.column}">`);
          body.render(scope, out);
          out.write("</td>");
          if (loop.endsRow) out.write(`</tr>\n<tr class="row${loop.row + 1}">`);
          loop.advance();
        }
      });
      out.write("</tr>\n");
    },
    body.blank,
  );
};

function whole(value: Evaluate | undefined, scope: Scope): number | undefined {
  if (value === undefined) return undefined;
  const found = value(scope);
  return isNumeric(found) ? Math.trunc(numeric(found)) : Number(toInteger(scope.text(found)));
}

/** `tablerowloop` */
class TableRowLoop extends Drop {
  override readonly hasJson = false;
  row = 1;
  column = 1;
  #index = 0;
  readonly #length: number;
  readonly #columns: number;

  constructor(length: number, columns: number) {
    super();
    this.#length = length;
    this.#columns = columns;
  }

  get endsRow(): boolean {
    return this.column === this.#columns && this.#index < this.#length - 1;
  }

  advance(): void {
    this.#index++;
    const wraps = this.column === this.#columns;
    if (wraps) this.row++;
    this.column = wraps ? 1 : this.column + 1;
  }

  get(key: string): Ruby {
    const values: Readonly<Record<string, Ruby>> = {
      length: this.#length,
      index: this.#index + 1,
      index0: this.#index,
      rindex: this.#length - this.#index,
      rindex0: this.#length - this.#index - 1,
      first: this.#index === 0,
      last: this.#index === this.#length - 1,
      col: this.column,
      col0: this.column - 1,
      col_first: this.column === 1,
      col_last: this.column === this.#columns,
      row: this.row,
    };
    return values[key] ?? null;
  }

  has(): boolean {
    return true;
  }

  keys(): readonly string[] {
    return [];
  }

  text(): string {
    return "Liquid::TablerowloopDrop";
  }
}
