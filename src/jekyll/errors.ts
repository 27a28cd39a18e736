/** What a template did wrong; the engine adds the file and the line and makes a `SiteError` of it. */
export class LiquidFault extends Error {
  readonly help: string;

  constructor(problem: string, help: string) {
    super(problem);
    this.name = "LiquidFault";
    this.help = help;
  }
}

/** A limit that was met: what is rendered ends here, for what follows would meet it again. */
export class LimitFault extends LiquidFault {}
