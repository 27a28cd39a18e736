/** The policy of a page (src/page/policy.ts), as far as `octavo serve` has to widen it. */
const POLICY = /(<meta http-equiv="content-security-policy" content=")([^"]*)("\/?>)/;

/** Whether a page brings a policy of its own. */
export function hasPolicy(html: string): boolean {
  return POLICY.test(html);
}

/** The page whose policy lets the server's own script in, and what that one asks for. */
export function allowReloading(html: string): string {
  return html.replace(
    POLICY,
    (_, start: string, policy: string, end: string) =>
      start + widen(widen(policy, "script-src", "'self'"), "connect-src", "'self' ws: wss:") + end,
  );
}

/** The page without its policy: what lies over it brings a style. */
export function withoutPolicy(html: string): string {
  return html.replace(POLICY, "");
}

function widen(policy: string, directive: string, sources: string): string {
  const known = `; ${directive} `;
  return policy.includes(known)
    ? policy.replace(known, `${known}${sources} `)
    : policy.replace("default-src 'none'", `default-src 'none'; ${directive} ${sources}`);
}
