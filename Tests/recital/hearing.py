"""A letter as HTML in Chromium: what it tells a screen reader, what axe finds, and whether it fits a phone."""
import contextlib
import shutil

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

# Where macOS has it, which has no program of it in PATH.
CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
# Roles that stand within a line; whatever else holds text is a block, before which a word ends.
INLINE = {"strong", "emphasis", "link", "code", "superscript", "doc-noteref", "deletion", "StaticText"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A phone and a desk, by day and by night; text at 320 px is what 1280 px are at 400 % (WCAG 2.2, 1.4.10).
SCREENS = [(320, 640, "light"), (390, 844, "dark"), (1280, 900, "light"), (1280, 900, "dark")]
# How text may be spaced by its readers without anything being lost (WCAG 2.2, 1.4.12).
SPACED = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}"


class Browser:
    def __enter__(self):
        self.stack = contextlib.ExitStack()
        playwright = self.stack.enter_context(sync_playwright())
        program = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome", CHROME])))
        self.browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        self.stack.callback(self.browser.close)
        return self

    def __exit__(self, *error):
        self.stack.close()

    @contextlib.contextmanager
    def page(self, path):
        context = self.browser.new_context(viewport={"width": 1280, "height": 900})
        try:
            yield Page(context.new_page(), path)
        finally:
            context.close()


class Page:
    def __init__(self, page, path):
        self.page, self.asked, self.told = page, [], []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.told.append(message.text))
        page.goto(path.as_uri())

    def heard(self):
        """What a screen reader is told: the title, and blocks of the kind, the words and the links in them."""
        nodes = self.page.context.new_cdp_session(self.page).send("Accessibility.getFullAXTree")["nodes"]
        by_id = {node["nodeId"]: node for node in nodes}
        heard = Heard(title=self.page.title(), hidden=self.page.evaluate(
            "[...document.querySelectorAll('.heard')].map(each => each.textContent)"))
        self.walk(nodes[0], by_id, heard, [])
        heard.lost = self.page.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href'))"
            ".filter(to => !document.getElementById(to.slice(1)))")
        heard.links = [tuple(pair) for pair in self.page.evaluate(
            "[...document.querySelectorAll('a[href]:not([href^=\"#\"])')].map(a => [a.getAttribute('href'), a.textContent])")]
        heard.languages = self.page.evaluate(
            "[...document.querySelectorAll('body [lang]')].map(each => [each.lang, each.textContent])")
        return heard

    def walk(self, node, by_id, heard, above):
        role, name = node.get("role", {}).get("value"), node.get("name", {}).get("value", "")
        if node.get("ignored") or role in ("InlineTextBox", None):
            path = above
        else:
            path = above + [(role, node["nodeId"])]
            if role == "StaticText":
                heard.text(path, f"⟦{name.strip()}⟧" if any(role == "doc-noteref" for role, _ in path) else name)
                return
            if role == "ListMarker":
                heard.block("Lbl", name)
                return
            if role == "LineBreak":
                heard.text(path, " ")
            if role in ("image", "img"):
                heard.image(path, name)
        for kid in node.get("childIds", []):
            if kid in by_id:
                self.walk(by_id[kid], by_id, heard, path)

    def faults(self):
        """What is wrong with the page on one screen or another."""
        for width, height, scheme in SCREENS:
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.emulate_media(color_scheme=scheme)
            where = f"{width} px, {scheme}"
            for rule in Axe().run(self.page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]:
                places = ", ".join(str(node["target"]) for node in rule["nodes"][:3])
                yield f"{where}: axe {rule['id']} ({rule['help']}) at {places}"
            if not scheme == "light" or width != 320:
                continue
            yield from self.faults_of_width(where)
            self.page.evaluate("style => document.head.appendChild(Object.assign(document.createElement('style'), {id: 'spaced', textContent: style}))", SPACED)
            yield from self.faults_of_width(where + ", text spaced")
            self.page.evaluate("document.getElementById('spaced').remove()")
        others = [url[:80] for url in self.asked if not url.startswith(("file:", "data:"))]
        if others:
            yield f"asks for {others}"
        if self.told:
            yield f"the browser tells: {self.told[0][:200]}"

    def faults_of_width(self, where):
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        if wide > 320:
            yield f"{where}: the page is {wide} px wide"
        lost = self.page.evaluate(
            "[...document.querySelectorAll('main *,aside *,footer *,header *')].filter(e => !e.closest('.scroll,.heard,sup')"
            " && (e.getBoundingClientRect().right > 321 || e.getBoundingClientRect().left < -1)).map(e => e.tagName + ' ' + e.textContent.slice(0, 40))")
        if lost:
            yield f"{where}: {lost[:3]} leave the screen"

    def pictures(self, folder, name):
        for width, height, scheme in SCREENS:
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.emulate_media(color_scheme=scheme)
            self.page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
        self.page.emulate_media(color_scheme="light")
        self.page.pdf(path=folder / f"{name}-printed.pdf", prefer_css_page_size=True)


class Heard:
    """Blocks in the order in which they are heard."""
    KINDS = {"heading": "H", "cell": "T", "gridcell": "T", "columnheader": "T", "rowheader": "T", "caption": "Caption",
             "Figcaption": "Caption"}

    def __init__(self, title, hidden):
        self.title, self.hidden, self.blocks, self.open = title, hidden, [], None
        self.links, self.languages, self.lost, self.heads = [], [], [], []

    def text(self, path, words):
        kind, home = next(((role, number) for role, number in reversed(path) if role not in INLINE), (None, None))
        notes = any(role == "doc-endnotes" for role, _ in path)
        if self.open == home and self.blocks:
            self.blocks[-1][1] += words
        else:
            self.blocks.append([self.KINDS.get(kind, "P"), words, notes])
            if kind in ("columnheader", "rowheader"):
                self.heads.append(self.blocks[-1])
        self.open = home

    def image(self, path, name):
        home = next((role for role, _ in reversed(path[:-1]) if role not in INLINE), None)
        if home in ("paragraph", "listitem", "heading", "term", "definition") or self.KINDS.get(home) in ("T", "Caption"):
            self.text(path[:-1], name)
            return
        self.blocks.append(["Figure", name, False])
        self.open = None

    def block(self, kind, words):
        self.blocks.append([kind, words, False])
        self.open = None
