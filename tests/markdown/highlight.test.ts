import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HIGHLIGHT_TAG_CELLS, KRAMDOWN_CELLS, markLines, numberLines } from "../../src/code-lines.ts";
import { highlightCode, highlightTokens } from "../../src/markdown/code/highlight.ts";
import { rougeLanguage } from "../../src/markdown/code/rouge-languages.ts";

/** Language, code, and what Rouge 3.30 prints for it. */
const AS_ROUGE: readonly [language: string, code: string, html: string][] = [
  [
    "ruby",
    'def greet(name)\n  puts "Hi, #{name}!\\n"\nend',
    '<span class="k">def</span> <span class="nf">greet</span><span class="p">(</span><span class="nb">name</span><span class="p">)</span>\n  <span class="nb">puts</span> <span class="s2">"Hi, </span><span class="si">#{</span><span class="nb">name</span><span class="si">}</span><span class="s2">!</span><span class="se">\\n</span><span class="s2">"</span>\n<span class="k">end</span>',
  ],
  [
    "rb",
    "x.map { |y| y * 2 }.nil?",
    '<span class="n">x</span><span class="p">.</span><span class="nf">map</span> <span class="p">{</span> <span class="o">|</span><span class="n">y</span><span class="o">|</span> <span class="n">y</span> <span class="o">*</span> <span class="mi">2</span> <span class="p">}.</span><span class="nf">nil?</span>',
  ],
  [
    "python",
    "def f(self, x=1.5):\n    return x is None # c",
    '<span class="k">def</span> <span class="nf">f</span><span class="p">(</span><span class="bp">self</span><span class="p">,</span> <span class="n">x</span><span class="o">=</span><span class="mf">1.5</span><span class="p">):</span>\n    <span class="k">return</span> <span class="n">x</span> <span class="ow">is</span> <span class="bp">None</span> <span class="c1"># c</span>',
  ],
  [
    "ruby",
    "x #=> 1\n#====\n# y",
    '<span class="n">x</span> <span class="c1">#=&gt; 1</span>\n<span class="c1">#====</span>\n<span class="c1"># y</span>',
  ],
  [
    "javascript",
    "const x = () => null;",
    '<span class="kd">const</span> <span class="nx">x</span> <span class="o">=</span> <span class="p">()</span> <span class="o">=&gt;</span> <span class="kc">null</span><span class="p">;</span>',
  ],
  [
    "typescript",
    'let a: string = "b";',
    '<span class="kd">let</span> <span class="nx">a</span><span class="p">:</span> <span class="kr">string</span> <span class="o">=</span> <span class="dl">"</span><span class="s2">b</span><span class="dl">"</span><span class="p">;</span>',
  ],
  [
    "cpp",
    "std::vector<int> v = {1, 2.5};",
    '<span class="n">std</span><span class="o">::</span><span class="n">vector</span><span class="o">&lt;</span><span class="kt">int</span><span class="o">&gt;</span> <span class="n">v</span> <span class="o">=</span> <span class="p">{</span><span class="mi">1</span><span class="p">,</span> <span class="mf">2.5</span><span class="p">};</span>',
  ],
  [
    "java",
    "public static void main(String[] args) { return; }",
    '<span class="kd">public</span> <span class="kd">static</span> <span class="kt">void</span> <span class="nf">main</span><span class="o">(</span><span class="nc">String</span><span class="o">[]</span> <span class="n">args</span><span class="o">)</span> <span class="o">{</span> <span class="k">return</span><span class="o">;</span> <span class="o">}</span>',
  ],
  [
    "go",
    "func f(a int) error { return nil }",
    '<span class="k">func</span> <span class="n">f</span><span class="p">(</span><span class="n">a</span> <span class="kt">int</span><span class="p">)</span> <span class="kt">error</span> <span class="p">{</span> <span class="k">return</span> <span class="no">nil</span> <span class="p">}</span>',
  ],
  [
    "rust",
    'let x: u32 = 0; // c\nprintln!("{}", x.len());',
    '<span class="k">let</span> <span class="n">x</span><span class="p">:</span> <span class="nb">u32</span> <span class="o">=</span> <span class="mi">0</span><span class="p">;</span> <span class="c1">// c</span>\n<span class="nd">println!</span><span class="p">(</span><span class="s">"{}"</span><span class="p">,</span> <span class="n">x</span><span class="nf">.len</span><span class="p">());</span>',
  ],
  [
    "yaml",
    "# c\na: 1\nb:\n  - c: true",
    '<span class="c1"># c</span>\n<span class="na">a</span><span class="pi">:</span> <span class="m">1</span>\n<span class="na">b</span><span class="pi">:</span>\n  <span class="pi">-</span> <span class="na">c</span><span class="pi">:</span> <span class="no">true</span>',
  ],
  [
    "html",
    '<p class="a">b &amp; c</p><!-- d -->',
    '<span class="nt">&lt;p</span> <span class="na">class=</span><span class="s">"a"</span><span class="nt">&gt;</span>b <span class="ni">&amp;amp;</span> c<span class="nt">&lt;/p&gt;</span><span class="c">&lt;!-- d --&gt;</span>',
  ],
  [
    "xml",
    '<a b="c"/>',
    '<span class="nt">&lt;a</span> <span class="na">b=</span><span class="s">"c"</span><span class="nt">/&gt;</span>',
  ],
  [
    "css",
    ".a > b:hover { color: #fff; }",
    '<span class="nc">.a</span> <span class="o">&gt;</span> <span class="nt">b</span><span class="nd">:hover</span> <span class="p">{</span> <span class="nl">color</span><span class="p">:</span> <span class="m">#fff</span><span class="p">;</span> <span class="p">}</span>',
  ],
  [
    "scss",
    "$a: 1px; // c",
    '<span class="nv">$a</span><span class="p">:</span> <span class="m">1px</span><span class="p">;</span> <span class="c1">// c</span>',
  ],
  [
    "latex",
    "\\section{A} % c",
    '<span class="k">\\section</span><span class="p">{</span>A<span class="p">}</span> <span class="c">% c</span>',
  ],
  [
    "toml",
    '[a]\nb = "c"',
    '<span class="nn">[a]</span>\n<span class="py">b</span> <span class="p">=</span> <span class="s">"c"</span>',
  ],
  [
    "erb",
    "<p><%= a %></p>",
    '<span class="nt">&lt;p&gt;</span><span class="cp">&lt;%=</span> <span class="n">a</span> <span class="cp">%&gt;</span><span class="nt">&lt;/p&gt;</span>',
  ],
  [
    "ini",
    "[a]\nb = c",
    '<span class="nn">[a]</span>\n<span class="py">b</span> <span class="p">=</span> <span class="s">c</span>',
  ],
  [
    "csharp",
    "public int F(string a) { return 1; }",
    '<span class="k">public</span> <span class="kt">int</span> <span class="nf">F</span><span class="p">(</span><span class="kt">string</span> <span class="n">a</span><span class="p">)</span> <span class="p">{</span> <span class="k">return</span> <span class="m">1</span><span class="p">;</span> <span class="p">}</span>',
  ],
  [
    "kotlin",
    "val x = listOf(1)",
    '<span class="kd">val</span> <span class="py">x</span> <span class="p">=</span> <span class="nf">listOf</span><span class="p">(</span><span class="mi">1</span><span class="p">)</span>',
  ],
  [
    "swift",
    'let x = "a"',
    '<span class="k">let</span> <span class="nv">x</span> <span class="o">=</span> <span class="s">"a"</span>',
  ],
  [
    "haskell",
    "f :: Int -> Int",
    '<span class="n">f</span> <span class="o">::</span> <span class="kt">Int</span> <span class="o">-&gt;</span> <span class="kt">Int</span>',
  ],
  [
    "lua",
    "local x = 'a' -- b",
    '<span class="kd">local</span> <span class="n">x</span> <span class="o">=</span> <span class="s1">\'a\'</span> <span class="c1">-- b</span>',
  ],
  ["objective_c", "return nil;", '<span class="k">return</span> <span class="nb">nil</span><span class="p">;</span>'],
  [
    "perl",
    "my $x = 1;",
    '<span class="k">my</span> <span class="nv">$x</span> <span class="o">=</span> <span class="mi">1</span><span class="p">;</span>',
  ],
  [
    "julia",
    "x = 1.5 # a",
    '<span class="n">x</span> <span class="o">=</span> <span class="mf">1.5</span> <span class="c"># a</span>',
  ],
  [
    "scala",
    "val x = 1",
    '<span class="k">val</span> <span class="nv">x</span> <span class="k">=</span> <span class="mi">1</span>',
  ],
  [
    "matlab",
    "x = sin(1); % a",
    '<span class="n">x</span> <span class="o">=</span> <span class="nb">sin</span><span class="p">(</span><span class="mi">1</span><span class="p">);</span> <span class="c1">% a</span>',
  ],
  ["cuda", "int x;", '<span class="kt">int</span> <span class="n">x</span><span class="p">;</span>'],
  [
    "tsx",
    "let a: number = 1;",
    '<span class="kd">let</span> <span class="nx">a</span><span class="p">:</span> <span class="kr">number</span> <span class="o">=</span> <span class="mi">1</span><span class="p">;</span>',
  ],
  ["text", "a < b", "a &lt; b"],
  [
    "http",
    "GET / HTTP/1.1\nHost: a",
    '<span class="nf">GET</span> <span class="nn">/</span> <span class="k">HTTP</span><span class="o">/</span><span class="m">1.1</span>\n<span class="na">Host</span><span class="p">:</span> <span class="s">a</span>',
  ],
  ["markdown", "# A\n*b* `c`", '<span class="gh"># A</span>\n<span class="ge">*b*</span> <span class="sb">`c`</span>'],
];

