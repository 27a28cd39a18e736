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
    "let d=Chart.defaults,r=d.scales.radialLinear,c=document.createElement('canvas'),o=JSON.parse(source);" +
    "d.animation=false;d.color=colour.text;d.scale.grid.color=r.angleLines.color=colour.line;r.ticks.backdropColor='transparent';" +
    "d.elements.arc.borderColor=colour.paper;place.append(c);" +
    // Where one set of data has colours, Chart.js gives the others a black that nobody sees on a dark page.
    "let sets=o.data.datasets||[],own=set=>set.backgroundColor||set.borderColor;" +
    "if(sets.some(own))for(const set of sets)own(set)||Object.assign(set,{backgroundColor:colour.line,borderColor:colour.text});" +
    "new Chart(c,{...o,options:{...o.options,responsive:true,maintainAspectRatio:false}})",
  plotly:
    "let o=JSON.parse(source),none='transparent',{text,line,paper}=colour,axis={gridcolor:line,zerolinecolor:line,linecolor:line}," +
    "flat={bgcolor:none,radialaxis:axis,angularaxis:axis,aaxis:axis,baxis:axis,caxis:axis,realaxis:axis,imaginaryaxis:axis}," +
    "table=[{header:{fill:{color:line},line:{color:line}},cells:{fill:{color:paper},line:{color:line}}}]," +
    // Plotly 3 reads titles as objects alone; what was written for older ones has texts.
    "titled=part=>{for(const key in part)if(key=='title'&&typeof part[key]=='string')part[key]={text:part[key]};else if(part[key]&&typeof part[key]=='object'&&key!='customdata')titled(part[key])}," +
    "layout={xaxis:axis,yaxis:axis,polar:flat,ternary:flat,smith:flat,scene:{xaxis:axis,yaxis:axis,zaxis:axis}};" +
    "titled(o);Plotly.newPlot(place,o.data,{paper_bgcolor:none,plot_bgcolor:none,font:{color:text},template:{layout,data:{table}},...o.layout},{responsive:true,...o.config}).then(()=>o.frames&&Plotly.addFrames(place,o.frames))",
  mermaid:
    // Of its kinds the tree alone is black in each theme.
    "mermaid.initialize({startOnLoad:false,securityLevel:'strict',theme:dark?'dark':'neutral',themeVariables:{treeView:{labelColor:colour.text,lineColor:colour.text}}});mermaid.render('m',source).then(r=>place.innerHTML=r.svg,e=>place.textContent=e.message)",
};

/** Libraries compile shaders and templates, and make pictures and workers of their own; no other host is ever asked. */
const POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src 'self' data: blob:; worker-src blob:; connect-src 'self' data: blob:; font-src data:; base-uri 'none'; form-action 'none'";

/** A page that draws one figure. It follows the theme of the page around it, the site's switch included, and alone the reader's; on paper it is dark on white, whatever the theme. @throws Refused where the library cannot read it */
export async function makeFrame(recipe: Data, site: string): Promise<Uint8Array> {
  const { language, source, lang, label, library } = recipe as Readonly<Record<string, string>>;
  const fault = language === "mermaid" ? await faultOf(source ?? "", asData(recipe.engine) ?? {}, site) : undefined;
  if (fault !== undefined) throw new Refused(fault);
  const json = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
  const html = `<!doctype html>
<html lang="${escapeHtml(lang ?? "en")}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(label ?? "")}</title>
<style>html,body,#place{height:100%;margin:0}#place{display:grid;place-items:center;font-family:system-ui,sans-serif}svg{max-width:100%;max-height:100%}canvas,.js-plotly-plot{width:100%}@media print{body{background:none!important}.dark #place{filter:invert(1) hue-rotate(180deg)}}</style>
</head>
<body data-pagefind-ignore="all">
<div id="place"></div>
<script src="${library ?? ""}"></script>
<script>
let theme;try{theme=parent.document.documentElement.dataset.theme||localStorage.theme}catch{}
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
