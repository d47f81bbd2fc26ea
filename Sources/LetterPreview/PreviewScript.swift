extension PreviewPage {
  /// What the page does: it listens for states, and shows of each what differs from the last.
  package static func script(_ words: PreviewWords) -> String {
    "\"use strict\";\nconst words = \(words.table);\n" + script
  }

  static var script: String { scriptOfChoices + scriptOfPages + scriptOfSource }

  private static let scriptOfChoices = #"""
    const say = (text, ...values) =>
      (words[text] ?? text).replace(/\{(\d)\}/g, (_, number) => values[number - 1]);
    const find = id => document.getElementById(id);
    const make = (name, words = {}, ...kids) => {
      const node = Object.assign(document.createElement(name), words);
      node.append(...kids);
      return node;
    };
    const form = find("choices").elements;
    const asked = ["layout", "language", "sheets", "guides", "breaks", "draft"];
    const plain = { sheets: "screen", zoom: "fit" };
    const wide = matchMedia("(min-width: 68.01rem)");
    const choices = new URLSearchParams(location.search);
    if (!choices.has("source")) choices.set("source", wide.matches ? "1" : "0");
    let state = null, events = null, mark = null, shownFile = 0, shownError = "";

    function query(names = [...choices.keys()]) {
      const kept = new URLSearchParams();
      for (const name of names) {
        const value = choices.get(name) ?? "";
        const isPlain = value === "" || value === plain[name] || value === "0" && name !== "source";
        if (!isPlain) kept.set(name, value);
      }
      return kept.toString();
    }

    function listen() {
      events?.close();
      events = new EventSource("events?" + query(asked));
      events.addEventListener("state", event => show(JSON.parse(event.data)));
      events.onerror = () => tell(say("The preview does not answer; is it still running?"), "error");
    }

    function tell(words, kind) {
      const status = find("status");
      status.className = kind;
      if (status.textContent !== words) status.textContent = status.title = words;
    }

    function choose(event) {
      const { name, type, checked, value } = event.target;
      choices.set(name, type === "checkbox" ? (checked ? "1" : "0") : value);
      history.replaceState(null, "", "?" + query());
      arrange();
      if (asked.includes(name)) { tell(say("Setting …"), "busy"); listen(); }
    }

    function arrange() {
      for (const field of form) {
        if (!field.name) continue;
        const value = choices.get(field.name) ?? plain[field.name] ?? "";
        if (field.type === "checkbox") field.checked = value === "1";
        else field.value = value;
      }
      const sheets = choices.get("sheets") ?? "screen", zoom = choices.get("zoom") ?? "fit";
      const desk = find("desk"), pages = find("pages");
      desk.classList.toggle("no-source", choices.get("source") !== "1");
      desk.classList.toggle("sized", zoom !== "fit");
      desk.style.setProperty("--zoom", zoom === "fit" ? 1 : zoom);
      pages.classList.toggle("both", sheets === "both");
      pages.classList.toggle("show-window", choices.get("window") === "1");
      pages.classList.toggle("show-free", choices.get("free") === "1");
    }

    function offer(select, names, first) {
      const words = [first, ...names].join("\n");
      if (select.dataset.words === words) return;
      select.dataset.words = words;
      select.replaceChildren(
        make("option", { value: "", textContent: first }),
        ...names.map(name => make("option", { value: name, textContent: name })));
      select.value = choices.get(select.name) ?? "";
    }

    async function download(section) {
      tell(say("Making the PDF …"), "busy");
      const asked = new URLSearchParams(query(["layout", "language", "sheets", "draft"]));
      asked.set("section", section.id);
      const answer = await fetch("letter.pdf?" + asked);
      if (!answer.ok) {
        tell(say("There is no PDF: {1}", (await answer.text()).split("\n")[0]), "error");
        return;
      }
      const name = section.name.replace(/\.[^.]*$/, "") + ".pdf";
      const address = URL.createObjectURL(await answer.blob());
      make("a", { href: address, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10000);
      summarize();
    }

    """#

  private static let scriptOfPages = #"""
    function show(next) {
      state = next;
      find("name").textContent = state.name;
      document.title = say("{1} – preview", state.name);
      find("layouts").hidden = state.layouts.length === 0;
      find("download").disabled = state.sections.length === 0;
      find("download").hidden = state.sections.length > 1;
      offer(form.layout, state.layouts, say("as written"));
      offer(form.language, state.languages, say("as written"));
      showPages();
      showDiagnostics();
      showSource();
      showFirstError();
      summarize();
      light();
    }

    function summarize() {
      const has = kind => state.diagnostics.some(each => each.told.severity === kind);
      tell(state.summary, has("error") ? "error" : has("warning") ? "warning" : "");
    }

    function showPages() {
      const main = find("pages");
      let letters = main.querySelector(".letters");
      if (!letters) main.replaceChildren(letters = make("div", { className: "letters" }));
      main.classList.toggle("alone", state.sections.length < 2);
      const old = new Map([...letters.children].map(each => [each.dataset.id, each]));
      const wanted = state.sections.map(section => {
        const node = old.get(section.id) ?? newLetter(section);
        old.delete(section.id);
        fillLetter(node, section);
        return node;
      });
      for (const gone of old.values()) gone.remove();
      wanted.forEach((node, index) => {
        if (letters.children[index] !== node) letters.insertBefore(node, letters.children[index] ?? null);
      });
      let none = letters.querySelector(".none");
      if (!wanted.length && !none) {
        letters.append(make("p", { className: "none", textContent:
          say("There are no pages yet. What is wrong is told under Diagnostics.") }));
      }
      if (wanted.length) none?.remove();
    }

    function newLetter(section) {
      const name = say(section.sheets === "print" ? "{1}, print" : "{1}, screen", section.name);
      const button = make("button", { type: "button", textContent: say("Download PDF") });
      button.setAttribute("aria-label", say("Download PDF") + ", " + name);
      button.addEventListener("click", () => download(section));
      const node = make("section", { className: "letter" },
        make("div", { className: "head" }, make("h2", { textContent: name }), button), make("p", { className: "stale-word", textContent: say("As it was before the errors") }));
      node.dataset.id = section.id;
      node.setAttribute("aria-label", name);
      return node;
    }

    function fillLetter(node, section) {
      node.classList.toggle("stale", section.stale);
      const figures = [...node.querySelectorAll(".page")];
      section.pages.forEach((page, index) => {
        const figure = figures[index] ?? node.appendChild(newPage());
        fillPage(figure, page, index + 1, section.pages.length);
      });
      for (const gone of figures.slice(section.pages.length)) gone.remove();
    }

    function newPage() {
      const sheet = make("div", { className: "sheet" }, make("img"),
        make("div", { className: "zones" }), make("div", { className: "lines" }));
      sheet.querySelector(".lines").setAttribute("role", "group");
      return make("figure", { className: "page" }, sheet, make("figcaption"));
    }

    function fillPage(figure, page, number, count) {
      const caption = say("Page {1} of {2}", number, count);
      figure.style.setProperty("--width", page.width * 96 / 72);
      figure.style.setProperty("--height", page.height * 96 / 72);
      const alt = page.lines.map(line => line.text).join(" ") || caption;
      if (figure.dataset.key !== page.key) {
        figure.dataset.key = page.key;
        paint(figure, page.key, alt);
      } else {
        figure.querySelector("img").alt = alt;
      }
      const captionNode = figure.querySelector("figcaption");
      if (captionNode.textContent !== caption) captionNode.textContent = caption;
      const layer = figure.querySelector(".lines");
      layer.setAttribute("aria-label", say("Lines of page {1} of {2}", number, count));
      const words = JSON.stringify([page.lines, page.zones]);
      if (layer.dataset.words === words) return;
      layer.dataset.words = words;
      fillLines(layer, page);
      figure.querySelector(".zones").replaceChildren(...page.zones.map(zone =>
        place(make("div", { className: "zone " + zone.kind },
          make("span", { textContent: zone.name })), zone.box, page)));
    }

    // A picture takes the place of the last one when it is whole, so that nothing flickers.
    async function paint(figure, key, alt) {
      const next = make("img", { alt, src: "pages/" + key + ".svg" });
      try { await next.decode(); } catch { /* a newer one is on its way */ }
      if (figure.dataset.key !== key) return;
      figure.querySelector("img").replaceWith(next);
      figure.dataset.shown = key;
      const all = [...document.querySelectorAll(".page")];
      if (all.every(each => each.dataset.shown === each.dataset.key)) {
        find("pages").dataset.shown = all.map(each => each.dataset.key).join(" ");
      }
    }

    function place(node, box, page) {
      const parts = [box[0] / page.width, box[1] / page.height, box[2] / page.width, box[3] / page.height];
      ["left", "top", "width", "height"].forEach((side, index) => {
        node.style[side] = parts[index] * 100 + "%";
      });
      return node;
    }

    function fillLines(layer, page) {
      const focused = [...layer.children].indexOf(document.activeElement);
      layer.replaceChildren(...page.lines.map((line, index) => {
        const node = make("button", { type: "button", tabIndex: index ? -1 : 0 });
        const at = line.at[0];
        node.setAttribute("aria-label",
          at ? say("{1}, {2} line {3}", line.text, fileName(at[0]), at[1]) : line.text);
        node.places = line.at;
        return place(node, line.box, page);
      }));
      if (focused >= 0) layer.children[Math.min(focused, layer.children.length - 1)]?.focus();
    }

    function fileName(number) { return state.files[number].name.split("/").pop(); }

    // Up and down go from line to line; a page is one stop of the tabulator.
    function step(event, items, choose) {
      const index = items.indexOf(event.target);
      const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: items.length - 1 }[event.key];
      if (index < 0 || to === undefined || !items[to]) return;
      event.preventDefault();
      event.target.tabIndex = -1;
      items[to].tabIndex = 0;
      items[to].focus();
      choose?.(items[to]);
    }

    """#
}
