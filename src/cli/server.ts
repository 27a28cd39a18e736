import EleventyDevServer from "@11ty/eleventy-dev-server";
import type { Diagnostic } from "../errors.ts";
import { withOverlay } from "./overlay.ts";
import { allowReloading, hasPolicy, withoutPolicy } from "./policy.ts";

/**
 * Eleventy's server on one address, as a class that Eleventy makes an object of. The errors of the last build lie over every page.
 * @param tell told what Eleventy itself could not do
 */
export function serverOn(
  address: { readonly port: number; readonly host: string },
  errorsNow: () => readonly Diagnostic[],
  tell: (error: unknown) => void,
): typeof EleventyDevServer {
  return class Server extends EleventyDevServer {
    /** Reloads so far, and how many there were when the last page was handed out. */
    #reloads = 0;
    #served = 0;

    static override getServer(...given: ConstructorParameters<typeof EleventyDevServer>): Server {
      return new Server(...given);
    }

    override _serverListen(): void {
      this.server.listen(address);
    }

    override sendError({ error }: { error: unknown }): void {
      tell(error);
      this.reload({});
    }

    override reload(event: object): void {
      this.#reloads += 1;
      super.reload(event);
    }

    /** A page that connects after a newer build, because a save came while it loaded, is reloaded at once. */
    override setupReloadNotifier(): void {
      super.setupReloadNotifier();
      this.updateServer?.on("connection", (socket) => {
        if (this.#served < this.#reloads) socket.send(JSON.stringify({ type: "eleventy.reload" }));
      });
    }

    /** @param isInline whether Eleventy would write its script into the page, as it does where nothing was found: a policy forbids that */
    override augmentContentWithNotifier(content: string, isInline: boolean, ...rest: readonly unknown[]): string {
      this.#served = this.#reloads;
      const errors = errorsNow();
      const page = errors.length === 0 ? allowReloading(content) : withOverlay(withoutPolicy(content), errors);
      return super.augmentContentWithNotifier(page, isInline && !hasPolicy(content), ...rest);
    }
  };
}
