extension PreviewPage {
  /// The source beside the pages, what is told of it, and the lines of one that light on the other.
  static let scriptOfSource = #"""
    function showDiagnostics() {
      const list = find("diagnostics");
      find("told").classList.toggle("empty", state.diagnostics.length === 0);
      const words = JSON.stringify(state.diagnostics);
      if (list.dataset.words === words) return;
      list.dataset.words = words;
      const open = new Set([...list.querySelectorAll("details[open]")].map(each => each.dataset.of));
      list.replaceChildren(...state.diagnostics.map(each => diagnostic(each, open)));
      if (!state.diagnostics.length) {
        list.replaceChildren(make("li", { className: "none", textContent: say("Nothing to complain of.") }));
      }
    }

    function diagnostic({ told, file, severity, message, hints, cause, cure }, open) {
      const node = make("li", { className: "told " + told.severity }, make("p", {},
        make("span", { className: "severity", textContent: severity }), message));
      if (told.line && file !== undefined) {
        const to = make("button", { type: "button", className: "to", textContent:
          say("{1}, line {2}", told.file.split("/").pop(), told.line) });
        to.addEventListener("click", () => goTo(file, told.line));
        node.append(to);
      }
      if (hints.length) {
        node.append(make("ul", {}, ...hints.map(hint => make("li", { textContent: hint }))));
      }
      if (told.code) {
        const more = make("details", {}, make("summary", { textContent: say("What it means") }),
          make("p", { textContent: cause }), make("p", { textContent: cure }),
          make("code", { textContent: told.code }));
        more.dataset.of = told.code + told.line;
        more.open = open.has(more.dataset.of);
        node.append(more);
      }
      return node;
    }

    function showSource() {
      const select = find("file"), names = state.files.map(each => each.name);
      if (shownFile >= names.length) shownFile = 0;
      select.replaceChildren(...names.map((name, index) =>
        make("option", { value: index, textContent: name.split("/").slice(-2).join("/") })));
      select.value = shownFile;
      find("open").hidden = !state.editor;
      const list = find("text");
      const lines = state.files.length ? state.files[shownFile].text.replace(/\n$/, "").split("\n") : [];
      while (list.children.length > lines.length) list.lastChild.remove();
      lines.forEach((line, index) => {
        let node = list.children[index];
        if (!node) {
          node = make("li", { tabIndex: index ? -1 : 0 });
          node.setAttribute("role", "option");
          node.setAttribute("aria-selected", "false");
          list.append(node);
        }
        if (node.firstChild?.data !== line || !node.ariaLabel) {
          node.textContent = line;
          node.setAttribute("aria-label", say("Line {1}: {2}", index + 1, line.trim() || say("empty")));
        }
        const kind = state.diagnostics.find(({ told, file }) =>
          file === shownFile && told.line <= index + 1 && (told.endLine ?? told.line) >= index + 1);
        node.className = kind ? kind.told.severity : "";
      });
      if (!list.querySelector("[tabindex='0']") && list.firstChild) list.firstChild.tabIndex = 0;
    }

    // An error that was not there before is brought into view.
    function showFirstError() {
      const first = state.diagnostics.find(({ told, file }) =>
        told.severity === "error" && told.line && file !== undefined);
      const error = first ? [first.file, first.told.line, first.message].join() : "";
      if (first && error !== shownError) {
        if (first.file !== shownFile) { shownFile = first.file; showSource(); }
        const list = find("text"), node = list.children[first.told.line - 1];
        if (node) centre(list, node);
      }
      shownError = error;
    }

    function goTo(file, line) {
      if (choices.get("source") !== "1") { choices.set("source", "1"); arrange(); }
      if (file !== shownFile) { shownFile = file; showSource(); }
      mark = { file, line };
      light("source");
      const node = find("text").children[line - 1];
      if (!node) return;
      for (const each of find("text").querySelectorAll("[tabindex='0']")) each.tabIndex = -1;
      node.tabIndex = 0;
      node.focus({ preventScroll: true });
    }

    // Marks the chosen line in the source and wherever it stands on the pages.
    function light(scroll) {
      const list = find("text");
      [...list.children].forEach((node, index) => {
        const is = mark !== null && mark.file === shownFile && mark.line === index + 1;
        if ((node.getAttribute("aria-selected") === "true") !== is) node.setAttribute("aria-selected", is);
        if (is && scroll === "source") centre(list, node);
      });
      let first = null;
      for (const node of document.querySelectorAll(".lines button")) {
        const is = mark !== null && node.places.some(([file, line, end]) =>
          file === mark.file && line <= mark.line && end >= mark.line);
        node.classList.toggle("lit", is);
        if (is) first ??= node;
      }
      if (first && scroll === "pages") first.scrollIntoView({ block: "nearest", inline: "nearest" });
    }

    // The window itself is left where it is.
    function centre(list, node) {
      const top = node.offsetTop - list.offsetTop;
      if (top < list.scrollTop || top + node.offsetHeight > list.scrollTop + list.clientHeight) {
        list.scrollTop = top - list.clientHeight / 2;
      }
    }

    function chooseSource(node) {
      mark = { file: shownFile, line: [...find("text").children].indexOf(node) + 1 };
      light("pages");
    }

    function chooseOnPage(node) {
      const at = node.places[0];
      if (!at) { tell(say("These words are the language's own"), ""); return; }
      const [file, line] = at;
      if (file !== shownFile) { shownFile = file; showSource(); }
      mark = { file, line };
      light("source");
      tell(say("{1}, line {2}", fileName(file), line), "");
    }

    async function openEditor() {
      const { file, line } = mark ?? { file: shownFile, line: 1 };
      const words = new URLSearchParams({ file: state.files[file].name, line });
      const answer = await fetch("open?" + words, { method: "POST" });
      if (!answer.ok) tell(say("The editor could not be started"), "error");
    }

    find("choices").addEventListener("change", choose);
    find("choices").addEventListener("submit", event => event.preventDefault());
    find("download").addEventListener("click", () => download(state.sections[0]));
    find("open").addEventListener("click", openEditor);
    find("file").addEventListener("change", event => {
      shownFile = Number(event.target.value);
      showSource();
      light("source");
    });
    find("text").addEventListener("click", event => {
      const node = event.target.closest("li");
      if (node) chooseSource(node);
    });
    find("text").addEventListener("keydown", event => {
      if (event.key === "Enter" && state.editor) openEditor();
      step(event, [...find("text").children], chooseSource);
    });
    find("pages").addEventListener("click", event => {
      const node = event.target.closest(".lines button");
      if (node) chooseOnPage(node);
    });
    find("pages").addEventListener("dblclick", event => {
      if (event.target.closest(".lines button") && state.editor) openEditor();
    });
    find("pages").addEventListener("keydown", event => {
      const layer = event.target.closest(".lines");
      if (layer) step(event, [...layer.children]);
    });
    new ResizeObserver(() => find("desk").style.setProperty(
      "--top", document.querySelector("header").offsetHeight + "px")).observe(
        document.querySelector("header"));
    arrange();
    listen();

    """#
}
