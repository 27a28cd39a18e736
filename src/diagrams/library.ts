/** The files that figures need which a browser draws: the library, and a page for each figure. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Refused } from "../disk/derived.ts";
import { escapeHtml } from "../html.ts";
import type { Data } from "../model.ts";
import { packageRoot } from "../paths.ts";
import { asData } from "../settings.ts";
import type { Live } from "./kinds.ts";

/** A library as a recipe: another version is another file. */
export function libraryRecipe(live: Live): Data {
  const folder = packageFolder(live.package, "");
  const version =
    folder === undefined
      ? ""
      : (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;
  return { package: live.package, file: live.file, version };
}

/** @throws Refused where the package is not installed */
export function makeLibrary(recipe: Data, source: string): Uint8Array {
  const folder = packageFolder(String(recipe.package), source);
  if (folder === undefined)
    throw new Refused(`it needs a package that is not installed: npm install ${String(recipe.package)}`);
  return readFileSync(join(folder, String(recipe.file)));
}

/** The site's own installation of a package, or the one beside the engine. */
function packageFolder(name: string, source: string): string | undefined {
  for (const from of [source, packageRoot].filter((folder) => folder !== "")) {
    for (const folder of createRequire(join(from, "package.json")).resolve.paths(name) ?? []) {
      try {
        readFileSync(join(folder, name, "package.json"));
        return join(folder, name);
      } catch {}
    }
  }
  return undefined;
}

async function faultOf(source: string, engine: Data, site: string): Promise<string | undefined> {
  const folder = packageFolder(String(engine.package), site);
  if (folder === undefined) return undefined;
  const { mermaidFault } = await import("./mermaid-check.ts");
  return mermaidFault(readFileSync(join(folder, String(engine.file)), "utf8"), source);
}

/** How each library is called, once its script has run: `source` and `colour` stand ready, `place` is where to draw. */
const CALLS: Readonly<Record<string, string>> = {
  chartjs:
    "Chart.defaults.color=colour.text;Chart.defaults.scale.grid.color=colour.line;let c=document.createElement('canvas');place.append(c);" +
    "let o=JSON.parse(source);new Chart(c,{...o,options:{...o.options,responsive:true,maintainAspectRatio:false}})",
  plotly:
    "let o=JSON.parse(source),axis={gridcolor:colour.line,zerolinecolor:colour.line};Plotly.newPlot(place,o.data,{paper_bgcolor:'transparent',plot_bgcolor:'transparent',font:{color:colour.text},template:{layout:{xaxis:axis,yaxis:axis}},...o.layout},{responsive:true,...o.config})",
  mermaid:
    "mermaid.initialize({startOnLoad:false,securityLevel:'strict',theme:dark?'dark':'neutral'});mermaid.render('m',source).then(r=>place.innerHTML=r.svg,e=>place.textContent=e.message)",
};

/** A page that draws one figure. It follows the reader's theme, the site's switch included; on paper it is dark on white, whatever the theme. @throws Refused where the library cannot read it */
export async function makeFrame(recipe: Data, site: string): Promise<Uint8Array> {
  const { language, source, lang, label, library } = recipe as Readonly<Record<string, string>>;
  const fault = language === "mermaid" ? await faultOf(source ?? "", asData(recipe.engine) ?? {}, site) : undefined;
  if (fault !== undefined) throw new Refused(fault);
  const json = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
  const html = `<!doctype html>
<html lang="${escapeHtml(lang ?? "en")}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(label ?? "")}</title>
<style>html,body,#place{height:100%;margin:0}#place{display:grid;place-items:center;font-family:system-ui,sans-serif}svg{max-width:100%;max-height:100%}canvas,.js-plotly-plot{width:100%}@media print{body{background:none!important}.dark #place{filter:invert(1) hue-rotate(180deg)}}</style>
</head>
<body data-pagefind-ignore="all">
<div id="place"></div>
<script src="${library ?? ""}"></script>
<script>
let theme;try{theme=localStorage.theme}catch{}
const media=matchMedia("(prefers-color-scheme: dark)"),dark=theme=="dark"||theme!="light"&&media.matches;
media.onchange=onstorage=()=>location.reload();
const source=${json(source)},both=${json(recipe.colours)},colour={},place=document.getElementById("place");
for(const name in both)colour[name]=both[name][dark?1:0];
document.documentElement.className=dark?"dark":"";document.body.style.background=colour.paper;document.body.style.color=colour.text;
try{${CALLS[language ?? ""] ?? ""}}catch(error){place.textContent=error.message}
</script>
</body>
</html>
`;
  return new TextEncoder().encode(html);
}
