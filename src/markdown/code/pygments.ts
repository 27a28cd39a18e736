/**
 * How Rouge 3.30 names what highlight.js finds: for each language a `Dialect`, read off from what `rougify` prints.
 * The short classes are Pygments' (pygments.org/docs/tokens): k keyword, n name, s string, m number, c comment, o operator, p punctuation …
 */

/**
 * What becomes of the text of a scope: a Pygments class, or one of these ways, each longer than any class:
 * `code` (split into words, numbers, operators and punctuation), `string` (class by the opening quote, escapes apart), `number` (class
 * by its look), `comment` (c1 or cm), `interpolation` (its brackets apart from the code in it).
 */
type Paint = string;

/** How the scopes of one language are named by Rouge. */
export interface Dialect {
  /** highlight.js scope, or `outer inner`, to what becomes of it. */
  readonly scopes: Readonly<Record<string, Paint>>;
  /** Words that Rouge knows by heart, to their class. */
  readonly words: ReadonlyMap<string, string>;
  /** What code that highlight.js left alone is tried for before a word: one group for each of `patternNames`. Sticky. */
  readonly patterns: RegExp | undefined;
  /** A word of such code. Sticky. */
  readonly word: RegExp;
  readonly patternNames: readonly string[];
  /** Class of a word nothing else is known of; `""` where the text is prose. */
  readonly name: string;
  readonly operators: string;
  readonly punctuation: string;
  /** Opening quote to the class of the string and, after a space, that of the quotes themselves. */
  readonly quotes: Readonly<Record<string, string>>;
  /** Opening quotes of strings in which a backslash escapes. */
  readonly escaping: string;
  /** Class of the brackets of an interpolation. */
  readonly brackets: string;
  readonly numbers: NumberNames;
}

/** Classes of numbers: in most of Rouge's lexers mi, mf, mh, mo and mb; some know only m. */
type NumberNames = "by kind" | "m" | "mi";

/** A dialect as it is written below. */
interface Sketch {
  readonly scopes?: Readonly<Record<string, Paint>>;
  readonly words?: Readonly<Record<string, string>>;
  /** Regular expressions tried before words, to their class. */
  readonly patterns?: readonly (readonly [source: string, name: string])[];
  /** Letters of a word besides `\w`, for a character class. */
  readonly letters?: string;
  readonly name?: string;
  readonly operators?: string;
  readonly punctuation?: string;
  readonly quotes?: Readonly<Record<string, string>>;
  readonly escaping?: string;
  readonly brackets?: string;
  readonly numbers?: NumberNames;
}

const SCOPES: Readonly<Record<string, Paint>> = {
  "": "code",
  keyword: "k",
  built_in: "nb",
  type: "kt",
  literal: "kc",
  number: "number",
  operator: "o",
  punctuation: "p",
  property: "code",
  regexp: "sr",
  string: "string",
  "char.escape": "se",
  char: "se",
  subst: "interpolation",
  symbol: "ss",
  variable: "nv",
  "variable.language": "bp",
  "variable.constant": "no",
  class: "code",
  function: "code",
  params: "code",
  title: "nf",
  "title.class": "nc",
  "title.class.inherited": "nc",
  "title.function": "nf",
  "title.function.invoke": "code",
  comment: "comment",
  meta: "cp",
  "meta keyword": "cp",
  "meta string": "cp",
  "meta number": "cp",
  "meta.prompt": "gp",
  section: "gh",
  tag: "nt",
  name: "nt",
  attr: "na",
  attribute: "na",
  bullet: "p",
  code: "sb",
  emphasis: "ge",
  strong: "gs",
  formula: "s",
  link: "sx",
  quote: "gt",
  "selector-tag": "nt",
  "selector-id": "nf",
  "selector-class": "nc",
  "selector-attr": "o",
  "selector-pseudo": "nd",
  "template-tag": "cp",
  "template-variable": "nv",
  addition: "gi",
  deletion: "gd",
};

const CODE: Sketch = {
  name: "n",
  operators: "+-*/%=<>!&|^~?:@",
  punctuation: "p",
  quotes: { '"': "s2", "'": "s1", "`": "sb" },
  escaping: '"',
  brackets: "si",
  numbers: "by kind",
};

const PROSE: Sketch = { ...CODE, name: "", operators: "", punctuation: "" };

const C_WORDS = {
  k: "auto break case const continue default do else enum extern for goto if register restricted return sizeof static struct switch typedef union volatile virtual while",
  kt: "int long float short double char unsigned signed void FILE DIR size_t ssize_t off_t wchar_t ptrdiff_t time_t clock_t va_list jmp_buf wint_t _Bool _Complex int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t intmax_t uintmax_t char16_t char32_t",
  kr: "inline restrict __inline __restrict __thread __attribute __asm __int8 __int16 __int32 __declspec __stdcall __cdecl __fastcall",
  nb: "NULL",
};

