/**
 * Where the picture of a `profile:` lies: site-relative, or the whole address of one that lies elsewhere.
 *
 * al-folio looks below `assets/img/` for every name; a path from the site's root (`/me.jpg`, `assets/me.jpg`) is taken at its word.
 */
export function portraitUrl(image: string): string {
  if (/^(?:https?:)?\/\//.test(image) || image.startsWith("/")) return image;
  return image.startsWith("assets/") ? `/${image}` : `/assets/img/${image}`;
}
