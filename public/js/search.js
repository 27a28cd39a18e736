/** The search page. Pagefind finds; it is loaded with the first letter, and not before. */
const root = document.documentElement;
const [box, input, status, list, more, others] = document.querySelectorAll("[data-search]");
const { index, one, many, none, failed } = box.dataset;
let engines;
let found = [];
let turn = 0;
let timer;

/** Pagefind, once for each language of the site: it takes its own from the document when it starts. */
async function load() {
  const { languages } = await (await fetch(`${index}pagefind-entry.json`)).json();
  const start = async (language) => {
    const engine = await import(`${index}pagefind.js?${language}`);
    await engine.options({ noWorker: true });
    const { lang } = root;
    root.lang = language;
    engine.init();
    root.lang = lang;
    return engine;
  };
  return Promise.all(Object.keys(languages).map(start));
}

async function search() {
  const mine = ++turn;
  const query = input.value.trim();
  let text = "";
  let results = [];
  try {
    engines ??= load();
    const ask = query ? (engine) => engine.search(query) : () => ({ results });
    const answers = await Promise.all((await engines).map(ask));
    results = answers.flatMap((answer) => answer.results).sort((a, b) => b.score - a.score);
    if (query) text = [none, one][results.length] ?? many.replace("{}", results.length);
  } catch {
    engines = undefined;
    text = failed;
  }
  if (mine !== turn) return;
  found = results;
  status.textContent = text;
  others.hidden = results.length > 0;
  list.replaceChildren();
  show();
  history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
}

/** Shows the next ten. */
async function show() {
  const mine = turn;
  const next = await Promise.all(found.splice(0, 10).map((result) => result.data()));
  if (mine !== turn) return;
  more.hidden = !found.length;
  for (const { url, meta, excerpt } of next) {
    const item = list.appendChild(document.createElement("li"));
    item.innerHTML = `<h2><a></a></h2><p class="facts"></p><p>${excerpt}</p>`;
    const [link, date] = item.querySelectorAll("a, .facts");
    link.href = url;
    link.textContent = meta.title;
    date.textContent = meta.date;
  }
}

input.oninput = () => {
  engines ??= load();
  clearTimeout(timer);
  timer = setTimeout(search, 150);
};
more.onclick = async () => {
  const { length } = list.children;
  await show();
  list.children[length]?.querySelector("a").focus();
};
document.onkeydown = ({ key, target, isComposing }) => {
  const stops = [input, ...list.querySelectorAll("a")];
  const at = stops.indexOf(target);
  const to = stops[at + { ArrowDown: 1, ArrowUp: -1 }[key]];
  if (isComposing) return true;
  if (key === "/" && target !== input) input.select();
  else if (key === "Escape" && at >= 0) {
    input.value = "";
    input.focus();
    search();
  } else if (at >= 0 && to) to.focus();
  else return true;
  return false;
};

input.value ||= new URLSearchParams(location.search).get("q") ?? "";
if (input.value) search();