const C: Sketch = {
  ...CODE,
  scopes: {
    type: "code",
    built_in: "code",
    title: "code",
    literal: "nb",
    "title.class": "code",
    "title.function": "code",
    "meta string": "cpf",
  },
  words: C_WORDS,
  patterns: [
    ["(?<=(?:^|\\n)[ \\t]*)[a-zA-Z_]\\w*:(?!:)", "nl"],
    [
      "[a-zA-Z_]\\w*(?=\\([^;()]{0,200}(?:\\([^;()]{0,80}\\)[^;()]{0,80}){0,3}\\)\\s{0,9}\\{)(?<=(?:^|\\n)[\\w*]{1,60}[ \\t*]{1,9}\\w{1,60})",
      "nf",
    ],
  ],
  quotes: { '"': "s", "'": "sc" },
  escaping: '"',
  operators: "+-*/%=<>!&|^~?:",
};

const CPP: Sketch = {
  ...C,
  scopes: { ...C.scopes, "title.class": "nc" },
  words: {
    k: `${C_WORDS.k} asm auto catch class concept const_cast constexpr delete dynamic_cast explicit export final friend mutable namespace new operator override private protected public reinterpret_cast requires static_assert static_cast template this throw try typeid typename using volatile noexcept decltype alignof alignas co_await co_return co_yield`,
    kt: `${C_WORDS.kt} bool`,
    kr: "inline restrict thread",
    nb: "NULL nullptr true false",
  },
  patterns: [
    ["(?<=(?:^|\\n)[ \\t]*)[a-zA-Z_]\\w*:(?!:)", "nl"],
    ["(?<=(?:typename|enum class|class) )\\w+", "nc"],
  ],
};

const JAVASCRIPT: Sketch = {
  ...CODE,
  name: "nx",
  scopes: {
    title: "code",
    "title.class": "code",
    "title.class.inherited": "code",
    "title.function": "code",
    built_in: "code",
    variable: "code",
    "variable.language": "code",
    "variable.constant": "code",
    literal: "kc",
    meta: "code",
  },
  words: {
    k: "as async await break case catch continue debugger default delete do else export finally from for if import in instanceof new of return super switch this throw try typeof void while yield",
    kd: "var let const with function class extends constructor get set static",
    kr: "enum implements interface package private protected public",
    kc: "true false null NaN Infinity undefined",
    nb: "Array Boolean Date Error Function Math Number Object RegExp String decodeURI decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt document window navigator self global Promise Set Map WeakSet WeakMap Symbol Proxy Reflect Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array DataView ArrayBuffer",
  },
  patterns: [
    ["@", "p"],
    ["(?<=@)\\w+", "nd"],
    ["\\?(?=[:.])", "p"],
    ["(?<=[{,]\\s*)[a-zA-Z_$][\\w$]*(?=\\s*:)", "na"],
  ],
  letters: "$",
  operators: "+-*/%=<>!&|^~",
  quotes: { '"': "s2 dl", "'": "s1 dl", "`": "s2" },
  escaping: "\"'`",
  brackets: "p",
};

const TYPESCRIPT: Sketch = {
  ...JAVASCRIPT,
  scopes: { ...JAVASCRIPT.scopes, attr: "code" },
  words: {
    ...JAVASCRIPT.words,
    k: `${JAVASCRIPT.words?.k} is namespace static private protected public implements readonly`,
    kd: `${JAVASCRIPT.words?.kd} type abstract`.replace(" static", ""),
    kr: "enum package string any number module declare interface keyof boolean",
    nb: `${JAVASCRIPT.words?.nb} Pick Partial Readonly Record`,
  },
};

const JAVA: Sketch = {
  ...CODE,
  scopes: {
    variable: "code",
    type: "code",
    built_in: "code",
    meta: "code",
    "variable.language": "code",
    "title.class": "nc",
    literal: "kc",
  },
  words: {
    k: "assert break case catch continue default do else finally for if goto instanceof new return switch this throw try while",
    kd: "abstract class const enum extends final implements interface native private protected public static strictfp super synchronized throws transient volatile record sealed permits",
    kt: "boolean byte char double float int long short var void",
    kc: "true false null",
    kn: "package import",
  },
  patterns: [
    ["(?<=\\b(?:package|import)\\s+(?:static\\s+)?)[\\w.*]+", "nn"],
    ["@(?!interface\\b)[A-Za-z_][\\w.]*", "nd"],
    ["(?<=\\.)[a-zA-Z_]\\w*", "na"],
    ["[A-Z][A-Z0-9_]*\\b(?=\\s*[=;,)])", "no"],
    ["[A-Z]\\w*", "nc"],
  ],
  operators: "+-*/%=<>!&|^~?:;,.(){}[]",
  quotes: { '"': "s", "'": "sc" },
  escaping: '"',
};

