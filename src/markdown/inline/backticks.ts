/** The runs of backticks of a text, gathered once, so that no search for the end of a code span is made twice. */
export class BacktickRuns {
  private readonly starts: number[] = [];
  private readonly lengths: number[] = [];
  /** Length of the longest run from each one on. */
  private readonly longest: number[] = [];

  constructor(src: string) {
    for (let pos = src.indexOf("`"); pos >= 0; pos = src.indexOf("`", pos)) {
      const start = pos;
      while (src.charCodeAt(pos) === 0x60) pos++;
      this.starts.push(start);
      this.lengths.push(pos - start);
    }
    for (let index = this.starts.length - 1; index >= 0; index--) {
      this.longest[index] = Math.max(this.lengths[index]!, this.longest[index + 1] ?? 0);
    }
  }

  /** Where the first run of at least `length` backticks begins between two positions; -1 without one. */
  find(length: number, from: number, end: number): number {
    let index = this.firstFrom(from);
    if ((this.longest[index] ?? 0) < length) return -1;
    while (this.lengths[index]! < length) index++;
    const start = this.starts[index]!;
    return start < end ? start : -1;
  }

  private firstFrom(pos: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! < pos) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
