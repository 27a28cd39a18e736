/** What makes the files that are made from others, by the name that `Derived.maker` gives. */
import type { Maker } from "./derived.ts";

export const makers: Readonly<Record<string, Maker>> = {};