const PYTHON: Sketch = {
  ...CODE,
  scopes: {
    type: "code",
    literal: "bp",
    meta: "code",
    "title.class.inherited": "code",
    "variable.language": "code",
    built_in: "code",
    params: "code",
  },
  words: {
    k: "assert break continue del elif else except exec finally for global if lambda pass print raise return try while yield as with async await nonlocal def class match case",
    ow: "in is and or not",
    kn: "import from",
    bp: "self None Ellipsis NotImplemented False True",
    nb: "__import__ abs all any apply ascii bin bool bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval exit file filter float format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list locals long map max memoryview min next object oct open ord pow property range reduce repr reversed round set setattr slice sorted staticmethod str sum super tuple type unichr unicode vars xrange zip ArithmeticError AssertionError AttributeError BaseException EOFError EnvironmentError Exception FileExistsError FileNotFoundError FloatingPointError GeneratorExit IOError ImportError IndentationError IndexError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotImplementedError OSError OverflowError PermissionError RecursionError ReferenceError RuntimeError RuntimeWarning StopIteration SyntaxError SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeError UserWarning ValueError Warning ZeroDivisionError",
  },
  patterns: [
    ["(?<=\\bimport\\s+)[\\w.]+(?<!from\\s[^\\n]{0,200})", "nn"],
    ["(?<=\\bfrom\\s+)[\\w.]+", "nn"],
  ],
  operators: "+-*/%=<>!&|^~@",
  quotes: { '"': "s", "'": "s" },
  escaping: "\"'",
};

const RUBY: Sketch = {
  ...CODE,
  scopes: {
    "title.class": "code",
    "title.class.inherited": "code",
    "variable.language": "nb",
    "variable.constant": "code",
    built_in: "code",
    literal: "code",
    keyword: "code",
    variable: "code",
    symbol: "code",
    meta: "c1",
  },
  words: {
    k: "BEGIN END alias begin break case defined? do else elsif end ensure for if in next redo rescue retry return super then undef unless until when while yield def class module raise",
    kp: "loop include extend alias_method attr catch throw private module_function public protected true false nil __FILE__ __LINE__",
    ow: "and or not",
    nb: "attr_reader attr_writer attr_accessor abort at_exit autoload binding block_given? caller chomp chop clone constants display dup eval exec exit fail fork format freeze getc gets gsub hash id inspect instance_eval lambda load method methods name object_id open p print printf proc putc puts rand readline readlines require require_relative scan select self send sleep split sprintf srand sub syscall system test to_a to_s trap warn",
  },
  patterns: [
    ["\\$[\\w!@&`'+~=/\\\\,;.<>_*$?:\"-]\\w*", "vg"],
    ["@@\\w+", "vc"],
    ["@\\w+", "vi"],
    ["(?<=\\bmodule\\s+)[\\w:]+", "nn"],
    ["(?<=\\bclass\\s+(?:\\w+::)*)[A-Z]\\w*", "nc"],
    ["(?<=\\bdef\\s+)self", "nc"],
    ["(?<=\\bdef\\s+self)\\.", "o"],
    ["(?<=[\\w)\\]}?!\"'/]&?\\.)[a-z_]\\w*[?!]?", "nf"],
    ["(?<=\\.\\w+)[?!](?![=\\w])", "nf"],
    ['(?<![:\\w]):(?:"[^"]*"|[a-zA-Z_]\\w*[?!]?)', "ss"],
    ["[a-zA-Z_]\\w*[?!]?:(?=\\s)", "ss"],
    ["[A-Z]\\w*", "no"],
    ["[a-z_]\\w*[?!](?!=)", "n"],
  ],
  operators: "+-*/%=<>!&|^~?:",
  quotes: { '"': "s2", "'": "s1", "`": "sb" },
  escaping: '"`',
};

const GO: Sketch = {
  ...CODE,
  scopes: { title: "code", literal: "no", "title.function": "code", comment: "c" },
  words: {
    k: "break default func interface select case defer go map struct chan else goto package switch const fallthrough if range type continue for import return var",
    kt: "bool byte complex64 complex128 error float32 float64 int8 int16 int32 int64 int rune string uint8 uint16 uint32 uint64 uintptr uint any",
    nb: "append cap close complex copy delete imag len make new panic print println real recover",
    no: "true false iota nil",
  },
  operators: "+-*/%=<>!&|^:.",
  quotes: { '"': "s", "'": "sc", "`": "s" },
  escaping: "",
  numbers: "m",
};

const RUST: Sketch = {
  ...CODE,
  scopes: {
    meta: "nd",
    comment: "code",
    symbol: "nv",
    type: "code",
    variable: "code",
    literal: "code",
    "title.class": "code",
    "title.function.invoke": "code",
    built_in: "code",
    punctuation: "k",
  },
  words: {
    k: "as async await break const continue crate dyn else enum extern false fn for if impl in let log loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while abstract become box do final macro override priv typeof unsized virtual yield try union",
    nb: "Add bool char Const Copy Div Either Eq f32 f64 FILE float i16 i32 i64 i8 isize Index int Left Mul Neg None Num Option Ord Ptr Right Send Shl Shr str Sub u16 u32 u64 u8 usize uint Box Vec Gc Rc Arc u128 i128 Result Sync Pin Unpin Sized Drop Fn FnMut FnOnce Clone PartialEq PartialOrd AsMut AsRef From Into Default DoubleEndedIterator ExactSizeIterator Extend IntoIterator Iterator",
  },
  patterns: [
    ["//[/!][^\\n]*", "cd"],
    ["//[^\\n]*", "c1"],
    ["/\\*[\\s\\S]*", "cm"],
    ["[a-z_]\\w*!(?=\\s*[\\[({])", "nd"],
    ["->|=>", "k"],
    ["\\.[a-z_]\\w*(?=\\s*(?:\\(|::<))", "nf"],
    ["\\.[a-z_]\\w*", "py"],
    ["[a-zA-Z_]\\w*(?=::)", "nn"],
    ["::|\\.(?!\\.)", "p"],
    ["[a-zA-Z_]\\w*(?=\\()", "nf"],
  ],
  operators: "+-*/%=<>!&^~?@.",
  quotes: { '"': "s", "'": "sc" },
};

