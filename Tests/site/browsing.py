"""What is wrong with the pages of a site in Chromium: what axe finds, what is cut off, and whether the search finds."""
import sys
import pathlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "recital"))

from hearing import RULES, Browser  # noqa: E402
from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import TimeoutError  # noqa: E402


# What is 320 px wide is what 1280 px are at 400 % (WCAG 2.2, 1.4.10); contrast hangs on the colours alone.
SCREENS = [(320, 640, "light"), (1280, 900, "dark")]


def faults_of(folder, paths, keep=None):
    """The faults of some pages, and of the search."""
    with Browser() as browser:
        return pages_faults(browser, folder, paths, keep) + searched(browser, folder)


def pages_faults(browser, folder, paths, keep=None):
    found = []
    for path in paths:
        with browser.page(path) as page:
            found += [f"{path.relative_to(folder)}: {fault}" for fault in looked_at(page, path, keep)]
    return found


def looked_at(page, path, keep):
    found = []
    for width, height, scheme in SCREENS:
        page.page.set_viewport_size({"width": width, "height": height})
        page.page.emulate_media(color_scheme=scheme)
        where = f"{width} px, {scheme}"
        answer = Axe().run(page.page, options={
            "preload": False, "runOnly": {"type": "tag", "values": RULES}}).response
        for breach in answer["violations"]:
            found.append(f"{where}: {breach['id']}: {breach['nodes'][0]['html'][:120]}")
        wide = page.page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{where}: the page is {wide} px wide")
        if keep:
            page.page.screenshot(path=keep / f"{path.parent.name}-{path.stem}-{width}-{scheme}.png")
    found += [f"says {text}" for text in page.told]
    found += [f"asks for {address}" for address in page.asked if not address.startswith(("file:", "data:"))]
    return found


def searched(browser, folder):
    """Types the name of what the index has last, and goes there by the keyboard."""
    with browser.page(folder / "index.html") as page:
        inner = page.page
        entries = inner.evaluate("SEARCH")
        if not entries:
            return ["the search knows nothing"]
        found = []
        for name, _, url, _ in entries[:: max(1, len(entries) // 5)]:
            inner.goto((folder / "index.html").as_uri())
            inner.keyboard.press("/")
            inner.keyboard.type(name)
            hits = inner.eval_on_selector_all("#found a", "links => links.map(link => link.getAttribute('href'))")
            if url not in hits:
                found.append(f"the search for {name} does not find {url}")
                continue
            for _ in range(hits.index(url) + 1):
                inner.keyboard.press("ArrowDown")
            inner.keyboard.press("Enter")
            try:
                inner.wait_for_url(lambda there: there.endswith(url), timeout=20_000)
            except TimeoutError:
                found.append(f"the search for {name} goes to {inner.url}")
        inner.keyboard.press("/")
        inner.keyboard.type("no such words at all")
        if inner.locator("#found a").count():
            found.append("the search finds what is not there")
        return found
