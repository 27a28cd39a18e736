import { createReadStream, type Stats, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/** A built site on 127.0.0.1. */
export interface SiteServer {
  /** "http://127.0.0.1:12345" */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** The server on a port of 127.0.0.1 that is free. */
export async function listening(server: Server): Promise<SiteServer> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Serves a built site under a sub-path as GitHub Pages does: `x/` is its index.html, `x` is x.html or goes on to `x/`,
 * what is not there is 404.html with status 404, and so is everything outside the sub-path.
 *
 * @param base "" or "/repo".
 */
export async function serveSite(folder: string, base: string): Promise<SiteServer> {
  const server: Server = createServer((request, response) => {
    const answer = locate(folder, base, new URL(request.url ?? "/", "http://localhost").pathname);
    if (answer.redirect !== undefined) {
      response.writeHead(301, { location: answer.redirect }).end();
      return;
    }
    const file = answer.file ?? path.join(folder, "404.html");
    const status = answer.file === undefined ? 404 : 200;
    const stream = createReadStream(file);
    stream.on("error", () => response.writeHead(404).end());
    stream.on("open", () => {
      response.writeHead(status, { "content-type": contentType(file) });
      stream.pipe(response);
    });
  });
  return await listening(server);
}

/** The file of an address, or where it leads: neither where there is nothing. */
export function locate(
  folder: string,
  base: string,
  pathname: string,
): { readonly file?: string; readonly redirect?: string } {
  if (!pathname.startsWith(`${base}/`)) return pathname === base ? { redirect: `${base}/` } : {};
  const file = path.join(folder, decodeURIComponent(pathname.slice(base.length)));
  const candidates = pathname.endsWith("/") ? [path.join(file, "index.html")] : [file, `${file}.html`];
  const found = candidates.find((candidate) => stats(candidate)?.isFile());
  if (found !== undefined) return { file: found };
  return stats(file)?.isDirectory() && !pathname.endsWith("/") ? { redirect: `${pathname}/` } : {};
}

/** The media type of a file, by its extension. */
export function contentType(file: string): string {
  return TYPES[path.extname(file)] ?? "application/octet-stream";
}

function stats(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}
