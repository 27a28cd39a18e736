/** al-folio's name for the home page. */
export { default } from "./home.tsx";
