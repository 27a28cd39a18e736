/** `figure.liquid`: a picture, where it is wanted with a caption and a link. */
import { h } from "preact";
import { plainText } from "../../page/plain-text.ts";
import type { Include } from "../include.ts";
import { addressOf, Caption, sizeOf } from "./media.tsx";

/** `path` or, as older sites write it, `src`; a slot is a place in an image comparison. */
export const figure: Include = (given, { helpers, scope }) => {
  const path = given.text("path") ?? given.text("src");
  if (path === undefined) return "";
  const url = given.text("url") ?? given.text("link");
  const loading = given.text("loading");
  const title = given.text("title");
  const alt = given.value("alt");
  // What is missing stays missing: who writes the finished page's pictures tells the author of it.
  const picture = h("img", {
    src: addressOf(path, helpers.href),
    ...(alt !== null && { alt: scope.text(alt) }),
    ...(title !== undefined && { title }),
    class: given.text("class"),
    ...sizeOf(given),
    sizes: given.text("sizes"),
    loading: loading === "eager" || loading === "lazy" ? loading : undefined,
    "data-zoomable": given.flag("zoomable") || given.flag("data-zoomable") ? "" : undefined,
  } as object);
  // A link around a picture without a text needs a name of its own.
  const name =
    alt === null || scope.text(alt) === "" ? (title ?? plainText(given.text("caption") ?? "")) || url : undefined;
  const link =
    url === undefined ? undefined : (
      <a href={addressOf(url, helpers.href)} aria-label={name}>
        {picture}
      </a>
    );
  return (
    <figure slot={given.text("slot")}>
      {url === undefined ? picture : link}
      <Caption given={given} />
    </figure>
  );
};
