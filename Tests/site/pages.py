"""What is wrong with the pages of a site as they lie: their HTML, their links, what they fetch."""
import pathlib
import urllib.parse

import tinyhtml5.parser

HTML = "{http://www.w3.org/1999/xhtml}"
FETCHED = {"img": "src", "script": "src", "link": "href"}


class Page:
    def __init__(self, path):
        self.path = path
        parser = tinyhtml5.parser.HTMLParser()
        self.tree = parser.parse(path.read_text())
        self.errors = [f"line {place[0] if place else '?'}: {name}" for place, name, *_ in map(tuple, parser.errors)]
        self.elements = [each for each in self.tree.iter() if isinstance(each.tag, str)]
        self.ids = [each.get("id") for each in self.elements if each.get("id")]

    def named(self, name):
        return [each for each in self.elements if each.tag == HTML + name]


def faults_of(folder):
    """The faults of all pages of a folder."""
    pages = {path: Page(path) for path in sorted(folder.rglob("*.html"))}
    if not pages:
        return ["there are no pages"]
    found = []
    for path, page in pages.items():
        told = [*page.errors, *words(page), *links(page, pages)]
        found += [f"{path.relative_to(folder)}: {fault}" for fault in told]
    return found


def words(page):
    """What readers would miss, and identifiers that two elements have."""
    found = [f"two elements are called {name}" for name in sorted({name for name in page.ids if page.ids.count(name) > 1})]
    found += [f"{image.get('src')} has no alt" for image in page.named("img") if image.get("alt") is None]
    found += [f"there are {len(page.named('h1'))} headings of the first level"] if len(page.named("h1")) != 1 else []
    levels = [int(each.tag[-1]) for each in page.elements if each.tag in {HTML + f"h{level}" for level in range(1, 7)}]
    found += [f"a heading of level {low} follows one of level {high}"
              for high, low in zip(levels, levels[1:]) if low > high + 1]
    return found


def links(page, pages):
    found = []
    for element in page.elements:
        name = element.tag.removeprefix(HTML)
        address = element.get("href") if name == "a" else element.get(FETCHED[name]) if name in FETCHED else None
        if address is None or address.startswith("data:"):
            continue
        parts = urllib.parse.urlsplit(address)
        if parts.scheme or parts.netloc:
            if name != "a":
                found.append(f"fetches {address}")
            continue
        target = (page.path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else page.path.resolve()
        if not target.is_file():
            found.append(f"{address} leads nowhere")
        elif parts.fragment and (target not in pages or parts.fragment not in pages[target].ids):
            found.append(f"{address} leads to no such place")
    return found
