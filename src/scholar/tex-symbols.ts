/** What TeX's commands stand for in text. A table from LaTeX's own names (source2e, "Text symbols"; Knuth, The TeXbook, chapter 9). */
import { wordSet } from "../word-set.ts";

/** A table out of a text: a name and its sign by turns. */
function signs(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...text.matchAll(/(\S+) (\S+)/g)].map(([, name = "", sign = ""]) => [name, sign]));
}

/** Accents: the command's name to the combining mark that follows the letter. */
export const ACCENTS: Readonly<Record<string, string>> = {
  "`": "\u0300",
  "'": "\u0301",
  "^": "\u0302",
  "~": "\u0303",
  "=": "\u0304",
  u: "\u0306",
  ".": "\u0307",
  '"': "\u0308",
  h: "\u0309",
  r: "\u030A",
  H: "\u030B",
  v: "\u030C",
  G: "\u030F",
  U: "\u030E",
  d: "\u0323",
  c: "\u0327",
  k: "\u0328",
  b: "\u0331",
  t: "\u0361",
};

/** Commands without an argument. */
export const SYMBOLS: Readonly<Record<string, string>> = {
  ...{ "&": "&", "%": "%", $: "$", "#": "#", _: "_", "{": "{", "}": "}" },
  ...{ " ": " ", "\n": " ", ",": "\u2009", ";": " ", ":": " ", "!": "", "/": "", "-": "\u00AD", "@": "", "\\": " " },
  ...{
    newline: " ",
    par: " ",
    quad: " ",
    qquad: " ",
    noindent: "",
    relax: "",
    protect: "",
    xspace: "",
    noop: "",
    textbackslash: "\\",
  },
  ...signs(`
  i ı j ȷ ss ß SS ẞ o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ aa å AA Å dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ S § P ¶
  copyright © textcopyright © textregistered ® texttrademark ™ pounds £ textsterling £ euro € texteuro €
  textyen ¥ textcent ¢ textdollar $ dag † ddag ‡ dagger † ddagger ‡ textdagger † textdaggerdbl ‡ textsection §
  textparagraph ¶ textasteriskcentered * textbardbl ‖ dots … ldots … textellipsis … textendash – textemdash —
  textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textquotesingle ' textquotedbl "
  guillemotleft « guillemotright » quotedblbase „ quotesinglbase ‚ textasciitilde ~ textasciicircum ^
  textunderscore _ textbar | textless < textgreater > textbraceleft { textbraceright } textbullet •
  textperiodcentered · textdegree ° textmu µ textpm ± texttimes × textonehalf ½ textexclamdown ¡
  textquestiondown ¿ textvisiblespace ␣ slash / TeX TeX LaTeX LaTeX LaTeXe LaTeX2ε BibTeX BibTeX XeTeX XeTeX
  `),
};

/** Letters and signs of formulas, which authors also write in text. */
export const MATH_SYMBOLS: Readonly<Record<string, string>> = signs(`
  alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ
  mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ
  Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω ell ℓ hbar ℏ infty ∞ partial ∂ nabla ∇ sqrt √ sum ∑
  prod ∏ int ∫ times × cdot · pm ± mp ∓ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ simeq ≃ equiv ≡ propto ∝
  to → rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ mapsto ↦ in ∈ subset ⊂ subseteq ⊆ cup ∪ cap ∩
  forall ∀ exists ∃ emptyset ∅ otimes ⊗ oplus ⊕ circ ∘ star ⋆ ast * bullet • parallel ‖ prime ′ langle ⟨ rangle ⟩
  cdots ⋯
`);

/** Commands with one argument, and the element that it goes into. */
export const ELEMENTS: Readonly<Record<string, string>> = {
  emph: "em",
  textit: "i",
  textsl: "i",
  textbf: "b",
  texttt: "code",
  textsuperscript: "sup",
  textsubscript: "sub",
  underline: "u",
  textsc: 'span class="small-caps"',
};

/** Commands that hold to the end of their group. */
export const SWITCHES: Readonly<Record<string, string>> = {
  em: "em",
  it: "i",
  itshape: "i",
  sl: "i",
  bf: "b",
  bfseries: "b",
  tt: "code",
  sc: 'span class="small-caps"',
  scshape: 'span class="small-caps"',
};

/** Commands of which the argument alone is shown. */
export const transparent = wordSet(
  "mbox hbox text textrm textsf textnormal textup textmd textlf lowercase uppercase NoCaseChange MakeLowercase rm sf",
);
