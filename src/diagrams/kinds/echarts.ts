/** ECharts' charts, drawn at build time: its own server-side rendering (echarts.apache.org, "Server Side Rendering"). */
import { type EChartsOption, init } from "echarts";

/** Pixels: the column's width, and the height that al-folio gives. */
const size = { width: 640, height: 400 };

/** @param source the chart's option, as JSON @throws Error where it cannot be read */
export function draw(source: string): string {
  const option = JSON.parse(source) as EChartsOption;
  const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
  try {
    chart.setOption({ backgroundColor: "transparent", ...option, animation: false });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
