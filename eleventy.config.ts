import octavo, { type EleventyConfig } from "octavo";

export default (config: EleventyConfig): void => config.addPlugin(octavo);