const SHELL: Sketch = {
  ...PROSE,
  scopes: {
    meta: "c",
    comment: "c",
    built_in: "code",
    keyword: "code",
    title: "code",
    "title.function": "code",
    number: "code",
    literal: "code",
    operator: "code",
    "string variable": "nv",
  },
  words: {
    k: "if fi else while do done for then return function select continue until esac elif in case",
    nb: "alias bg bind builtin caller cd command compgen complete declare dirs disown enable eval exec exit export false fc fg getopts hash help history jobs let local logout mapfile popd pushd pwd read readonly set shift shopt source suspend test time times trap true type typeset ulimit umask unalias unset wait cat tac nl od base32 base64 fmt pr fold head tail split wc sum cksum md5sum sha1sum sha256sum sha512sum sort shuf uniq comm cut paste join tr expand ls dir cp dd install mv rm shred link ln mkdir mkfifo mknod readlink rmdir unlink chown chgrp chmod touch df du stat sync truncate echo printf yes expr tee basename dirname mktemp realpath stty printenv tty id logname whoami groups users who date arch nproc uname hostname uptime chroot env nice nohup stdbuf timeout kill sleep factor seq tar grep sudo awk sed gzip gunzip",
  },
  patterns: [
    ["(?<![\\w.-])\\w+(?==)", "nv"],
    ["(?<=\\w)=", "o"],
    ["&&|\\|\\||\\[\\[?(?=\\s)|(?<=\\s)\\]\\]?|==|<<-?|[{}]|(?<=\\w)\\(\\)|(?<=\\s)>(?=\\s)", "o"],
    ['\\$\\(|(?<!\\()\\)(?=[;"\\n]|\\s*;)', "si"],
    [";+", "p"],
    ["\\\\\\s*\\n", "se"],
    ["\\$\\w+|\\$[@#?$!*-]", "nv"],
    ["(?<=\\s)--?[a-zA-Z][\\w-]*", "nt"],
  ],
  letters: ".-",
  quotes: { '"': "s2", "'": "s1", "`": "sb" },
};

const XML: Sketch = {
  ...PROSE,
  scopes: {
    string: "s",
    comment: "c",
    symbol: "ni",
    meta: "cp",
    tag: "code",
  },
  patterns: [
    ["<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>|$)", "cp"],
    ["</?|/?>", "nt"],
    ["=", "na"],
  ],
};

const JSX: Sketch = {
  ...PROSE,
  scopes: { ...XML.scopes, name: "code", tag: "code", string: "code" },
  patterns: [
    ["(?<=</?)[a-z][\\w.-]*", "nt"],
    ["(?<=</?)[A-Z][\\w.-]*", "nc"],
    ["=>", "o"],
    ["</?|/?>|=", "p"],
    ["[{}]", "si"],
    ["\"[^\"]*\"|'[^']*'", "s"],
  ],
};

const CSS: Sketch = {
  ...CODE,
  scopes: {
    attribute: "code",
    built_in: "code",
    attr: "py",
    comment: "c",
    meta: "cp",
    "selector-attr": "code",
    variable: "nv",
    literal: "code",
    number: "m",
  },
  words: {
    nb: "auto none normal inherit initial block inline hidden visible solid dashed dotted bold italic center left right top bottom middle absolute relative fixed static both no-repeat repeat serif sans-serif monospace underline uppercase lowercase capitalize nowrap pointer pre scroll transparent",
  },
  patterns: [
    ["@[\\w-]+", "k"],
    ["(?<=\\([^;{]{0,80})[\\w-]+(?=\\s*:)", "n"],
    ["[a-zA-Z-]+(?=\\s*:[^:{}]{0,300}(?:;|\\}|$))", "nl"],
    ["[,>](?=[^;{}]{0,300}\\{)|[[\\]=~^|]", "o"],
    ["(?<=\\[)[\\w-]+", "nt"],
  ],
  letters: "-",
  operators: "+*/",
  quotes: { '"': "s1", "'": "s1" },
  numbers: "m",
};

const SCSS: Sketch = {
  ...CSS,
  scopes: { ...CSS.scopes, comment: "comment", built_in: "nf", number: "code" },
  patterns: [
    ["#[0-9a-fA-F]{3,8}\\b", "mh"],
    ["-?\\d*\\.?\\d+(?:%|[a-z]+)?", "m"],
    ["&", "k"],
    ["(?<=@mixin\\s+)[\\w-]+", "nf"],
    ["(?<=@include\\s+)[\\w-]+", "nd"],
    ["\\.[a-zA-Z][\\w-]*", "nc"],
    ...(CSS.patterns ?? []),
  ],
  quotes: { '"': "s2", "'": "s1" },
};

