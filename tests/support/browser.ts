import { type Browser, chromium } from "playwright-core";
import { ensureChromium, thisMachine } from "./chromium.ts";

/** Starts the browser, headless, with everything off that would ask a host of its own. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium(thisMachine()),
    args: ["--disable-gpu", "--disable-quic", "--disable-sync", "--disable-background-networking"],
  });
}