const names = (html: string) => [...html.matchAll(/class="(\w+)"/g)].map(([, name]) => name);

describe("highlightCode", () => {
  for (const [language, code, html] of AS_ROUGE) {
    it(`colours ${language} as Rouge does: ${JSON.stringify(code)}`, () => {
      assert.equal(highlightCode(code, language), html);
    });
  }

  it("knows nothing of a language Rouge has no lexer for, or writes in other letters", () => {
    assert.equal(highlightCode("x", "nosuch"), undefined);
    assert.equal(highlightCode("x", "Ruby"), undefined);
  });

  it("leaves the code of a language without a grammar plain and escaped", () => {
    assert.equal(highlightCode('@a{b = "<&>"}', "bibtex"), '@a{b = "&lt;&amp;&gt;"}');
    assert.equal(highlightCode("", "zig"), "");
  });

  it("reads a language inside a language", () => {
    const html = highlightCode("<style>a { color: red }</style><script>var x = 1</script>", "html") ?? "";
    assert.deepEqual(names(html), ["nt", "p", "nl", "p", "n", "p", "nt", "kd", "nx", "o", "mi", "nt"]);
  });

  it("tells Jekyll's own templates apart from the text around", () => {
    const html = highlightCode('<a>{% for p in site.posts %}{{ p.url | append: "x" }}{% endfor %}', "liquid") ?? "";
    assert.match(html, /^&lt;a&gt;<span class="p">\{% <\/span><span class="nt">for<\/span> <span class="nv">p<\/span>/);
    assert.match(html, /<span class="nf">append<\/span>/);
  });

  it("does not let the body of an HTTP message depend on what was highlighted before", () => {
    const code = 'GET /a HTTP/1.1\nHost: b\n\n{"c": 1}';
    const before = highlightCode(code, "http");
    highlightCode("{}", "json");
    assert.equal(highlightCode(code, "http"), before);
    assert.match(before ?? "", /<span class="na">Host<\/span>/);
  });

  it("keeps line ends as they are", () => {
    assert.equal(highlightCode("a\r\nb\r", "text"), "a\r\nb\r");
  });

  it("keeps the text of the code, whatever cuts it short", () => {
    for (const [language, code] of AS_ROUGE) {
      for (let end = 0; end <= code.length; end++) {
        const part = code.slice(0, end);
        const tokens = highlightTokens(part, language) ?? [];
        assert.equal(tokens.map(({ text }) => text).join(""), part, `${language}, ${end} characters`);
      }
    }
  });

  it("leaves very long code plain", () => {
    const code = "x = 1\n".repeat(20_000);
    assert.equal(highlightCode(code, "ruby"), code);
  });
});

describe("rougeLanguage", () => {
  const cases: readonly [name: string, tag: string | undefined, sentence: string][] = [
    ["ruby", "ruby", "a tag is its own"],
    ["rb", "ruby", "an alias leads to the tag"],
    ["bash", "shell", "shells are one lexer"],
    ["Dockerfile", "docker", "some aliases have capitals"],
    ["kdb+", "q", "and some have signs"],
    ["rust,no_run", "rust", "or a comma"],
    ["ruby?start=1", "ruby", "options of the lexer follow a question mark"],
    ["guess", "plaintext", "a guess that finds nothing is plain text"],
    ["RUBY", undefined, "letter case counts"],
    ["constructor", undefined, "no name of an object's own"],
    ["", undefined, "no name is no language"],
  ];
  for (const [name, tag, sentence] of cases) {
    it(`${JSON.stringify(name)} is ${tag}: ${sentence}`, () => assert.equal(rougeLanguage(name)?.tag, tag));
  }
});

describe("lines of code", () => {
  const code = 'a = 1\n"x\ny"\n';
  const html = highlightCode(code, "ruby") ?? "";

  it("marks lines, cutting a token that spans two (HTMLLineHighlighter)", () => {
    assert.equal(
      markLines(html, [2, 9]),
      '<span class="n">a</span> <span class="o">=</span> <span class="mi">1</span>\n<span class="hll"><span class="s2">"x</span>\n</span><span class="s2">y"</span>\n',
    );
  });

  it("ends the last line when the code does not", () => {
    const short = highlightCode("a\nb", "ruby") ?? "";
    assert.equal(
      markLines(short, [2]),
      '<span class="n">a</span>\n<span class="hll"><span class="n">b</span>\n</span>',
    );
  });

  it("numbers lines as kramdown's line_numbers", () => {
    assert.equal(
      numberLines(html, code, KRAMDOWN_CELLS, 7),
      `<table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">7\n8\n9\n</pre></td><td class="rouge-code"><pre>${html}</pre></td></tr></tbody></table>`,
    );
  });

  it("numbers lines as the highlight tag's linenos, adding the missing line end", () => {
    assert.equal(
      numberLines("a\nb", "a\nb", HIGHLIGHT_TAG_CELLS, 1),
      '<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">1\n2\n</pre></td><td class="code"><pre>a\nb\n</pre></td></tr></tbody></table>',
    );
  });

  it("counts one line in no code", () => {
    assert.match(numberLines("", "", KRAMDOWN_CELLS, 1), /<pre class="lineno">1\n<\/pre>/);
  });
});
