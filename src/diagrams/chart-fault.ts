/** What is wrong with a chart that a browser draws, as far as it can be told without one. */

import type { Data } from "../model.ts";
import { asData } from "../settings.ts";
import { wordSet } from "../word-set.ts";

/** What Chart.js draws (www.chartjs.org/docs, "Chart Types"). */
const CHARTS = wordSet("bar bubble doughnut line pie polarArea radar scatter");

/** Traces on a map, which Plotly asks of other hosts. */
const MAPS = /^(?:choropleth|choroplethmap|densitymap|scattermap|scattergeo)(?:box)?$/;

/** The reason why a fence of `chartjs` or `plotly` cannot be drawn; undefined where it can. */
export function chartFault(language: "chartjs" | "plotly", source: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch (error) {
    return (error as SyntaxError).message;
  }
  const chart = asData(value as Data) ?? {};
  return language === "chartjs" ? chartjsFault(chart) : plotlyFault(chart);
}

function chartjsFault({ type, data, options }: Data): string | undefined {
  if (type === undefined) return 'it has no "type"';
  if (!CHARTS.has(String(type))) return `"${type}" is no type of chart: there are ${[...CHARTS].join(", ")}`;
  if (asData(data) === undefined) return 'it has no "data"';
  const scales = Object.values(asData(asData(options)?.scales) ?? {}).map((scale) => String(asData(scale)?.type ?? ""));
  return scales.some((scale) => /^time/.test(scale))
    ? "a scale of times needs more than Chart.js; write the dates as labels, or use echarts, vega_lite or plotly"
    : undefined;
}

function plotlyFault({ data }: Data): string | undefined {
  if (data === undefined) return 'it has no "data"';
  if (!Array.isArray(data)) return '"data" is no list of traces';
  // What Plotly does not know it draws as lines.
  const map = data.map((trace) => String(asData(trace)?.type)).find((type) => MAPS.test(type));
  return map && `its maps (${map}) come from another host; use geojson, vega_lite or echarts`;
}
