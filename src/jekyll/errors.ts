/** What a template did wrong; the engine adds the file and the line and makes a `SiteError` of it. */
export class LiquidFault extends Error {
  readonly help: string;

  constructor(problem: string, help: string) {
    super(problem);
    this.name = "LiquidFault";
    this.help = help;
  }
}
