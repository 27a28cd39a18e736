/** `{% include file.html name="value" other=page.title %}`, `include_relative` and `include_cached` (Jekyll 4.3, `IncludeTag`). */
import type { Emitter } from "liquidjs";
import { strip } from "../blank.ts";
import { type Body, renderToText } from "../body.ts";
import { LiquidFault } from "../errors.ts";
import { type Evaluate, parseExpression } from "../expression.ts";
import type { Scope } from "../scope.ts";
import type { BuiltInInclude } from "../services.ts";
import { node, type TagReader, type TagSource } from "../tag.ts";
import { toJson } from "../text.ts";
import type { Ruby } from "../values.ts";

interface Parameter {
  readonly name: string;
  readonly value: Evaluate;
}

interface Inclusion {
  readonly name: (scope: Scope) => string;
  /** Absent where the tag names none: then `include` stays what it is around. */
  readonly parameters: readonly Parameter[] | undefined;
}

export const readInclude: TagReader = (source) => {
  const inclusion = readInclusion(source);
  return node(source.token, (scope, out) => {
    print(scope, out, inclusion, source, (name) => scope.services.include(name));
  });
};

export const readIncludeRelative: TagReader = (source) => {
  const inclusion = readInclusion(source);
  return node(source.token, (scope, out) => {
    print(scope, out, inclusion, source, (name) => {
      if (scope.document === undefined)
        throw new LiquidFault("There is no page for include_relative to look beside", "Use include");
      return scope.services.includeRelative(scope.document, name);
    });
  });
};

/** The gem jekyll-include-cache: what an include prints is kept for its file and parameters. */
export const readIncludeCached: TagReader = (source) => {
  const inclusion = readInclusion(source);
  return node(source.token, (scope, out) => {
    const name = inclusion.name(scope);
    const given = parametersOf(inclusion, scope);
    const key = `${name}\n${given === undefined ? "" : toJson(given, scope.zone)}`;
    const { cachedIncludes } = scope.services;
    let text = cachedIncludes.get(key);
    if (text === undefined) {
      const found = scope.services.include(name);
      text = scope.nest(() => {
        if (given !== undefined) scope.set("include", given);
        if (typeof found === "function") return found(given ?? new Map(), scope) ?? tellMissing(name, source);
        return found === undefined ? tellMissing(name, source) : renderToText(found, scope);
      });
      cachedIncludes.set(key, text);
    }
    out.write(text);
  });
};

type Found = Body | BuiltInInclude | undefined;

/** Tells an include that is missing and need not be there; prints nothing. */
function tellMissing(name: string, { token, parser }: TagSource): string {
  const help = "Take the tag out, or put a file of this name into _includes";
  parser.source.warn(token, `There is no include ${name}: nothing is shown in its place`, help);
  return "";
}

function print(
  scope: Scope,
  out: Emitter,
  inclusion: Inclusion,
  source: TagSource,
  find: (name: string) => Found,
): void {
  const name = inclusion.name(scope);
  const found = find(name);
  if (found === undefined) {
    tellMissing(name, source);
    return;
  }
  scope.nest(() => {
    const given = parametersOf(inclusion, scope);
    if (typeof found === "function") {
      out.write(found(given ?? new Map(), scope) ?? tellMissing(name, source));
      return;
    }
    if (given !== undefined) scope.set("include", given);
    found.render(scope, out);
  });
}

const PARAMETER =
  /([\w-]+)[ \t\r\n\f\v]*=[ \t\r\n\f\v]*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))/gs;
const onlyParameters = new RegExp(
  `^[ \\t\\r\\n\\f\\v]*(?:${PARAMETER.source}(?=[ \\t\\r\\n\\f\\v]|$)[ \\t\\r\\n\\f\\v]*)*$`,
  "s",
);
const DYNAMIC_NAME = /([^{]*(?:\{\{[ \t\r\n\f\v]*[\w\-.]+[ \t\r\n\f\v]*(?:\|.*)?\}\}[^ \t\r\n\f\v{}]*)+)(.*)/s;

function readInclusion({ token, parser }: TagSource): Inclusion {
  const markup = strip(token.markup);
  const dynamic = DYNAMIC_NAME.exec(markup);
  const [, plain = "", rest] = /^([^ \t\r\n\f\v]*)(?:[ \t\r\n\f\v]+(.*))?$/s.exec(markup) ?? [];
  const file = dynamic === null ? plain : strip(dynamic[1] ?? "");
  const given = dynamic === null ? rest : strip(dynamic[2] ?? "");
  if (file === "")
    throw new LiquidFault(`{% ${token.name} %} names no file`, `Write it as {% ${token.name} file.html %}`);
  if (given !== undefined && !onlyParameters.test(given)) {
    const problem = `The parameters of {% ${token.name} ${markup} %} cannot be read`;
    throw new LiquidFault(
      problem,
      'Write each as name="text" or name=variable, with spaces between them and no filters',
    );
  }
  const parameters = given === undefined ? undefined : readParameters(given);
  if (dynamic === null) return { name: () => checkedName(file), parameters };
  const fragment = parser.parseFragment(file, token);
  return { name: (scope) => checkedName(renderToText(fragment, scope)), parameters };
}

function readParameters(markup: string): readonly Parameter[] {
  return [...markup.matchAll(PARAMETER)].map(([, name = "", double, single, variable = ""]) => {
    const text = double?.replaceAll('\\"', '"') ?? single?.replaceAll("\\'", "'");
    return { name, value: text === undefined ? parseExpression(variable) : () => text };
  });
}

function parametersOf({ parameters }: Inclusion, scope: Scope): ReadonlyMap<string, Ruby> | undefined {
  return parameters && new Map(parameters.map(({ name, value }) => [name, value(scope)]));
}

function checkedName(name: string): string {
  if (/[./]{2,}/.test(name) || !/^[\w/.\-()+~#@]+$/m.test(name)) {
    const help = "Name a file of the includes folder, by letters, digits and / . - _ ( ) + ~ # @";
    throw new LiquidFault(`"${name}" cannot be the name of an include`, help);
  }
  return name;
}
