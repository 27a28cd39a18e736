/** Ruby's numbers: how text becomes one, how one becomes text, and Liquid's arithmetic, which is exact in decimals. */

import { Float, LargeInteger } from "../read/scalar-values.ts";
import { LiquidFault } from "./errors.ts";
import { float, isNumeric, numeric, type Ruby } from "./values.ts";

/** Ruby's `String#to_i`: the digits at the beginning, 0 where there are none. */
export function toInteger(text: string): number | bigint {
  const digits = /^\s*([-+]?\d+(?:_\d+)*)/.exec(text)?.[1]?.replaceAll("_", "");
  return digits === undefined ? 0 : integer(BigInt(digits.replace(/^\+/, "")));
}

/** Ruby's `String#to_f`. */
export function toFloat(text: string): number | Float {
  const digits = /^\s*[-+]?\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?(?:[eE][-+]?\d+)?/.exec(text)?.[0];
  return float(digits === undefined ? 0 : Number(digits.replaceAll("_", "")));
}

/** An Integer as a number where that is exact. */
export function integer(value: bigint): number | bigint {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

/** Ruby's `Integer(x)` as Liquid's filters call it for a count or an index. Throws LiquidFault for what is no whole number. */
export function strictInteger(value: Ruby): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  const text = value instanceof Float ? "" : typeof value === "string" ? value.trim() : "";
  if (/^[-+]?\d+(?:_\d+)*$/.test(text)) return Number(text.replaceAll("_", ""));
  throw new LiquidFault("A whole number is needed here", "Give a number without a fraction");
}

