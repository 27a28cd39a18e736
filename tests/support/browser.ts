import { type Browser, chromium } from "playwright-core";
import { ensureChromium, thisMachine } from "./chromium.ts";

const ARGUMENTS = ["--disable-gpu", "--disable-quic", "--disable-sync", "--disable-background-networking"];

/** Starts the browser, headless, with everything off that would ask a host of its own. */
export function launchBrowser(): Promise<Browser> {
  return launch(ARGUMENTS);
}

/** The same browser, for a program that talks to it through a port of 127.0.0.1. */
export function launchDebuggable(port: number): Promise<Browser> {
  return launch([...ARGUMENTS, `--remote-debugging-port=${port}`]);
}

function launch(args: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium(thisMachine()), args: [...args] });
}
