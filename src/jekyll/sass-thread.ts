/** The second thread of `SassThread`: starts dart-sass at once, and compiles what it is sent, as much at a time as comes. */
import { sep } from "node:path";
import { pathToFileURL } from "node:url";
import { workerData } from "node:worker_threads";
import type { FileImporter, Importer, SourceSpan } from "sass-embedded";
import { answer, type ThreadData } from "../thread.ts";
import { markCopied } from "./as-written.ts";
import { type Rewrite, rewritingImporter, strict } from "./lenient-sass.ts";
import type { SassMessage, SassOutcome, SassPlace, SassRequest, SassTask, SassWarning } from "./sass-tasks.ts";

const given = workerData as ThreadData;
const tell = (message: SassMessage): void => answer(given, message);

// The first thread sleeps while it waits: without a word it would do so for ever.
process.on("uncaughtException", (error) => tell({ failure: error.message }));

const starting = import("sass-embedded").then(({ initAsyncCompiler }) => initAsyncCompiler());

given.port.on("message", async ({ id, task }: SassRequest) => {
  tell({ id, outcome: await compile(task) });
});

async function compile(task: SassTask): Promise<SassOutcome> {
  const copied = task.marksCopied ? await rewritten(task, markCopied) : undefined;
  const isCopied = copied !== undefined && !("problem" in copied);
  if (isCopied && copied.warnings.length === 0) return copied;
  const outcome = await attempt(task, importer);
  // What is told has the places of the source as its author wrote it.
  if (!("problem" in outcome)) return isCopied ? { ...outcome, css: copied.css } : outcome;
  const lenient = await rewritten(task, task.marksCopied ? strictAndMarked : strict);
  return "problem" in lenient ? outcome : lenient;
}

const strictAndMarked: Rewrite = (text, syntax) => strict(markCopied(text, syntax), syntax);

/** A task whose sources are changed, those that it imports too. */
function rewritten(task: SassTask, rewrite: Rewrite): Promise<SassOutcome> {
  return attempt({ ...task, text: rewrite(task.text, task.syntax) }, rewritingImporter(rewrite));
}

async function attempt(
  { text, syntax, style, folders, sourceMap }: SassTask,
  importerOf: (folder: string) => FileImporter | Importer,
): Promise<SassOutcome> {
  const warnings: SassWarning[] = [];
  const compiler = await starting;
  try {
    const {
      css,
      loadedUrls,
      sourceMap: map,
    } = await compiler.compileStringAsync(text, {
      syntax,
      style,
      charset: false,
      sourceMap,
      sourceMapIncludeSources: sourceMap,
      importers: folders.map(importerOf),
      logger: {
        debug: () => undefined,
        // That dart-sass will change what sassc never did helps no author of a Jekyll site.
        warn: (message, { deprecation, stack }) => {
          if (!deprecation) warnings.push({ message, ...(stack !== undefined && { stack }) });
        },
      },
      // Otherwise what it leaves out is told as one more warning, which is no deprecation.
      verbose: true,
    });
    return { warnings, css, loaded: loadedUrls.map(({ href }) => href), ...(map && { map }) };
  } catch (error) {
    const { sassMessage, span, message } = error as { sassMessage?: string; span?: SourceSpan; message: string };
    if (sassMessage === undefined) throw new Error(message);
    return { warnings, problem: sassMessage, ...(span && { place: placeOf(span) }) };
  }
}

/** Sass finds partials, extensions and index files itself; it is told where the site's folders are. */
function importer(folder: string): FileImporter {
  const base = pathToFileURL(folder + sep);
  return {
    findFileUrl: (url) => (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(url) ? null : new URL(url, base)),
  };
}

function placeOf({ start, url, context }: SourceSpan): SassPlace {
  return {
    line: start.line,
    column: start.column,
    // dart-sass has null for no URL, against its types.
    ...(url && { url: url.href }),
    ...(context !== undefined && { context }),
  };
}
