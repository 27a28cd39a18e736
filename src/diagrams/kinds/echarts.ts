/** ECharts' charts, drawn at build time: its own server-side rendering (echarts.apache.org, "Server Side Rendering"). */
import { type EChartsOption, init } from "echarts";

/** Pixels: the column's width, and the height that al-folio gives. */
const SIZE = { width: 640, height: 400 };

/** @param source the chart's option, as JSON @throws Error where it cannot be read */
export function draw(source: string): string {
  const option = JSON.parse(source) as EChartsOption | null;
  if (typeof option !== "object" || option === null || Array.isArray(option))
    throw new Error("an option is a mapping: {…}");
  const chart = init(null, null, { renderer: "svg", ssr: true, ...SIZE });
  // What it does not know it leaves out, and tells the console alone; of what it calls old it draws all the same.
  const { error, warn } = console;
  const told: unknown[] = [];
  console.error = (message) => told.push(message);
  console.warn = () => {};
  try {
    chart.setOption({ backgroundColor: "transparent", ...option, animation: false });
    const svg = chart.renderToSVGString();
    for (const message of told) throw new Error(String(message).replace("[ECharts] ", ""));
    return svg;
  } finally {
    Object.assign(console, { error, warn });
    chart.dispose();
  }
}
