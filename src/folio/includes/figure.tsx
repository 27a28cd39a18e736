/** `figure.liquid`: a picture, where it is wanted with a caption and a link. */
import type { Include } from "../include.ts";
import { addressOf, Caption } from "./media.tsx";

/** `path` or, as older sites write it, `src`; a slot is a place in an image comparison. */
export const figure: Include = (given, { helpers }) => {
  const path = given.text("path") ?? given.text("src");
  if (path === undefined) return "";
  const url = given.text("url") ?? given.text("link");
  const isEager = given.text("loading") === "eager";
  const picture = (
    <img
      src={addressOf(path, helpers.href)}
      alt={given.text("alt") ?? ""}
      title={given.text("title")}
      class={given.text("class")}
      width={given.length("width")}
      height={given.length("height")}
      sizes={undefined}
      loading={isEager ? "eager" : "lazy"}
      data-zoomable={given.flag("zoomable") || given.flag("data-zoomable") ? "" : undefined}
    />
  );
  return (
    <figure slot={given.text("slot")}>
      {url === undefined ? picture : <a href={addressOf(url, helpers.href)}>{picture}</a>}
      <Caption given={given} />
    </figure>
  );
};
