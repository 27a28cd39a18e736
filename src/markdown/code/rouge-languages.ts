/**
 * The languages Rouge 3.30 knows (`Rouge::Lexer.all`; Jekyll 4.3 runs that version), a line each: its tag, its aliases and, after
 * the colon, the highlight.js grammar that reads it (`=`: of the same name). Without a colon the code stays plain text, but the
 * language is known, and gets Rouge's wrappers.
 */

import { once } from "../../memo.ts";

const TABLE = `
abap
actionscript as as3: =
ada: =
apache: =
apex: java
apiblueprint apib: markdown
applescript: =
armasm: =
augeas aug
awk: =
batchfile bat batch dosbatch winbatch: dos
bbcbasic
bibtex bib
biml: xml
bpf
brainfuck: =
brightscript brs bs
bsl: 1c
c: =
ceylon: =
cfscript cfc: javascript
clean: =
clojure clj cljs: =
cmake: =
cmhg
coffeescript coffee coffee-script: =
common_lisp cl common-lisp elisp emacs-lisp lisp: lisp
conf config configuration: ini
console shell-session shell_session terminal: shell
coq: =
cpp c++: =
crystal cr: =
csharp c# cs: =
css: =
csvs
cuda: cpp
cypher
cython pyrex pyx: python
d dlang: =
dafny
dart: =
datastudio
diff patch udiff: =
digdag
docker Dockerfile dockerfile: dockerfile
dot
ecl
eex heex leex: erb
eiffel
elixir exs: =
elm: =
email e-mail eml
epp: erb
erb eruby rhtml: =
erlang erl: =
escape esc
factor
fluent ftl
fortran: =
freefem ff: cpp
fsharp: =
gdscript gd: python
ghc-cmm cmm
ghc-core: haskell
gherkin behat cucumber: =
glsl: =
go golang: =
gradle: =
graphql: =
groovy: =
hack hh: php
haml HAML: =
handlebars hbs mustache: =
haskell hs: =
haxe hx: =
hcl
hlsl: glsl
hocon
hql: sql
html: xml
http: =
hylang hy: hy
idlang
idris idr: haskell
igorpro
ini: =
io
irb pry: ruby
irb_output
isabelle Isabelle isa
isbl: =
j
janet jdn: clojure
java: =
javascript js: =
jinja django: django
jsl
json: =
json-doc jsonc: json
jsonnet
jsp: xml
jsx react: javascript
julia jl: =
kotlin: =
lasso lassoscript: =
lean
liquid: =
literate_coffeescript litcoffee: coffeescript
literate_haskell lhaskell lhs lithaskell: haskell
livescript ls: =
llvm: =
lua: =
lustre
lutin
m68k
magik
make bsdmake gnumake makefile mf: makefile
markdown md mkd: =
mason
mathematica wl: =
matlab m: =
meson
minizinc
moonscript moon: =
mosel
msgtrans
mxml: xml
nasm: x86asm
nesasm nes
nginx: =
nial
nim nimrod: =
nix nixos: =
objective_c obj-c obj_c objc objectivec: objectivec
objective_cpp obj-c++ obj-cpp obj_c++ obj_cpp objc++ objcpp objectivec++ objectivecpp: objectivec
ocaml: =
ocl OCL
openedge
opentype_feature_file fea opentype opentypefeature
pascal: delphi
perl pl: =
php php3 php4 php5: =
plaintext text guess
plist: xml
plsql: sql
pony: =
postscript eps postscr ps
powershell microsoftshell msshell posh: =
praat
prolog: =
prometheus
properties: =
protobuf proto: =
puppet pp: =
python py: =
q kdb+: =
qml: =
r R S s: =
racket: scheme
reasonml: =
rego
rescript: reasonml
robot_framework robot robot-framework
ruby rb: =
rust rs rs,ignore rs,no_run rs,should_panic rust,ignore rust,no_run rust,should_panic: =
sas: =
sass: scss
scala: =
scheme: =
scss: =
sed
shell bash ksh sh zsh: bash
sieve
slice
slim
smalltalk squeak st: =
smarty
sml ml: =
solidity
sparql
sqf: =
sql: =
ssh
stan: =
stata: =
supercollider
swift: =
systemd unit-file: ini
syzlang
syzprog
tap: =
tcl: =
terraform tf
tex LaTeX TeX latex: latex
toml: ini
tsx: typescript
ttcn3
tulip
turtle
twig: =
typescript ts: =
vala: =
vb visualbasic: vbnet
vcl varnish varnishconf
velocity
verilog: =
vhdl: =
viml ex vim vimscript: vim
vue vuejs: xml
wollok
xml: =
xojo realbasic
xpath
xquery: =
yaml yml: =
yang
zig zir
`;

/** A language as Rouge knows it. */
export interface RougeLanguage {
  /** Rouge's canonical tag, such as `shell` for `bash`. */
  readonly tag: string;
  /** The highlight.js grammar to load, where there is one. */
  readonly grammar?: string;
}

/**
 * What Rouge finds under a name, as its `find_fancy` does: tags and aliases, letter case included, lexer options after a `?` left out
 * (`ruby?start=1`). `guess` finds the plain text. `undefined`: Rouge has no such lexer.
 */
export function rougeLanguage(name: string): RougeLanguage | undefined {
  return known().get(name.split("?")[0] ?? "");
}

/** Every name that Rouge knows a language by. */
export function rougeNames(): readonly string[] {
  return [...known().keys()];
}

const known = once((): ReadonlyMap<string, RougeLanguage> => new Map(TABLE.trim().split("\n").flatMap(readLine)));

function readLine(line: string): [string, RougeLanguage][] {
  const [left = "", right] = line.split(": ");
  const names = left.split(" ");
  const tag = names[0] ?? "";
  const language = right === undefined ? { tag } : { tag, grammar: right === "=" ? tag : right };
  return names.map((name) => [name, language]);
}
