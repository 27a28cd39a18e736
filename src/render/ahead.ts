/**
 * The Markdown of a large site, rendered on a second thread beside the first one: a cold build uses both cores. Whoever comes to
 * a text first claims it, so that none is rendered twice. Nothing hangs on the thread: what it has not come to when it is
 * asked for, the first one renders itself.
 */
import { type StartedThread, startMarkdownThread } from "../../bin/start-thread.js";
import type { Config } from "../model.ts";
import { Thread } from "../thread.ts";
import type { KeptContent } from "./markdown.ts";

/** What the thread is sent first. */
export interface AheadData {
  readonly config: Config;
  /** For each text, by its number: 0 where nobody has come to it yet. */
  readonly claims: Int32Array;
}

/** What it is sent then: texts and their numbers; of "html" what the text becomes is taken for Markdown once more. */
export type AheadTexts = readonly (readonly [number: number, text: string, of?: "html"])[];

/**
 * What comes back, of one text; without content where rendering it failed: whoever renders it again can say whose it is. Where
 * it is that of a text's HTML, with this HTML.
 */
export type AheadResult = readonly [number: number, content: KeptContent | undefined, html?: string];

/** Fewer characters are rendered sooner than a thread is started. */
const LEAST = 150_000;

/** Texts in a message. */
const BATCH = 8;

/** Texts above this many stay with the first thread. */
const MOST = 65_536;

/** How long a text may take that the thread has begun, in ms; a thread that takes longer is not asked again. */
const PATIENCE = 10_000;

/** One for a build that finds nothing kept by an earlier one. */
export class MarkdownAhead {
  readonly #config: Config;
  readonly #numbers = new Map<string, number>();
  /** What was offered; what this thread has taken from the end is gone. */
  readonly #offered: (readonly [number: number, text: string])[] = [];
  #count = 0;
  readonly #done = new Map<number, KeptContent | undefined>();
  readonly #claims = new Int32Array(new SharedArrayBuffer(MOST * 4));
  #waiting: AheadTexts[number][] = [];
  #characters = 0;
  #thread: Thread<AheadData | AheadTexts, AheadResult> | undefined;

  /** @param started the thread, where it was started before the site was read */
  constructor(config: Config, started?: StartedThread) {
    this.#config = config;
    if (started !== undefined) this.#begin(started);
  }

  /** Hands over a text that is going to be asked for. */
  offer(text: string): void {
    if (this.#numbers.has(text) || this.#count >= MOST) return;
    const numbered = [this.#count++, text] as const;
    this.#numbers.set(text, numbered[0]);
    this.#offered.push(numbered);
    this.#send(numbered, text.length);
  }

  /** Hands over a text of which the HTML is going to be asked for as if it were Markdown. */
  offerHtmlOf(text: string): void {
    if (this.#count < MOST) this.#send([this.#count++, text, "html"], text.length);
  }

  #send(numbered: AheadTexts[number], characters: number): void {
    this.#waiting.push(numbered);
    this.#characters += characters;
    if (this.#waiting.length >= BATCH) this.flush();
  }

  /** Starts the thread where as many characters are going to be offered as are enough for one. */
  expect(characters: number): void {
    if (characters < LEAST) return;
    // A text that makes the thread fail is met again by the first one, which can say whose it is.
    if (this.#thread === undefined) this.#begin(startMarkdownThread());
  }

  #begin(started: StartedThread): void {
    this.#thread = new Thread(started);
    this.#thread.send({ config: this.#config, claims: this.#claims });
  }

  /** Lets the thread have what was offered so far, where there is one. */
  flush(): void {
    this.expect(this.#characters);
    if (this.#thread === undefined || this.#waiting.length === 0) return;
    this.#thread.send(this.#waiting);
    this.#waiting = [];
  }

  /**
   * What became of a text; undefined where the caller is to render it.
   * @param render called with other texts while the thread is at this one
   */
  take(text: string, render: (text: string) => KeptContent): KeptContent | undefined {
    if (this.#thread === undefined) return undefined;
    // The HTML of a text is known when it is there.
    if (!this.#numbers.has(text)) this.#receive(this.#thread);
    const number = this.#numbers.get(text);
    if (number === undefined) return undefined;
    this.#numbers.delete(text);
    while (!this.#done.has(number)) {
      if (this.#claim(number)) return undefined;
      const { count } = this.#thread;
      this.#receive(this.#thread);
      if (this.#done.has(number) || this.#help(render) || this.#thread.wait(count, PATIENCE)) continue;
      this.close();
      return undefined;
    }
    const content = this.#done.get(number);
    this.#done.delete(number);
    return content;
  }

  #receive(thread: Thread<AheadData | AheadTexts, AheadResult>): void {
    for (const [number, content, html] of thread.received()) {
      this.#done.set(number, content);
      if (html !== undefined) this.#numbers.set(html, number);
    }
  }

  #claim(number: number): boolean {
    return Atomics.compareExchange(this.#claims, number, 0, 1) === 0;
  }

  /** Renders the last text that nobody has come to; false where there is none. The thread begins with the first ones. */
  #help(render: (text: string) => KeptContent): boolean {
    for (let last = this.#offered.pop(); last !== undefined; last = this.#offered.pop()) {
      const [number, text] = last;
      if (!this.#claim(number)) continue;
      try {
        this.#done.set(number, render(text));
      } catch {
        this.#done.set(number, undefined);
      }
      return true;
    }
    return false;
  }

  /** Ends the thread, whatever it is at. */
  close(): void {
    this.#thread?.close();
    this.#thread = undefined;
    this.#numbers.clear();
    this.#offered.length = 0;
    this.#done.clear();
  }
}
