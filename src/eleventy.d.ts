/** Eleventy's server ships no types: the part of it that `octavo serve` extends. */
declare module "@11ty/eleventy-dev-server" {
  import type { Server } from "node:http";

  export default class EleventyDevServer {
    constructor(name: string, folder: string, options: object);
    static getServer(name: string, folder: string, options: object): EleventyDevServer;
    readonly server: Server;
    _serverListen(port: number): void;
    sendError(event: { error: unknown }): void;
    reload(event: object): void;
    setupReloadNotifier(): void;
    readonly updateServer?: {
      on(event: "connection", listener: (socket: { send(message: string): void }) => void): void;
    };
    augmentContentWithNotifier(content: string, isInline: boolean, ...rest: readonly unknown[]): string;
  }
}

declare module "@11ty/eleventy" {
  export const Eleventy: unknown;
}
