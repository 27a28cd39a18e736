/** `cv/*` and `resume/*`: one section of a CV, from the variables that al-folio's layouts set around them. */
import { Entries } from "../../../_layouts/parts/cv.tsx";
import { isHash, isList, type Ruby } from "../../jekyll/values.ts";
import type { Data, Value } from "../../model.ts";
import { asData, asList } from "../../settings.ts";
import { entryOf } from "../cv-entry.ts";
import type { Include } from "../include.ts";

/** `entries=`, `data=` or `section=` of the tag; else `entry.contents` or the second of `data` in the loop around it. */
export const cvSection: Include = (given, { scope, helpers }) => {
  const named = ["entries", "data", "section", "entry"]
    .map((name) => given.value(name))
    .find((value) => value !== null);
  const value = dataOf(named ?? scope.find("entry")) ?? pairOf(scope.find("data"));
  if (value === undefined) return "";
  const contents = asData(value)?.contents ?? value;
  const list = asList(contents) ?? [contents];
  return <Entries entries={list.map(entryOf)} helpers={helpers} />;
};

/** Data files stand in Liquid as they were read. */
function dataOf(value: Ruby): Value | undefined {
  return isList(value) || isHash(value) ? (value as Data | readonly Value[]) : undefined;
}

function pairOf(value: Ruby): Value | undefined {
  return isList(value) && value.length === 2 ? (value[1] as Value) : dataOf(value);
}
