import type { StartedThread } from "./start-thread.js";

export function startEarly(args: readonly string[]): StartedThread | undefined;
