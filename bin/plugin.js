/** What `import octavo from "octavo"` gives: the Eleventy plugin. */
import { ensureBundle } from "./bundle.js";

await ensureBundle();
const { default: octavo } = await import("../dist/plugin.js");
export default octavo;