/** Ruby's `Float#to_s`: `3.0`, `1.0e+20`, `1.0e-05`. */
export function formatFloat(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value < 0 ? "-Infinity" : "Infinity";
  if (Object.is(value, -0)) return "-0.0";
  const size = Math.abs(value);
  if (size !== 0 && ((size >= 1e15 && Number.isInteger(value)) || size < 1e-4)) {
    const [mantissa = "", exponent = ""] = value.toExponential().split("e");
    const power = Math.abs(Number(exponent)).toString().padStart(2, "0");
    return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}e${exponent.startsWith("-") ? "-" : "+"}${power}`;
  }
  return Number.isInteger(value) ? `${value.toFixed(0)}.0` : String(value);
}

/** A number as the filters calculate with it: `digits` divided by 10 to the power of `scale`. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
  /** Whether Ruby would hold a BigDecimal here, whose results are Floats. */
  readonly isFloat: boolean;
}

/** Liquid's `to_number`: text with a point is a decimal, other text an Integer, anything that is no number 0. */
function toDecimal(value: Ruby): Decimal {
  if (isNumeric(value)) {
    if (value instanceof LargeInteger) return { digits: value.value, scale: 0, isFloat: false };
    if (typeof value === "bigint") return { digits: value, scale: 0, isFloat: false };
    const number = numeric(value);
    if (typeof value === "number" && Number.isInteger(value))
      return { digits: BigInt(value), scale: 0, isFloat: false };
    return { ...parseDecimal(String(number)), isFloat: true };
  }
  if (typeof value !== "string") return { digits: 0n, scale: 0, isFloat: false };
  if (/^-?\d+\.\d+$/.test(value.trim())) return { ...parseDecimal(value.trim()), isFloat: true };
  return { digits: BigInt(toInteger(value)), scale: 0, isFloat: false };
}

function parseDecimal(text: string): { digits: bigint; scale: number } {
  const [mantissa = "", exponent = "0"] = text.split("e");
  if (!/^-?[\d.]+$/.test(mantissa)) return { digits: 0n, scale: 0 };
  const [whole = "", fraction = ""] = mantissa.split(".");
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale };
}

function result({ digits, scale, isFloat }: Decimal): number | bigint | Float {
  if (!isFloat) return integer(digits / 10n ** BigInt(scale));
  return float(Number(`${digits}e${-scale}`));
}

/** Both numbers with the same scale. */
function align(a: Decimal, b: Decimal): { a: bigint; b: bigint; scale: number; isFloat: boolean } {
  const scale = Math.max(a.scale, b.scale);
  const raise = ({ digits, scale: own }: Decimal) => digits * 10n ** BigInt(scale - own);
  return { a: raise(a), b: raise(b), scale, isFloat: a.isFloat || b.isFloat };
}

/** The filters that calculate with two numbers. */
export type Operation = "plus" | "minus" | "times" | "divided_by" | "modulo";

/**
 * One of Liquid's operations. Whole numbers give whole numbers, division and remainder rounded down as in Ruby.
 * Throws LiquidFault for a division by zero.
 */
export function calculate(left: Ruby, operation: Operation, right: Ruby): number | bigint | Float {
  const infinite = [left, right].find((value) => isNumeric(value) && !Number.isFinite(numeric(value)));
  if (infinite !== undefined) return float(calculateNumbers(left, operation, right));
  const { a, b, scale, isFloat } = align(toDecimal(left), toDecimal(right));
  if (operation === "plus") return result({ digits: a + b, scale, isFloat });
  if (operation === "minus") return result({ digits: a - b, scale, isFloat });
  if (operation === "times") return result({ digits: a * b, scale: scale * 2, isFloat });
  if (b === 0n) {
    // Liquid divides a number with a point as a BigDecimal, which comes to infinity; an Integer may not be divided by nothing.
    if (isFloat && operation === "divided_by") return a === 0n ? Number.NaN : a < 0n ? -Infinity : Infinity;
    throw new LiquidFault("A number is divided by 0", "Ask whether the divisor is 0 first");
  }
  if (operation === "modulo") return result({ digits: a - floorDivide(a, b) * b, scale, isFloat });
  if (!isFloat) return integer(floorDivide(a, b));
  const precision = 40;
  return result({ digits: (a * 10n ** BigInt(precision)) / b, scale: precision, isFloat });
}

function calculateNumbers(left: Ruby, operation: Operation, right: Ruby): number {
  const numberOf = (value: Ruby): number => (isNumeric(value) ? numeric(value) : Number(result(toDecimal(value))));
  const [a, b] = [numberOf(left), numberOf(right)];
  if (operation === "plus") return a + b;
  if (operation === "minus") return a - b;
  if (operation === "times") return a * b;
  return operation === "modulo" ? a % b : a / b;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Rounds half away from zero, to `places` decimals (to tens, hundreds … where negative). Throws LiquidFault for infinity. */
export function round(value: Ruby, places: number): number | bigint | Float {
  const decimal = finite(value);
  if (places >= decimal.scale) return places === 0 ? result({ ...decimal, isFloat: false }) : result(decimal);
  const unit = 10n ** BigInt(decimal.scale - places);
  const half = (decimal.digits < 0n ? -unit : unit) / 2n;
  const digits = ((decimal.digits + half) / unit) * unit;
  return result({ ...decimal, digits, isFloat: decimal.isFloat && places > 0 });
}

/** A number that can be rounded. Throws LiquidFault for infinity. */
function finite(value: Ruby): Decimal {
  if (isNumeric(value) && !Number.isFinite(numeric(value)))
    throw new LiquidFault("Infinity has no whole number near it", "Ask whether the divisor is 0 first");
  return toDecimal(value);
}

/** The next whole number above. Throws LiquidFault for infinity. */
export function ceil(value: Ruby): number | bigint {
  const { digits, scale } = finite(value);
  return integer(-floorDivide(-digits, 10n ** BigInt(scale)));
}

/** The next whole number below. Throws LiquidFault for infinity. */
export function floor(value: Ruby): number | bigint {
  const { digits, scale } = finite(value);
  return integer(floorDivide(digits, 10n ** BigInt(scale)));
}

/** The number without its sign. */
export function abs(value: Ruby): number | bigint | Float {
  const decimal = toDecimal(value);
  return result({ ...decimal, digits: decimal.digits < 0n ? -decimal.digits : decimal.digits });
}

/** The larger of two numbers for 1, the smaller for -1; the first among equals. */
export function extreme(left: Ruby, right: Ruby, direction: 1 | -1): number | bigint | Float {
  const [first, second] = [toDecimal(left), toDecimal(right)];
  const { a, b } = align(first, second);
  return result(direction === 1 ? (b > a ? second : first) : b < a ? second : first);
}
