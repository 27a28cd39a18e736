/** One line of the table: what must be, and what is. */
export interface Row {
  readonly name: string;
  readonly required: string;
  readonly measured: string;
  readonly met: boolean;
  /** What is not as it must be: page, element, number. */
  readonly problems: readonly string[];
}

/** A row that is met where nothing was found wrong. */
export function row(name: string, required: string, measured: string, problems: readonly string[]): Row {
  return { name, required, measured, met: problems.length === 0, problems };
}

/** The table as Markdown. */
export function tableOf(rows: readonly Row[]): string {
  return [
    "| | required | measured | met |",
    "|---|---|---|---|",
    ...rows.map(
      ({ name, required, measured, met }) => `| ${name} | ${required} | ${measured} | ${met ? "yes" : "**no**"} |`,
    ),
  ].join("\n");
}

/** "5.04 KB" of 1,024 bytes. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(2)} KB`;
}
