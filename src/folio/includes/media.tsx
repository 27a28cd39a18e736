/** `video.liquid` and `audio.liquid`: a file, or, for videos, an address at YouTube or Vimeo. */
import type { Given, Include } from "../include.ts";

/** A player for a file, or a frame of the host that has the film. */
export const video: Include = (given, { helpers }) => {
  const path = given.text("path");
  if (path === undefined) return "";
  const label = given.text("alt") ?? given.text("title") ?? given.text("caption");
  const size = sizeOf(given);
  if (/^(?:https?:)?\/\//.test(path) && !/\.(?:mp4|webm|ogg|ogv|mov|m4v)(?:[?#]|$)/i.test(path))
    return (
      <figure>
        <iframe
          src={path}
          class={given.text("class")}
          title={label ?? "Video"}
          {...size}
          loading="lazy"
          allowfullscreen
        />
        <Caption given={given} />
      </figure>
    );
  const { muted, autoplay, loop, controls } = playing(given);
  return (
    <figure>
      <video
        src={addressOf(path, helpers.href)}
        class={given.text("class")}
        title={given.text("title")}
        aria-label={label}
        poster={given.text("poster") && addressOf(given.text("poster") ?? "", helpers.href)}
        {...size}
        controls={controls}
        autoplay={autoplay}
        loop={loop}
        muted={muted}
        playsinline={autoplay}
        preload={autoplay ? undefined : "metadata"}
      />
      <Caption given={given} />
    </figure>
  );
};

/** A player for a sound. */
export const audio: Include = (given, { helpers }) => {
  const path = given.text("path");
  if (path === undefined) return "";
  const { muted, autoplay, loop, controls } = playing(given);
  return (
    <figure>
      <audio
        src={addressOf(path, helpers.href)}
        class={given.text("class")}
        title={given.text("title")}
        aria-label={given.text("alt") ?? given.text("title") ?? given.text("caption")}
        controls={controls}
        autoplay={autoplay}
        loop={loop}
        muted={muted}
        preload={autoplay ? undefined : "none"}
      />
      <Caption given={given} />
    </figure>
  );
};

/** `width` and `height`, else the bounds that stand for them. */
export function sizeOf(given: Given): { readonly width: string | undefined; readonly height: string | undefined } {
  const side = (name: string): string | undefined =>
    given.length(name) ?? given.length(`max-${name}`) ?? given.length(`min-${name}`);
  return { width: side("width"), height: side("height") };
}

/** A site's own path, with or without the slash at its beginning, or an address elsewhere. */
export function addressOf(path: string, href: (url: string) => string): string {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(path)) return path;
  return href(path.startsWith("/") ? path : `/${path}`);
}

/** What is said below a figure; HTML, as al-folio prints it. */
export function Caption({ given }: { readonly given: Given }) {
  const caption = given.text("caption");
  return caption === undefined ? null : <figcaption class="caption" dangerouslySetInnerHTML={{ __html: caption }} />;
}

/** A player that starts by itself needs no controls; any other cannot do without. */
function playing(given: Given) {
  const autoplay = given.flag("autoplay");
  return {
    autoplay,
    loop: given.flag("loop"),
    muted: given.flag("muted"),
    controls: given.flag("controls") || !autoplay,
  };
}
