/** Filters of numbers. */
import { LargeInteger } from "../../read/scalar-values.ts";
import { abs, calculate, ceil, extreme, floor, type Operation, round, strictInteger, toInteger } from "../numbers.ts";
import { isNumeric, isPlainDate, isTime, numeric } from "../values.ts";
import { type FilterTable, filter, plain, unsuited } from "./define.ts";

function operation(name: Operation) {
  return filter(1, 1, (_scope, input, operand = null) => calculate(input, name, operand));
}

export const numberFilters: FilterTable = {
  plus: operation("plus"),
  minus: operation("minus"),
  times: operation("times"),
  divided_by: operation("divided_by"),
  modulo: operation("modulo"),
  abs: plain(abs),
  ceil: plain(ceil),
  floor: plain(floor),
  round: filter(0, 1, (_scope, input, places = 0) => round(input, places === null ? 0 : strictInteger(floor(places)))),
  at_least: filter(1, 1, (_scope, input, least = null) => extreme(input, least, 1)),
  at_most: filter(1, 1, (_scope, input, most = null) => extreme(input, most, -1)),
  to_integer: plain((input) => {
    if (typeof input === "boolean") return input ? 1 : 0;
    if (input === null) return 0;
    if (typeof input === "string") return toInteger(input);
    if (isTime(input) && !isPlainDate(input)) return Math.floor(input.valueOf() / 1000);
    if (!isNumeric(input)) throw unsuited("to_integer", "a number or a text");
    if (input instanceof LargeInteger) return input.value;
    return typeof input === "bigint" ? input : Math.trunc(numeric(input));
  }),
};
