/**
 * What a plain scalar of YAML 1.1 means to Ruby's Psych, which Jekyll reads with: the order of the tests and their
 * patterns follow Psych 4's scalar scanner, so `010` is eight, `1,000` a thousand, `12:30` a number and `1e3` a string.
 */
import type { PlainDate, Value } from "../model.ts";
import { Float, LargeInteger, ZonedTime } from "./scalar-values.ts";

/** Ruby symbols (`:name`) are objects to Psych; its safe loader refuses them, and so do we. */
export class SymbolScalar extends Error {}

const WORD = /^(?:[^\d.:-]?[\p{L}_\s!@#$%^&*(){}<>|/\\~;=]+)/u;
const TIME =
  /^(-?\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt]|\s+)(\d{1,2}):(\d\d):(\d\d)(?:\.(\d*))?(?:\s*(Z|[-+]\d{1,2}:?(?:\d\d)?))?$/;
const DATE = /^(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)$/;
const SEXAGESIMAL = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(\.[0-9_]*)?$/;
const FLOAT = /^(?:[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?)$/;
const INTEGER = /^(?:[-+]?0b[01_,]+|[-+]?0[0-7_,]+|[-+]?(?:0|[1-9](?:[0-9]|,[0-9]|_[0-9])*)|[-+]?0x[0-9a-fA-F_,]+)$/;

/**
 * The value of a plain scalar: the text itself where it is nothing else.
 * Throws SymbolScalar for `:name`.
 */
export function resolveScalar(text: string): Value {
  if (text === "") return null;
  if (WORD.test(text) || text.includes("\n")) return resolveWord(text);
  const first = text.charCodeAt(0);
  if (first !== colon && first !== plus && first !== minus && first !== dot && !(first >= zero && first <= nine)) {
    return text;
  }
  const timestamp = TIME.exec(text);
  if (timestamp !== null) return resolveTime(timestamp) ?? text;
  const day = DATE.exec(text);
  if (day !== null) return plainDate(Number(day[1]), Number(day[2]), Number(day[3])) ?? text;
  if (/^\+?\.inf$/i.test(text)) return Number.POSITIVE_INFINITY;
  if (/^-\.inf$/i.test(text)) return Number.NEGATIVE_INFINITY;
  if (/^\.nan$/i.test(text)) return Number.NaN;
  if (/^:./.test(text)) throw new SymbolScalar(text);
  if (SEXAGESIMAL.test(text)) return resolveSexagesimal(text);
  if (FLOAT.test(text)) return /^[-+]?\.$/.test(text) ? text : resolveFloat(text);
  if (INTEGER.test(text)) return resolveInteger(text) ?? text;
  return text;
}

const [zero, nine, colon, plus, minus, dot] = [48, 57, 58, 43, 45, 46];

function resolveWord(text: string): Value {
  if (text.length > 5 || !/^[ytonf~]/i.test(text)) return text;
  if (text === "~" || /^null$/i.test(text)) return null;
  if (/^(?:yes|true|on)$/i.test(text)) return true;
  if (/^(?:no|false|off)$/i.test(text)) return false;
  return text;
}

/** A time without a zone is UTC; undefined where a field is out of range, and the scalar stays a string. */
function resolveTime([, year, month, day, hour, minute, second, fraction, zone]: RegExpExecArray): Date | undefined {
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  const [mon, dom] = [Number(month), Number(day)];
  // Ruby's Time accepts the 31st of any month and 24:00:00, and rolls them over.
  if (mon < 1 || mon > 12 || dom < 1 || dom > 31 || m > 59 || s > 60) return undefined;
  if (h > 24 || (h === 24 && (m > 0 || s > 0))) return undefined;
  const instant = new Date(0);
  instant.setUTCFullYear(Number(year), mon - 1, dom);
  instant.setUTCHours(h, m, s, fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}0`) * 1000));
  if (zone === undefined) return instant;
  if (zone === "Z") return new ZonedTime(instant.getTime(), "UTC");
  const offset = /^([-+])(\d{1,2}):?(\d{1,2})?$/.exec(zone);
  if (offset === null) return undefined;
  const minutes = (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * (offset[1] === "-" ? -1 : 1);
  return new ZonedTime(instant.getTime() - minutes * 60_000, minutes);
}

/** A calendar date that exists; undefined for the 30th of February and its like. */
function plainDate(year: number, month: number, day: number): PlainDate | undefined {
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  const exists = instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
  return exists ? { kind: "date", year, month, day } : undefined;
}

/** Psych weighs the parts 3600, 60 and 1 from the left, also where there are only two: `12:30` is 45,000. */
function resolveSexagesimal(text: string): number {
  const whole = !text.includes(".");
  return text.split(":").reduce((sum, part, index) => {
    const digits = part.replaceAll("_", "");
    return sum + (whole ? Number.parseInt(digits, 10) : Number.parseFloat(digits)) * 60 ** Math.abs(index - 2);
  }, 0);
}

function resolveFloat(text: string): number | Float {
  const number = Number(text.replace(/[,_]/g, ""));
  return Number.isInteger(number) ? new Float(number) : number;
}

function resolveInteger(text: string): number | LargeInteger | undefined {
  const digits = text.replace(/[,_]/g, "");
  const [, sign, rest = ""] = /^([-+]?)(.*)$/.exec(digits) ?? [];
  const value = /^0[bx]/.test(rest) ? Number(rest) : /^0./.test(rest) ? Number(`0o${rest.slice(1)}`) : Number(rest);
  if (Number.isNaN(value)) return undefined;
  if (!Number.isSafeInteger(value)) {
    const large = BigInt(/^0\d/.test(rest) ? `0o${rest.slice(1)}` : rest);
    return new LargeInteger(sign === "-" ? -large : large);
  }
  return sign === "-" && value !== 0 ? -value : value;
}