const SQL: Sketch = {
  ...CODE,
  scopes: { built_in: "k", type: "nb", literal: "k", "variable.constant": "k" },
  words: { k: "LIMIT limit OFFSET offset COUNT count SUM sum MIN min MAX max AVG avg" },
  operators: "+-*/%=<>!&|^~?:@",
  quotes: { '"': "nv", "'": "s1", "`": "n" },
};

const YAML: Sketch = {
  ...PROSE,
  scopes: {
    string: "code",
    bullet: "pi",
    attr: "code",
    literal: "no",
    number: "m",
    meta: "code",
    type: "kt",
    comment: "c1",
  },
  patterns: [
    ["(?<=[[{][^\\]}\\n]{0,300})(?:\"[^\"]*\"|'[^']*'|[^\\s[\\]{},:\"'][^[\\]{},:\\n]*)", "nv"],
    ["(?<=[:-]\\s+)[|>][+-]?\\d?(?=\\s*\\n)", "pi"],
    ["[&][\\w-]+", "nl"],
    ["\\*[\\w-]+", "nv"],
    ["---|\\.\\.\\.", "nn"],
    ["[^\\s[\\]{},:#&*][^\\n:]*?(?=\\s*:(?:\\s|$))", "na"],
    ["[\\[\\]{},:]+(?=\\s|$|[[\\]{},])", "pi"],
    ["[\\S].*", "s"],
  ],
  quotes: { "": "s" },
};

const JSON_DIALECT: Sketch = {
  ...CODE,
  scopes: { attr: "nl", "literal keyword": "kc" },
  quotes: { '"': "s2" },
  operators: "",
};

const TEX: Sketch = {
  ...PROSE,
  scopes: { keyword: "code", built_in: "code", string: "code", number: "code", comment: "c" },
  patterns: [
    ["\\\\(?:begin|end)\\{[^}]*\\}", "nt"],
    ["\\\\begin|\\\\end", "nt"],
    ["(?<=\\\\(?:begin|end))\\{[^}]*\\}", "nt"],
    ["\\\\[()[\\]]|\\$\\$?", "p"],
    ["\\\\(?:[a-zA-Z]+\\*?|.)", "k"],
    ["(?<=\\\\[a-zA-Z]+)\\[[^\\]]*\\]", "na"],
    ["[{}^_&]", "p"],
  ],
};

const DIFF: Sketch = {
  ...PROSE,
  scopes: { meta: "p", comment: "code" },
  patterns: [
    ["---.*\\n?", "gd"],
    ["\\+\\+\\+.*\\n?", "gi"],
    ["(?:diff|index|Index|new|old|deleted|similarity|rename|={4,}).*\\n?", "gh"],
  ],
};

const MAKE: Sketch = {
  ...PROSE,
  scopes: {
    section: "code",
    "meta keyword": "nl",
    meta: "code",
    variable: "nv",
    built_in: "code",
    keyword: "k",
    comment: "c",
    operator: "o",
  },
  words: { nb: "echo cd rm cp mv mkdir cat grep sed awk test touch install printf export ls ln tar chmod" },
  patterns: [
    ["(?<=(?:^|\\n))[\\w.-]+(?=\\s*[:+?]?=)", "nv"],
    ["(?<=(?:^|\\n))[^\\s:#=][^:#=\\n]*(?=::?(?!=))", "nl"],
    ["(?<=\\n[^\\s:#=][^:#=\\n]{0,80}:[ \\t]{1,9})[^\\s:=$][^\\n=:;#$]*", "nf"],
    ["\\$\\([^)]*\\)|\\$\\{[^}]*\\}", "nv"],
    ["[:+?]?=|::?", "o"],
    ["(?<=\\n\\t)[@-]", "p"],
    ["(?<=\\s)--?[a-zA-Z][\\w-]*", "nt"],
    ["\\$[@^<*?%+|]", "nv"],
  ],
  letters: ".-",
  quotes: { '"': "s2", "'": "s1" },
};

const INI: Sketch = {
  ...PROSE,
  scopes: { section: "nn", attr: "py", comment: "c", string: "s", number: "s", literal: "s", variable: "s" },
  patterns: [
    ["=", "p"],
    ["[^\\s=].*", "s"],
  ],
};

const TOML: Sketch = {
  ...PROSE,
  scopes: { section: "nn", attr: "py", comment: "c", string: "s", number: "code" },
  patterns: [
    ["\\d{4}-\\d\\d-\\d\\d(?:[T ][\\d:.]+(?:Z|[+-][\\d:]+)?)?", "ld"],
    ["(?<=\\d{4}-[\\d:T-]*)[\\dT:Z-]+", "ld"],
    ["[+-]?\\d[\\d_]*(?:\\.\\d+(?:[eE][+-]?\\d+)?|[eE][+-]?\\d+)", "mf"],
    ["[+-]?\\d[\\d_]*", "mi"],
    ["[=\\[\\],{}]", "p"],
  ],
};

