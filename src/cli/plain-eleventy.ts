/** Eleventy as `bin/bundle.js` takes it into the bundle: one file to load instead of three hundred, a third of a second less. */
export { Eleventy } from "@11ty/eleventy";
