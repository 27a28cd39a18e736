/** 89 scalars and small values as Ruby's Psych reads `k: <yaml>`: "D:" marks a date and "T:" a time. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { SiteError } from "../../src/errors.ts";
import type { Value } from "../../src/model.ts";
import { Float, LargeInteger } from "../../src/read/scalar-values.ts";
import { parseYaml } from "../../src/read/yaml.ts";
import { isData, isDate } from "../../src/values.ts";

interface Case {
  readonly yaml: string;
  readonly value?: unknown;
  readonly error?: boolean;
}

const cases: readonly Case[] = JSON.parse(readFileSync(path.join(import.meta.dirname, "yaml.json"), "utf8"));

function recorded(value: Value): unknown {
  if (value === Number.POSITIVE_INFINITY) return "Inf";
  if (Number.isNaN(value)) return "NaN";
  if (value instanceof Float || value instanceof LargeInteger) return Number(value.value);
  if (value instanceof Date) return `T:${value.toISOString()}`;
  const two = (part: number) => String(part).padStart(2, "0");
  if (isDate(value)) return `D:${value.year}-${two(value.month)}-${two(value.day)}`;
  if (Array.isArray(value)) return value.map((item: Value) => recorded(item));
  if (!isData(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, recorded(item)]));
}

test("there are 89 cases", () => {
  assert.equal(cases.length, 89);
});

for (const { yaml, value, error } of cases) {
  const parse = () => parseYaml(`k: ${yaml}`, { file: "x.yml", line: 1 });
  test(`k: ${JSON.stringify(yaml)}`, () => {
    if (error === true) assert.throws(parse, SiteError);
    else assert.deepEqual(recorded(parse()), { k: value });
  });
}
