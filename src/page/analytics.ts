/**
 * Visits are counted only where the configuration says so, never for readers who ask not to be followed (Do Not Track, Global
 * Privacy Control), and after the page is there.
 */
import type { ConfigValues } from "../config/values.ts";
import type { Config, Data, Mode, Value } from "../model.ts";
import { nearest } from "../nearest.ts";
import { asData, asId, asText } from "../settings.ts";
import type { Edit } from "./edits.ts";
import type { Rule } from "./rule.ts";

/** A service as a page calls it. */
interface Service {
  /** URL of its script. */
  readonly script: string;
  /** Attributes of the script's element. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Code that runs before it. */
  readonly before?: string;
  /** Where it sends what it counts. */
  readonly hosts: readonly string[];
}

interface Account {
  readonly id: string;
  /** Scheme and host of a server of one's own, without a slash at the end; "" for the service's. */
  readonly host: string;
}

/** A queue that takes calls until the script is there. */
const queue = (name: string): string =>
  `window.${name}=window.${name}||function(){(${name}.q=${name}.q||[]).push(arguments)};`;

const SERVICES: Readonly<Record<string, (account: Account) => Service>> = {
  google: ({ id }) => ({
    script: `https://www.googletagmanager.com/gtag/js?id=${encodeURIComponent(id)}`,
    before: `window.dataLayer=[];window.gtag=function(){dataLayer.push(arguments)};gtag("js",new Date);gtag("config",${text(id)});`,
    hosts: ["https://*.google-analytics.com", "https://*.analytics.google.com", "https://*.googletagmanager.com"],
  }),
  cronitor: ({ id }) => ({
    script: "https://rum.cronitor.io/script.js",
    before: `${queue("cronitor")}cronitor("config",{clientKey:${text(id)}});`,
    hosts: ["https://rum.cronitor.io"],
  }),
  pirsch: ({ id, host }) => ({
    script: `${host || "https://api.pirsch.io"}/pa.js`,
    attributes: { id: "pianjs", "data-code": id },
    hosts: [host || "https://api.pirsch.io"],
  }),
  openpanel: ({ id }) => ({
    script: "https://openpanel.dev/op1.js",
    before: `${queue("op")}op("init",{clientId:${text(id)},trackScreenViews:true,trackOutgoingLinks:true,trackAttributes:true});`,
    hosts: ["https://api.openpanel.dev"],
  }),
  plausible: ({ id, host }) => ({
    script: `${host || "https://plausible.io"}/js/script.js`,
    attributes: { "data-domain": id },
    hosts: [host || "https://plausible.io"],
  }),
  umami: ({ id, host }) => ({
    script: `${host || "https://cloud.umami.is"}/script.js`,
    attributes: { "data-website-id": id },
    hosts: host === "" ? ["https://cloud.umami.is", "https://*.umami.dev", "https://*.umami.is"] : [host],
  }),
  goatcounter: ({ id, host }) => {
    const counter = host || (/^https?:/.test(id) ? id.replace(/\/(?:count)?$/, "") : `https://${id}.goatcounter.com`);
    return {
      script: "https://gc.zgo.at/count.js",
      attributes: { "data-goatcounter": `${counter}/count` },
      hosts: [counter],
    };
  },
  fathom: ({ id, host }) => ({
    script: `${host || "https://cdn.usefathom.com"}/script.js`,
    attributes: { "data-site": id },
    hosts: [host || "https://cdn.usefathom.com"],
  }),
  cloudflare: ({ id }) => ({
    script: "https://static.cloudflareinsights.com/beacon.min.js",
    attributes: { "data-cf-beacon": JSON.stringify({ token: id }) },
    hosts: ["https://cloudflareinsights.com"],
  }),
  simple: ({ host }) => ({
    script: `${host || "https://scripts.simpleanalyticscdn.com"}/latest.js`,
    hosts: [host || "https://queue.simpleanalyticscdn.com"],
  }),
};

/** Other names by which sites know a service. */
const ALIASES: Readonly<Record<string, string>> = {
  google_analytics: "google",
  "google-gtag": "google",
  "google-universal": "google",
  gtag: "google",
  simple_analytics: "simple",
  simpleanalytics: "simple",
};

/**
 * What the configuration turns on: al-folio's `google_analytics` and its like, where `enable_google_analytics` is not false; and
 * `analytics:`, a mapping of services to accounts, or of `provider`, `id` and `host`.
 */
