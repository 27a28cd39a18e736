/** GeoJSON as a map of its own shapes: no tiles, which would come from another host. */
import {
  type GeoPermissibleObjects,
  geoArea,
  geoGraticule,
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

interface Shape extends Feature {
  readonly features?: readonly Feature[];
}

/** @param source GeoJSON (RFC 7946) @throws Error where it cannot be read */
export function draw(source: string): string {
  const given = JSON.parse(source) as Shape | null;
  if (typeof given?.type !== "string") throw new Error("GeoJSON has a `type`");
  if (!TYPES.test(given.type)) throw new Error(`"${given.type}" is no type of GeoJSON`);
  const shape = wound(given);
  const features = shape.type === "FeatureCollection" ? (shape.features ?? []) : [shape];
  const whole = shape as GeoPermissibleObjects;
  const frame: [[number, number], [number, number]] = [
    [border, border],
    [width - border, height - border],
  ];
  const [[left, top], [right, bottom]] = geoPath(geoIdentity()).bounds(whole);
  if (!Number.isFinite(right - left + bottom - top)) throw new Error("there is no shape in it");
  if (Math.max(-left, right) > 540 || Math.max(-top, bottom) > 90)
    throw new Error("its coordinates are no longitudes and latitudes in degrees");
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
  const lines = path(geoGraticule().step(isWorld ? [30, 30] : [10, 10])()) ?? "";
  const drawn = features.map((feature) => drawFeature(feature, path(feature as GeoPermissibleObjects) ?? ""));
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><path d="${lines}" fill="none" stroke="#ddd"/>${drawn.join("")}</svg>`;
}

/**
 * A value of GeoJSON with every ring that holds more than half of the globe turned round: RFC 7946 (3.1.6) has the outer rings of
 * polygons counterclockwise, older files have them as they come, and d3-geo takes what lies on the right of them.
 */
function wound<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(wound) as Value;
  if (typeof value !== "object" || value === null) return value;
  const { type, coordinates } = value as { readonly type?: unknown; readonly coordinates?: readonly Ring[] };
  if (type === "Polygon" && Array.isArray(coordinates)) return { ...value, coordinates: woundRings(coordinates) };
  if (type === "MultiPolygon" && Array.isArray(coordinates))
    return { ...value, coordinates: (coordinates as unknown as readonly (readonly Ring[])[]).map(woundRings) };
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === "properties" ? inner : wound(inner)]),
  ) as Value;
}

type Ring = readonly (readonly number[])[];

/** Holes run the other way. */
function woundRings(rings: readonly Ring[]): readonly Ring[] {
  return rings.map((ring, index) => {
    const isLarge = geoArea({ type: "Polygon", coordinates: [ring as [number, number][]] }) > 2 * Math.PI;
    return isLarge === (index === 0) ? [...ring].reverse() : ring;
  });
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
