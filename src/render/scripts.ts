/**
 * What runs in the browser: a few lines in the head of the page, of which each page gets the pieces that it needs. They stand after
 * the style sheet and the colours of the browser's frame, and before everything that is seen. The audit (tests/audit/weights.ts) sees
 * that no page gets more than 0.6 KB: none needs them all.
 */

/** A piece of the page's one script: what is to happen when something in the page was pressed. */
interface ScriptPiece {
  /** A page whose HTML contains this text gets the piece. */
  readonly needle: string;
  /**
   * JavaScript, small already: it is not minified any more. It runs in the one listener for clicks: `e` is the event, `b` the element
   * that was pressed, `d` the document.
   */
  readonly click?: string;
  /** What runs at once. */
  readonly begin?: string;
}

/**
 * The switch between the themes. `data-theme` on the root says which one, before the first paint; without it, which is without
 * JavaScript, the button is not to be seen. The browser's frame follows: the first of the two metas is for the dark theme, and the
 * second for whenever the first does not match. A page that comes back from the browser's cache asks again.
 */
const THEME: ScriptPiece = {
  needle: 'class="theme"',
  begin: [
    'let n=["light","dark","auto"],t,f=v=>{',
    "try{v?localStorage.theme=v:v=localStorage.theme}catch{}",
    "d.documentElement.dataset.theme=n.at(t=n.indexOf(v));",
    '(d.querySelector("meta[media]")||{}).media=["x","","(prefers-color-scheme: dark)"].at(t)};',
    "f();onpageshow=_=>f();",
  ].join(""),
  click: 'if(b.closest(".theme"))f(n[(t+1)%3]);',
};

/** Copies the text of what stands right after the button, and says so in the button. */
const COPY: ScriptPiece = {
  needle: 'class="copy"',
  click:
    'if(b.className=="copy")navigator.clipboard.writeText(b.nextSibling.textContent).then(_=>b.ariaLabel=b.dataset.done);',
};

/**
 * Puts what a facade (src/page/facade.ts) is to load in the place of its link and its button. A reader who signed in to giscus comes
 * back with `?giscus=TOKEN`, which its frame asks for as `session=TOKEN` (github.com/giscus/giscus, client.ts).
 */
const LOAD: ScriptPiece = {
  needle: '<button type="button" name="load"',
  click:
    'if(b.name=="load")with(b.parentNode)innerHTML=b.value.replace("=session",location.search.slice(7)),firstChild.focus();',
};

/** Leaves of a list of publications those that contain every word that is typed, with accents or without, and says how many. */
const FILTER: ScriptPiece = {
  needle: 'id="bibsearch"',
  begin: [
    'oninput=({target:q},c=0,s=v=>v.normalize`NFD`.replace(/\\p{M}/gu,"").toLowerCase())=>q.id=="bibsearch"&&(',
    "d.querySelectorAll`.publication`.forEach(p=>",
    "c+=!(p.hidden=s(q.value).split` `.some(w=>!s(p.textContent).includes(w)))),",
    "q.nextSibling.textContent=c);",
  ].join(""),
};

/**
 * Says that there is a script, so that the search page shows its input. Lets the page's own script out of its `<template>` when
 * something has the focus, a key is pressed (`/` goes to the input) or the address asks for something: the page is there before it.
 */
const SEARCH: ScriptPiece = {
  needle: 'class="search"',
  begin: [
    'd.documentElement.dataset.js="";["focusin","keydown","load"].map(v=>addEventListener(v,e=>{',
    'let t=d.querySelector("#Search");if(t&&(v!="load"||location.search)){t.replaceWith(t.content);',
    'if(e.key=="/")e.preventDefault(),d.querySelector("#Query").focus()}}));',
  ].join(""),
};

const PIECES: readonly ScriptPiece[] = [THEME, COPY, LOAD, FILTER, SEARCH];

/** The script of a page; "" where it needs none. */
export function scriptFor(html: string): string {
  const wanted = PIECES.filter(({ needle }) => html.includes(needle));
  if (wanted.length === 0) return "";
  const clicks = wanted.map(({ click = "" }) => click).join("");
  const begin = wanted.map(({ begin = "" }) => begin).join("");
  return `{let d=document;${begin}addEventListener("click",e=>{let b=e.target;${clicks}})}`;
}