function accounts(data: Data): ReadonlyMap<string, Account> {
  const found = new Map<string, Account>();
  const add = (name: string, value: Value | undefined): void => {
    const service = ALIASES[name] ?? name;
    const account = readAccount(value);
    if (Object.hasOwn(SERVICES, service) && account !== undefined) found.set(service, account);
  };
  for (const name of Object.keys(SERVICES))
    if (data[`enable_${name}_analytics`] !== false) add(name, data[`${name}_analytics`]);
  const settings = asData(data.analytics);
  const provider = asText(settings?.provider);
  if (provider !== undefined) add(provider, asData(settings?.[ALIASES[provider] ?? provider]) ?? settings);
  else for (const [name, value] of Object.entries(settings ?? {})) add(name, value);
  return found;
}

/** The service whose cookies want a consent: al-folio's `enable_cookie_consent` asks for it, and nothing here does. */
const WANTING_CONSENT = "google";

function services({ data }: Config): readonly Service[] {
  return [...accounts(data)]
    .filter(([name]) => data.enable_cookie_consent !== true || name !== WANTING_CONSENT)
    .flatMap(([name, account]) => SERVICES[name]?.(account) ?? []);
}

/** Warns of what `analytics:` names and nobody knows: visits would not be counted. */
export function warnOfUnknownCounter(data: Data, values: ConfigValues): void {
  const settings = asData(data.analytics) ?? {};
  const provider = asText(settings.provider);
  const about = ["provider", "id", "host", "url", "enabled"];
  const names = provider === undefined ? Object.keys(settings).filter((name) => !about.includes(name)) : [provider];
  const known = [...Object.keys(SERVICES), ...Object.keys(ALIASES)];
  for (const name of names) {
    if (known.includes(name)) continue;
    const guess = nearest(name, known);
    values.warn(
      ["analytics", ...(provider === undefined ? [name] : ["provider"])],
      `No service that counts visits is known as "${name}": nothing is counted`,
      guess === undefined ? `Use one of ${Object.keys(SERVICES).join(", ")}` : `Did you mean ${guess}?`,
    );
  }
}

/** Warns where a service is left out since nobody asks the reader for the consent that it wants. */
export function warnOfConsent(mode: Mode, data: Data, values: ConfigValues): void {
  if (mode === "jekyll" || data.enable_cookie_consent !== true || !accounts(data).has(WANTING_CONSENT)) return;
  values.warn(
    ["enable_cookie_consent"],
    "Google's counter wants a consent that no page here asks for: it is left out",
    "Count by a service without cookies (docs/privacy.md), or take `enable_cookie_consent` out",
  );
}

/** An account: its id alone, or a mapping in which services call it by names of their own. */
function readAccount(value: Value | undefined): Account | undefined {
  const settings = asData(value);
  if (settings?.enabled === false) return undefined;
  const names = [
    "id",
    "tracking_id",
    "measurement_id",
    "site_id",
    "website_id",
    "client_id",
    "client_key",
    "domain",
    "site",
    "code",
    "token",
  ];
  const id =
    settings === undefined ? asId(value) : names.map((name) => asId(settings[name])).find((name) => name !== undefined);
  const host = (asText(settings?.host) ?? asText(settings?.url) ?? "").replace(/\/+$/, "");
  const isHost = host === "" || /^https:\/\/[\w.:-]+$/.test(host);
  return id === undefined || !isHost ? undefined : { id, host };
}

/** A text as JavaScript that may stand in HTML. */
function text(value: string): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/** Puts the call of what is turned on at the end of the head. */
export function analytics(config: Config): Rule {
  const code = services(config).map(({ script, attributes = {}, before = "" }) => {
    const set = Object.entries(attributes).map(([name, value]) => `s.setAttribute(${text(name)},${text(value)});`);
    return `${before}s=document.createElement("script");s.src=${text(script)};${set.join("")}document.head.append(s)`;
  });
  if (code.length === 0) return { name: "analytics", elements: [] };
  const script = `<script>navigator.doNotTrack!="1"&&!navigator.globalPrivacyControl&&addEventListener("load",()=>{let s;${code.join(";")}})</script>`;
  return {
    name: "analytics",
    elements: [],
    around: ["head"],
    editPage: (elements): readonly Edit[] => {
      const head = elements.find(({ name }) => name === "head");
      return head === undefined ? [] : [{ start: head.contentEnd, end: head.contentEnd, text: script }];
    },
  };
}

/** What the policy has to allow for it. */
export function analyticsSources(
  config: Config,
): readonly (readonly ["script" | "img" | "connect", readonly string[]])[] {
  const found = services(config);
  if (found.length === 0) return [];
  const hosts = found.flatMap((service) => service.hosts);
  return [
    ["script", found.map(({ script }) => new URL(script).origin)],
    ["connect", hosts],
    ["img", hosts],
  ];
}
