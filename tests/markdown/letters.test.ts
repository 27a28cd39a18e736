/** A pattern with letters of all scripts finds the same, whichever of its two expressions answers. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readTag } from "../../src/markdown/html-grammar.ts";
import { createMarkdown } from "../../src/markdown/markdown.ts";

const TAGS: readonly (readonly [source: string, name: string, attributes: Readonly<Record<string, string>>])[] = [
  ["<div a=b c='é'>", "div", { a: "b", c: "é" }],
  ["<divé a>", "divé", { a: "" }],
  ["<x:é a =é b>", "x:é", { a: "é", b: "" }],
  ["<a é='1' b=2é>", "a", { é: "1", b: "2é" }],
];

for (const [source, name, attributes] of TAGS)
  test(`a tag with letters of any script: ${source}`, () => {
    const tag = readTag(`${source}é`, 0);
    assert.ok(tag?.kind === "start");
    assert.deepEqual([tag.name, Object.fromEntries(tag.attributes), tag.end], [name, attributes, source.length]);
  });

const TEXTS: readonly (readonly [source: string, html: string])[] = [
  ["# One {#eins}", '<h1 id="eins">One</h1>'],
  ["# One {#größe}", '<h1 id="größe">One</h1>'],
  ["# One {#Class.method_1·}", '<h1 id="Class.method_1·">One</h1>'],
  ["# One {#:a}", '<h1 id=":a">One</h1>'],
  ["# One {#1a}", '<h1 id="one-1a">One {#1a}</h1>'],
  ["# Größe & more", '<h1 id="größe--more">Größe &amp; more</h1>'],
  ["# One & more", '<h1 id="one--more">One &amp; more</h1>'],
  ["<mé@example.org>", '<p><a href="mailto:mé@example.org">mé@example.org</a></p>'],
];

for (const [source, html] of TEXTS)
  test(`letters of any script in ${source}`, () => {
    assert.equal(createMarkdown({ input: "GFM" }).render(source).html.trim(), html);
  });
