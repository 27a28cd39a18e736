/** Serves built sites as a host of static files does: compressed by gzip, kept for ten minutes. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { contentType, listening, locate, type SiteServer } from "../support/server.ts";
import type { AuditSite } from "./pages.ts";

/** The address of a page with nothing on it: what a browser and a machine cost by themselves. */
export const FLOOR = "/floor.html";

const FLOOR_PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Floor</title><meta name="description" content="Nothing"><p>Nothing</p></html>`;
const COMPRESSED = /^(?:text\/|application\/(?:json|xml)|image\/svg)/;

/** Every site below its base, on one port of 127.0.0.1. */
export async function serveSites(sites: readonly AuditSite[]): Promise<SiteServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const site = sites.find(({ base }) => pathname === base || pathname.startsWith(`${base}/`));
    const found = site === undefined ? {} : locate(site.folder, site.base, pathname);
    if (found.redirect !== undefined) {
      response.writeHead(301, { location: found.redirect }).end();
      return;
    }
    const lost = site === undefined ? undefined : path.join(site.folder, "404.html");
    const file = found.file ?? lost;
    const isFloor = pathname === FLOOR;
    const type = isFloor ? "text/html; charset=utf-8" : contentType(file ?? "");
    const body = isFloor ? Buffer.from(FLOOR_PAGE) : file === undefined ? Buffer.from("") : readFileSync(file);
    const isCompressed = COMPRESSED.test(type);
    response
      .writeHead(isFloor || found.file !== undefined ? 200 : 404, {
        "content-type": type,
        "cache-control": "max-age=600",
        ...(isCompressed && { "content-encoding": "gzip" }),
      })
      .end(isCompressed ? gzipSync(body, { level: 6 }) : body);
  });
  return await listening(server);
}