const DOCKER: Sketch = {
  ...PROSE,
  scopes: { comment: "c", string: "s", number: "s", variable: "s", built_in: "nb" },
  patterns: [
    ["\\bAS\\b|\\bas\\b", "k"],
    ["[^\\n]+?(?=\\s+AS\\b|\\s+as\\b|\\n|$)", "s"],
  ],
};

const CONSOLE: Sketch = {
  ...PROSE,
  patterns: [
    ["(?<=(?:^|\\n))[\\w.@:~/-]+[$#](?= )", "gp"],
    ["[^\\n]*\\n?", "go"],
  ],
};

const MARKDOWN: Sketch = {
  ...PROSE,
  scopes: { section: "code", code: "code", string: "nv", link: "sx", symbol: "nv" },
  patterns: [
    ["(?<=(?:^|\\n))#(?!#).*", "gh"],
    ["(?<=(?:^|\\n))##+.*", "gu"],
    ["[^\\n]+(?=\\n=+)|=+(?=\\n|$)", "gh"],
    ["`+[^`\\n]+`+", "sb"],
    ["!?\\[|\\]\\(?|(?<=\\]\\([^)\\n]{0,300})\\)", "p"],
    ["```.*|~~~.*", "p"],
  ],
};

const LIQUID: Sketch = {
  ...PROSE,
  scopes: { "template-tag": "p", keyword: "ow", comment: "c" },
  words: { kr: "if elsif else endif unless endunless case when endcase break continue cycle", nt: "in" },
  quotes: { '"': "s2", "'": "s1" },
  escaping: "",
};

const TEMPLATE: Sketch = {
  ...PROSE,
  scopes: { "template-tag": "cp", comment: "c" },
  patterns: [["<%[-=#]?|-?%>", "cp"]],
};

const PHP: Sketch = {
  ...CODE,
  scopes: {
    type: "code",
    built_in: "code",
    "title.function.invoke": "code",
    "title.function": "n",
    "title.class": "code",
    "variable.constant": "no",
    "variable.language": "nv",
    subst: "nv",
  },
  words: {
    k: "abstract and array as break case catch clone const continue declare default do echo else elseif empty enddeclare endfor endforeach endif endswitch endwhile exit final finally fn for foreach function global goto if include include_once instanceof insteadof isset list match new or parent print private protected public require require_once return static switch throw try unset use var while xor yield readonly",
    kd: "class interface trait extends implements enum",
    kn: "namespace use",
    kt: "string int float bool mixed void iterable object callable",
    kc: "true false null TRUE FALSE NULL",
    nb: "strlen count print_r var_dump implode explode str_replace in_array array_map array_filter array_merge array_keys json_encode json_decode sprintf printf date time strtolower strtoupper substr trim intval is_array file_get_contents header define function_exists preg_match preg_replace htmlspecialchars",
  },
  patterns: [
    ["(?<=\\bnamespace\\s+)[\\w\\\\]+", "nn"],
    ["[A-Z]\\w*(?:\\\\\\w+)*", "nc"],
    ["(?<!function\\s+)[a-z_]\\w*(?=\\s*\\()", "nf"],
  ],
  letters: "\\\\",
  operators: "+-*/%=<>!&|^~?:.@",
};

const CSHARP: Sketch = {
  ...CODE,
  scopes: { built_in: "kt", literal: "k", meta: "n", title: "code", variable: "code" },
  words: {
    kt: "bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort var void",
    k: "base this",
  },
  patterns: [
    ["(?<=\\b(?:class|struct|interface|enum|record)\\s+)\\w+", "nc"],
    ["(?<=\\b(?:namespace|using)\\s+)[A-Z][\\w.]*", "nn"],
    ["[a-zA-Z_]\\w*(?=\\s*\\()", "nf"],
  ],
  operators: "",
  quotes: { '"': "s", $: "s", "@": "s", "'": "sc" },
  escaping: "",
  brackets: "p",
  numbers: "m",
};

const R: Sketch = {
  ...CODE,
  scopes: { built_in: "code" },
  words: {
    nf: "c return list character numeric logical integer max min sum abs sqrt exp round length names attr is.na switch rep invisible",
    kc: "NULL Inf TRUE FALSE NaN NA",
  },
  letters: ".",
  operators: "+-*/%=<>!&|^~?:@$",
  numbers: "m",
};

const JULIA: Sketch = {
  ...CODE,
  scopes: { literal: "nb", meta: "nd", comment: "c", built_in: "kt", variable: "s" },
  operators: "+-*/%=<>!&|^~?:.$",
  punctuation: "x",
  quotes: { '"': "s", "'": "sc", "`": "sb" },
};

const KOTLIN: Sketch = {
  ...CODE,
  scopes: { type: "nc", built_in: "nc", literal: "k", meta: "nd", variable: "s", subst: "s" },
  words: { kd: "val var class interface data typealias" },
  patterns: [
    ["(?<=\\b(?:package|import)\\s+)[\\w.*]+", "nn"],
    ["(?<=\\b(?:val|var)\\s+)\\w+", "py"],
    ["[A-Z]\\w*", "nc"],
    ["[a-z_]\\w*(?=\\s*[({])", "nf"],
  ],
  operators: "",
  quotes: { '"': "s", "'": "sc" },
  escaping: "",
};

