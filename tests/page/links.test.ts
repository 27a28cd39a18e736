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

describe("links within the site", () => {
  const files = {
    "other.md": '---\ntitle: Other\nlayout: page\npermalink: /other/\n---\n<h2 id="there">There</h2>\n',
    "film.mp4": "film",
  };
  for (const [what, html, config, problem] of [
    ["to a page are right", '<a href="/other/">x</a>', "", undefined],
    ["to a page below baseurl are right", '<a href="/repo/other/">x</a>', "baseurl: /repo", undefined],
    [
      "with two slashes for one are right, as servers take them",
      '<a href="/repo//other/">x</a>',
      "baseurl: /repo",
      undefined,
    ],
    ["to a place in a page are right", '<a href="/other/#there">x</a>', "", undefined],
    ["relative to the page are right", '<a href="../other/?x=1">x</a>', "", undefined],
    [
      "to a place of their own page are right",
      '<h2 id="a-b">y</h2><a href="#a-b">x</a><a href="#">x</a>',
      "",
      undefined,
    ],
    ["to other schemes are no matter", '<a href="tel:+1">x</a>', "", undefined],
    [
      "to nothing are told",
      '\n<a href="/nothing/#x">x</a>',
      "",
      "The link /nothing/#x leads nowhere: the site has no page and no file /nothing/",
    ],
    [
      "to a place that is not there are told",
      '\n<a href="/other/#here">x</a>',
      "",
      "The link /other/#here leads to a page that has no such id",
    ],
    [
      "to a place that the page lacks are told",
      '\n<a href="#here">x</a>',
      "",
      "The link #here leads nowhere: nothing in the page has that id",
    ],
    [
      "relative to nothing are told",
      '\n<a href="nothing.html">x</a>',
      "",
      "The link nothing.html leads nowhere: the site has no page and no file /page/nothing.html",
    ],
    ["to a film are right", '<video src="/film.mp4"></video>', "", undefined],
    [
      "to a film elsewhere are no matter",
      '<video src="https://me.org.example/a.mp4"></video>',
      "allow_hosts: [me.org.example]",
      undefined,
    ],
    [
      "to a film that is not there are told",
      '\n<video><source src="/none.mp4"></video>',
      "",
      "There is no file /none.mp4 for <source>",
    ],
    [
      "to a sound that is not there are told",
      "\n<AUDIO SRC=/repo/none.mp3 controls></AUDIO>",
      "baseurl: /repo",
      "There is no file /none.mp3 for <audio>",
    ],
  ] as const)
    it(what, () => {
      const { told } = finished(html, `url: https://me.org\n${config}\n`, "", files);
      assert.deepEqual(
        told.map((message) => message.problem),
        problem === undefined ? [] : [problem],
      );
      if (problem !== undefined) assert.deepEqual([told[0]?.file, told[0]?.line], ["page.md", 8]);
    });
});
