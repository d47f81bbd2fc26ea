// Finds pages and keys by name in the list that search-index.js holds; nothing is fetched.
"use strict";
const form = document.querySelector("form[role=search]");
const field = document.getElementById("search");
const found = document.getElementById("found");
const count = document.getElementById("count");
const root = document.body.dataset.root;
const MOST = 30;

// How well an entry answers: the name itself, its beginning, a part of it, the words about it.
function rank([name, , , text], words) {
  const low = name.toLowerCase();
  const whole = words.join(" ");
  if (!words.every((word) => low.includes(word) || text.toLowerCase().includes(word))) return 0;
  if (low === whole) return 5;
  if (low.split(/[.\s/]/).includes(whole)) return 4;
  if (low.startsWith(whole)) return 3;
  return words.every((word) => low.includes(word)) ? 2 : 1;
}

// Most who search write letters or layouts; who writes Swift finds the rest below.
function isLibrary([, kind]) {
  return kind === "library" ? 1 : 0;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function show() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = words.length === 0 ? [] : SEARCH.map((entry) => [rank(entry, words), entry])
    .filter(([points]) => points > 0)
    .sort(([a, one], [b, other]) => b - a || isLibrary(one) - isLibrary(other)
      || one[0].length - other[0].length || (one[0] < other[0] ? -1 : 1));
  found.replaceChildren(...hits.slice(0, MOST).map(([, [name, kind, url, text]]) => {
    const link = document.createElement("a");
    link.href = root + url;
    link.append(element("b", name), element("small", kind), element("span", text));
    const item = document.createElement("li");
    item.append(link);
    return item;
  }));
  count.textContent = words.length === 0 ? "" : `${hits.length} found`;
}

function move(step) {
  const links = [...found.querySelectorAll("a")];
  const next = links.indexOf(document.activeElement) + step;
  if (next < 0) field.focus();
  else links[Math.min(next, links.length - 1)]?.focus();
}

form.hidden = false;
field.addEventListener("input", show);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  found.querySelector("a")?.click();
});
form.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape") {
    field.value = "";
    show();
    field.focus();
  }
});
document.addEventListener("click", (event) => {
  if (!form.contains(event.target) || event.target.closest("#found a")) found.replaceChildren();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)) {
    event.preventDefault();
    field.focus();
  }
});
