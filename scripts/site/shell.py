"""The pages of the site: what stands around each, where they link, and what the search finds."""
import html
import json
import pathlib
import re

PARTS = [("Guides", "guides.html"), ("Layouts", "layouts.html"), ("Keys of letters", "keys/letter.html"),
         ("Keys of layouts", "keys/layout.html"), ("Library", "library/index.html")]

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{root}style.css">
<link rel="icon" href="data:,">
<script src="{root}search-index.js" defer></script>
<script src="{root}search.js" defer></script>
</head>
<body data-root="{root}">
<a class="skip" href="#main">Skip to the text</a>
<header>
<a class="home" href="{root}index.html"{home}>letterpdf</a>
<nav aria-label="Parts">
<ul>
{parts}
</ul>
</nav>
<form role="search" hidden>
<label for="search">Search</label>
<input id="search" type="search" autocomplete="off">
<p id="count" role="status"></p>
<ul id="found"></ul>
</form>
</header>
<main id="main" tabindex="-1">
{body}
</main>
</body>
</html>
"""


class Site:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.index = []
        self.parts = PARTS

    def write(self, path, title, body, part=""):
        """Writes a page; `path` counts from the site's folder."""
        root = "../" * path.count("/")
        parts = "\n".join(
            f'<li><a href="{root}{to}"' + (' aria-current="true"' if to == part else "") + f">{name}</a></li>"
            for name, to in self.parts)
        text = PAGE.format(title=escape(title if title == "letterpdf" else f"{title} – letterpdf"), root=root, parts=parts,
                           body=body, home=' aria-current="page"' if path == "index.html" else "")
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def find(self, name, kind, url, text=""):
        """Lets the search find something by its name, and by the words that tell of it."""
        self.index.append([name, kind, url, plain(text)[:160]])

    def finish(self, folder):
        """Writes what all pages share."""
        for name in ["style.css", "search.js"]:
            (self.folder / name).write_text((folder / name).read_text())
        lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in self.index)
        (self.folder / "search-index.js").write_text(f"const SEARCH = [\n{lines}\n];\n")


def escape(text):
    return html.escape(str(text))


def plain(text):
    return " ".join(re.sub(r"[`*]", "", re.sub(r"<[^>]+>", "", str(text))).split())


def worded(text):
    """A sentence of a schema: what stands between backticks is code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def code(text, label):
    """A block of code, which can be scrolled with the keyboard."""
    return f'<pre tabindex="0" role="group" aria-label="{escape(label)}"><code>{escape(text)}</code></pre>'


def scrolled(table, label):
    return f'<div class="wide" tabindex="0" role="group" aria-label="{escape(label)}">{table}</div>'


def picture(source, size, alternative, scale=1.0):
    width, height = (max(1, round(side * scale)) for side in size)
    return f'<img src="{escape(source)}" width="{width}" height="{height}" alt="{escape(alternative)}" loading="lazy">'
