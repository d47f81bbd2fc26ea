"""The guides of Docs/ as pages."""
import itertools
import os
import pathlib
import re
import shutil

from markdown_it import MarkdownIt

from shell import escape, plain, scrolled

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCS = ROOT / "Docs"

# What to read first; a guide that is not named here stands under the last.
ORDER = {
    "To begin": ["installing", "letter-format", "layouts", "your-letterhead", "layout-format", "layout-reference", "cli"],
    "Letters to many, and their post": ["merge", "mail-runs", "digital-post", "messages", "print-and-post"],
    "Sure of the result": ["check", "profiles", "compare", "golden-files", "diagnostics", "dump", "pdf-ledger", "html-and-text"],
    "Within other programs": ["embedding", "python", "service", "worker"],
    "More": [],
}


class Guide:
    """One guide: its title, its HTML and the headings in it."""

    def __init__(self, path):
        self.path, self.name = path, path.stem
        self.markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        self.tokens = self.markdown.parse(path.read_text())
        self.headings = []
        taken = {}
        for index, token in enumerate(self.tokens):
            if token.type == "heading_open":
                words = plain_words(self.tokens[index + 1])
                slug = slugged(words)
                taken[slug] = taken.get(slug, -1) + 1
                anchor = slug if taken[slug] == 0 else f"{slug}-{taken[slug]}"
                token.attrSet("id", anchor)
                self.headings.append((int(token.tag[1]), words, anchor))
        self.title = next((words for level, words, _ in self.headings if level == 1), self.name)

    @property
    def page(self):
        return f"guides/{self.name}.html"

    def lead(self):
        """The first paragraph, in plain words."""
        for index, token in enumerate(self.tokens):
            if token.type == "paragraph_open":
                return plain_words(self.tokens[index + 1])
        return ""

    def html(self, files):
        """The guide as HTML; `files` takes what it links to and gives the address on the site."""
        for token in self.tokens:
            for child in token.children or []:
                for attribute in ("href", "src"):
                    if attribute in child.attrs:
                        child.attrSet(attribute, files(self, child.attrs[attribute]))
        text = self.markdown.renderer.render(self.tokens, self.markdown.options, {})
        text = re.sub(r"<pre><code", '<pre tabindex="0" role="group" aria-label="Example"><code', text)
        number = itertools.count(1)
        text = re.sub(r"<table>.*?</table>", lambda found: scrolled(found.group(), f"Table {next(number)}"), text, flags=re.S)
        text = re.sub(r' style="text-align:(left|right|center)"', r' class="\1"', text)
        # A table of pictures has cells, no heads.
        text = re.sub(r"<thead>(\s*<tr>\s*<th[^>]*><img.*?)</thead>",
                      lambda found: "<tbody>" + found.group(1).replace("<th", "<td").replace("</th", "</td") + "</tbody>",
                      text, flags=re.S)
        # An empty head tells nothing of its column.
        return re.sub(r"<th([^>]*)></th>", r"<td\1></td>", text)


class Files:
    """Where on the site a link of a guide leads; files outside Docs/ are taken along."""

    def __init__(self, site, guides):
        self.site, self.known = site, {guide.path.resolve(): guide.page for guide in guides}

    def __call__(self, guide, link):
        if re.match(r"[a-z]+:|//", link) or link.startswith("#"):
            return link
        name, _, anchor = link.partition("#")
        target = (guide.path.parent / name).resolve()
        page = self.known.get(target)
        if page is None:
            if not target.is_file() or ROOT not in target.parents:
                raise SystemExit(f"{guide.path.name} links to {link}, which is no file of the project")
            page = f"files/{target.relative_to(ROOT)}"
            copy = self.site.folder / page
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(target, copy)
        there = os.path.relpath(page, pathlib.Path(guide.page).parent)
        return there + (f"#{anchor}" if anchor else "")


def slugged(words):
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")


def plain_words(token):
    return "".join(child.content if child.type in ("text", "code_inline") else " " if "break" in child.type else ""
                   for child in token.children or [])


def all_guides():
    return [Guide(path) for path in sorted(DOCS.glob("*.md"))]


def write_guides(site):
    guides = all_guides()
    files = Files(site, guides)
    for guide in guides:
        contents = [(words, anchor) for level, words, anchor in guide.headings if level == 2]
        aside = ""
        if len(contents) > 2:
            links = "\n".join(f'<li><a href="#{anchor}">{escape(words)}</a></li>' for words, anchor in contents)
            aside = f'<nav class="contents" aria-label="On this page"><ul>\n{links}\n</ul></nav>'
        text = guide.html(files).replace("</h1>", "</h1>\n" + aside, 1)
        site.write(guide.page, guide.title, f'<div class="text">\n{text}</div>', "guides.html")
        site.find(guide.title, "guide", guide.page, guide.lead())
        for level, words, anchor in guide.headings:
            if level > 1:
                site.find(words, f"guide · {guide.title}", f"{guide.page}#{anchor}")
    site.write("guides.html", "Guides", overview(guides), "guides.html")


def overview(guides):
    by_name = {guide.name: guide for guide in guides}
    placed = {name for names in ORDER.values() for name in names}
    parts = ["<h1>Guides</h1>"]
    for head, names in ORDER.items():
        names = [name for name in names if name in by_name]
        if head == "More":
            names = [name for name in by_name if name not in placed]
        if not names:
            continue
        parts.append(f'<h2>{escape(head)}</h2>\n<ul class="list">')
        for name in names:
            guide = by_name[name]
            parts.append(f'<li><a href="{guide.page}">{escape(guide.title)}</a><p>{escape(plain(guide.lead()))}</p></li>')
        parts.append("</ul>")
    return "\n".join(parts)
