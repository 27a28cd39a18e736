// Leaves of the lists of publications what contains every word that is typed.
const filter = document.querySelector(".bib-filter");
const input = filter.querySelector("input");
const status = filter.querySelector("[role=status]");
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const entries = [...document.querySelectorAll("li.publication, ol.bibliography > li")].map((element) => ({
  element,
  text: plain(element.textContent),
}));

// A heading goes with the lists that follow it, up to the next heading as high.
const sections = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((heading) => heading.matches(".bibliography"))
  .map((heading) => {
    const lists = [];
    for (let next = heading.nextElementSibling; next !== null; next = next.nextElementSibling) {
      if (/^H\d$/.test(next.tagName) && next.tagName <= heading.tagName) break;
      lists.push(next);
    }
    return { heading, lists };
  });

function update() {
  const words = plain(input.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { element, text } of entries) {
    element.hidden = !words.every((word) => text.includes(word));
    if (!element.hidden) count++;
  }
  for (const { heading, lists } of sections)
    heading.hidden = !entries.some(({ element }) => !element.hidden && lists.some((list) => list.contains(element)));
  const form = count === 1 ? status.dataset.one : status.dataset.other.replace("2", count);
  status.textContent = words.length === 0 ? "" : form;
}

input.addEventListener("input", update);
filter.hidden = false;
// A browser that comes back to the page fills the field again.
if (input.value !== "") update();
