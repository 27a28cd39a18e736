import { launchBrowser } from "/work/w/theme/tests/support/browser.ts";
import { serveSite } from "/work/w/theme/tests/support/server.ts";
const [,, dir, out, ...specs] = process.argv; // spec: path:width:scheme[:full]
const s = await serveSite(dir!, "");
const b = await launchBrowser();
for (const spec of specs) {
  const [p, w, scheme, full] = spec.split(",");
  const c = await b.newContext({ viewport: { width: Number(w), height: Number(w) < 500 ? 844 : 900 }, colorScheme: scheme as "light" });
  const page = await c.newPage();
  page.on("console", (m) => console.log(m.type(), m.text()));
  await page.goto(s.origin + p!);
  const f = `${out}/${p!.replace(/\W+/g, "_")}-${w}-${scheme}.png`;
  await page.screenshot({ path: f, fullPage: full === "full" });
  console.log(f, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth));
  await c.close();
}
await b.close(); await s.close();
