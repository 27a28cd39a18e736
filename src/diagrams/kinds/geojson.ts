/** GeoJSON as a map of its own shapes: no tiles, which would come from another host. */
import {
  type GeoPermissibleObjects,
  geoGraticule10,
  geoIdentity,
  geoMercator,
  geoNaturalEarth1,
  geoPath,
} from "d3-geo";
import { escapeHtml } from "../../html.ts";

/** Pixels. */
const [width, height, border] = [640, 400, 16];

const TYPES = /^(?:Feature|FeatureCollection|(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)$/;

interface Feature {
  readonly type: string;
  readonly geometry?: { readonly type: string } | null;
  readonly properties?: Readonly<Record<string, unknown>> | null;
}

/** @param source GeoJSON (RFC 7946) @throws Error where it cannot be read */
export function draw(source: string): string {
  const shape = JSON.parse(source) as Feature & { readonly features?: readonly Feature[] };
  if (typeof shape.type !== "string") throw new Error("GeoJSON has a `type`");
  if (!TYPES.test(shape.type)) throw new Error(`"${shape.type}" is no type of GeoJSON`);
  const features = shape.type === "FeatureCollection" ? (shape.features ?? []) : [shape];
  const whole = shape as GeoPermissibleObjects;
  const frame: [[number, number], [number, number]] = [
    [border, border],
    [width - border, height - border],
  ];
  const [[left, top], [right, bottom]] = geoPath(geoIdentity()).bounds(whole);
  if (!Number.isFinite(right - left + bottom - top)) throw new Error("there is no shape in it");
  const isWorld = right - left > 150 || bottom - top > 90;
  const isPoint = right - left < 1e-6 && bottom - top < 1e-6;
  const projection = isWorld ? geoNaturalEarth1().fitExtent(frame, { type: "Sphere" }) : geoMercator();
  if (isPoint)
    projection
      .center([left, top])
      .scale(40_000)
      .translate([width / 2, height / 2]);
  else if (!isWorld) projection.fitExtent(frame, whole);
  // Of the world's grid and of what lies far off only what is seen: the rest would weigh more than the map.
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  const path = geoPath(projection).pointRadius(5).digits(1);
  const lines = path(geoGraticule10()) ?? "";
  const drawn = features.map((feature) => drawFeature(feature, path(feature as GeoPermissibleObjects) ?? ""));
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><path d="${lines}" fill="none" stroke="#ddd"/>${drawn.join("")}</svg>`;
}

/** simplestyle-spec's colours, where the feature brings them; its name for the pointer. */
function drawFeature({ properties, geometry }: Feature, d: string): string {
  const colour = (key: string, otherwise: string): string => {
    const value = properties?.[key];
    return typeof value === "string" && /^#[\da-f]{3,8}$/i.test(value) ? value : otherwise;
  };
  const name = properties?.name ?? properties?.title;
  const title = typeof name === "string" ? `<title>${escapeHtml(name)}</title>` : "";
  const isLine = /LineString/.test(geometry?.type ?? "");
  const fill = isLine ? "none" : colour("fill", "var(--accent)");
  return `<path d="${d}" fill="${fill}" fill-opacity="0.25" stroke="${colour("stroke", "var(--accent)")}" stroke-width="1.5">${title}</path>`;
}
