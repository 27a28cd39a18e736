import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { DateTime } from "luxon";
import { LiquidFault } from "../../src/jekyll/errors.ts";
import { formatTime } from "../../src/jekyll/strftime.ts";

type Formats = readonly (readonly [format: string, expected: string])[];

interface Recorded {
  readonly moment: number;
  readonly zone: string;
  readonly formats: Formats;
  readonly others: readonly { readonly seconds: number; readonly zone: string; readonly formats: Formats }[];
}

describe("strftime as Ruby 3.1 gave it", () => {
  const { moment, zone, formats, others } = JSON.parse(
    readFileSync(join(import.meta.dirname, "strftime.json"), "utf8"),
  ) as Recorded;
  const times = [
    { milliseconds: moment, zone, formats },
    ...others.map((other) => ({ ...other, milliseconds: other.seconds * 1000 })),
  ];
  for (const { milliseconds, zone: name, formats: rows } of times) {
    const time = DateTime.fromMillis(milliseconds, { zone: name });
    for (const [format, expected] of rows) {
      it(`${JSON.stringify(format)} in ${name}`, () => assert.equal(formatTime(time, format, name), expected));
    }
  }

  for (const format of ["%", "%-", "%10", "a %5"]) {
    it(`${format} is an error: it ends inside a directive`, () => {
      assert.throws(() => formatTime(new Date(0), format, "UTC"), LiquidFault);
    });
  }

  it("a date has its own directives and zone", () => {
    const date = { kind: "date", year: 2020, month: 1, day: 2 } as const;
    assert.equal(
      formatTime(date, "%F %H %z %Z %s %Q", "Asia/Tokyo"),
      "2020-01-02 00 +0000 +00:00 1577923200 1577923200000",
    );
  });
});