const SCALA: Sketch = {
  ...CODE,
  scopes: { title: "code", type: "code", meta: "nd" },
  words: { k: ": = =>" },
  patterns: [
    ["(?<=\\b(?:package|import)\\s+)[\\w.]+", "nn"],
    ["(?<=\\bdef\\s+)\\w+", "nf"],
    ["(?<=\\b(?:val|var)\\s+)\\w+", "nv"],
    ["(?<=\\b(?:class|object|trait|extends|with|new)\\s+)[A-Z]\\w*", "nc"],
    ["(?<=[:\\[]\\s*)[A-Z]\\w*", "kt"],
    ["[A-Z]\\w*", "nc"],
    ["=>|[:=](?![=:])", "k"],
  ],
  operators: "+-*/%=<>!&|^~?:;,.(){}[]",
  quotes: { '"': "s", "'": "sc" },
  escaping: "",
};

const SWIFT: Sketch = {
  ...CODE,
  scopes: { "title.class": "kt", "title.class.inherited": "kt", params: "nv", literal: "kc", built_in: "code" },
  words: {
    kd: "class deinit enum extension import init protocol static struct subscript func typealias associatedtype actor",
    kc: "nil true false",
  },
  patterns: [
    ["@\\w+", "kd"],
    ["(?<=\\b(?:let|var)\\s+)\\w+", "nv"],
    ["[A-Z]\\w*", "kt"],
    ["[a-z_]\\w*(?=\\s*\\()", "nf"],
    ["[a-z_]\\w*(?=:)", "nv"],
    ["\\?", "p"],
  ],
  operators: "+-*/%=<>!&|^~?.",
  quotes: { '"': "s" },
  brackets: "se",
};

const HASKELL: Sketch = {
  ...CODE,
  scopes: { keyword: "kr", title: "code", class: "code" },
  words: {
    kr: "_ case class data default deriving do else if in infix infixl infixr instance let newtype of then type where forall",
  },
  patterns: [
    ["(?<=\\b(?:module|import|qualified)\\s+)[A-Z][\\w.]*", "nn"],
    ["[A-Z]\\w*", "kt"],
    ["\\(\\)", "nb"],
  ],
  letters: "'",
  operators: "+-*/%=<>!&|^~?:@.$\\",
  quotes: { '"': "s", "'": "sc" },
};

const LUA: Sketch = {
  ...CODE,
  scopes: { literal: "kc", built_in: "nb", params: "code" },
  words: { kd: "local", ow: "and or not" },
  operators: "+-*/%=<>!&|^~?:#.",
};

const PERL: Sketch = {
  ...CODE,
  scopes: { "title.function": "nf", "string variable": "si" },
  patterns: [
    ["[$@%][\\w:]+", "nv"],
    ["(?<=\\b(?:use|no|package|require)\\s+)[\\w:]+", "nv"],
  ],
  words: {
    nb: "push pop shift unshift keys values scalar join split grep map sort open close length substr sprintf defined ref bless die warn exists delete reverse lc uc",
    k: "my our local sub use package if elsif else unless while until for foreach return print last next redo and or not eq ne",
  },
  quotes: { '"': "s2 p", "'": "s1 p" },
};

const POWERSHELL: Sketch = {
  ...CODE,
  scopes: { keyword: "kr", built_in: "n", literal: "nt", type: "kt", comment: "c", variable: "code" },
  patterns: [
    ["\\$(?:_|true|false|null|this)\\b", "bp"],
    ["\\$[\\w:]+", "nv"],
    ["(?<=\\.)\\w+", "nf"],
  ],
  letters: "-",
  operators: "+-*/%=<>!&|^~?:.",
  escaping: "",
};

const OBJECTIVE_C: Sketch = {
  ...C,
  scopes: { ...C.scopes, "title.class": "code", "variable.language": "code", keyword: "code", "meta string": "cp" },
  words: {
    ...C_WORDS,
    kt: `${C_WORDS.kt} id BOOL SEL IMP Class instancetype`,
    nb: "NULL nil YES NO",
    k: `${C_WORDS.k} in`,
    n: "self super",
  },
  patterns: [
    ["@\\w+", "k"],
    ["(?<=@(?:interface|implementation|protocol)\\s+(?:\\w+\\s*:\\s*)?)\\w+", "nc"],
    [":", "p"],
    ["(?<=\\n)[-+](?=\\s*\\()", "k"],
    ["[a-zA-Z_]\\w*(?=:)(?![^\\n]{0,80}\\?)", "nf"],
    ["(?<=:\\([^)\\n]{0,80}\\))\\w+", "nv"],
  ],
  quotes: { '"': "s", "'": "sc", "@": "s" },
};

const NGINX: Sketch = {
  ...PROSE,
  words: { k: "server http upstream events types" },
  scopes: { section: "kn", attribute: "kn", regexp: "sr", number: "mi", literal: "nb", comment: "c1" },
  patterns: [
    ["[{};~=]", "p"],
    ["\\d+(?=[;\\s])", "mi"],
    ["/[^\\s;]*", "n"],
    ["[^\\s{};]+", "s"],
  ],
};

