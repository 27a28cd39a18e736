/** The fences that are pictures, by the language that stands behind the backticks: al-folio's names. */
import { chartFault } from "./chart-fault.ts";
import { drawableMermaid, readMermaid } from "./mermaid-source.ts";

/** Draws at build time. Gives an `<svg>` document, or HTML that is text. Throws Error where the source cannot be read. */
type Draw = (source: string, folder: string) => string | Promise<string>;

/** How a fence is drawn. */
export interface Kind {
  /** What a reader calls it: a name in the theme's words. */
  readonly noun: "diagram" | "chart" | "geography" | "algorithm" | "changes";
  /** npm packages that it needs: whoever uses the fence installs them. */
  readonly packages: readonly string[];
  /** Whether what is drawn is text: nobody needs its source beside it. */
  readonly isText?: boolean;
  /** Names of the elements that such a text is made of: the page has its styles before it is drawn. */
  readonly elements?: readonly string[];
  /** What a source says of the picture that is not drawn into it: shown below. */
  readonly caption?: (source: string) => string;
  readonly load: () => Promise<{ readonly draw: Draw }>;
}

const echarts: Kind = { noun: "chart", packages: ["echarts"], load: () => import("./kinds/echarts.ts") };
const vega: Kind = { noun: "chart", packages: ["vega", "vega-lite"], load: () => import("./kinds/vega.ts") };

/** What the build draws, by the language of the fence. */
export const KINDS: Readonly<Record<string, Kind>> = {
  mermaid: {
    noun: "diagram",
    packages: ["beautiful-mermaid"],
    caption: (source) => readMermaid(source).title,
    load: () => import("./kinds/mermaid.ts"),
  },
  echarts,
  vega_lite: vega,
  "vega-lite": vega,
  vega,
  geojson: { noun: "geography", packages: ["d3-geo"], load: () => import("./kinds/geojson.ts") },
  diff2html: {
    noun: "changes",
    packages: [],
    isText: true,
    elements: ["table", "caption", "tbody", "tr", "td", "code", "del", "ins"],
    load: () => import("./kinds/diff.ts"),
  },
  pseudocode: {
    noun: "algorithm",
    packages: ["pseudocode"],
    isText: true,
    elements: ["div", "p", "ul", "li", "b"],
    load: () => import("./kinds/pseudocode.ts"),
  },
  typograms: { noun: "diagram", packages: [], load: () => import("./kinds/typograms.ts") },
  tikz: { noun: "diagram", packages: ["node-tikzjax", "opentype.js"], load: () => import("./kinds/tikz.ts") },
};

/** A library that draws in the browser alone. */
export interface Live {
  readonly noun: "diagram" | "chart";
  readonly package: string;
  /** The library's file in its package. */
  readonly file: string;
  /** Its name below /assets/figures/. */
  readonly name: string;
}

/** What the browser draws, by the language of the fence. */
export const LIVE: Readonly<Record<string, Live>> = {
  chartjs: { noun: "chart", package: "chart.js", file: "dist/chart.umd.min.js", name: "chart.js" },
  plotly: { noun: "chart", package: "plotly.js-dist-min", file: "plotly.min.js", name: "plotly.js" },
  mermaid: { noun: "diagram", package: "@mermaid-js/tiny", file: "dist/mermaid.tiny.js", name: "mermaid.js" },
};

/** The kinds of Mermaid's diagrams that `@mermaid-js/tiny` leaves out. */
const WHOLE_MERMAID: Live = {
  noun: "diagram",
  package: "mermaid",
  file: "dist/mermaid.min.js",
  name: "mermaid-whole.js",
};
const WHOLE = /^(?:mindmap|architecture)(?:-beta)?\b/;
/** All that there are (mermaid.js.org). */
const MERMAID =
  /^(?:(?:graph|flowchart|sequenceDiagram|classDiagram|stateDiagram|erDiagram)\b|(?:pie|gantt|gitGraph|journey|timeline|quadrantChart|requirement|C4\w+|sankey|xychart|block|packet|kanban|radar|treemap|mindmap|architecture|info|ishikawa|venn|treeView|wardley|eventmodeling|swimlane|cynefin|railroad)\w*\b)/;

/** The library that draws a fence in the browser; undefined where the build draws it, or nobody can. */
export function liveKind(language: string, source: string): Live | undefined {
  if (liveFault(language, source) !== undefined) return undefined;
  if (language !== "mermaid") return LIVE[language];
  const mermaid = readMermaid(source);
  if (drawableMermaid(mermaid) !== undefined) return undefined;
  return WHOLE.test(mermaid.text) ? WHOLE_MERMAID : LIVE[language];
}

/** What is wrong with a source that a browser would draw, as far as it can be told without one. */
export function liveFault(language: string, source: string): string | undefined {
  if (LIVE[language] === undefined) return undefined;
  if (language === "mermaid") {
    const { text } = readMermaid(source);
    return MERMAID.test(text) ? undefined : `no kind of diagram begins with "${text.split(/\s/)[0] ?? ""}"`;
  }
  return language === "chartjs" || language === "plotly" ? chartFault(language, source) : undefined;
}
