/** Links that leave the site. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { finished } from "./fixture.ts";

describe("external links", () => {
  for (const [what, config, link, expected] of [
    ["get noopener", "", '<a href="https://other.org/x">x</a>', '<a href="https://other.org/x" rel="noopener">x</a>'],
    ["also without a scheme", "", '<a href="//other.org">x</a>', '<a href="//other.org" rel="noopener">x</a>'],
    [
      "keep what the author wrote",
      "",
      '<a rel="me nofollow" href="https://o.org?a=1&amp;b=2">x</a>',
      '<a rel="me nofollow noopener" href="https://o.org?a=1&amp;b=2">x</a>',
    ],
    ["of the site itself are none", "", '<a href="https://me.org/x">x</a>', '<a href="https://me.org/x">x</a>'],
    ["are not those within it", "", '<a href="/x">x</a><a href="#y">y</a>', '<a href="/x">x</a><a href="#y">y</a>'],
    ["are not mail", "", '<a href="tel:+1">x</a>', '<a href="tel:+1">x</a>'],
    [
      "take rel and target from al-folio's setting",
      "external_links: {enabled: true, rel: external nofollow, target: _blank}",
      '<a href="https://o.org">x</a>',
      '<a href="https://o.org" rel="external nofollow noopener" target="_blank">x</a>',
    ],
    [
      "keep their own target and rel",
      "external_links: {enabled: true, rel: external, target: _blank}",
      '<a href="https://o.org" target="_self" rel="me">x</a>',
      '<a href="https://o.org" target="_self" rel="me noopener">x</a>',
    ],
    [
      "of an excluded host or URL stay",
      "external_links: {enabled: true, exclude: [o.org, 'https://p.org/in']}",
      '<a href="https://www.o.org/">x</a><a href="https://p.org/in/x">y</a>',
      '<a href="https://www.o.org/">x</a><a href="https://p.org/in/x">y</a>',
    ],
    [
      "stay where the setting is off",
      "external_links: {enabled: false}",
      '<a href="https://o.org">x</a>',
      '<a href="https://o.org">x</a>',
    ],
    [
      "are none in comments, scripts and quotes",
      "",
      '<!-- <a href="https://o.org"> --><script>"<a href=https://o.org>"</script><b title=\'<a href="https://o.org">\'>x</b>',
      '<!-- <a href="https://o.org"> --><script>"<a href=https://o.org>"</script><b title=\'<a href="https://o.org">\'>x</b>',
    ],
  ] as const)
    it(what, () => {
      assert.equal(finished(link, `url: https://me.org\n${config}\n`).html, expected);
    });
});