const CMAKE: Sketch = {
  ...PROSE,
  scopes: { keyword: "code", built_in: "code", literal: "", number: "", variable: "code", operator: "code" },
  patterns: [
    ["[A-Za-z_]\\w*(?=\\s*\\()", "nb"],
    ["[()]", "p"],
  ],
  quotes: { '"': "s2" },
};

const MATLAB: Sketch = {
  ...CODE,
  scopes: { literal: "nb", built_in: "nb", title: "n", string: "string", params: "code" },
  words: {
    nb: "true false disp sin cos tan exp log sqrt abs zeros ones eye size length numel plot figure hold sum mean max min rand randn linspace fprintf sprintf find floor ceil round mod pi inf nan",
  },
  operators: "+-*/%=<>!&|^~?@'.\\",
  quotes: { '"': "s2", "'": "s1" },
  escaping: "",
};

const VIM: Sketch = {
  ...PROSE,
  scopes: { comment: "c", variable: "nv", keyword: "k", number: "m", title: "" },
  quotes: { '"': "s2", "'": "s1" },
};

/** By the name of the grammar; `t:a` is grammar a for Rouge's tag t, `a/b` is grammar b inside grammar a. */
const SKETCHES: Readonly<Record<string, Sketch>> = {
  c: C,
  cpp: CPP,
  objectivec: OBJECTIVE_C,
  javascript: JAVASCRIPT,
  typescript: TYPESCRIPT,
  "javascript/xml": JSX,
  "typescript/xml": JSX,
  java: JAVA,
  groovy: JAVA,
  python: PYTHON,
  ruby: RUBY,
  crystal: RUBY,
  go: GO,
  rust: RUST,
  bash: SHELL,
  xml: XML,
  css: CSS,
  scss: SCSS,
  less: SCSS,
  sql: SQL,
  yaml: YAML,
  json: JSON_DIALECT,
  latex: TEX,
  diff: DIFF,
  makefile: MAKE,
  ini: INI,
  "toml:ini": TOML,
  properties: INI,
  dockerfile: DOCKER,
  shell: CONSOLE,
  markdown: MARKDOWN,
  liquid: LIQUID,
  erb: TEMPLATE,
  "erb/xml": { ...XML, patterns: [...(TEMPLATE.patterns ?? []), ...(XML.patterns ?? [])] },
  django: { ...PROSE, scopes: { "template-tag": "cp", "template-variable": "cp", name: "k", comment: "c" } },
  twig: { ...PROSE, scopes: { "template-tag": "cp", "template-variable": "cp", name: "k", comment: "c" } },
  handlebars: { ...PROSE, scopes: { "template-tag": "cp", "template-variable": "cp", name: "nv", comment: "c" } },
  haml: PROSE,
  gherkin: PROSE,
  apache: PROSE,
  http: { ...PROSE, scopes: { link: "nn", string: "s", number: "m", literal: "ne" } },
  php: PHP,
  csharp: CSHARP,
  r: R,
  julia: JULIA,
  kotlin: KOTLIN,
  scala: SCALA,
  swift: SWIFT,
  haskell: HASKELL,
  lua: LUA,
  perl: PERL,
  powershell: POWERSHELL,
  nginx: NGINX,
  cmake: CMAKE,
  matlab: MATLAB,
  vim: VIM,
  dos: PROSE,
};

const dialects = new Map<string, Dialect>();

/**
 * The dialect for a piece of code: the embedded grammar's (`part`), else the grammar's own.
 * A language without a line of its own is read as code with Rouge's commonest names. There are never more than the table has.
 */
export function dialectFor(tag: string, grammar: string, part: string | undefined): Dialect {
  const wanted = part === undefined ? [`${tag}:${grammar}`, grammar] : [`${grammar}/${part}`, part];
  const key = wanted.find((name) => Object.hasOwn(SKETCHES, name)) ?? "";
  const known = dialects.get(key);
  if (known) return known;
  const dialect = develop(SKETCHES[key] ?? CODE);
  dialects.set(key, dialect);
  return dialect;
}

function develop(sketch: Sketch): Dialect {
  const patterns = sketch.patterns ?? [];
  const letters = `\\w\\u0080-\\uffff${sketch.letters ?? ""}`;
  const first = `A-Za-z_\\u0080-\\uffff${sketch.letters ?? ""}`;
  const words = new Map<string, string>();
  for (const [name, list] of Object.entries(sketch.words ?? {})) {
    for (const word of list.split(" ")) words.set(word, name);
  }
  return {
    scopes: { ...SCOPES, ...sketch.scopes },
    words,
    patterns: patterns.length === 0 ? undefined : new RegExp(patterns.map(([source]) => `(${source})`).join("|"), "y"),
    word: new RegExp(`[${first}][${letters}]*`, "y"),
    patternNames: patterns.map(([, name]) => name),
    name: sketch.name ?? "",
    operators: sketch.operators ?? "",
    punctuation: sketch.punctuation ?? "",
    quotes: sketch.quotes ?? {},
    escaping: sketch.escaping ?? "",
    brackets: sketch.brackets ?? "si",
    numbers: sketch.numbers ?? "by kind",
  };
}
