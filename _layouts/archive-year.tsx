/** An older al-folio's name for the archive. */
export { default } from "./archive.tsx";
